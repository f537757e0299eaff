"""Which file of the site folder an address means, for a reader who is on a given page."""

import posixpath
from dataclasses import dataclass
from enum import Enum
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

# Where the newest edition is always found. Each edition names itself by it (canonical, hreflang),
# and has no folder of that name in it when it is checked alone.
ALIAS = "moi-nhat"
# Where an edition waits for whoever must approve it.
PREVIEW = "xem-truoc"
# Names, in the environment of a build, the edition that is being built.
EDITION = "VUNGXANH_EDITION"

_WEB = ("", "http", "https")


class Elsewhere(Enum):
    """An address that means no file of the site."""

    OTHER = "another site, or no page at all (mailto:, tel:, data:)"
    OUTSIDE = "above the site's own folder"
    MALFORMED = "not an address"


@dataclass(frozen=True)
class Place:
    """A path in the site folder, `""` for the folder itself, and the fragment as written."""

    path: str
    fragment: str


class Addresses:
    """The addresses of one site folder: `base_url` is where it is, or will be, on the web."""

    def __init__(self, base_url: str | None, alone: bool) -> None:
        """Take `alone` as: the folder is one edition, not a folder of editions."""
        self.base: SplitResult | None = None
        self.paths: list[str] = []
        if base_url:
            base = base_url.rstrip("/") + "/"
            self.base = urlsplit(base)
            aliases = [urljoin(base, f"{ALIAS}/"), urljoin(base, f"../{ALIAS}/")] if alone else []
            self.paths = [unquote(urlsplit(one).path) for one in (*aliases, base)]

    def place(self, page: str, base: str, target: str) -> Place | Elsewhere:
        """Return where `target` leads from `page`, whose `<base href>` is `base` or empty."""
        try:
            parts = urlsplit(target.strip())
        except ValueError:
            return Elsewhere.MALFORMED
        if parts.scheme == "file" or len(parts.scheme) == 1:  # one letter: a disk, "C:"
            return Elsewhere.OUTSIDE
        if parts.scheme not in _WEB or (parts.netloc and not self._ours(parts)):
            return Elsewhere.OTHER
        path = unquote(parts.path)
        if parts.netloc:
            inner = self._inner(path or "/")
            return Elsewhere.OTHER if inner is None else Place(inner, parts.fragment)
        start = self.place(page, "", base) if base else Place(page, "")
        if isinstance(start, Elsewhere):
            return start
        inner = self._inner(path) if path.startswith("/") else _join(start.path, path)
        if inner is None and self.base:  # from one edition into the newest, which is its alias
            inner = self._inner(unquote(urljoin(f"{self.base.path}{start.path}", parts.path)))
        return Elsewhere.OUTSIDE if inner is None else Place(inner, parts.fragment)

    def _ours(self, parts: SplitResult) -> bool:
        return self.base is not None and parts.netloc.lower() == self.base.netloc.lower()

    def _inner(self, path: str) -> str | None:
        """Return the part of an absolute `path` that is in the folder; None if it is outside."""
        if self.base is None:
            return _join("", path.lstrip("/"))
        for root in self.paths:
            if f"{path}/" == root:
                return ""
            if path.startswith(root):
                return _join("", path.removeprefix(root))
        return None


def _join(start: str, path: str) -> str | None:
    """Return `path` seen from the file `start`; None where it climbs out of the folder."""
    if not path:
        return start
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(start), path))
    if joined == ".." or joined.startswith("../"):
        return None
    if joined == ".":
        return ""
    return joined + "/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else joined

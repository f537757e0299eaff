"""Which file of the site folder an address means, for a reader who is on a given page."""

import posixpath
import re
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
# Names a file with what that edition and those before it changed (`model.change.HISTORY`).
CHANGES = "VUNGXANH_CHANGES"

_WEB = ("", "http", "https")
_NO_PLACE = ("data:", "mailto:", "tel:", "javascript:")  # told at once: some are megabytes long
_PORTS = {"http": ":80", "https": ":443"}
_MISTYPED = re.compile(r"h*t+p+s*p?")  # htp:, htttp:, ttps: …
_NO_HOST = re.compile(r"[\s<>^|\\%\"`{}]")


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
        self.host = ""
        self.paths: list[str] = []
        if base_url:
            base = base_url.rstrip("/") + "/"
            self.base = urlsplit(base)
            self.host = _host(self.base)
            aliases = [urljoin(base, f"{ALIAS}/"), urljoin(base, f"../{ALIAS}/")] if alone else []
            self.paths = [unquote(urlsplit(one).path) for one in (*aliases, base)]

    def place(self, page: str, base: str, target: str) -> Place | Elsewhere:
        """Return where `target` leads from `page`, whose `<base href>` is `base` or empty."""
        if target.startswith(_NO_PLACE):
            return Elsewhere.OTHER
        try:
            parts = urlsplit(_as_browsers_read(target))
            host = _host(parts)
        except ValueError:
            return Elsewhere.MALFORMED
        if parts.scheme == "file" or len(parts.scheme) == 1:  # one letter: a disk, "C:"
            return Elsewhere.OUTSIDE
        if parts.scheme not in _WEB:
            mistyped = parts.netloc and _MISTYPED.fullmatch(parts.scheme)
            return Elsewhere.MALFORMED if mistyped else Elsewhere.OTHER
        if (parts.scheme and not host) or _NO_HOST.search(host):
            return Elsewhere.MALFORMED
        if host and host != self.host:
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


def _as_browsers_read(target: str) -> str:
    """Return `target` with `/` for each backslash of its path, as the URL Standard has it."""
    head, mark, tail = target.strip().partition("#")
    path, question, query = head.partition("?")
    return path.replace("\\", "/") + question + query + mark + tail


def _host(parts: SplitResult) -> str:
    """Return the host in small ASCII letters, with its port if that is no usual one."""
    host = parts.netloc.rpartition("@")[2].lower()
    if parts.port is not None:  # raises ValueError where it is no port
        host = host.removesuffix(_PORTS.get(parts.scheme, ""))
    return host if host.isascii() else host.encode("idna").decode("ascii")


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

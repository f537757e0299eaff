"""The right address for a wrong one, best first, written as it would stand on the page."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from urllib.parse import quote, unquote

from vungxanh.links.anchors import find
from vungxanh.links.finding import Finding
from vungxanh.links.near import Near
from vungxanh.links.page import Page
from vungxanh.links.site import Site

_LANGUAGE = 2  # letters of a folder that may hold a translation
_MOST = 3


class Suggestions:
    """Answers for one site. `moved` tells where pages went: old path to new one, in the folder."""

    def __init__(self, site: Site, moved: Callable[[], Mapping[str, str]]) -> None:
        self.site = site
        self.moved = moved
        # The same fault in a header stands on every page; what resembles it is looked for once.
        self.files = cache(self._files)
        self.anchors = cache(self._anchors)
        self.by_suffix = cache(self._by_suffix)

    def right(self, finding: Finding) -> tuple[str, ...]:
        """Return up to three right values."""
        fault, page = finding.fault, self.site.pages.get(finding.page)
        if finding.right or fault is None or page is None:
            return finding.right
        if fault.text:
            return (fault.text,)
        if finding.code.startswith("site-anchor"):
            anchors = (fault.anchor,) if fault.anchor else self.anchors(fault.file, fault.fragment)
            head = finding.value.partition("#")[0]
            return tuple(f"{head}#{one}" for one in anchors)
        files = (fault.right,) if fault.right else self.files(fault.file)
        return tuple(self._written(page, file, finding) for file in files)

    def _files(self, wanted: str) -> tuple[str, ...]:
        if not wanted:
            return ()
        suffix = posixpath.splitext(wanted)[1]
        if not suffix:  # an address without its .html, as some hosts serve them
            wanted, suffix = f"{wanted}.html", ".html"
        above = posixpath.dirname(wanted)  # of a page with a slash behind it
        certain = [self.moved().get(wanted), *self._other_language(wanted)]
        certain += [above] if above in self.site.folder.files else []
        near = [one + suffix for one in self.by_suffix(suffix).best(wanted[: -len(suffix)])]
        found = [one for one in [*certain, *near] if one is not None]
        return tuple(dict.fromkeys(found))[:_MOST]

    def _by_suffix(self, suffix: str) -> Near:
        same = (one for one in self.site.folder.files if one.endswith(suffix))
        return Near((one[: -len(suffix)] for one in same), 0.6)

    def _other_language(self, wanted: str) -> Iterator[str]:
        """Yield the same page in another language: `en/a.html` for `a.html`, and back."""
        parts, files = wanted.split("/"), self.site.folder.files
        for place in range(min(2, len(parts))):  # the site folder, or an edition in it
            here = parts[:place]
            if (
                len(parts[place]) == _LANGUAGE
                and "/".join(rest := here + parts[place + 1 :]) in files
            ):
                yield "/".join(rest)
            for language in self._languages("/".join(here) or "."):
                path = "/".join([*here, language, *parts[place:]])
                if path in files:
                    yield path

    def _languages(self, folder: str) -> list[str]:
        start = "" if folder == "." else f"{folder}/"
        names = (
            one.removeprefix(start) for one in self.site.folder.folders if one.startswith(start)
        )
        return sorted(name for name in names if len(name) == _LANGUAGE and name.isalpha())

    def _anchors(self, file: str, fragment: str) -> tuple[str, ...]:
        page = self.site.pages[file]
        return tuple(Near(page.ids, 0.5).best(unquote(fragment)))

    def _written(self, page: Page, file: str, finding: Finding) -> str:
        """Return the link from `page` to `file`, in the manner of the wrong one."""
        fault = finding.fault
        fragment = fault.fragment if fault else ""
        head, tail = posixpath.split(file)
        if tail.startswith("index.") and finding.value.partition("#")[0].endswith("/"):
            file = f"{head}/" if head else ""
        base = self.site.addresses.base
        if finding.value.startswith("/") and not (base and base.path != "/"):
            link = _quoted(f"/{file}")
        else:
            here = posixpath.dirname(page.path) or "."
            link = _quoted(posixpath.relpath(file or ".", here)) + ("/" if file[-1:] in "/" else "")
        places = self.site.places(self.site.folder.real(file)) or frozenset()
        known = fragment and find(fragment, places) is None
        return f"{link}#{fragment}" if known else link


def _quoted(path: str) -> str:
    return quote(path, errors="surrogateescape")  # a name may hold bytes that are no letters

"""The rules: every page is read, then every reference resolved, then faults become problems."""

import os
import posixpath
from difflib import get_close_matches
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from vungxanh.links.addresses import ALIAS, Addresses, Elsewhere, Place
from vungxanh.links.pages import Page, Reference, read_page
from vungxanh.problems import Problem

_PAGES = (".html", ".htm", ".xhtml")
_READ = (*_PAGES, ".css", ".svg")
_INDEX = "index.html"


def check_site(site: Path, base_url: str | None = None, entry: str | None = None) -> list[Problem]:
    """Return every link, asset and anchor of the built `site` that leads nowhere.

    With `base_url`, full addresses under it count as the site's own; other hosts are never asked.
    With `entry`, a page path in the folder, pages that no link leads to from there are told too.
    """
    files = _files(site)
    pages = {
        path: read_page(path, (site / path).read_bytes()) for path in files if path.endswith(_READ)
    }
    if not any(path.endswith(_PAGES) for path in pages):
        return [Problem(".", None, "site-empty", {"example": "site"})]
    return _Check(files, pages, base_url).run(entry)


def _files(site: Path) -> list[str]:
    """Return the files as they are spelled: a disk that ignores case must not hide a fault."""
    return sorted(
        (Path(folder) / name).relative_to(site).as_posix()
        for folder, folders, names in os.walk(site)
        for name in names
        if ".git" not in Path(folder).relative_to(site).parts
    )


class _Check:
    """One run over one site."""

    def __init__(self, files: list[str], pages: dict[str, Page], base_url: str | None) -> None:
        self.files = set(files)
        self.pages = pages
        self.folders = {str(folder) for file in files for folder in PurePosixPath(file).parents}
        self.spelling = {file.casefold(): file for file in files}
        self.addresses = Addresses(base_url, alone=ALIAS not in self.folders)
        # The same fault in a header stands on every page; what resembles it is looked for once.
        self.near = cache(self._near)

    def run(self, entry: str | None) -> list[Problem]:
        problems = []
        for page in self.pages.values():
            for name, line in page.repeated:
                problems.append(_problem("site-id-duplicate", page.path, line, name, {}))
            for reference in page.references:
                problems += self._check(page, reference)
        return problems + (self._unreached(entry) if entry else [])

    def _check(self, page: Page, reference: Reference) -> list[Problem]:
        place = self.addresses.place(page.path, page.base, reference.target)

        def fault(code: str, *right: str, **values: str) -> list[Problem]:
            named = values | {"right": right[0] if right else "–"}
            return [_problem(code, page.path, reference.line, reference.written, named, right)]

        if place is Elsewhere.MALFORMED:
            return fault("site-link-malformed")
        if place is Elsewhere.OUTSIDE:
            return fault("site-link-outside")
        if isinstance(place, Elsewhere):
            return []
        file = self._file(place)
        if file not in self.files:
            if file.casefold() in self.spelling:
                right = self._as_written(page, self.spelling[file.casefold()], place.fragment)
                return fault("site-link-case", right)
            if (place.path.rstrip("/") or ".") in self.folders:
                return fault("site-link-folder", path=file)
            near = (self._as_written(page, one, place.fragment) for one in self.near(file))
            return fault("site-link-missing", *near, path=file)
        anchor = place.fragment.partition(":~:")[0]  # what follows marks words, not a place
        if self._has(file, anchor):
            return []
        ids = get_close_matches(unquote(anchor), self.pages[file].ids, 3, 0.5)
        return fault("site-anchor-missing", *(f"#{one}" for one in ids), anchor=anchor, path=file)

    def _file(self, place: Place) -> str:
        """Return the file a server sends for `place`: a folder answers with its index page."""
        if not place.path or place.path.endswith("/"):
            return place.path + _INDEX
        return f"{place.path}/{_INDEX}" if place.path in self.folders else place.path

    def _has(self, file: str, anchor: str) -> bool:
        if not anchor or anchor.lower() == "top" or file not in self.pages or file.endswith(".css"):
            return True
        ids = self.pages[file].ids
        return anchor in ids or unquote(anchor) in ids or anchor.startswith("svgView(")

    def _near(self, file: str) -> list[str]:
        suffix = posixpath.splitext(file)[1]
        return get_close_matches(file, [one for one in self.files if one.endswith(suffix)], 3)

    def _as_written(self, page: Page, file: str, anchor: str) -> str:
        """Return the link that leads from `page` to `file`, to `anchor` in it if there is one."""
        link = quote(posixpath.relpath(file, posixpath.dirname(page.path) or "."))
        return f"{link}#{anchor}" if anchor and self._has(file, anchor) else link

    def _unreached(self, entry: str) -> list[Problem]:
        """Return the pages that nobody finds who starts at `entry`."""
        if entry not in self.pages:
            right = get_close_matches(entry, self.pages, 1, 0.3)
            values = {"right": right[0] if right else _INDEX}
            return [_problem("site-entry-missing", entry, None, entry, values, tuple(right))]
        reached, waiting = {entry}, [entry]
        while waiting:
            page = self.pages[waiting.pop()]
            for reference in page.references:
                place = self.addresses.place(page.path, page.base, reference.target)
                if not reference.followed or isinstance(place, Elsewhere):
                    continue
                file = self._file(place)
                if file in self.pages and file not in reached:
                    reached.add(file)
                    waiting.append(file)
        return [
            _problem("site-page-unreached", path, None, path, {"entry": entry})
            for path in self.pages
            if path.endswith(_PAGES) and path not in reached and not path.endswith("404.html")
        ]


def _problem(
    code: str,
    page: str,
    line: int | None,
    value: str,
    values: dict[str, str],
    right: tuple[str, ...] = (),
) -> Problem:
    """Return a problem of a built page; which source it came from is not known here."""
    words = {"value": value, "line": str(line), **values}
    return Problem(
        page, None, code, words, suggestions=right, page=page, value=value, page_line=line
    )

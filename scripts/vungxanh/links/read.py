"""One file of the site folder becomes a Page, whatever its kind."""

import posixpath
from collections import Counter
from pathlib import Path

from vungxanh.links.data import is_data, read_data
from vungxanh.links.html import file_under, read_html
from vungxanh.links.letters import decode
from vungxanh.links.page import Page
from vungxanh.links.roles import Role
from vungxanh.links.styles import addresses_of_style
from vungxanh.links.tokens import marks
from vungxanh.links.words import say_nothing

PAGES = (".html", ".htm", ".xhtml")
# A parsed page takes some forty times its size in memory; from here on tags are read one by one.
LARGE = 4_000_000  # bytes
LARGEST = 64_000_000  # bytes; beyond, a file is no page for readers, and is told instead


def is_read(path: str) -> bool:
    """Return whether the file at `path` may hold addresses."""
    return path.lower().endswith((*PAGES, ".css", ".svg")) or is_data(path)


def read(root: Path, path: str, careful: bool = False) -> Page:
    """Return what the file at `path` in the folder `root` says.

    `careful` reads tags one by one, as is done for what is large. Raises OSError.
    """
    data = (root / path).read_bytes()
    text, garbled = decode(data)
    kind = posixpath.splitext(path)[1].lower()
    if kind in PAGES and not careful and len(data) < LARGE:
        page = read_html(path, text)
    elif kind in PAGES or kind == ".svg":
        page = read_tags(path, text)
    elif kind == ".css":
        page = Page(path, loads=list(dict.fromkeys(one for one, _ in addresses_of_style(text))))
    else:
        page = read_data(path, text)
    page.garbled = garbled and kind != ".svg"
    return page


def read_tags(path: str, text: str) -> Page:
    """Return what `text` says, as `read_html` does, in time that grows with its length alone."""
    page = Page(path)
    links: dict[str, None] = {}
    loads: dict[str, None] = {}
    ids: Counter[str] = Counter()
    names: dict[str, None] = {}
    for mark in marks(text):
        if mark.role is Role.PLACE:
            names[mark.value] = None
            if mark.detail != "name":
                ids[mark.value] += 1
            continue
        file_under(page, mark.role, mark.value, links, loads, mark.detail)
        if mark.words == "":
            page.unnamed.append(mark.value)
        elif mark.words and say_nothing(mark.words):
            page.vague.append((mark.value, mark.words))
    page.links, page.loads, page.ids = list(links), list(loads), list(names)
    page.repeated = [one for one, times in ids.items() if times > 1]
    return page

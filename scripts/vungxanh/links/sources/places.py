"""Where in a text of the repository an address stands."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from vungxanh.links.sources.pages import plain
from vungxanh.links.telling import Origin
from vungxanh.readers.blocks import shown
from vungxanh.readers.document import find_links
from vungxanh.text.fold import slug

_SHORTEST = 4  # letters; less than that stands everywhere
_HEADING = re.compile(r"^ {0,3}#{1,6} +(.*?)[ \t]*(?:\{[^}]*\})?[ \t]*$")


@lru_cache(maxsize=256)
def text_of(root: Path, file: str) -> str:
    """Return the text of a file of the repository; empty where it cannot be read."""
    try:
        return (root / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def markdown_links(root: Path, file: str, path: str, anchor: str | None) -> Iterator[Origin]:
    """Yield the Markdown links in `file` that lead to the page `path` of the site.

    With `anchor`, only those to that place in it.
    """
    for link in find_links(text_of(root, file), 1):
        try:
            parts = urlsplit(link.target)
        except ValueError:
            continue
        if parts.scheme or parts.netloc:
            continue
        found = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
        found = file if not parts.path else found
        page = re.sub(r"(?:\.en)?\.md$", ".html", found.partition("/")[2])
        if page == plain(path) and anchor in (None, unquote(parts.fragment)):
            yield Origin(file, link.line, link.column)


def written(root: Path, file: str, needles: list[str]) -> Iterator[Origin]:
    """Yield where the first of `needles` that stands in `file` does, as it is written.

    Examples in fences and comments are no links.
    """
    lines = text_of(root, file).split("\n")
    rows = list(shown(lines)) if file.endswith(".md") else list(enumerate(lines))
    if file.endswith(".yml"):
        rows = [(index, line) for index, line in rows if not line.lstrip().startswith("#")]
    for needle in (one for one in needles if len(one) >= _SHORTEST):
        pattern = re.compile(rf"(?<![\w-]){re.escape(needle)}(?![\w-])", re.IGNORECASE)
        found = [
            Origin(file, index + 1, match.start() + 1)
            for index, line in rows
            for match in pattern.finditer(line)
        ]
        if found:
            yield from found
            return


def named_places(root: Path, file: str, name: str) -> list[Origin]:
    """Return where `file` gives something the name `name`: a heading, a block, a tag."""
    form = r"""\{{[^}}]*#{0}\b|\bid\s*[:=]\s*["']?{0}\b"""
    pattern = re.compile(form.format(re.escape(name)))
    found = []
    for index, line in shown(text_of(root, file).split("\n")):
        match, heading = pattern.search(line), _HEADING.match(line)
        if match:
            found.append(Origin(file, index + 1, match.start() + 1))
        elif heading and "{" not in line and slug(heading[1]) == name:
            found.append(Origin(file, index + 1, 1))
    return found

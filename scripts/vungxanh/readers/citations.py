"""Which rows of registries a document names: a link to `docs/phap-luat/index.md#b-12` names B-12.

A citation is an ordinary link between files, so this is the one place that knows which page of the
site shows which registry.
"""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from vungxanh.model.lesson import Document, Lesson
from vungxanh.readers.notes import headings

# The page on which the rows of a registry stand, each under its id in lower case.
PAGE_OF = {
    "legal": "docs/phap-luat/index.md",
    "glossary": "docs/thuat-ngu/index.md",
    "fines": "docs/phap-luat/muc-phat.md",
    "figures": "docs/so-lieu/index.md",
    "bodies": "docs/co-quan/index.md",
}
_REGISTRY_OF = {page: name for name, page in PAGE_OF.items()}


class Row(NamedTuple):
    """A row of a registry, as links name it: `anchor` is its id in lower case."""

    registry: str
    anchor: str


@dataclass(frozen=True)
class Citation:
    """A row that a document names: on which line, in which section (`anchor`, `section`).

    `beside` are the rows that the same paragraph names, too. `taught` is true within a note for
    the teacher, which no pupil sees.
    """

    row: Row
    line: int
    anchor: str
    section: str
    beside: frozenset[Row]
    taught: bool = False


def row_of(target: str, file: str) -> Row | None:
    """Return the row that a link to `target`, written in `file`, names; None if it names none."""
    try:
        scheme, host, path, _, anchor = urlsplit(target)
    except ValueError:
        return None
    if host or scheme not in ("", "repo") or not anchor:
        return None
    if not scheme:  # a path between files, or a place in the same file
        folder = posixpath.dirname(file)
        path = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else file
    name = _REGISTRY_OF.get(path.replace(".en.md", ".md"))
    return Row(name, unquote(anchor)) if name else None


def citations(document: Document) -> tuple[Citation, ...]:
    """Return the rows that `document` names, in the order of its text."""
    named = [
        (link.line, row)
        for link in document.links
        if not link.image and (row := row_of(link.target, document.path))
    ]
    if not named:
        return ()
    lines = document.body.split("\n")
    sections = headings(document.body, document.body_line)
    notes = [range(one.line, one.line + one.text.count("\n") + 3) for one in document.notes]
    found = []
    for line, row in named:
        near = _paragraph(lines, line - document.body_line)
        beside = {other for at, other in named if at - document.body_line in near and other != row}
        above = [one for one in sections if one[0] <= line]
        _, anchor, section = above[-1] if above else (0, "", "")
        taught = any(line in note for note in notes)
        found.append(Citation(row, line, anchor, section, frozenset(beside), taught))
    return tuple(found)


def cited_in(lessons: Iterable[Lesson], registry: str) -> dict[str, list[Lesson]]:
    """Return which of `lessons` name each row of `registry` to their readers, by its anchor."""
    found: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        rows = {one.row for one in citations(lesson.documents["vi"]) if not one.taught}
        for row in rows:
            if row.registry == registry:
                found.setdefault(row.anchor, []).append(lesson)
    return found


def _paragraph(lines: list[str], at: int) -> range:
    """Return the indexes of the lines that stand together with the one at `at`."""
    start, end = at, at + 1
    while start > 0 and lines[start - 1].strip():
        start -= 1
    while end < len(lines) and lines[end].strip():
        end += 1
    return range(start, end)

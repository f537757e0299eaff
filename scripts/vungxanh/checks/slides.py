"""A section of a lesson is a slide too: a long one is read from many slides, and nobody follows."""

import re

from vungxanh.model.lesson import Document
from vungxanh.problems import Problem
from vungxanh.readers.blocks import shown
from vungxanh.readers.project import Project

# About 90 words of Vietnamese fill a slide that is read from the last row (text at least 1/24 of
# the height, 4:3), so this is more than three.
WORDS = 300
_SECTION = re.compile(r"^## +(.*?)(?:\s+\{.*\})?\s*$")
_BLOCK = re.compile(r"^ {0,3}/{3,}[ \t]*([\w-]*)")
_NO_WORDS = re.compile(r"^\s*(#|!\[)")


def check_slides(project: Project) -> list[Problem]:
    """Return the sections of lessons that would run over too many slides."""
    return [
        Problem(document.path, line, "section-long", {"title": title, "count": str(words)})
        for lesson in project.lessons
        for document in lesson.documents.values()
        for title, line, words in _sections(document)
        if words > WORDS
    ]


def _sections(document: Document) -> list[tuple[str, int, int]]:
    """Return heading, line and number of words of each section; blocks have slides of their own."""
    found: list[tuple[str, int, int]] = []
    inside = False
    for index, line in shown(document.body.split("\n")):
        if block := _BLOCK.match(line):
            inside = bool(block[1])
        elif head := _SECTION.match(line):
            found.append((head[1], document.body_line + index, 0))
        elif found and not inside and not _NO_WORDS.match(line):
            title, start, words = found[-1]
            found[-1] = title, start, words + len(line.split())
    return found

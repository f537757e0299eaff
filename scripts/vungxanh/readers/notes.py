"""`/// teacher-note` and `/// family-note`: what a lesson tells the grown-ups around it."""

import re

from vungxanh.model.lesson import Note
from vungxanh.problems import Problem
from vungxanh.readers.blocks import Block, shown
from vungxanh.text.fold import slug

TEACHER, FAMILY = "teacher-note", "family-note"
NOTES = (TEACHER, FAMILY)
_SECTION = re.compile(r"^ {0,3}#{1,3} +(.*?)(?: +#+)?[ \t]*$")
_EXPLICIT = re.compile(r"\s*\{[^}]*#([\w-]+)[^}]*\}[ \t]*$")


def read_notes(
    body: str, blocks: list[Block], first: int, file: str
) -> tuple[tuple[Note, ...], Note | None, list[Problem]]:
    """Return the notes for the teacher, the one for the family, and what is wrong with them.

    `first` is the line of `file` on which `body` begins. A note belongs to the section above it.
    """
    sections = headings(body, first)
    problems: list[Problem] = []
    found: dict[str, list[Note]] = {name: [] for name in NOTES}
    for block in blocks:
        if block.name not in NOTES:
            continue
        text = "\n".join(block.lines).strip("\n").rstrip()
        if not text or block.argument or block.options:
            problems.append(Problem(file, block.line, "note-form", {"name": block.name}))
        above = [section for section in sections if section[0] < block.line]
        _, anchor, title = above[-1] if above else (0, "", "")
        found[block.name].append(Note(anchor, title, text, block.line))
    problems += [
        Problem(file, note.line, "note-twice", {"other": str(found[FAMILY][0].line)})
        for note in found[FAMILY][1:]
    ]
    return tuple(found[TEACHER]), next(iter(found[FAMILY]), None), problems


def headings(body: str, first: int) -> list[tuple[int, str, str]]:
    """Return line, anchor and title of each heading of a section; steps of scenarios are none."""
    found = []
    for index, line in shown(body.split("\n")):
        if match := _SECTION.match(line):
            explicit = _EXPLICIT.search(match[1])
            title = _EXPLICIT.sub("", match[1]).strip()
            found.append((first + index, explicit[1] if explicit else slug(title), title))
    return found

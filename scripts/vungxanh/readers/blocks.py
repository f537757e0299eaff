"""Finds `/// name | argument` blocks in raw Markdown, line by line, fences left alone.

The Markdown library that renders blocks swallows mistakes: an unclosed block takes the rest of the
page, an unknown option prints the block as text. So the source is read here first, with lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vungxanh.problems import Problem

# The blocks of this site: name -> options it takes.
BLOCKS: dict[str, tuple[str, ...]] = {
    "quiz": ("id", "type", "section", "shuffle"),
    "teacher-note": (),
    "family-note": (),
    "help": (),
    "lesson-list": (),
    "plan-list": (),
    "audience-cards": (),
    "legal-library": (),
    "glossary": (),
    "fines": (),
    "figures": (),
    "bodies": (),
    "changes": (),
    "contacts": (),
    "coverage": (),
    "progress": (),
}

_START = re.compile(r"^ {0,3}(/{3,})[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$")
_END = re.compile(r"^ {0,3}(/{3,})[ \t]*$")
_OPTION = re.compile(r"^ {4,}([\w-]+):[ \t]*(.*?)[ \t]*$")
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})(.*)$")
_COMMENT = re.compile(r"^ {0,3}<!--")


@dataclass(frozen=True)
class Block:
    """One block: `options` as written, `lines` its content, numbers counting in the file."""

    name: str
    argument: str
    options: dict[str, str]
    lines: tuple[str, ...]
    line: int
    first_line: int


def shown(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield (index, line) for each line that stands in no fenced code block and no comment."""
    fence, hidden = "", False
    for index, line in enumerate(lines):
        if not fence and (hidden or ("<!--" in line and _COMMENT.match(line))):
            hidden = "-->" not in line
            continue
        if ("```" in line or "~~~" in line) and (match := _FENCE.match(line)):
            mark, rest = match[1], match[2]
            if not fence:
                fence = mark
                continue
            if mark[0] == fence[0] and len(mark) >= len(fence) and not rest.strip():
                fence = ""
                continue
        if not fence:
            yield index, line


def read_blocks(text: str, first_line: int, file: str) -> tuple[list[Block], list[Problem]]:
    """Return the blocks of `text`, whose first line is `first_line` of `file`, and their faults."""
    lines = text.split("\n")
    visible = dict(shown(lines))
    blocks: list[Block] = []
    problems: list[Problem] = []
    opened: tuple[int, str, str, int] | None = None
    for index, line in visible.items():
        if (end := _END.match(line)) and opened is None:
            problems.append(Problem(file, first_line + index, "block-not-opened"))
        elif end and opened and len(end[1]) == opened[3]:
            blocks.append(_block(lines, opened, index, first_line))
            opened = None
        elif (start := _START.match(line)) and opened is None:
            opened = (index, start[2], start[3] or "", len(start[1]))
        elif start and opened and len(start[1]) <= opened[3]:
            # A new block of the same rank inside one: its `///` was forgotten.
            problems.append(_unclosed(file, first_line, opened))
            blocks.append(_block(lines, opened, index, first_line))
            opened = (index, start[2], start[3] or "", len(start[1]))
        elif line.startswith("///") and not end and not start:
            values = {"line": line.strip()[:60]}
            problems.append(Problem(file, first_line + index, "block-malformed", values))
    if opened:
        problems.append(_unclosed(file, first_line, opened))
        blocks.append(_block(lines, opened, len(lines), first_line))
    return blocks, problems


def _unclosed(file: str, first_line: int, opened: tuple[int, str, str, int]) -> Problem:
    return Problem(file, first_line + opened[0], "block-not-closed", {"name": opened[1]})


def _block(lines: list[str], opened: tuple[int, str, str, int], end: int, first: int) -> Block:
    index, name, argument, _ = opened
    options: dict[str, str] = {}
    at = index + 1
    while at < end and (match := _OPTION.match(lines[at])):
        options[match[1]] = match[2]
        at += 1
    content = tuple(lines[at:end])
    return Block(name, argument, options, content, first + index, first + at)

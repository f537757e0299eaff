"""`<!-- check: CODE – lý do -->` above a paragraph: a person let something stand, and says why."""

import re
from dataclasses import dataclass

from vungxanh.readers.blocks import shown

_OPENING = "<!-- check:"
_SEEN = "@check:"
_FORM = re.compile(rf"^ *{_SEEN}(.*?)-->[ \t]*$")
_PARTS = re.compile(r"^([a-z][a-z0-9-]*)(?:\s+[–—-]+\s+(\S.*))?$")
_BLOCK = re.compile(r"^ {0,3}(/{3,})[ \t]*[\w-]+")


@dataclass(frozen=True)
class Exemption:
    """One comment: the code it names and the reason, empty where they are not given.

    It stands on `line` and is for the lines `first` to `last`: the paragraph under it, or the
    whole block.
    """

    file: str
    line: int
    code: str
    reason: str
    first: int
    last: int

    def covers(self, line: int | None) -> bool:
        """Return whether `line` of the file is one it speaks for."""
        return line is not None and self.first <= line <= self.last


def read_exemptions(file: str, source: str) -> tuple[Exemption, ...]:
    """Return the exemptions written in `source`, the text of `file`; in code they are none."""
    if _OPENING not in source:
        return ()
    lines = source.replace(_OPENING, _SEEN).split("\n")
    found = []
    for index, line in shown(lines):
        if match := _FORM.match(line):
            parts = _PARTS.match(match[1].strip())
            code, reason = parts.groups() if parts else (match[1].strip(), None)
            first, last = _lines(lines, index + 1)
            found.append(Exemption(file, index + 1, code, reason or "", first + 1, last + 1))
    return tuple(found)


def _lines(lines: list[str], at: int) -> tuple[int, int]:
    """Return the first and last index of what begins at `at`, further comments left out."""
    while at < len(lines) and (not lines[at].strip() or _FORM.match(lines[at])):
        at += 1
    end = at
    if at < len(lines) and (block := _BLOCK.match(lines[at])):
        while end + 1 < len(lines) and lines[end].strip() != block[1]:
            end += 1
    else:
        while end + 1 < len(lines) and lines[end + 1].strip():
            end += 1
    return at, end

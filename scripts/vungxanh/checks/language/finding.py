"""What a rule of language finds in a passage: where, which code, what is right."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from vungxanh.model.passage import Passage
from vungxanh.problems import Problem


@dataclass(frozen=True)
class Finding:
    """A fault from `start` to `end` of the text of a passage.

    `right` is what should stand there, or empty where a person has to choose. With `mends`, it is
    the one right answer and `fix` may write it. `shown` and `shown_right` are what a message shows
    where the bare text, such as a blank, would say nothing.
    """

    start: int
    end: int
    code: str
    right: str = ""
    mends: bool = False
    shown: str = ""
    shown_right: str = ""


Rule = Callable[[Passage], Iterator[Finding]]

# What a rule of numbers looks for first: most passages have none.
DIGIT = re.compile("[0-9]")
# Addresses are no prose, though they can be read.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s”’)\]]+|[\w.+-]+@[\w-]+\.[\w.-]+\w|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s”’)]*)?"
)


def in_address(text: str, at: int) -> bool:
    """Return whether the letter `at` is of an address in `text`: of a page, a mailbox, a site."""
    return any(start <= at < end for start, end in _addresses(text))


@lru_cache(maxsize=4)  # several rules ask of one passage, one after the other
def _addresses(text: str) -> list[tuple[int, int]]:
    if "." not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def problem(passage: Passage, finding: Finding) -> Problem:
    """Return the problem that `finding` is."""
    line, column = passage.place(finding.start)
    found = passage.text[finding.start : finding.end].replace("\n", " ")
    right = finding.shown_right or finding.right
    values = {"found": finding.shown or found, "right": right}
    suggestions = (right,) if right else ()
    return Problem(passage.file, line, finding.code, values, column, suggestions)


def words_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return start and end of the whole words that `start` to `end` of `text` touches."""
    before = _NO_BLANK.search(text, 0, start)
    first = before.start() if before else start
    after = _NO_BLANK_ON.match(text, end)
    return first, after.end() if after else end


_NO_BLANK = re.compile(r"[^\s]+\Z")
_NO_BLANK_ON = re.compile(r"[^\s]+")

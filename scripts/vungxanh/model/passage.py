"""A run of prose: what a reader reads without a pause, and where each letter stands in its file."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from vungxanh.model.lesson import Locale

Kind = Literal[
    "title", "summary", "objective",  # front matter
    "heading", "paragraph", "list-item", "cell", "quotation", "alt",
    "stem", "choice", "feedback", "hint", "explanation",  # of a question
    "words",  # of a registry
]  # fmt: skip

# Stands in the text of a passage where code or a picture stands in the source.
OBJECT = "\ufffc"
_QUOTATION = re.compile("“[^“”]*(?:”|$)|‘[^‘’]*’")


@dataclass(frozen=True, eq=False)
class Passage:
    """One run of prose as it is read: `text` without marks of Markdown, addresses and code.

    `quoted` is true in a block quotation (feedback of a quiz is none). `block` is the `/// name`
    it stands in, or empty. Lines of the source are parted by a line feed. The rest is for `place`:
    run n of the text begins at `starts[n]` and stands in the file at `origins[n]`; `lines` are
    the offsets at which the lines of the file begin.
    """

    file: str
    locale: Locale
    kind: Kind
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    lines: tuple[int, ...]
    quoted: bool = False
    block: str = ""

    def origin(self, offset: int) -> int:
        """Return where in the text of the file the letter at `offset` stands, from 0."""
        run = bisect_right(self.starts, offset) - 1
        return self.origins[run] + offset - self.starts[run]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of the letter at `offset` of the text."""
        origin = self.origin(offset)
        line = bisect_right(self.lines, origin)
        return line, origin - self.lines[line - 1] + 1

    @cached_property
    def low(self) -> str:
        """The text in lower case with plain blanks: to glance at before a slow pattern is tried."""
        return self.text.lower().replace("\n", " ").replace("\u00a0", " ")

    def hints_at(self, words: Iterable[str]) -> bool:
        """Return whether the text has one of `words`, which are in lower case."""
        low = self.low
        for word in words:  # noqa: SIM110 - a generator takes three times as long
            if word in low:
                return True
        return False

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each “…” and ‘…’ in the text, marks included; an open one ends it."""
        if "“" not in self.text and "‘" not in self.text:
            return ()
        return tuple(match.span() for match in _QUOTATION.finditer(self.text))

    def quotation(self, offset: int) -> str | None:
        """Return the “…” around `offset`, its marks included; None where it stands in none."""
        spans = (span for span in self.quotations if span[0] <= offset < span[1])
        return next((self.text[start:end] for start, end in spans), None)

"""Where sentences begin and end."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.!?…]+[”’\")\]]*(?=\s)")
_OPENING = ' \t\n\u00a0“‘"([–-'
# A stop after one of these belongs to the word.
_SHORT = re.compile(r"\b(?:TS|ThS|TP|PGS|GS|BS|Mr|Ms|Dr|e\.g)\.$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of `text`, blanks around it left out.

    A stop ends a sentence where a blank follows, and then no small letter; so neither “v.v. và” nor
    “3.5” is cut. Marks that close stay with the sentence.
    """
    start = 0
    for end in (*_ends(text), len(text)):
        piece = text[start:end]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            yield start + left, start + len(piece.rstrip())
        start = end


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return start and end of the sentence that `offset` stands in."""
    return next((one for one in sentences(text) if offset < one[1]), (0, len(text)))


def _ends(text: str) -> Iterator[int]:
    for match in _STOP.finditer(text):
        end = match.end()
        following = text[end : end + 8].lstrip(_OPENING)[:1]
        if not following.islower() and not _SHORT.search(text, max(0, end - 6), end):
            yield end

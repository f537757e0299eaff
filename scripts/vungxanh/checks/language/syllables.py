"""Syllables that Vietnamese cannot have, and tone marks in another place than the house's."""

import re
from collections.abc import Iterator
from functools import cache

from vungxanh.checks.language.finding import Finding, in_address
from vungxanh.checks.language.quoted import begins, own_spelling
from vungxanh.model.passage import Passage
from vungxanh.text.vietnamese import is_vietnamese, respelt, syllable

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile("[fjwzFJWZ]")
_OURS = re.compile("ngh?[a-z]")
_DRAWN_OUT = re.compile(r"(.)\1\1")  # “Đẹpppp”
_NEW_STYLE = re.compile("o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]")


@cache
def _verdict(word: str) -> str:
    """Return `tone`, `impossible`, or nothing where all is well."""
    if len(word) == 1:
        return ""  # the name of a letter
    if word.isascii():  # a foreign word as likely as one without its marks, but for ng…
        return "impossible" if _OURS.match(word) and not syllable(word) else ""
    if _FOREIGN.search(word) or _DRAWN_OUT.search(word.lower()):
        return ""
    if syllable(word):
        lower = word.lower()
        return "tone" if _NEW_STYLE.search(lower) and respelt(word) != word else ""
    return "impossible" if any(map(is_vietnamese, word.lower())) else ""


class Syllables:
    """Looks at each word; `known` are those that are right though no syllable of Vietnamese."""

    def __init__(self, known: frozenset[str], as_written: tuple[str, ...]) -> None:
        self.known = known
        self.as_written = as_written
        self.seen: set[str] = set()  # words that are all right; a lesson uses few, again and again

    def __call__(self, passage: Passage) -> Iterator[Finding]:
        """Yield the words of `passage` that cannot be, or have their tone elsewhere."""
        text = passage.text
        new = set(_WORD.findall(text)) - self.seen
        odd = {word for word in new if _verdict(word)}
        self.seen |= new - odd
        if not odd:
            return
        for match in _WORD.finditer(text):
            word, (start, end) = match[0], match.span()
            if word not in odd or in_address(text, start):
                continue
            if _verdict(word) == "tone":
                if not own_spelling(passage, start) and not self._as_written(text, start):
                    yield Finding(start, end, "spelling-tone", respelt(word) or "", mends=True)
            elif not self._may_stand(text, word, start, end):
                right = respelt(word) or ""
                yield Finding(start, end, "spelling-syllable", right, mends=bool(right))

    def _as_written(self, text: str, start: int) -> bool:
        return any(
            (at := text.find(phrase)) >= 0 and at <= start < at + len(phrase)
            for phrase in self.as_written
        )

    def _may_stand(self, text: str, word: str, start: int, end: int) -> bool:
        """Names keep their own spelling; so do words that have their own entry."""
        if word.lower() in self.known:
            return True
        if text[end : end + 1] in ("'", "’", "-") or text[start - 1 : start] in ("'", "’", "-"):
            return True  # K’Brôi, Êđê-Jarai
        return word[0].isupper() and not begins(text, start) and respelt(word) is None

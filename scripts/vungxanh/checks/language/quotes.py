"""Quotation marks: “…” and inside them ‘…’, each opened and closed."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding
from vungxanh.model.passage import Passage

_STRAIGHT = re.compile('"[^"\n]*"')
_FOREIGN = re.compile("«[ \u00a0]?([^«»]*?)[ \u00a0]?»|[«»„]")
_SINGLE = re.compile(r"(?<![\w'])'([^\s'][^'\n]*[^\s'])'(?![\w'])")
_OPENS = re.compile(r"(?:^|[\s\u00a0(\[–“‘/])$")
_MARKS = re.compile("[“”]")


def check_quotes(passage: Passage) -> Iterator[Finding]:
    """Yield marks that are not the house's, and those without their partner."""
    text = passage.text
    if '"' in text:
        yield from _straight(text)
    if "'" in text and passage.locale == "vi":
        yield from _single(text)
    if "«" in text or "»" in text or "„" in text:
        yield from _foreign(text)
    if "“" in text or "”" in text:
        yield from _unpaired(text)


def _straight(text: str) -> Iterator[Finding]:
    """A pair has one right answer where it opens after a blank and holds something."""
    at = 0
    for match in _STRAIGHT.finditer(text):
        inner = match[0][1:-1]
        sure = (
            text.count('"') % 2 == 0
            and inner.strip() == inner != ""
            and _OPENS.search(text[: match.start()]) is not None
            and not text[match.end() : match.end() + 1].isalnum()
        )
        at = match.end()
        nested = _inside(text, match.start())
        right = f"‘{inner}’" if nested else f"“{inner}”"
        yield Finding(*match.span(), "quote-straight", right, mends=sure)
    if (single := text.find('"', at)) >= 0 and not re.search(r"\d$", text[:single]):
        yield Finding(single, single + 1, "quote-straight")


def _single(text: str) -> Iterator[Finding]:
    """In Vietnamese an apostrophe is no letter, so what stands between two is a quotation."""
    for match in _SINGLE.finditer(text):
        right = f"‘{match[1]}’" if _inside(text, match.start()) else f"“{match[1]}”"
        yield Finding(*match.span(), "quote-straight", right, mends=True)


def _inside(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _foreign(text: str) -> Iterator[Finding]:
    for match in _FOREIGN.finditer(text):
        inner = match[1]
        if inner is None:
            yield Finding(*match.span(), "quote-foreign")
        else:
            yield Finding(*match.span(), "quote-foreign", f"“{inner}”", mends=True)


def _unpaired(text: str) -> Iterator[Finding]:
    opened: int | None = None
    for match in _MARKS.finditer(text):
        if match[0] == "“":
            if opened is not None:
                yield Finding(opened, opened + 1, "quote-unpaired")
            opened = match.start()
        elif opened is None:
            yield Finding(*match.span(), "quote-unpaired")
        else:
            opened = None
    if opened is not None:
        yield Finding(opened, opened + 1, "quote-unpaired")

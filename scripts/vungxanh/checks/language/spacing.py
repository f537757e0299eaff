"""Blanks around signs, ellipses and dashes."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding, in_address, words_around
from vungxanh.model.passage import Passage

_BLANK = "[ \u00a0]"
_LETTER = r"[^\W\d_]"
_RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    # before a sign, and none after it
    ("spacing", re.compile(rf"{_BLANK}+,(?={_LETTER})"), ", "),
    # before a sign
    ("spacing", re.compile(rf"{_BLANK}+(?=[,;?!”’)])(?!;\))"), ""),
    ("spacing", re.compile(rf"{_BLANK}+(?=:(?![)(DPp3]|\w))"), ""),
    ("spacing", re.compile(rf"(?<={_LETTER}){_BLANK}+(?=\.(?![\w./…]))"), ""),
    # after an opening one
    ("spacing", re.compile(rf"(?<=[“‘(]){_BLANK}+"), ""),
    # after a sign
    ("spacing", re.compile(rf"(?<=[,;])(?={_LETTER}|[“(])"), " "),
    (
        "spacing",
        re.compile(rf"(?<={_LETTER}[?!])(?={_LETTER}|“)|(?<={_LETTER}{_LETTER}:)(?={_LETTER}|“)"),
        " ",
    ),
    ("spacing", re.compile(r"(?<=[a-zà-ỹđ]\.)(?<!\bTp\.)(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])"), " "),
    ("spacing", re.compile(rf"(?<=[”)])(?={_LETTER})"), " "),
    ("spacing", re.compile(rf"(?<={_LETTER}{_LETTER})(?=“|\({_LETTER}{{3}})"), " "),
    # twice
    ("spacing", re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)"), " "),
    # three dots, long dashes
    ("ellipsis", re.compile(r"(?<![.v])(?<!v\.)\.{2,}(?!/)"), "…"),
    ("ellipsis", re.compile(r"(?<=v\.v)\.{2,}|(?<=v\.v\.)…|(?<=v\.v)…"), "."),
    ("dash", re.compile(rf"{_BLANK}?—{_BLANK}?|(?<=\w{_BLANK})--(?={_BLANK}\w)"), " – "),
    (
        "dash",
        re.compile(rf"(?<={_LETTER})–(?={_BLANK}{_LETTER})|(?<={_LETTER}{_BLANK})–(?={_LETTER})"),
        " – ",
    ),
)

# What every rule needs to see; most passages have none of it, and one search is cheap.
_ANY = re.compile(
    rf"{_BLANK}[,;:?!.”’) \u00a0]|[“‘(]{_BLANK}|[,;:?!.”)]{_LETTER}|[,;:?!][“(]|{_LETTER}[“(]"
    rf"|\.\.|v…|\.…|—|--|{_LETTER}–{_BLANK}|{_BLANK}–{_LETTER}"
)


def check_spacing(passage: Passage) -> Iterator[Finding]:
    """Yield blanks that are too many or too few, dots and dashes of another kind."""
    text = passage.text
    if not _ANY.search(text):
        return
    taken: list[tuple[int, int]] = []
    for code, pattern, right in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if in_address(text, start) or not _written_so(passage, start, end):
                continue
            if not any(a <= start <= b for a, b in taken):
                taken.append((start, end))
                yield _finding(text, start, end, code, right)


def _written_so(passage: Passage, start: int, end: int) -> bool:
    """Return whether nothing of Markdown stood in between, which a reader does not see."""
    first, last = max(start - 1, 0), min(end, len(passage.text) - 1)
    return passage.origin(last) - passage.origin(first) == last - first


def _finding(text: str, start: int, end: int, code: str, right: str) -> Finding:
    """A blank says nothing, so the words around it are shown."""
    first, last = words_around(text, start, end)
    shown = text[first:last]
    shown_right = text[first:start] + right + text[end:last]
    return Finding(start, end, code, right, mends=True, shown=shown, shown_right=shown_right)

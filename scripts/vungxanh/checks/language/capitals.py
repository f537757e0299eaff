"""Capitals that no list of words can hold: wards and districts, places in a law."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding, words_around
from vungxanh.checks.language.quoted import begins, own_spelling
from vungxanh.model.passage import Passage

_UNIT = re.compile(r"(?<![\w-])(?:Phường|Quận|Huyện|Xã|Tỉnh)(?=[ \u00a0][^\W\d_]{2})")
_PART = re.compile(r"(?<![\w-])(?:Khoản|Điểm)(?=[ \u00a0](?:\d|[a-zđ][ \u00a0]))")
_LAW = "Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp|Nghị quyết|Quyết định|của Luật"
_ARTICLE = re.compile(
    rf"(?<![\w-])điều(?=[ \u00a0]\d+[ \u00a0](?:{_LAW})\b)|(?<=\d[ \u00a0])điều(?=[ \u00a0]\d)"
)

# A law that is called by its symbol.
_TYPE = re.compile(
    r"(?<![\w-])(?:nghị định|thông tư|quyết định|nghị quyết|công văn|chỉ thị|luật)"
    r"(?=(?:[ \u00a0]số)?[ \u00a0]\d{1,5}/(?:\d{4}/)?[A-ZĐ])"
)
# A sentence that begins small; what ends in a point and is no sentence stands in _SHORT.
_SENTENCE = re.compile(r"(?<=[^\W\d_][^\W\d_]\. )[^\W\d_A-Z](?=[^\W_]* )")
_SHORT = re.compile(r"(?:v\.v|[tT][pP]|[tT]r|[tT]h[sS]|TS|GS|vd|[sS]t|[tT]t|[qQ]đ)\. $")
_ANY = re.compile(r"Phường|Quận|Huyện|Xã|Tỉnh|Khoản|Điểm|điều[ \u00a0]\d|\d/|\. [^\W\d_A-Z]")


def check_capitals(passage: Passage) -> Iterator[Finding]:
    """Yield names of units that begin large, and articles that begin small."""
    text = passage.text
    if not _ANY.search(text):
        return
    if passage.kind not in ("title", "heading"):
        for match in (*_UNIT.finditer(text), *_PART.finditer(text)):
            start, end = match.span()
            if match.re is _UNIT and not text[end + 1].isupper():
                continue  # Quận ủy
            if not begins(text, start) and not own_spelling(passage, start):
                yield Finding(start, end, "spelling-capital", match[0].lower(), mends=True)
    for match in _TYPE.finditer(text):
        right = match[0][0].upper() + match[0][1:]
        yield Finding(*match.span(), "spelling-capital", right, mends=True)
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        if match[0].islower() and not _SHORT.search(text[:start]):
            yield Finding(
                start, end, "spelling-capital", match[0].upper(), shown=_word(text, start)
            )
    for match in _ARTICLE.finditer(text):
        if re.search(r"khoản[ \u00a0]\d+[ \u00a0]$", text[: match.start()]) or text[
            match.end() :
        ].lstrip(" \u00a00123456789").startswith(tuple(_LAW.split("|"))):
            yield Finding(*match.span(), "spelling-capital", "Điều", mends=True)


def _word(text: str, start: int) -> str:
    return text[slice(*words_around(text, start, start + 1))]

"""Capitals that no list of words can hold: wards and districts, places in a law."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding
from vungxanh.checks.language.quoted import begins, own_spelling
from vungxanh.model.passage import Passage

_UNIT = re.compile(r"(?<![\w-])(?:Phường|Quận|Huyện|Xã|Tỉnh)(?=[ \u00a0][^\W\d_]{2})")
_PART = re.compile(r"(?<![\w-])(?:Khoản|Điểm)(?=[ \u00a0](?:\d|[a-zđ][ \u00a0]))")
_LAW = "Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp|Nghị quyết|Quyết định|của Luật"
_ARTICLE = re.compile(
    rf"(?<![\w-])điều(?=[ \u00a0]\d+[ \u00a0](?:{_LAW})\b)|(?<=\d[ \u00a0])điều(?=[ \u00a0]\d)"
)


def check_capitals(passage: Passage) -> Iterator[Finding]:
    """Yield names of units that begin large, and articles that begin small."""
    text = passage.text
    if passage.kind not in ("title", "heading"):
        for match in (*_UNIT.finditer(text), *_PART.finditer(text)):
            start, end = match.span()
            if match.re is _UNIT and not text[end + 1].isupper():
                continue  # Quận ủy
            if not begins(text, start) and not own_spelling(passage, start):
                yield Finding(start, end, "spelling-capital", match[0].lower(), mends=True)
    for match in _ARTICLE.finditer(text):
        if re.search(r"khoản[ \u00a0]\d+[ \u00a0]$", text[: match.start()]) or text[
            match.end() :
        ].lstrip(" \u00a00123456789").startswith(tuple(_LAW.split("|"))):
            yield Finding(*match.span(), "spelling-capital", "Điều", mends=True)

"""Numbers: a dot between thousands, a comma before decimals, % right after the figure."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import DIGIT, Finding
from vungxanh.model.passage import Passage

_GAP = r"[ \u00a0]?"
_EDGE = r"(?<![\w.,/-])"
# What is weighed and measured has decimals as often as thousands: 2,750 g may be right.
_MEASURED = "g|kg|mg|l|lít|ml|s|giây|cm|mm|V|A|W|Hz|%"
_COMMA = re.compile(
    rf"{_EDGE}[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,}}|,000"
    rf"|,\d{{3}}(?=[ \u00a0](?!(?:{_MEASURED})\b)[^\W\d_]|₫|đ\b))(?![\d,]|\.\d)"
)
_DECIMAL = (
    "%|triệu|tỷ|nghìn|ngàn|kg|km|m|cm|điểm|giờ|tiếng|phút|giây|lít|tấn|mét|lần|sao|độ|°C|GB|MB"
)
_DOT = re.compile(
    rf"{_EDGE}(\d+)\.(\d{{1,2}})(?={_GAP}(?:{_DECIMAL})(?!\w))|{_EDGE}(0)\.(\d+)(?=%)"
)
_SPACED = re.compile(rf"{_EDGE}[1-9]\d{{0,2}}(?:[ \u00a0]000)+(?!\d)")
_BARE = re.compile(rf"{_EDGE}[1-9]\d{{3,}}(?={_GAP}(đồng|VNĐ|VND|₫|đ|người|lượt|học sinh)\b)")
_PERCENT = re.compile(r"(?<=\d)[ \u00a0]+%")
_YEARS = range(1900, 2101)


def check_numbers(passage: Passage) -> Iterator[Finding]:
    """Yield the numbers of `passage` in another form."""
    text = passage.text
    if not DIGIT.search(text):
        return
    for match in _COMMA.finditer(text):
        yield Finding(*match.span(), "number-form", match[0].replace(",", "."), mends=True)
    for match in _DOT.finditer(text):
        if not text[: match.start()].endswith(("bản ", "bản\u00a0", "Bản ", "Bản\u00a0")):
            right = match[0].replace(".", ",")
            yield Finding(*match.span(), "number-form", right, mends=True)
    for match in _SPACED.finditer(text):
        yield Finding(*match.span(), "number-form", re.sub(r"\s", ".", match[0]), mends=True)
    for match in _BARE.finditer(text):
        if match[1] not in ("người", "lượt", "học sinh") or int(match[0]) not in _YEARS:
            right = f"{int(match[0]):,}".replace(",", ".")
            yield Finding(*match.span(), "number-form", right, mends=True)
    for match in _PERCENT.finditer(text):
        yield Finding(
            match.start() - 1, match.end(), "number-form", text[match.start() - 1] + "%", mends=True
        )

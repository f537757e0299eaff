"""Numbers: a dot between thousands, a comma before decimals, % right after the figure."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding
from vungxanh.model.passage import Passage

_GAP = r"[ \u00a0]?"
_EDGE = r"(?<![\w.,/-])"
_COUNTED = (
    "đồng|người|lượt|học sinh|em|bạn|trẻ em|hộ|phiếu|cuốn|quyển|trường|lớp|bài|suất|vé|tin|"
    "tài khoản|sinh viên|đoàn viên|giáo viên|m|km|m²|ha|USD|₫|đ|từ|chữ|trang|video|ảnh|lần"
)
# Thousands with commas: certain where there are two, or three zeros, or what is counted is whole.
_COMMA = re.compile(
    rf"{_EDGE}[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{2,}}|,000|,\d{{3}}(?={_GAP}(?:{_COUNTED})\b))"
    rf"(?![\d,]|\.\d)"
)
_DOT = re.compile(
    rf"{_EDGE}(\d+)\.(\d{{1,2}})(?={_GAP}(?:%|triệu|tỷ|nghìn|ngàn|kg|km|điểm|giờ|lít|GB|MB|m)(?!\w))"
)
_SPACED = re.compile(rf"{_EDGE}\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?=[ \u00a0](?:đồng|người|lượt)\b)")
_BARE = re.compile(rf"{_EDGE}[1-9]\d{{3,}}(?=[ \u00a0](đồng|người|lượt|học sinh)\b)")
_PERCENT = re.compile(r"(?<=\d)[ \u00a0]+%")
_YEARS = range(1900, 2101)


def check_numbers(passage: Passage) -> Iterator[Finding]:
    """Yield the numbers of `passage` in another form."""
    text = passage.text
    for match in _COMMA.finditer(text):
        yield Finding(*match.span(), "number-form", match[0].replace(",", "."), mends=True)
    for match in _DOT.finditer(text):
        if not text[: match.start()].endswith(("bản ", "bản\u00a0", "Bản ", "Bản\u00a0")):
            yield Finding(*match.span(), "number-form", f"{match[1]},{match[2]}", mends=True)
    for match in _SPACED.finditer(text):
        yield Finding(*match.span(), "number-form", re.sub(r"\s", ".", match[0]), mends=True)
    for match in _BARE.finditer(text):
        if match[1] == "đồng" or int(match[0]) not in _YEARS:
            right = f"{int(match[0]):,}".replace(",", ".")
            yield Finding(*match.span(), "number-form", right, mends=True)
    for match in _PERCENT.finditer(text):
        yield Finding(
            match.start() - 1, match.end(), "number-form", text[match.start() - 1] + "%", mends=True
        )

"""Non-breaking spaces: a number stays on the line of what it counts or names."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding, words_around
from vungxanh.model.passage import Passage

_UNITS = (
    "giờ|phút|giây|ngày|tuần|tháng|tuổi|nghìn|ngàn|triệu|tỷ|đồng|₫|km|m|cm|mm|kg|g|mg|lít|"
    "MB|GB|KB|TB|kB|px|m²|km²|°C"
)
_NAMED = "Điều|khoản|Khoản|điểm|Điểm|Chương|chương|Mục|ngày|Ngày|năm|Năm|tháng|Tháng|số|Số"
_BEFORE = re.compile(rf"(?<![\w-])(?:{_NAMED}) (?=\d)")
_POINT = re.compile(r"(?<![\w-])[đĐ]iểm (?=[a-zđ] khoản| ?[a-zđ]\u00a0khoản)")
_AFTER = re.compile(rf"\d (?=(?:{_UNITS})(?!\w))")
_LINE = re.compile(r"(?<![\w-])(?:Tổng đài|tổng đài) (?=\d)|(?:TS|ThS|PGS|GS)\. (?=[^\W\d_a-z])")


def check_nonbreaking(passage: Passage) -> Iterator[Finding]:
    """Yield the ordinary blanks of `passage` that may break a number from its word."""
    text = passage.text
    for pattern in (_BEFORE, _AFTER, _POINT, _LINE):
        for match in pattern.finditer(text):
            blank = match.end() - 1  # alone, since the word before it may be in bold
            first, last = words_around(text, blank, match.end())
            shown = text[first:last].strip("“”‘’().,;:?!")
            yield Finding(blank, blank + 1, "nbsp", "\u00a0", mends=True, shown=shown)

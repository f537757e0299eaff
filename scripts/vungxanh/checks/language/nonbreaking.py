"""Non-breaking spaces: a number stays on the line of what it counts or names."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import DIGIT, Finding, words_around
from vungxanh.model.passage import Passage

_UNITS = (
    "giờ|phút|giây|ngày|tuần|tháng|tuổi|nghìn|ngàn|triệu|tỷ|₫|km|m|cm|mm|kg|g|mg|lít|MB|GB|KB|TB|"
    "kB|px|m²|km²|°C|đồng(?! (?:nghiệp|chí|đội|hồ|bào|phạm|tác giả|hương|minh|hành))"
)
_NAMED = (
    r"(?:Điều|Chương|chương) (?=\d)",
    # an amount of money is a khoản too
    r"[kK]hoản (?=\d{1,2}(?![\d.,]*\d)(?![ \u00a0](?:nghìn|ngàn|triệu|tỷ|đồng)))",
    r"[đĐ]iểm (?=[a-zđ][ \u00a0]khoản)",
    r"[sS]ố (?=\d+/\d*/?[A-ZĐ])",
    r"[nN]ăm (?=(?:19|20)\d\d(?!\d))",
    # not “mỗi ngày 3 buổi”
    r"[nN]gày (?=\d{1,2}(?:/\d|[ \u00a0]tháng))",
    r"[tT]háng (?=\d{1,2}(?:/\d|[ \u00a0]năm))",
    r"[tT]ổng đài (?=\d)",
    r"(?:TS|ThS|PGS|GS)\. (?=[^\W\d_a-z])",
)
_BEFORE = re.compile(rf"(?<![\w-])(?:{'|'.join(_NAMED)})")
_AFTER = re.compile(rf"\d (?=(?:{_UNITS})(?!\w))")


def check_nonbreaking(passage: Passage) -> Iterator[Finding]:
    """Yield the ordinary blanks of `passage` that may break a number from its word."""
    text = passage.text
    if not DIGIT.search(text) and ". " not in text:
        return
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            blank = match.end() - 1  # alone, since the word before it may be in bold
            first, last = words_around(text, blank, match.end())
            shown = text[first:last].strip("“”‘’().,;:?!")
            yield Finding(blank, blank + 1, "nbsp", "\u00a0", mends=True, shown=shown)

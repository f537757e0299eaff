"""Former times: what is gone may be named where a passage says that it is gone.

A false alarm costs more than a miss, so much counts as saying so: a quotation, a section called
“Lịch sử”, a year in which the thing still was, words such as “trước đây” or “hết hiệu lực”.
"""

import datetime
import re
from collections.abc import Iterator

from vungxanh.model.passage import Passage
from vungxanh.text.phrases import phrases
from vungxanh.text.sentences import sentence_at, sentences

_SECTION = phrases(r"\b(?:lịch sử|trước đây|ngày trước|history|formerly)\b")
_BEFORE = phrases(
    r"\b(?:(?:ngày|hồi|thời) (?:ấy|trước|xưa)|trước (?:đây|kia|thời|khi (?:có|sắp xếp|sáp nhập|bỏ))"
    r"|hồi (?:đó|còn|năm)|(?:lúc|khi|thời|bấy) (?:đó|ấy|giờ)|thời điểm ban hành"
    r"|giai đoạn (?:19|20)\d\d|của (?:năm|thời) (?:19|20)\d\d|nguyên (?:là|văn)"
    r"|(?:đã|từng|bị|được) (?:đổi tên|sáp nhập|hợp nhất|giải thể|bãi bỏ|hủy bỏ|sắp xếp|thay)"
    r"|không còn|trước (?:gọi )?là|(?:thôi|không|ngừng|bỏ|đừng) (?:dùng|áp dụng)|đừng (?:theo|nhầm)"
    r"|chấm dứt|kết thúc|đến hết năm|khép lại|hết (?:hiệu lực|giai đoạn)|lịch sử|cũ|xưa"
    r"|đã từng|từng (?:là|có|gọi|thuộc|do|ban hành|quy định|dùng)|nay (?:là|thuộc|do|về|dùng|gọi)"
    r"|đổi (?:tên|thành)|(?:luật|văn bản|bộ quy tắc) mới|so với|so sánh|đối chiếu|former(?:ly)?"
    r"|no longer|used to|at (?:the|that) time|(?:until|before) \d|in the past|before(?=,)|history"
    r"|replaced|repealed|abolished|renamed|then called|expired)\b"
)
# Of bodies and words, whoever tells a story of them, or who took over, speaks of the past as well.
_STORY = phrases(
    r"\b(?:thay (?:cho|thế|vì|bằng)|kể (?:chuyện|lại)|ký ức|thuở|còn hạn|vẫn (?:dùng|còn"
    r"|có giá trị)|đã cấp|(?:ảnh )?tư liệu|bản gốc"
    r"|hồi \w+ còn|sau khi (?:sắp xếp|sáp nhập)|chuyển (?:về|sang|cho|giao)|tiếp nhận|bàn giao"
    r"|kế thừa|(?:không|đừng|thôi|khỏi) (?:ghi|viết|gọi|đề))\b"
)
# One document takes the place of another: the one named after the verb is the old one.
_REPLACES = phrases(
    r"\bthay(?: thế)?(?: cho)?\b(?! (?:đổi|mặt|phiên|vì|áo))|\breplac(?:es|ed|ing)\b"
    r"|\b(?:bãi bỏ|hủy bỏ)\b|\bnot\b|\b(?:đừng|không|chớ) (?:viện )?dẫn\b",
)
# A sentence that goes on about what the one before has named.
_GOES_ON = phrases(
    r"\b(?:(?:đã|bị|được|nay)\s+(?:được\s+|bị\s+)?thay|thay (?:bằng|từ)|hết hiệu lực|không còn"
    r"|was replaced|no longer)\b",
)
_YEAR = re.compile(r"(?<![\w./-])(?:\d{1,2}/)?(?:\d{1,2}/)?((?:19|20)\d\d)(?!\d|/[\w])")


def present(passages: Iterator[Passage]) -> Iterator[Passage]:
    """Yield the passages that speak of today: no quotation, and in no section on history.

    `passages` come file by file, in their order.
    """
    file, past = "", False
    for passage in passages:
        if passage.file != file:
            file, past = passage.file, False
        if passage.kind == "heading":
            past = bool(_SECTION.search(passage.text))
        if not past and not passage.quoted:
            yield passage


def past_body(passage: Passage, start: int, until: datetime.date | None) -> bool:
    """Return whether what is named at `start` of `passage` is told as a thing of former times.

    `until` is the day from which it is no more.
    """
    if passage.quotation(start) is not None:
        return True
    if _BEFORE.search(passage.text) or _STORY.search(passage.text):
        return True
    return any(until and year <= until.year for year in _years(passage.text))


def past_document(
    text: str, start: int, began: tuple[datetime.date | None, ...], ended: datetime.date | None
) -> bool:
    """Return whether `text` says that the document named at `start` is no longer law.

    Words count in the same sentence, years up to its end, as in “Năm 2022, … . Khi …”. The years
    in which it `began`, issued or in force, say nothing: they belong to its name.
    """
    first, last = sentence_at(text, start)
    sentence = text[first:last]
    if _BEFORE.search(sentence) or _REPLACES.search(text, first, start):
        return True
    if _GOES_ON.search(text, start, _next_end(text, last)):
        return True
    own = {date.year for date in began if date}
    return any(
        ended and year not in own and min(own, default=year) <= year <= ended.year
        for year in _years(text[:last])
    )


def _next_end(text: str, end: int) -> int:
    """Return where the sentence after the one that ends at `end` ends."""
    return next((last for first, last in sentences(text) if first >= end), end)


def _years(text: str) -> Iterator[int]:
    """Yield the years that stand in dates, or alone; numbers of documents have none."""
    for match in _YEAR.finditer(text):
        yield int(match[1])

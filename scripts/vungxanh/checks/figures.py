"""Statistics: a share of people says something only with the year, and who asked whom."""

import re

from vungxanh.checks.places import problem_at
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.text.phrases import phrases
from vungxanh.text.sentences import sentence_at

_PEOPLE = (
    r"(?:người|trẻ|học sinh|sinh viên|phụ huynh|cha mẹ|bố mẹ|ông bà|thanh niên|thiếu niên|bạn trẻ"
    r"|các em|các bạn|nạn nhân|gia đình|hộ|giáo viên|thầy cô|cán bộ|công chức|dân|nữ|nam|vụ|cư dân"
    r"|đoàn viên|doanh nghiệp|cơ quan|trường|children|people|pupils|students|parents|teachers|users"
    r"|victims|young people|teenagers|adults|families|women|girls|boys|residents)"
)
_FEW = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)"
# Before a day of the year: “ngày 2/9 người dân treo cờ”.
_NO_DAY = "".join(
    rf"(?<!{word}\s)"
    for word in ["ngày", "lễ", "dịp", "đến", "từ", "sáng", "chiều", "tối", "phố", "đường"]
)
_SHARE = r"\d+(?:[.,]\d+)?\s?%|\d+ (?:phần trăm|per cent|percent)"
_OF_PEOPLE = phrases(
    rf"(?:(?:hơn|gần|trên|khoảng|tới|đến|more than|nearly|about|over) )?(?:{_SHARE})"
    rf"(?: (?:số|các|những|of|the|all|our|trong số|tổng số|the country’s)){{0,3}} {_PEOPLE}\b"
    rf"|\bcứ (?:\d+|{_FEW}) (?:{_PEOPLE}|em|bạn)[^.]{{0,30}} (?:thì|lại) (?:có )?(?:\d+|{_FEW})\b"
    rf"|(?:{_FEW} phần {_FEW}|một nửa|(?<![\d/]){_NO_DAY}[1-9]/(?:[2-9]|10)(?!\d|/))"
    rf" (?:số )?{_PEOPLE}\b"
    rf"|\bmỗi (?:ngày|tuần|tháng|năm|giờ|phút) (?:có |lại có )?(?:hơn |gần "
    rf"|khoảng )?\d[\d.]* {_PEOPLE}\b"
    rf"|\b{_PEOPLE}[^.,;]{{0,25}}\b(?:mất|dành|bỏ ra|dùng mạng|lướt|spend) "
    r"(?:hơn |gần |trung bình |khoảng |tới |about )?\d+(?:[.,]\d+)? (?:giờ|tiếng|phút|hours?)"
    r" (?:mỗi|một|a|per) (?:ngày|tuần|day|week)"
)
_SURVEY = phrases(
    r"\b(?:khảo sát|nghiên cứu|thống kê|điều tra|survey|study|studies|statistics)\b[^.!?]{0,60}?"
    rf"(?:{_SHARE}|(?:cho thấy|cho biết|chỉ ra|cho hay|ghi nhận|shows?|found)[^.!?]{{0,60}}?"
    rf"(?P<figure>\d[\d.]* {_PEOPLE})\b)"
)
# Aims, rules, instructions and what a class does are no statistics.
_NO_FIGURE = phrases(
    r"\b(?:mục tiêu|phấn đấu|chỉ tiêu|tối đa|không quá|tối thiểu|giảm giá|khuyến mãi|pin|hãy|nên"
    r"|cần|trong lớp|cả lớp|lớp (?:em|mình|ta|tôi|\d)"
    r"|thử hỏi|ví dụ|giả sử|nếu|target|at most|at least|suppose|for example)\b"
)
_HINTS = (
    "%", "phần", "một nửa", "/", "mỗi ngày", "mỗi tuần", "mỗi tháng", "mỗi năm", "mỗi giờ",
    "mỗi phút", "một ngày", "một tuần", "percent", "per cent", "cứ ", "hours a", "hours per",
    "hour a", "khảo sát", "nghiên cứu", "thống kê", "điều tra", "survey", "stud", "statistic",
)  # fmt: skip
_NUMBER = re.compile(r"\d|phần|một nửa|cứ ", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w./-])(?:\d{1,2}/)*(?:19|20)\d\d(?![\d/])|(?<=/)(?:19|20)\d\d\b")
_SOURCE = phrases(
    r"\btheo (?!dõi|em\b|bạn\b|tôi|mình|ý|cách|nhóm|lời|chân|thứ|đó|cùng|kiểu|thói)"
    r"|\b(?:khảo sát|nghiên cứu|báo cáo|số liệu|thống kê|điều tra)\s+(?:\w+\s+){0,4}của\s"
    r"|\b(?:công bố|cho biết|thực hiện|ghi nhận|tiến hành)\b|\bnguồn\s?:"
    r"|\b(?:according to|by|from|published|found by|reported|survey(?:ed)? (?:of|by)|asked)\b",
)
_ORGANISATION = phrases(r"\b(?:[A-ZĐ]{3,}|Bộ [A-ZĐ]|Hiệp hội|Viện|Cục [A-ZĐ]|Microsoft|Google)", 0)
_LINKED = re.compile(r"\]\(|\]\[|\[\^")


def check_figures(project: Project) -> list[Problem]:
    """Return the figures about people in lessons and pages that lack year or source."""
    sources = {text.path: text.source.split("\n") for text in project.documents}
    found = []
    for passage in project.prose:
        lines = sources.get(passage.file)
        if lines is None or not (_NUMBER.search(passage.text) and passage.hints_at(_HINTS)):
            continue
        if passage.quoted or passage.kind in ("choice", "alt"):
            continue
        if problem := _bare(passage, lines):
            found.append(problem)
    return found


def _bare(passage: Passage, lines: list[str]) -> Problem | None:
    """Return the first figure of a passage that has no source; a link or a footnote is one."""
    text = passage.text
    match = _OF_PEOPLE.search(text)
    start, end = match.span() if match else (-1, -1)
    if not match and (match := _SURVEY.search(text)):
        start, end = match.span("figure") if match["figure"] else match.span()
    if start < 0 or passage.quotation(start) is not None:
        return None
    first, last = sentence_at(text, start)
    if _NO_FIGURE.search(text[first:last]):
        return None
    top, bottom = passage.place(0)[0], passage.place(len(text) - 1)[0]
    if _LINKED.search("\n".join(lines[top - 1 : bottom])):
        return None
    if _YEAR.search(text) and _source(text):
        return None
    return problem_at(passage, start, "figure-bare", text[start:end])


def _source(text: str) -> bool:
    return bool(_SOURCE.search(text) or _ORGANISATION.search(text))

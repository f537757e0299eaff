"""Children in stories have a first name only: no family name, no class and school beside it."""

import re
from collections.abc import Iterator

from vungxanh.checks.places import problem_at
from vungxanh.checks.safety import HARM
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.text.phrases import phrases
from vungxanh.text.sentences import sentence_at

_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Mai|Cao"
    "|Lương|Tạ|Chu|Đào|Vương|Trương|Hà|Tô|Lâm|Thái"
)
_CAPITAL = r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]+"
_FULL = rf"(?:{_FAMILY})(?:\s+{_CAPITAL}){{2,3}}(?!\w)"
_NAME = re.compile(
    rf"\b(?i:em|bé|cháu|bạn|học sinh|nữ sinh|nam sinh)\s+(?P<child>{_FULL})"
    rf"|(?:^|[.:;]\s+)(?P<pupil>{_FULL}),?\s+(?:học sinh|\(?lớp\s+\d)"
)
_CHILD = phrases(
    r"\b(?:lớp (?:[1-9]|1[0-2])(?:\s?[A-Z]\d?)?\b|học sinh"
    r"|[Tt]rường (?:TH|THCS|THPT|[Tt]iểu học|[Mm]ầm non|[Tt]rung học)\b)",
    0,
)
_CHILD_HINTS = ("lớp", "học sinh", "trường")
_SCHOOL = phrases(
    r"\b[Tt]rường (?:TH|THCS|THPT|PTCS|[Tt]iểu học|[Mm]ầm non|[Tt]rung học(?: cơ sở| phổ thông)?)"
    r"(?: [A-ZĐÀ-Ỹ]\w+)+",
    0,
)
_PLACE = phrases(r"\b(?:phố|đường|trường|ngõ|ngách|quảng trường|giải|THCS|THPT|tiểu học) $")


def check_names(project: Project) -> list[Problem]:
    """Return the children of lessons who may be real ones."""
    return [
        problem
        for passage in project.prose
        if passage.file.startswith("lessons/") and passage.locale == "vi"
        if passage.hints_at(_CHILD_HINTS)
        for problem in _names(passage)
    ]


def _names(passage: Passage) -> Iterator[Problem]:
    """A full name beside a class or a school: somebody may really be called so."""
    text = passage.text
    for match in _NAME.finditer(text):
        name = match["child"] or match["pupil"]
        start = match.end() - len(name) if match["child"] else match.start("pupil")
        first, last = sentence_at(text, start)
        beside = [one.span() for one in _CHILD.finditer(text, first, last)]
        beside = [one for one in beside if not one[0] < start < one[1]]
        if beside and not _PLACE.search(text, 0, start):
            end = max(match.end(), *(span[1] for span in beside))
            start = min(start, *(span[0] for span in beside))
            yield problem_at(passage, start, "child-named", text[start:end])
            return
    if passage.file.startswith("lessons/hoc-sinh/") and (school := _SCHOOL.search(text)):
        first, last = sentence_at(text, school.start())
        if HARM.search(text, first, last):
            yield problem_at(passage, school.start(), "child-named", school[0])

"""Amounts of fines: they change, so they stand in the registry `fines` and nowhere else.

What an organisation may pay is twice what a person may (Nghị định 15/2020/NĐ-CP, Điều 4), and most
pages online tell people the amount for organisations.
"""

import re

from vungxanh.checks.places import problem_at
from vungxanh.model.passage import Passage
from vungxanh.model.registry import Amount, Fine
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.readers.registries import registry_file
from vungxanh.text.phrases import phrases
from vungxanh.text.sentences import sentence_at

_UNIT = r"(?:triệu|nghìn|ngàn|tỷ|tỉ)"
_WORD = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|vài|mấy|rưỡi|lăm)"
_AMOUNT = phrases(
    rf"\d[\d.,]*(?:\s*{_UNIT})?\s*(?:[-–]|đến|tới)\s*\d[\d.,]*\s*{_UNIT}(?:\s*đồng)?"
    rf"|\d[\d.,]*\s*{_UNIT}(?:\s*đồng)?|\d[\d.]*\d\s*(?:đồng|₫|VNĐ|VND)"
    rf"|(?:{_WORD}\s+)+{_UNIT}(?:\s*đồng)?"
    r"|\d[\d.,]*(?:\s*(?:[-–]|to)\s*\d[\d.,]*)?\s*(?:million|billion|thousand)\s*(?:đồng|dong|VND)",
)
_FINED = phrases(r"\b(?:phạt|fine[ds]?)\b")
_FINED_HINTS = ("phạt", "fine")
# Penalties that are no matter of conduct online: traffic, sport, games, libraries, contracts.
_OTHER = phrases(
    r"\b(?:phạt (?:nguội|đền|góc|thẻ|cược)|đèn đỏ|xe|biển số|tốc độ|mũ bảo hiểm|giao thông|lái"
    r"|nồng độ|vỉa hè|rác|hút thuốc|thư viện|cuốn|sách|trò chơi|ván|cờ|quỹ|bóng|hợp đồng|thuê"
    r"|trả (?:muộn|chậm)|(?:đi|đến) (?:trễ|muộn)|quá hạn|(?:heo|lợn) đất|parking|traffic|library"
    r"|game)\b",
)
# What a swindler claims is a story, and told so that nobody believes it.
_CLAIMED = phrases(
    r"\b(?:báo|bảo|nói|nhắn|dọa|đòi|kêu|gọi|đe|xưng|claim|say|tell)\w*\b[^.]{0,60}\b(?:phạt|fine)"
    r"|\b(?:giả danh|mạo danh|tự xưng|kẻ (?:lừa|gian)|scam)\w*\b[^.]{0,80}"
    r"\b(?:nộp|chuyển|đóng|pay)\b",
)
_PERSON = phrases(
    r"\b(?:cá nhân|người (?:dân|dùng|đăng|chia sẻ|viết|nào|ta|vi phạm)|ai|bạn|em|anh, chị|bố mẹ"
    r"|cha mẹ|học sinh|mỗi người|một người|individuals?|people|you)\b",
)
_ORGANISATION = phrases(
    r"\b(?:tổ chức|doanh nghiệp|công ty|cơ quan|đơn vị|nhà mạng|organi[sz]ations?|company)\b",
)
_FIGURE = re.compile(r"\d[\d.,]*")
_REACH = 90  # letters between “phạt” and an amount that still belongs to it
_MILLION = 1_000_000


def check_fines(project: Project) -> list[Problem]:
    """Return the amounts of fines that stand outside their registry."""
    fines = project.registries.fines
    return [
        problem
        for passage in project.prose
        if passage.file != registry_file("fines") and passage.hints_at(_FINED_HINTS)
        for problem in _amounts(passage, fines)
    ]


def _amounts(passage: Passage, fines: tuple[Fine, ...]) -> list[Problem]:
    found = []
    for match in _AMOUNT.finditer(passage.text):
        if passage.quoted or passage.quotation(match.start()) is not None:
            continue
        first, last = sentence_at(passage.text, match.start())
        sentence = passage.text[first:last]
        if not _near(passage.text, match, first, last) or _OTHER.search(sentence):
            continue
        if _CLAIMED.search(sentence):
            continue
        code, right = "fine-amount", ""
        person = _PERSON.search(sentence) and not _ORGANISATION.search(sentence)
        if person and (fine := _of_organisations(match[0], fines)):
            code, right = "fine-organisation", _range(fine.individual)
        found.append(problem_at(passage, match.start(), code, match[0], right=right))
    return found


def _near(text: str, match: re.Match[str], first: int, last: int) -> bool:
    """Return whether a word of fining stands close to the amount, in the same sentence."""
    start, end = max(first, match.start() - _REACH), min(last, match.end() + _REACH)
    return bool(_FINED.search(text, start, end))


def _of_organisations(amount: str, fines: tuple[Fine, ...]) -> Fine | None:
    """Return the row that gives just this range of millions to organisations."""
    figures = [_number(one) for one in _FIGURE.findall(amount)]
    return next(
        (
            fine
            for fine in fines
            if fine.organisation
            and fine.individual
            and figures
            and figures[-1] * _MILLION == fine.organisation.most
            and figures[0] * _MILLION in (fine.organisation.least, fine.organisation.most)
        ),
        None,
    )


def _number(figure: str) -> float:
    return float(figure.rstrip(".,").replace(".", "").replace(",", ".") or 0)


def _range(amount: Amount | None) -> str:
    if amount is None:
        return "?"
    return f"{amount.least // _MILLION}–{amount.most // _MILLION}"

"""Dates as Nghị định 30/2020/NĐ-CP writes them: 05/3/2026, ngày 05 tháng 3 năm 2026."""

import datetime
import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding, in_address
from vungxanh.model.passage import Passage
from vungxanh.text.dates import vietnamese_date

_NUMERIC = re.compile(r"(?<![\w/.,-])(\d{1,2})(/|-|\.)(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d|,\d)")
_ISO = re.compile(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])")
_FULL = re.compile(
    r"\b(ngày[\s\u00a0]+)(\d{1,2})([\s\u00a0]+tháng[\s\u00a0]+)(\d{1,2})(?=[\s\u00a0]+năm[\s\u00a0]+\d{4})"
)
_ANY = re.compile(r"\d[/.-]\d|\d[\s\u00a0]+tháng")
_CENTURY = 2000


def check_dates(passage: Passage) -> Iterator[Finding]:
    """Yield the dates of `passage` in another form."""
    text = passage.text
    if not _ANY.search(text):
        return
    for match in (*_NUMERIC.finditer(text), *_ISO.finditer(text)):
        right = _right(match)
        if right is None or right == match[0]:
            continue
        if not in_address(text, match.start()):
            yield Finding(*match.span(), "date-form", right, mends=match[2] == "/")
    for match in _FULL.finditer(text):
        day, month = int(match[2]), int(match[4])
        right = (
            f"{match[1]}{day:02}{match[3]}{month:02}"
            if month < 3
            else (f"{match[1]}{day:02}{match[3]}{month}")
        )
        if right != match[0] and 1 <= day <= 31 and 1 <= month <= 12:
            yield Finding(*match.span(), "date-form", right, mends=True)


def _right(match: re.Match[str]) -> str | None:
    """Return the date that is meant as it should be written; None where none can be meant."""
    if match.re is _ISO:
        year, month, day = map(int, match.groups())
    else:
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] != "/" and len(match[4]) == 2:
            return None  # 1.2.26 is a number of a chapter as likely
    if year < 100:
        year += _CENTURY
    try:
        return vietnamese_date(datetime.date(year, month, day))
    except ValueError:
        return None

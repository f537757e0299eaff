"""Dates as Vietnamese offices write them, and how far apart they are."""

import calendar
import datetime


def vietnamese_date(date: datetime.date) -> str:
    """Return `05/3/2026`: days below 10 and the months 1, 2 take a leading zero, others do not.

    Rule: Nghị định 30/2020/NĐ-CP, Phụ lục I.
    """
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"{date.day:02}/{month}/{date.year}"


def months_after(date: datetime.date, months: int) -> datetime.date:
    """Return the same day `months` later, or the last of a month that has no such day."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last))

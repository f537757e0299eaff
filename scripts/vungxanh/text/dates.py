"""Dates as Vietnamese offices write them."""

import datetime


def vietnamese_date(date: datetime.date) -> str:
    """Return `05/3/2026`: days below 10 and the months 1, 2 take a leading zero, others do not.

    Rule: Nghị định 30/2020/NĐ-CP, Phụ lục I.
    """
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"{date.day:02}/{month}/{date.year}"

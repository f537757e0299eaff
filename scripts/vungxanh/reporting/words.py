"""The words of reports, in both languages, from `words.toml`, and their dates."""

import datetime
import tomllib
from functools import cache
from pathlib import Path

from vungxanh.problems import Lang
from vungxanh.text.dates import vietnamese_date


@cache
def words(lang: Lang) -> dict[str, str]:
    """Return key → words in `lang`."""
    read = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return {key: both[lang] for key, both in read.items()}


def day(date: datetime.date, lang: Lang) -> str:
    """Return `24/11/2026`, or `24 November 2026`."""
    return vietnamese_date(date) if lang == "vi" else f"{date:%d %B %Y}".lstrip("0")

"""The words of reports, in both languages, from `words.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from vungxanh.problems import Lang


@cache
def words(lang: Lang) -> dict[str, str]:
    """Return key → words in `lang`."""
    read = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return {key: both[lang] for key, both in read.items()}

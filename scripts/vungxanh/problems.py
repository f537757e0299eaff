"""A fault in content, as a value. The words for each code stand in `messages.toml`."""

import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

Lang = Literal["vi", "en"]


class Level(StrEnum):
    """How much a problem weighs: an error stops a build, a warning an edition, advice nothing."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def weight(self) -> int:
        """Return 3 for an error, 2 for a warning, 1 for advice."""
        return {"error": 3, "warning": 2, "advice": 1}[self.value]


@dataclass(frozen=True)
class Problem:
    """Where, which code, and the values its message names.

    `file` is a path from the root of the repository with forward slashes. `line` and `column` count
    from 1 in the source and are None where unknown. `suggestions` are right values, best first.
    `page`, `value` and `page_line` are for problems of a built site: the page's file in the site
    folder, the attribute as written, its line there.
    """

    file: str
    line: int | None
    code: str
    values: dict[str, str] = field(default_factory=dict, hash=False)
    column: int | None = None
    suggestions: tuple[str, ...] = ()
    page: str | None = None
    value: str | None = None
    page_line: int | None = None

    @property
    def level(self) -> Level:
        """Return the level that `messages.toml` gives this code."""
        return Level(catalogue()[self.code]["level"])

    def message(self, lang: Lang = "vi") -> str:
        """Return what was found, in words."""
        return catalogue()[self.code][lang].format_map(self.values)

    def fix(self, lang: Lang = "vi") -> str:
        """Return what is right, with an example; `…_fix_bare` is for want of any suggestion."""
        words = catalogue()[self.code]
        bare = words.get(f"{lang}_fix_bare") if not self.suggestions else None
        return (bare or words[f"{lang}_fix"]).format_map(self.values)


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Return every problem code with its level and its words."""
    return tomllib.loads(Path(__file__).with_name("messages.toml").read_text(encoding="utf-8"))


def in_order(problems: list[Problem]) -> list[Problem]:
    """Return `problems` by file and line, each once."""
    unique = {(p.file, p.line, p.column, p.code, p.message()): p for p in problems}
    return sorted(
        unique.values(),
        key=lambda p: (p.file, p.line or 0, p.column or 0, p.page_line or 0, p.code),
    )

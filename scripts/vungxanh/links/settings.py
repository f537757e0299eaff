"""How a site wants its links checked: `[tool.vung-xanh.links]` in pyproject.toml.

    entry = "index.html"
    base-url = "https://vung-xanh.example.vn/"
    ignore = [{ address = "nhap/*", reason = "…", until = 2027-03-31 }]

The nearest pyproject.toml counts that has the table, in the site folder or above it. `ignore` holds
addresses of other sites, too, and `allow` stands beside it: those are read by `external.lists`.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from vungxanh.links.finding import Finding

FILE = "pyproject.toml"
_KEYS = {"entry", "base-url", "ignore", "allow"}
_EXAMPLE = 'ignore = [{ address = "nhap/*", reason = "chưa xuất bản", until = 2027-03-31 }]'


class SettingsFault(Exception):  # noqa: N818 - read aloud: a fault of the settings
    """The table cannot be read; says why, in Vietnamese, with an example."""


@dataclass(frozen=True)
class Settings:
    """What to check.

    Attributes:
        entry: the page readers start at; None asks for no orphans.
        base_url: where the site is on the web; None takes every full address for another site.
        ignore: patterns (`*`, `?`) of addresses as written, of files or of pages, left alone.
        file: the pyproject.toml that said so, if any.
    """

    entry: str | None = None
    base_url: str | None = None
    ignore: tuple[str, ...] = ()
    file: Path | None = None


def read_settings(site: Path, today: date) -> Settings:
    """Return the settings for the folder `site` on the day `today`. Raises SettingsFault."""
    top = site.resolve()
    for folder in (top, *top.parents):
        file = folder / FILE
        if not file.is_file():
            continue
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise SettingsFault(f"Không đọc được {file}: {error}.") from error
        ours = table.get("tool", {}).get("vung-xanh", {}).get("links")
        if ours is not None:
            return _settings(ours, file, today)
    return Settings()


def _settings(table: Any, file: Path, today: date) -> Settings:
    place = f"[tool.vung-xanh.links] trong {file}"
    if not isinstance(table, dict) or (unknown := sorted(set(table) - _KEYS)):
        named = ", ".join(unknown) if isinstance(table, dict) else str(table)
        raise SettingsFault(f"{place}: không có mục “{named}”; chỉ có {', '.join(sorted(_KEYS))}.")
    for key in ("entry", "base-url"):
        if not isinstance(table.get(key, ""), str):
            raise SettingsFault(f'{place}: {key} là một dòng chữ, ví dụ {key} = "index.html".')
    rows = table.get("ignore", [])
    if not isinstance(rows, list) or not all(_reasoned(row) for row in rows):
        raise SettingsFault(f"{place}: mỗi mục của ignore có ba phần. Ví dụ: {_EXAMPLE}")
    patterns = tuple(row["address"] for row in rows if row["until"] >= today)
    return Settings(table.get("entry"), table.get("base-url"), patterns, file)


def _reasoned(row: Any) -> bool:
    words = ("address", "reason")
    return (
        isinstance(row, dict)
        and row.keys() == {*words, "until"}
        and all(isinstance(row[key], str) and row[key].strip() for key in words)
        and type(row["until"]) is date
    )


def ignored(finding: Finding, patterns: tuple[str, ...]) -> bool:
    """Return whether one of `patterns` fits the address, the file it names, or the page."""
    names = [finding.value, finding.fault.file if finding.fault else "", finding.page]
    return any(fnmatchcase(name, pattern) for pattern in patterns for name in names if name)

"""Exceptions, from pyproject.toml: addresses that are not asked, private hosts that are.

    [tool.vung-xanh.links]
    ignore = [{ address = "https://a.example/*", reason = "…", until = 2027-03-31 }]
    allow = [{ host = "noi-bo.example:8080", reason = "…", until = 2027-03-31 }]

Each has a reason and a last day, after which it no longer counts and is reported, as is one that
excuses nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from vungxanh.links.external.guard import Opened, read_opened
from vungxanh.links.external.hosts import MalformedHostError
from vungxanh.problems import Problem
from vungxanh.text.dates import vietnamese_date

FILE = "pyproject.toml"
_KEYS = {"ignore": "address", "allow": "host"}


@dataclass(frozen=True)
class Lists:
    """`ignored` are patterns (`*`, `?`) of addresses as pages write them; `opened` are hosts."""

    ignored: tuple[str, ...] = ()
    opened: tuple[Opened, ...] = ()

    def ignores(self, address: str) -> str | None:
        """Return the entry that excuses `address`, as written in a page."""
        for one in self.ignored:
            if fnmatchcase(address, one):
                return one
        return None

    def unused(self, addresses: Iterable[str]) -> list[Problem]:
        """Return a problem for each ignored address that none of `addresses` needs."""
        used = {self.ignores(address) for address in addresses}
        return [
            Problem(FILE, None, "external-list-unused", {"value": one})
            for one in self.ignored
            if one not in used and one.startswith("http")  # others are for links of the site
        ]


def read_lists(table: Mapping[str, Any], today: date) -> tuple[Lists, list[Problem]]:
    """Return what `table`, the key `tool.vung-xanh.links`, excuses on `today`."""
    kept: dict[str, list[str]] = {name: [] for name in _KEYS}
    problems = []
    for name, key in _KEYS.items():
        rows = table.get(name, [])
        for row in rows if isinstance(rows, list) else [rows]:
            value, problem = _row(row, name, key, today)
            if problem:
                problems.append(problem)
            else:
                kept[name].append(value)
    opened = tuple(read_opened(host) for host in kept["allow"])
    return Lists(tuple(kept["ignore"]), opened), problems


def _row(row: Any, name: str, key: str, today: date) -> tuple[str, Problem | None]:
    values = row if isinstance(row, dict) else {}
    value, reason, until = values.get(key), values.get("reason"), values.get("until")
    shown = {"list": name, "key": key, "value": str(value if values else row)}
    whole = isinstance(value, str) and isinstance(reason, str) and value and reason.strip()
    if not (whole and type(until) is date and values.keys() == {key, "reason", "until"}):
        return "", Problem(FILE, None, "external-list-malformed", shown)
    if name == "allow" and not _readable(str(value)):
        return "", Problem(FILE, None, "external-list-malformed", shown)
    if until < today:
        over = shown | {"until": vietnamese_date(until)}
        return "", Problem(FILE, None, "external-list-over", over)
    return str(value), None


def _readable(host: str) -> bool:
    try:
        read_opened(host)
    except MalformedHostError:
        return False
    return True

"""A verdict becomes findings: what is told of one link, before it is known where it stands."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches
from urllib.parse import unquote

from vungxanh.links.anchors import find
from vungxanh.links.external.address import Address, read_address
from vungxanh.links.external.verdict import State, Verdict
from vungxanh.text.dates import vietnamese_date

# What follows marks words, opens a view of a script, or names a line of a file: no place of a page.
_NO_PLACE = re.compile(r"(?:|top|[/!].*|L\d+(?:-L?\d+)?)", re.IGNORECASE | re.DOTALL)
MERCY = timedelta(days=7)


@dataclass(frozen=True)
class Finding:
    """A code of `messages.toml` with its values, and right values, best first.

    `since` is the day on which the address was first found dead; None if it is not.
    """

    code: str
    values: dict[str, str] = field(default_factory=dict, hash=False)
    suggestions: tuple[str, ...] = ()
    since: date | None = None

    def overdue(self, today: date) -> bool:
        """Return whether the address has been dead too long for an edition to let it pass."""
        return self.since is not None and today - self.since >= MERCY


def place_of(fragment: str) -> str:
    """Return the name of a place in a page that `fragment` asks for; empty if it asks for none."""
    return "" if ":~:" in fragment or _NO_PLACE.fullmatch(fragment) else fragment


def findings(address: Address, verdict: Verdict, since: date | None) -> list[Finding]:
    """Return what is told of a link to `address`, which answered with `verdict`."""
    state = verdict.state
    values = {"detail": verdict.detail or address.asked, "status": str(verdict.status)}
    if state.dead:
        day = {"since": vietnamese_date(since) if since else "–"}
        return [Finding(f"external-{state}", values | day, since=since)]
    if state is State.PRIVATE:
        host = address.host if address.port in (80, 443) else f"{address.host}:{address.port}"
        return [Finding("external-private", values | {"host": host})]
    found = [Finding("external-closed", values)] if state is State.CLOSED else []
    return found + _moved(address, verdict) + _place(address, verdict)


def _moved(address: Address, verdict: Verdict) -> list[Finding]:
    target = read_address(verdict.moved) if verdict.moved else None
    if target is None or target.asked == address.asked:
        return []
    fragment = target.fragment or address.fragment
    right = f"{target.asked}#{fragment}" if fragment else target.asked
    safe = (address.scheme, target.scheme) == ("http", "https")
    same = (target.host, target.target) == (address.host, address.target)
    code = "external-https" if safe and same else "external-moved"
    return [Finding(code, {"right": right}, (right,))]


def _place(address: Address, verdict: Verdict) -> list[Finding]:
    if verdict.fragment or verdict.places is None:  # a redirect that brings its own has decided
        return []
    name, known = place_of(address.fragment), frozenset(verdict.places)
    twin = find(name, known) if name else None
    if twin is None:
        return []
    near = _near(twin or unquote(name), known)
    values = {"anchor": name, "right": near[0] if near else "–"}
    return [Finding("external-anchor", values, tuple(near))]


def _near(name: str, places: Collection[str]) -> list[str]:
    return [f"#{one}" for one in get_close_matches(name, places, 3)]

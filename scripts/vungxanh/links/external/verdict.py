"""What became known of an address: a Verdict, which the cache keeps and findings are made of."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How an address answers. Words for people are in `messages.toml`."""

    ALIVE = "alive"
    CLOSED = "closed"  # it answers, but not to a machine: login, payment, law, too many questions
    GONE = "gone"  # 404, 410
    FAILING = "failing"  # another fault of the server: 5xx, 4xx
    NAMELESS = "nameless"  # no such host
    SILENT = "silent"  # no connection, or it broke off
    GARBLED = "garbled"  # it answers, but not in HTTP
    CERTIFICATE = "certificate"
    REDIRECTS = "redirects"  # a loop, too many, or to what is no page of the web
    PRIVATE = "private"  # not of the public internet, so not asked

    @property
    def dead(self) -> bool:
        """Return whether readers find nothing there."""
        return self not in (State.ALIVE, State.CLOSED, State.PRIVATE)


@dataclass(frozen=True)
class Verdict:
    """The `state` of one address, without fragment.

    `status` is that of the last answer, 0 without one. `detail` is where a redirect led, or what is
    wrong with a certificate. `moved` is the new address where the old one has moved for good.
    `fragment` is the one that a redirect brought, which then counts instead of the link's own.
    `places` are the names on the page that a fragment may lead to, None where they are not known.
    """

    state: State
    status: int = 0
    detail: str = ""
    moved: str = ""
    fragment: str = ""
    places: Collection[str] | None = None


# It answers and would let a person in, or it has its reasons; 999 is what a large network invented.
_CLOSED = frozenset((401, 402, 403, 407, 429, 451, 999))


def state_of(status: int) -> State:
    """Return what the status of a final answer means."""
    if status < 400:
        return State.ALIVE
    if status in _CLOSED:
        return State.CLOSED
    return State.GONE if status in (404, 410) else State.FAILING

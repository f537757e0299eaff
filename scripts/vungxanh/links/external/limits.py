"""How much is asked at once, how long is waited, how often it is tried again; and the clock."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """The time of day, in UTC, and a way to let `seconds` pass."""

    now: Callable[[], datetime] = _now
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(frozen=True)
class Limits:
    """Counts, seconds and bytes. What is asked stays a guest: few questions a host at a time."""

    together: int = 32
    per_host: int = 2
    connect: float = 10.0
    read: float = 15.0  # between two pieces of an answer
    total: float = 30.0  # one question, with its answer
    tries: int = 3  # with GET, before an address is given up
    pause: float = 1.0  # before the second try; doubled before each further one
    patience: float = 60.0  # the longest wait that a server may ask for
    redirects: int = 10
    body: int = 4 << 20  # of a page that is searched for places, unpacked
    header: int = 64 << 10  # of one header
    clock: Clock = field(default_factory=Clock)

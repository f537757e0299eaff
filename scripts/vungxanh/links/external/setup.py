"""How other sites are asked: a Setup."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import certifi

from vungxanh.links.external.guard import Guard
from vungxanh.links.external.limits import Limits
from vungxanh.links.external.lists import Lists

Progress = Callable[[int, int], None]


def trusted() -> ssl.SSLContext:
    """Return what certificates are checked against: what this machine trusts."""
    context = ssl.create_default_context()
    if not (context.cert_store_stats()["x509_ca"] or ssl.get_default_verify_paths().capath):
        context.load_verify_locations(certifi.where())  # Python for macOS comes with no list
    return context


def _in_silence(done: int, of: int) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class Setup:
    """`agent` is the name we give; `cache` the folder of what is known already, None for none.

    With `afresh` everything is asked again, however lately it was asked.
    """

    agent: str
    guard: Guard = field(default_factory=Guard)
    lists: Lists = field(default_factory=Lists)
    cache: Path | None = None
    afresh: bool = False
    limits: Limits = field(default_factory=Limits)
    trust: Callable[[], ssl.SSLContext] = trusted
    progress: Progress = _in_silence

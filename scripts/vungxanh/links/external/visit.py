"""One address asked to the end: tried again where that helps, each redirect guarded anew."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from vungxanh.links.external.address import Address
from vungxanh.links.external.client import Answer, Broken, Client
from vungxanh.links.external.guard import Guard
from vungxanh.links.external.limits import Limits
from vungxanh.links.external.verdict import State, Verdict, state_of
from vungxanh.links.external.way import REDIRECTS, Way

_BUSY = (429, 503)  # the server may say when to come back
_AGAIN = (429, 500, 502, 503, 504)

# A name that exists as long as there are names; only looked up, and only where nobody was reached.
_ALWAYS_THERE = "a.root-servers.net."
_MANY = 3  # hosts that are not all gone at once

Origin = tuple[str, int]


class Visitor:
    """Finds a Verdict for one address after the other, and remembers what holds for a whole host.

    `reached` turns true with the first sign of life from anywhere.
    """

    def __init__(self, client: Client, guard: Guard, limits: Limits) -> None:
        self._client, self._guard, self._limits = client, guard, limits
        self._down: dict[Origin, Broken] = {}
        self._busy: dict[Origin, Answer] = {}
        self._quiet_until: dict[Origin, datetime] = {}
        self.reached = self._offline = False

    async def visit(self, address: Address, *, look: bool) -> Verdict:
        """Return what is at `address`; with `look`, also the places of the page there."""
        way = Way(address)
        while True:
            if self._guard.refuses(way.here):
                return way.end(State.PRIVATE)
            try:
                answer = await self._answer(way.here, look=look)
            except Broken as broken:
                return way.end(broken.state, detail=broken.detail)
            if answer.status not in REDIRECTS or answer.location is None:
                return way.end(state_of(answer.status), answer)
            lost = way.follow(answer, self._limits.redirects)
            if lost:
                return lost

    async def cut_off(self) -> bool:
        """Return whether it is this machine that reaches nobody, rather than nobody being there."""
        if self.reached or not self._down:
            return False
        if self._offline or len(self._down) >= _MANY:
            return True
        try:
            await self._guard.lookup(_ALWAYS_THERE)
        except (OSError, UnicodeError):
            return True
        return False

    async def _answer(self, address: Address, *, look: bool) -> Answer:
        """Ask until there is an answer worth having: HEAD, which some refuse, then GET.

        Raises Broken.
        """
        origin = address.origin
        if origin in self._down:
            raise self._down[origin]
        if origin in self._busy:
            return self._busy[origin]
        methods = [*([] if look else ["HEAD"]), *["GET"] * self._limits.tries]
        last: Answer | Broken = Broken(State.SILENT)
        wait, pause = 0.0, self._limits.pause
        for method in methods:
            await self._wait(origin, wait)
            last = await self._once(method, address, look=look)
            if _settled(last, method):
                break
            busy = isinstance(last, Answer) and last.status in _BUSY
            if isinstance(last, Answer) and busy and self._told_to_wait(origin, last):
                wait = 0.0
                if origin in self._busy:
                    break
            elif method == "GET" or busy:
                wait, pause = pause, 2 * pause
        if isinstance(last, Answer):
            return last
        if last.whole:
            self._down[origin] = last
        raise last

    async def _once(self, method: str, address: Address, *, look: bool) -> Answer | Broken:
        try:
            answer = await self._client.ask(method, address, look=look)
        except Broken as broken:
            self._offline = self._offline or broken.offline
            self.reached = self.reached or broken.state in (State.CERTIFICATE, State.GARBLED)
            return broken
        self.reached = True
        return answer

    async def _wait(self, origin: Origin, seconds: float) -> None:
        """Let `seconds` pass, and what the host asked for."""
        clock = self._limits.clock
        until = self._quiet_until.get(origin)
        if until is not None:
            seconds = max(seconds, (until - clock.now()).total_seconds())
        if seconds > 0:
            await clock.sleep(seconds)

    def _told_to_wait(self, origin: Origin, answer: Answer) -> bool:
        """Return whether the host said how long to wait, and remember it for all its pages."""
        now = self._limits.clock.now()
        seconds = retry_after(answer.retry_after, now)
        if seconds is None:
            return False
        if seconds > self._limits.patience:
            self._busy[origin] = answer
        else:
            until = now + timedelta(seconds=seconds)
            self._quiet_until[origin] = max(until, self._quiet_until.get(origin, until))
        return True


def _settled(last: Answer | Broken, method: str) -> bool:
    """Return whether asking again would change nothing."""
    if isinstance(last, Broken):
        return not last.again
    if last.cut:
        return False
    return last.status < 400 or (method == "GET" and last.status not in _AGAIN)


def retry_after(text: str, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` asks for, a number or a date; None if neither."""
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return float(text[:12])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())

"""The way one address leads: from redirect to redirect, to a Verdict."""

from vungxanh.links.external.address import (
    Address,
    MalformedAddressError,
    SecretAddressError,
    read_address,
)
from vungxanh.links.external.client import Answer
from vungxanh.links.external.verdict import State, Verdict

REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_SHOWN = 200  # letters of what a server said; more helps nobody


class Way:
    """Where an address has led so far: `here` is what is asked next."""

    def __init__(self, start: Address) -> None:
        self.here = start
        self._seen = {start.asked}
        self._moved = ""
        self._for_good = True
        self._fragment = ""
        self._cookies = False

    def follow(self, answer: Answer, most: int) -> Verdict | None:
        """Go one step on; return a verdict where that is not possible."""
        location = answer.location or ""
        try:
            target = read_address(location, self.here)
        except (MalformedAddressError, SecretAddressError):
            target = None
        if target is None:  # file:, an app, or no address at all
            return self._lost(answer, location)
        self._cookies = self._cookies or answer.sets_cookies
        if target.asked in self._seen and self._cookies:  # it wants a cookie, and people have one
            return self.end(State.CLOSED, answer)
        if target.asked in self._seen or len(self._seen) > most:
            return self._lost(answer, target.asked)
        self._for_good = self._for_good and answer.status in _FOR_GOOD
        if self._for_good:
            self._moved = target.whole
        self._fragment = target.fragment or self._fragment
        self._seen.add(target.asked)
        self.here = target
        return None

    def end(self, state: State, answer: Answer | None = None, detail: str = "") -> Verdict:
        """Return the verdict on where the way ends."""
        return Verdict(
            state,
            answer.status if answer else 0,
            detail or (self.here.asked if len(self._seen) > 1 else ""),
            "" if state.dead or state is State.PRIVATE else self._moved,
            self._fragment,
            answer.places if answer else None,
        )

    def _lost(self, answer: Answer, location: str) -> Verdict:
        shown = "".join(sign if sign.isprintable() else "?" for sign in location[:_SHOWN])
        return self.end(State.REDIRECTS, answer, shown or "–")

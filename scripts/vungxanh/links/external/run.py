"""One run: what is known already, what has to be asked, and what is kept of it."""

import asyncio
from collections.abc import Collection

from vungxanh.links.external.address import Address
from vungxanh.links.external.cache import Cache
from vungxanh.links.external.client import Client
from vungxanh.links.external.findings import place_of
from vungxanh.links.external.queue import ask_all
from vungxanh.links.external.setup import Setup
from vungxanh.links.external.verdict import State, Verdict
from vungxanh.links.external.visit import Visitor


class Run:
    """Finds `verdicts`, by address without fragment, for all `addresses`.

    `unasked` counts those of which nothing could be found out, because there is no network.
    """

    def __init__(self, setup: Setup, addresses: Collection[Address]) -> None:
        self._setup = setup
        self.cache = Cache(setup.cache, setup.limits.clock.now())
        self.verdicts: dict[str, Verdict] = {}
        self.unasked = 0
        self._looked = {one.asked for one in addresses if place_of(one.fragment)}
        each = {one.asked: one for one in addresses}
        self._waiting = [one for one in each.values() if not self._known(one)]

    def ask(self) -> None:
        """Ask what is not known yet, and keep the answers."""
        if self._waiting:
            asyncio.run(self._ask())

    def _known(self, address: Address) -> bool:
        known = None
        if self._setup.guard.refuses(address):
            known = Verdict(State.PRIVATE)
        elif not self._setup.afresh:
            known = self.cache.verdict(address.asked, look=address.asked in self._looked)
        if known:
            self.verdicts[address.asked] = known
        return known is not None

    async def _ask(self) -> None:
        setup, limits = self._setup, self._setup.limits
        found: dict[str, Verdict] = {}
        async with Client(setup.guard, limits, setup.agent, setup.trust()) as client:
            visitor = Visitor(client, setup.guard, limits)

            async def ask(address: Address) -> None:
                asked = address.asked
                found[asked] = await visitor.visit(address, look=asked in self._looked)
                setup.progress(len(found), len(self._waiting))

            try:
                await ask_all(
                    self._waiting, ask, together=limits.together, per_host=limits.per_host
                )
            except BaseException:  # who stops it halfway keeps what is known so far
                self._keep(found, offline=not visitor.reached)
                raise
            self._keep(found, offline=await visitor.cut_off())

    def _keep(self, found: dict[str, Verdict], *, offline: bool) -> None:
        for asked, verdict in found.items():
            if offline and verdict.state.dead:
                self.unasked += 1
                continue
            self.verdicts[asked] = verdict
            if verdict.state is not State.PRIVATE:  # what may be asked can change with each call
                self.cache.put(asked, verdict, looked=asked in self._looked)
        self.cache.save()

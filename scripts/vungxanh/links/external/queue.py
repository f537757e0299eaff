"""Many addresses asked side by side: no host gets many at once, none holds up the others."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

from vungxanh.links.external.address import Address


async def ask_all(
    addresses: Iterable[Address],
    ask: Callable[[Address], Awaitable[None]],
    *,
    together: int,
    per_host: int,
) -> None:
    """Call `ask` for each address: at most `together` at once, at most `per_host` of one host."""
    waiting: dict[str, deque[Address]] = {}
    for address in addresses:
        waiting.setdefault(address.host, deque()).append(address)
    # A host stands in line as often as it may be asked at once.
    line = deque(host for host, some in waiting.items() for _ in range(min(per_host, len(some))))

    async def work() -> None:
        while line:
            host = line.popleft()
            if waiting[host]:
                await ask(waiting[host].popleft())
                line.append(host)

    async with asyncio.TaskGroup() as group:
        for _ in range(min(together, len(line))):
            group.create_task(work())

"""The guard: no request reaches anything but the public internet, or a host opened on purpose.

It stands twice. Before anything is asked it judges what an address says: special names, numbers,
ports. And at the connection it judges where the name really led: the same list of IP addresses that
it lets through is the one that is connected to, so that a name server that answers differently the
second time gains nothing. Redirects pass both, as each step is an address of its own.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass

from aiohttp.abc import AbstractResolver, ResolveResult

from vungxanh.links.external.address import Address
from vungxanh.links.external.hosts import MalformedHostError, address_in, read_host
from vungxanh.links.external.public import is_public_text

Lookup = Callable[[str], Awaitable[Sequence[str]]]
AddrInfo = tuple[int, int, int, str, tuple[str | int, ...] | tuple[str, int]]

# Names that never are on the public internet: RFC 6761, 6762, 7686, 8375, 9476, ICANN's .internal,
# and what routers and companies use at home. A name without a dot is one of the own network too.
_PRIVATE_NAMES = (
    "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan",
    "home.arpa", "alt", "onion",
)  # fmt: skip
# Ports that browsers refuse (Fetch standard, “port blocking”): there, other protocols listen.
_BAD_PORTS = frozenset((
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
    103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
    512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
    995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
    6669, 6679, 6697, 10080,
))  # fmt: skip
_LOOKUP_TIME = 15.0  # seconds


class NotPublicError(OSError):
    """The connection would have left the public internet; nothing was sent."""


@dataclass(frozen=True)
class Opened:
    """A host that may be asked although it is not public; without a `port`, on any."""

    host: str
    port: int | None = None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"


def read_opened(text: str) -> Opened:
    """Return what `HOST` or `HOST:PORT` opens; raises MalformedHostError."""
    host, colon, port = text.rpartition(":")
    if not colon or port.endswith("]"):
        return Opened(read_host(text))
    number = int(port) if port.isascii() and port.isdecimal() else 0
    if not 0 < number < 1 << 16:
        raise MalformedHostError(text)
    return Opened(read_host(host), number)


async def system_lookup(host: str) -> Sequence[str]:
    """Return the IP addresses of `host`; raises socket.gaierror."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(_LOOKUP_TIME):
        found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class Guard:
    """What may be asked: the public internet, and `opened`.

    `public` says of an IP address whether it is public, `lookup` finds those of a name.
    """

    def __init__(
        self,
        opened: Collection[Opened] = (),
        *,
        public: Callable[[str], bool] = is_public_text,
        lookup: Lookup = system_lookup,
    ) -> None:
        self._opened = frozenset(opened)
        self.public, self.lookup = public, lookup

    def opens(self, address: Address) -> bool:
        """Return whether `address` is of a host that was opened on purpose."""
        return not self._opened.isdisjoint(
            (Opened(address.host), Opened(address.host, address.port))
        )

    def refuses(self, address: Address) -> bool:
        """Return whether `address` itself says that it must not be asked."""
        if address.port in _BAD_PORTS:
            return True
        if self.opens(address):
            return False
        if address_in(address.host):
            return not self.public(address.host)
        return "." not in address.host or address.host.endswith(
            tuple(f".{name}" for name in _PRIVATE_NAMES)
        )

    def connect(self, info: AddrInfo) -> socket.socket:
        """Return a socket for the very address `info` that comes next; raises NotPublicError."""
        family, kind, protocol, _, where = info
        if not self.public(str(where[0])):
            raise NotPublicError(str(where[0]))
        return socket.socket(family, kind, protocol)


class Resolver(AbstractResolver):
    """Looks a name up, and with a guard refuses it where one of its addresses is not public."""

    def __init__(self, lookup: Lookup, guard: Guard | None = None) -> None:
        self._lookup, self._guard = lookup, guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of `host`. Raises NotPublicError and socket.gaierror."""
        try:
            # The dot at the end keeps the machine from trying the name inside its own network.
            found = await self._lookup(f"{host}." if self._guard else host)
        except UnicodeError as error:
            raise socket.gaierror(socket.EAI_NONAME, str(error)) from error
        except TimeoutError as error:
            raise socket.gaierror(socket.EAI_AGAIN, str(error)) from error
        guard = self._guard
        if guard and not all(guard.public(one) for one in found):
            raise NotPublicError(host)
        return [_result(host, port, one) for one in dict.fromkeys(found)]

    async def close(self) -> None:
        """Nothing is held."""


def _result(host: str, port: int, address: str) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=address,
        port=port,
        family=socket.AF_INET6 if ":" in address else socket.AF_INET,
        proto=0,
        flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
    )

"""One question to one address: what came back as an Answer, or why nothing did as a Broken."""

import asyncio
import errno
import socket
import ssl
import zlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import aiohttp
from yarl import URL

from vungxanh.links.external.address import Address
from vungxanh.links.external.guard import Guard, NotPublicError, Resolver
from vungxanh.links.external.limits import Limits
from vungxanh.links.external.page import is_page, places, read_body
from vungxanh.links.external.verdict import State

_UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}


@dataclass(frozen=True)
class Answer:
    """The status and what else of the head matters; `places` of the page, None where not known.

    `cut` tells that the page broke off before its end.
    """

    status: int
    location: str | None = None
    retry_after: str = ""
    sets_cookies: bool = False
    places: Collection[str] | None = None
    cut: bool = False


@dataclass
class Broken(Exception):  # noqa: N818 - read aloud: the connection is broken
    """No answer.

    `again` tells whether a second try makes sense, `whole` that the host itself is out of reach,
    `offline` that this machine seems to have no network.
    """

    state: State
    detail: str = ""
    again: bool = True
    whole: bool = False
    offline: bool = False


class Client:
    """Asks, through the guard. No cookies, no proxies, no passwords, and always an honest name."""

    def __init__(self, guard: Guard, limits: Limits, agent: str, trust: ssl.SSLContext) -> None:
        self._guard, self._limits = guard, limits
        # Not the connector's own limit: waiting for that would count as the time of the answer.
        self._turns: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(limits.per_host)
        )
        self._sessions = {
            opened: self._session(guard, opened, agent, trust) for opened in (False, True)
        }

    async def __aenter__(self) -> "Client":
        return self

    async def __aexit__(self, *_: object) -> None:
        for session in self._sessions.values():
            await session.close()

    def _session(
        self, guard: Guard, opened: bool, agent: str, trust: ssl.SSLContext
    ) -> aiohttp.ClientSession:
        limits = self._limits
        connector = aiohttp.TCPConnector(
            ssl=trust,
            resolver=Resolver(guard.lookup, None if opened else guard),
            socket_factory=None if opened else guard.connect,
            use_dns_cache=False,
            limit=0,
        )
        session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            max_line_size=limits.header,
            max_field_size=limits.header,
            timeout=aiohttp.ClientTimeout(
                total=limits.total, sock_connect=limits.connect, sock_read=limits.read
            ),
            headers={
                "User-Agent": agent,
                "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
                "Accept-Language": "vi,en;q=0.8",
                "Accept-Encoding": "gzip",
            },
        )
        session._retry_connection = False  # how often is asked is decided, and logged, by us
        return session

    async def ask(self, method: str, address: Address, *, look: bool) -> Answer:
        """Ask with `method`, and `look` for places in the page that comes. Raises Broken."""
        session = self._sessions[self._guard.opens(address)]
        url = URL(address.asked, encoded=True)
        try:
            async with (
                self._turns[address.host],
                session.request(method, url, allow_redirects=False) as response,
            ):
                return await self._answer(response, look=look and method == "GET")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _broken(error) from error

    async def _answer(self, response: aiohttp.ClientResponse, *, look: bool) -> Answer:
        head = response.headers
        kind = head.get("Content-Type", "")
        found, cut = None, False
        if look and response.status == 200 and is_page(kind):
            found, cut = await self._places(response, kind)
        return Answer(
            response.status,
            head.get("Location"),
            head.get("Retry-After", ""),
            "Set-Cookie" in head,
            found,
            cut,
        )

    async def _places(
        self, response: aiohttp.ClientResponse, kind: str
    ) -> tuple[Collection[str] | None, bool]:
        body, whole = b"", False
        try:
            body, whole = await read_body(
                response.content.iter_any(),
                response.headers.get("Content-Encoding", ""),
                self._limits.body,
            )
        except (aiohttp.ClientError, zlib.error, OSError):
            return None, True
        return (places(body, kind) if whole else None), False


def _broken(error: Exception) -> Broken:
    """Return what an exception of the client means for the link."""
    cause = getattr(error, "os_error", None)
    if isinstance(cause, NotPublicError):
        return Broken(State.PRIVATE, again=False)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        reason = error.certificate_error
        detail = getattr(reason, "verify_message", "") or str(reason)
        return Broken(State.CERTIFICATE, detail, again=False, whole=True)
    if isinstance(cause, socket.gaierror):
        later = cause.errno == socket.EAI_AGAIN  # no name server answers
        return Broken(State.NAMELESS, again=later, whole=True, offline=later)
    if isinstance(error, aiohttp.ClientSSLError):
        return Broken(State.SILENT, whole=True)
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)):
        number = getattr(cause, "errno", None)
        return Broken(State.SILENT, whole=True, offline=number in _UNREACHABLE)
    if isinstance(error, (aiohttp.ClientResponseError, aiohttp.InvalidURL, ValueError)):
        return Broken(State.GARBLED)
    return Broken(State.SILENT)

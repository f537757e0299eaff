"""A small internet of real sockets: servers that behave as they are told, and write down each ask.

127.0.0.2 stands for the public internet, 127.0.0.1 for what no request may ever reach. Names are
looked up in a table. Time is a clock that moves when somebody sleeps.
"""

import asyncio
import contextlib
import socket
import ssl
import struct
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from vungxanh.links.external import Guard, Setup, ask_external
from vungxanh.links.external.limits import Clock, Limits
from vungxanh.links.external.public import is_public_text

PUBLIC, PRIVATE = "127.0.0.2", "127.0.0.1"
WAIT, RESET = "wait until the other side hangs up", "reset the connection"
NO_ONE = ssl.create_default_context(cadata=None)
START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def aside(function, *given):
    """Call `function` in a thread of its own: the browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(function, *given).result()


def answer(status=200, *headers, body="", length=True, version="1.1"):
    """The bytes of an answer; `body` is text or bytes."""
    data = body if isinstance(body, bytes) else body.encode()
    lines = [f"HTTP/{version} {status} X", *headers]
    if length and status not in (204, 304):
        lines.append(f"Content-Length: {len(data)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + data


def page(body, *headers, kind="text/html; charset=utf-8"):
    return answer(200, f"Content-Type: {kind}", *headers, body=body)


def redirect(status, location, *headers):
    return answer(status, f"Location: {location}", *headers)


@dataclass
class Asked:
    method: str
    path: str
    headers: dict[str, str]


class Server:
    """Answers `METHOD path`, or `path` for any method, with the steps of its script.

    A script is a list, one entry for each time it is asked, the last for all further times. An
    entry is bytes, or a list of bytes, WAIT and RESET, after which the connection ends.
    """

    def __init__(self, host, port=0, context=None):
        self.scripts, self.log, self.connections = {}, [], 0
        self.host, self._context = host, context
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(port, started), daemon=True)
        self._thread.start()
        assert started.wait(20)

    def _run(self, port, started):
        async def main():
            self._stop = asyncio.Event()
            server = await asyncio.start_server(
                self._serve, self.host, port, ssl=self._context, limit=1 << 20
            )
            self.port = server.sockets[0].getsockname()[1]
            started.set()
            async with server:
                await self._stop.wait()

        self._loop.set_exception_handler(lambda *_: None)  # hang-ups are what is tested
        self._loop.run_until_complete(main())
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    def stop(self):
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(20)

    async def _serve(self, reader, writer):
        self.connections += 1
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while await self._turn(reader, writer):
                pass
        with contextlib.suppress(OSError, RuntimeError):
            writer.close()

    async def _turn(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ")
        headers = dict(line.split(": ", 1) for line in head[1:] if line)
        script = self.scripts.get(f"{method} {path}", self.scripts.get(path, [answer(404)]))
        before = sum(one.path == path and one.method == method for one in self.log)
        if f"{method} {path}" not in self.scripts:
            before = sum(one.path == path for one in self.log)
        self.log.append(Asked(method, path, headers))
        steps = script[min(before, len(script) - 1)]
        for step in [steps] if isinstance(steps, bytes) else steps:
            if step == WAIT:
                await reader.read()
                return False
            if step == RESET:
                where = writer.get_extra_info("socket")
                where.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                writer.transport.abort()
                return False
            head, end, body = step.partition(b"\r\n\r\n")
            writer.write(head + end + (b"" if method == "HEAD" else body))
            await writer.drain()
        return isinstance(steps, bytes) and b"Content-Length" in steps


@dataclass
class Internet:
    """What a test asks in. `names` are IP addresses by name, or a function that is called anew."""

    server: Server
    forbidden: Server
    names: dict = field(default_factory=lambda: {"a.root-servers.net": ["198.41.0.4"]})
    looked_up: list = field(default_factory=list)
    slept: list = field(default_factory=list)
    now: datetime = START
    trust: ssl.SSLContext | None = None

    def url(self, path="/", host="a.example", scheme="http", server=None):
        return f"{scheme}://{host}:{(server or self.server).port}{path}"

    def serves(self, path, *script, method=""):
        """Let the public server answer `path` so; return its address."""
        self.server.scripts[f"{method} {path}".strip()] = list(script)
        return self.url(path)

    async def _lookup(self, host):
        name = host.removesuffix(".")
        self.looked_up.append(name)
        found = self.names.get(name, [PUBLIC] if name.endswith(".example") else None)
        found = found() if callable(found) else found
        if isinstance(found, OSError):
            raise found
        if found is None:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return found

    async def _sleep(self, seconds):
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)

    def ask(self, *urls, opened=(), inside=False, limits=None, **more):
        """Ask; `inside` takes what stands for the public internet for the own network instead."""
        guard = Guard(
            opened,
            public=lambda text: (text == PUBLIC and not inside) or is_public_text(text),
            lookup=self._lookup,
        )
        waits = {"connect": 60.0, "read": 60.0, "total": 90.0} | (limits or {})
        clock = Clock(lambda: self.now, self._sleep)
        setup = Setup(
            "thu-nghiem (+https://vung-xanh.example.vn/)",
            guard=guard,
            limits=Limits(clock=clock, **waits),
            trust=lambda: self.trust or NO_ONE,
            **more,
        )
        return aside(ask_external, urls, setup)

    def told(self, url, **more):
        """The codes of one address, short."""
        report = self.ask(url, **more)
        assert report.notes == []
        return [one.code.removeprefix("external-") for one in report.findings.get(url, [])]

    @property
    def log(self):
        return [(one.method, one.path) for one in self.server.log]

"""Drives the browser of the machine by its own protocol: opens pages and asks what is in them.

Nothing is installed for it: Edge, Chrome and Chromium all speak the Chrome DevTools Protocol. The
browser gets a folder of its own, so that one that is open on the desk is left alone.
"""

import asyncio
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp

_PATIENCE = 60.0  # seconds, for a cold start on an old machine
_STEP = 0.05
_PORT = "DevToolsActivePort"  # the browser writes into it where it listens
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)


class NoAnswer(Exception):  # noqa: N818 - read aloud: no answer
    """The browser did not start, or a page did not become what was asked for."""


class Page:
    """One page of a running browser, whose answers arrive in a thread of their own."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._count = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Page":
        self._thread.start()
        self._result(self._connect())
        return self

    def __exit__(self, *_: object) -> None:
        self._result(self._part())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def open(self, address: str) -> None:
        """Open `address`; raises NoAnswer where it cannot be reached."""
        answer = self._result(self._ask("Page.navigate", url=address))
        if "errorText" in answer:
            raise NoAnswer(f"{address}: {answer['errorText']}")
        self.wait("document.readyState === 'complete'", _PATIENCE)

    def wait(self, expression: str, seconds: float) -> Any:
        """Return the value of `expression`, JavaScript, as soon as it is true; else NoAnswer."""
        end = time.monotonic() + seconds
        while True:
            ask = self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
            if value := self._result(ask).get("result", {}).get("value"):
                return value
            if time.monotonic() > end:
                raise NoAnswer(expression)
            time.sleep(_STEP)

    def _result(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    async def _connect(self) -> None:
        self._session = aiohttp.ClientSession(trust_env=False)
        async with self._session.put(f"http://127.0.0.1:{self._port}/json/new") as answer:
            target = await answer.json(content_type=None)
        address = target["webSocketDebuggerUrl"]
        self._socket = await self._session.ws_connect(address, max_msg_size=0)

    async def _part(self) -> None:
        await self._socket.close()
        await self._session.close()

    async def _ask(self, method: str, **values: Any) -> dict[str, Any]:
        self._count += 1
        await self._socket.send_json({"id": self._count, "method": method, "params": values})
        while True:
            answer = await self._socket.receive_json()
            if answer.get("id") == self._count:
                result: dict[str, Any] = answer.get("result", {})
                return result


@contextmanager
def browsing(browser: Path) -> Iterator[Page]:
    """Start `browser`, unseen, and give a page of it; raises NoAnswer where it does not start."""
    with tempfile.TemporaryDirectory(prefix="vung-xanh-", ignore_cleanup_errors=True) as folder:
        command: list[str | Path] = [browser, *_FLAGS, f"--user-data-dir={folder}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(
            [*command, "about:blank"], stdin=quiet, stdout=quiet, stderr=quiet
        )
        try:
            with Page(_port(process, Path(folder))) as page:
                yield page
        except (aiohttp.ClientError, TimeoutError, TypeError) as error:  # it went away meanwhile
            raise NoAnswer(str(error)) from error
        finally:
            process.terminate()
            process.wait()


def _port(process: "subprocess.Popen[bytes]", folder: Path) -> int:
    """Wait until the browser says where it listens."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        file = folder / _PORT
        if file.is_file() and (lines := file.read_text(encoding="utf-8").splitlines()):
            return int(lines[0])
        time.sleep(_STEP)
    raise NoAnswer(f"{process.args[0]!s}")  # type: ignore[index]

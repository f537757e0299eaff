"""Shows the site while people write: builds on save, and no fault in the content ever stops it."""

import os
import socket
import tempfile
import threading
import urllib.request
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from mkdocs.livereload import LiveReloadServer

from vungxanh.site.build import BuildFailed, build
from vungxanh.site.checking import Checker, State
from vungxanh.site.events import DRAFTS
from vungxanh.site.panel import ADDRESS, panel, with_panel

HOST = "127.0.0.1"
# Half of the library's own interval: a save shows sooner, for half a percent of one core.
POLL_SECONDS = 0.25
_WATCHED = ("docs", "lessons", "overrides", "mkdocs.yml", "scripts/vungxanh")


class PortTaken(Exception):  # noqa: N818 - read aloud: port taken
    """Another program answers at this port."""


def serve(
    root: Path,
    port: int,
    ready: Callable[[str], None],
    built: Callable[[State], None],
) -> None:
    """Serve the checkout at `root` on 127.0.0.1 until interrupted, drafts included.

    `ready` is called with the address once a page has really come from it; `built` after each
    build, with the state of the house. Raises PortTaken.
    """
    _claim(port)
    os.environ[DRAFTS] = "1"
    checker = Checker(root, built)
    with tempfile.TemporaryDirectory(prefix="vung-xanh-") as folder:
        site = Path(folder) / "site"

        def rebuild() -> None:
            try:
                build(root, site, f"http://{HOST}:{port}/", strict=False)
            except BuildFailed as failed:
                if not site.exists():
                    _placeholder(site)
                checker.look(failed)
            else:
                checker.look(None)

        rebuild()
        server = _Server(checker, rebuild, HOST, port, str(site), polling_interval=POLL_SECONDS)
        server.error_handler = lambda code: _error_page(site, code)
        for name in _WATCHED:
            if (root / name).exists():
                server.watch(str(root / name))
        address = f"http://{HOST}:{port}/"
        checker.latest()  # what is wrong is said before the address
        threading.Thread(target=_announce, args=(address, ready), daemon=True).start()
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


class _Server(LiveReloadServer):
    """The server of MkDocs, which puts a script into pages that waits for the next build."""

    def __init__(self, checker: Checker, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._checker = checker

    def _serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes] | None:
        if environ["PATH_INFO"] != ADDRESS:
            return super()._serve_request(environ, start_response)
        page = parse_qs(environ["QUERY_STRING"]).get("page", ["/"])[0]
        state = self._checker.latest()
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [panel(state, page).encode() if state else b""]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        injected: bytes = super()._inject_js_into_html(  # type: ignore[no-untyped-call]
            with_panel(content), epoch
        )
        return injected


def _claim(port: int) -> None:
    with socket.socket() as probe:
        if os.name == "posix":  # Windows would lend us a port that is in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise PortTaken from error


def _announce(address: str, ready: Callable[[str], None]) -> None:
    """Ask for the first page until it comes; only then is the address worth telling."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    ready(address)
                    return
        except OSError:
            threading.Event().wait(0.05)


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


def _placeholder(site: Path) -> None:
    """Say in the browser that the terminal knows why there is no site yet."""
    site.mkdir(parents=True)
    text = "Chưa dựng được trang. Cửa sổ lệnh nói rõ chỗ cần sửa; sửa xong, trang tự hiện ở đây."
    head = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Vùng Xanh</title>'
    html = f"{head}<body><p>{escape(text)}</p></body></html>"
    (site / "index.html").write_text(html, encoding="utf-8")

"""Serves a built site as a host serves an edition, to this machine alone.

That is: compressed, in a folder beside the list of editions, and with the site's own 404.html.
"""

import functools
import gzip
import http.server
import io
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from vungxanh.links.addresses import ALIAS

TEXTS = ("text/", "application/json", "application/xml", "image/svg+xml")
EDITION = f"/{ALIAS}"
VERSION = "2026.1"


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",  # some Windows registries say otherwise
        ".html": "text/html; charset=utf-8",
    }

    edition = ALIAS
    editions: bytes

    def send_head(self) -> BinaryIO | None:
        address = self.path.partition("?")[0]
        if address == "/versions.json":
            return self._send(200, "application/json", self.editions)
        top = f"/{self.edition}"
        self.path = address.removeprefix(top)
        path, status = Path(self.translate_path(self.path)), 200
        if self.path.endswith("/"):
            path /= "index.html"
        if not (address.startswith(f"{top}/") and path.is_file()):
            path, status = Path(self.directory) / "404.html", 404
        return self._send(status, self.guess_type(str(path)), path.read_bytes())

    def _send(self, status: int, kind: str, body: bytes) -> BinaryIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if kind.startswith(TEXTS) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a body; a browser that has gone on meanwhile is no fault."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes while the server waits for its next request is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path, edition: str = ALIAS, version: str = VERSION) -> Iterator[str]:
    """Serve the folder `site` on a free port; give the address of its home, without the last /.

    It stands in the folder `edition`, a version or an alias of `version`.
    """
    listed = [{"version": version, "title": version, "aliases": [ALIAS]}]

    handler = type(
        "Handler", (_Handler,), {"edition": edition, "editions": json.dumps(listed).encode()}
    )
    answer = functools.partial(handler, directory=str(site))
    with _Server(("127.0.0.1", 0), answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{edition}"
        finally:
            server.shutdown()

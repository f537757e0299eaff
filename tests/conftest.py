"""Shared by all: the site of this repository, built once a session, and a browser to see it."""

import functools
import http.server
import os
import shutil
import signal
import threading

import pytest
from playwright.sync_api import sync_playwright

from projects import REPOSITORY

# A shell that starts the tests in the background lets them ignore Ctrl+C, and what they start
# would inherit that; tests of what Ctrl+C does need it to do something.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser):
    parser.addoption("--rewrite", action="store_true", help="write the JSON Schemas anew")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory):
    """The folder of the built site."""
    from vungxanh.site.build import build  # only here: tests below `site` need no MkDocs

    site = tmp_path_factory.mktemp("trang-that") / "site"
    build(REPOSITORY, site)
    return site


@pytest.fixture(scope="session")
def browser():
    """The Chromium of the machine; one a session, since Playwright takes no second beside it."""
    path = os.environ.get("VUNGXANH_BROWSER") or shutil.which("chromium")
    if not path:
        pytest.fail("no browser: install chromium, or name one in VUNGXANH_BROWSER")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="session")
def served_site(built_site):
    """The address of the built site on a local server, without a slash at its end."""
    handler = functools.partial(_Quiet, directory=str(built_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def edition_site(tmp_path_factory):
    """The address of the site as a host serves the newest edition: compressed, with its 404."""
    from vungxanh.serving import EDITION, served
    from vungxanh.site.build import build

    site = tmp_path_factory.mktemp("an-ban") / "site"
    build(REPOSITORY, site, f"https://vung-xanh.example.vn{EDITION}/")
    with served(site) as address:
        yield address

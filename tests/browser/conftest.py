"""The pages of single components, as files and behind a local server."""

import functools
import http.server
import re
import threading

import component_pages as pages
import pytest


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The pages as files."""
    return pages.build(tmp_path_factory.mktemp("trang"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="session")
def served(folder):
    """The address of the pages on a local server."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def visit(browser, served):
    """Opens a page in a fresh context; a script error or a blocked script fails the test."""
    contexts, faults = [], []

    def open_page(path="bai/bai.html", *, base=served, script="", context=None, **options):
        if context is None:
            context = browser.new_context(locale="vi-VN", **options)
            contexts.append(context)
            if script:
                context.add_init_script(script)
            context.route(
                re.compile("^https:"),
                lambda route: route.fulfill(
                    body="<title>thoi tiet</title>", content_type="text/html"
                ),
            )
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda line: faults.append(line.text) if line.type == "error" else None,
        )
        page.goto(f"{base}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    faults = [fault for fault in faults if "favicon" not in fault and "404" not in fault]
    assert not faults, faults


@pytest.fixture
def visit_site(browser, served_site, built_site):
    """Opens a page of the real site in a fresh context, from a server or from its file."""
    contexts = []

    def open_page(path, *, file=False, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{built_site.as_uri()}/{path}" if file else f"{served_site}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()

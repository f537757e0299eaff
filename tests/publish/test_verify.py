"""What is served is held against what was published: a folder, and a server of its own."""

import functools
import gzip
import http.server
import shutil
import threading

import pytest
from small_house import BRANCH, git

from vungxanh.publishing import PublishFailed, verify


@pytest.fixture
def web(house):
    """A checkout of the published branch, as a server would have it."""
    git(house.folder, "clone", "--quiet", f"--branch={BRANCH}", str(house.bare), "web")
    shutil.rmtree(house.folder / "web/.git")
    return house.folder / "web"


@pytest.fixture
def address(web):
    """The address of a real server of that checkout."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(web))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def found(place):
    return [(problem.code, problem.file) for problem in verify(str(place))]


@pytest.mark.parametrize("top", ["", "2026.1", "moi-nhat"])
def test_what_was_published_is_what_is_there(web, address, top):
    assert found(web / top) == []
    assert found(f"{address}/{top}") == []


def test_a_file_that_was_changed(web, address):
    (web / "2026.1/bai/a.html").write_text("khác", encoding="utf-8")
    assert found(web) == [("verify-changed", "2026.1/bai/a.html")]
    assert found(address) == found(web)
    assert found(web / "2026.1") == [("verify-changed", "bai/a.html")]


def test_a_file_that_is_missing(web, address):
    (web / "moi-nhat/bai/a.html").unlink()
    assert found(web) == found(address) == [("verify-missing", "moi-nhat/bai/a.html")]


def test_a_file_that_somebody_added(web):
    (web / "2026.1/bai/la.js").write_text("alert(1)", encoding="utf-8")
    assert found(web) == [("verify-stranger", "2026.1/bai/la.js")]


def test_a_packed_sibling_says_the_same_as_its_file_or_is_a_stranger(web):
    file = web / "2026.1/bai/a.html"
    sibling = web / "2026.1/bai/a.html.gz"
    sibling.write_bytes(gzip.compress(file.read_bytes()))
    assert found(web) == []
    for content in (gzip.compress(b"alert(1)"), b"no gzip at all"):
        sibling.write_bytes(content)
        assert found(web) == [("verify-stranger", "2026.1/bai/a.html.gz")]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}'])
def test_a_record_that_cannot_be_read(web, text):
    (web / "2026.1/edition.json").write_text(text, encoding="utf-8")
    assert found(web) == [("verify-no-record", "2026.1/edition.json")]


@pytest.mark.parametrize("text", ["", "{", "[]", "[1]", '[{"version": "2026.1"}]'])
def test_a_list_of_editions_that_cannot_be_read(web, text):
    (web / "versions.json").write_text(text, encoding="utf-8")
    with pytest.raises(PublishFailed, match=r"versions\.json"):
        verify(str(web))


def test_a_server_that_does_not_answer():
    with pytest.raises(PublishFailed) as failed:
        verify("http://127.0.0.1:9/")
    assert failed.value.code == "verify-unreachable"


def test_an_address_that_is_none():
    with pytest.raises(PublishFailed) as failed:
        verify("https://")
    assert failed.value.code == "verify-unreachable"

"""https: which certificates are trusted, and what is told where one is not."""

import datetime
import ssl

import pytest
import trustme
from small_internet import PUBLIC, Server, answer, redirect

YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
LONG_AGO = YESTERDAY - datetime.timedelta(days=30)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(scope="module")
def certificates(authority):
    """One for each way in which a certificate can be wrong; the first is right."""
    return {
        "good": authority.issue_cert("a.example", "b.example", PUBLIC),
        "expired": authority.issue_cert("a.example", not_before=LONG_AGO, not_after=YESTERDAY),
        "another name": authority.issue_cert("khac.example"),
        "of nobody we know": trustme.CA().issue_cert("a.example"),
    }


@pytest.fixture
def secure(internet, authority, certificates):
    """Start a server with a certificate; return the address of a page on it."""
    internet.trust = ssl.create_default_context()
    authority.configure_trust(internet.trust)
    started = []

    def start(name, *script, path="/x", host="a.example", port=0):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificates[name].configure_cert(context)
        server = Server(PUBLIC, port, context)
        server.scripts[path] = list(script)
        started.append(server)
        return internet.url(path, host=host, scheme="https", server=server)

    start.servers = started
    yield start
    for server in started:
        server.stop()


def test_a_good_certificate_is_good(internet, secure):
    assert internet.told(secure("good", answer(200))) == []


WRONG = {
    "expired": "expired",
    "another name": "not valid for 'a.example'",
    "of nobody we know": "unable to get local issuer certificate",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_certificate_is_told_and_nothing_is_asked(internet, secure, name):
    url = secure(name, answer(200))
    (finding,) = internet.ask(url).findings[url]
    assert finding.code == "external-certificate"
    assert WRONG[name].lower() in finding.values["detail"].lower()
    assert secure.servers[0].log == []
    assert internet.slept == []


def test_a_self_signed_certificate_is_not_trusted_by_default(internet, secure):
    url = secure("good", answer(200))
    internet.trust = None
    assert internet.told(url) == ["certificate"]


def test_no_https_where_https_is_said(internet):
    url = internet.serves("/x", answer(200)).replace("http:", "https:")
    assert internet.told(url, limits={"tries": 1}) == ["silent"]
    assert internet.log == []


def test_a_redirect_to_a_wrong_certificate_is_told(internet, secure):
    url = internet.serves("/x", redirect(301, secure("expired", answer(200))))
    assert internet.told(url) == ["certificate"]


def test_https_of_the_same_page_is_offered(internet, secure):
    right = secure("good", answer(200))
    url = internet.serves("/x", redirect(301, right)) + "#top"
    (finding,) = internet.ask(url).findings[url]
    assert (finding.code, finding.suggestions) == ("external-https", (right + "#top",))


def test_https_of_another_page_is_a_move(internet, secure):
    right = secure("good", answer(200), path="/khac")
    assert internet.told(internet.serves("/x", redirect(301, right))) == ["moved"]


def test_a_way_back_to_http_is_followed(internet, secure):
    internet.serves("/b", answer(200))
    assert internet.told(secure("good", redirect(302, internet.url("/b")))) == []

"""How servers behave, what is then told of the link, and what they were asked for it."""

import asyncio
import gzip
import tracemalloc

import pytest
from small_internet import RESET, WAIT, answer, aside, page, redirect

from vungxanh.links.external.page import read_body

HEAD, GET = "HEAD", "GET"
OK = answer(200, "Content-Type: text/html")
CHUNKED = answer(200, "Content-Type: text/html", "Transfer-Encoding: chunked", length=False)
HUGE = answer(200, "Content-Type: text/html", f"Content-Length: {64 << 20}", length=False)
PLACE = '<h2 id="goi-ai">Gọi ai</h2>'
PACKED = gzip.compress(b"<p>")
BOMB = gzip.compress(bytes(64 << 20))

# What the server does, what is told, and by which methods it was asked; "GET /x" in the place of a
# path limits a script to one method.
ANSWERS = {
    "200": ([OK], [], [HEAD]),
    "204 without a page": ([answer(204)], [], [HEAD]),
    "206, a part": ([answer(206, "Content-Range: bytes 0-1/9")], [], [HEAD]),
    "304 unasked for": ([answer(304)], [], [HEAD]),
    "302 without an address": ([answer(302)], [], [HEAD]),
    "401, a login": ([answer(401, "WWW-Authenticate: Basic")], ["closed"], [HEAD, GET]),
    "402, payment": ([answer(402)], ["closed"], [HEAD, GET]),
    "403": ([answer(403)], ["closed"], [HEAD, GET]),
    "404": ([answer(404)], ["gone"], [HEAD, GET]),
    "410": ([answer(410)], ["gone"], [HEAD, GET]),
    "418": ([answer(418)], ["failing"], [HEAD, GET]),
    "429 for good": ([answer(429)], ["closed"], [HEAD, GET, GET, GET]),
    "451, the law": ([answer(451)], ["closed"], [HEAD, GET]),
    "500 for good": ([answer(500)], ["failing"], [HEAD, GET, GET, GET]),
    "500, then 200": ([answer(500), answer(500), OK], [], [HEAD, GET, GET]),
    "501": ([answer(501)], ["failing"], [HEAD, GET]),
    "502, then 404": ([answer(502), answer(502), answer(404)], ["gone"], [HEAD, GET, GET]),
    "999": ([answer(999)], ["closed"], [HEAD, GET]),
    "reset, then 200": ([[RESET], [RESET], OK], [], [HEAD, GET, GET]),
    "reset for good": ([[RESET]], ["silent"], [HEAD, GET, GET, GET]),
    "closed without a word": ([[b""]], ["silent"], [HEAD, GET, GET, GET]),
    "reset in the head": (
        [[b"HTTP/1.1 200 OK\r\nContent-T", RESET]],
        ["silent"],
        [HEAD] + 3 * [GET],
    ),
    "no HTTP": ([[b"SSH-2.0-OpenSSH_9.2\r\n\r\n"]], ["garbled"], [HEAD, GET, GET, GET]),
    "a malformed header": (
        [[b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n"]],
        ["garbled"],
        [HEAD] + 3 * [GET],
    ),
    "a malformed status": ([[b"HTTP/1.1 2x0 OK\r\n\r\n"]], ["garbled"], [HEAD, GET, GET, GET]),
    "a header of 40 KB": ([answer(200, "X: " + "a" * 40_000)], [], [HEAD]),
    "a header of 900 KB": ([[answer(200, "X: " + "a" * 900_000)]], ["garbled"], [HEAD] + 3 * [GET]),
    "two lengths": (
        [[answer(200, "Content-Length: 3", body="12")]],
        ["garbled"],
        [HEAD] + 3 * [GET],
    ),
    "cookies": ([answer(200, "Set-Cookie: a=b")], [], [HEAD]),
    "HTTP/1.0": ([[answer(200, length=False, version="1.0")]], [], [HEAD]),
    "a header in Vietnamese": (
        [[b"HTTP/1.1 200 OK\r\nX-T: \xe1\xbb\xa9ng\xff\r\n\r\n"]],
        [],
        [HEAD],
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_judged(internet, name):
    script, told, methods = ANSWERS[name]
    assert internet.told(internet.serves("/x", *script)) == told
    assert internet.log == [(method, "/x") for method in methods]


# Servers for which HEAD is another thing than GET.
HEADS = {
    "HEAD not allowed": (answer(405), OK, []),
    "HEAD not known": (answer(501), OK, []),
    "HEAD forbidden": (answer(403), OK, []),
    "HEAD says 404, GET 200": (answer(404), OK, []),
    "HEAD says 500, GET 404": (answer(500), answer(404), ["gone"]),
    "HEAD resets": ([RESET], OK, []),
    "HEAD speaks no HTTP": ([b"\x00\x01\r\n\r\n"], OK, []),
}


@pytest.mark.parametrize("name", HEADS)
def test_get_decides_where_head_fails(internet, name):
    head, get, told = HEADS[name]
    internet.serves("/x", head, method=HEAD)
    assert internet.told(internet.serves("/x", get, method=GET)) == told
    assert internet.log == [(HEAD, "/x"), (GET, "/x")]
    assert internet.slept == []


def test_a_server_that_is_slow_with_head_is_asked_with_get(internet):
    internet.serves("/x", [WAIT], method=HEAD)
    assert internet.told(internet.serves("/x", OK, method=GET), limits={"read": 0.3}) == []


SLOW = {
    "nothing comes": [WAIT],
    "half a head": [b"HTTP/1.1 200 OK\r\nContent-Ty", WAIT],
}


@pytest.mark.parametrize("name", SLOW)
def test_a_server_that_never_ends_its_head_is_given_up(internet, name):
    url = internet.serves("/x", SLOW[name])
    assert internet.told(url, limits={"read": 0.2, "tries": 2}) == ["silent"]
    assert internet.log == [("HEAD", "/x"), ("GET", "/x"), ("GET", "/x")]


def test_the_whole_answer_has_a_limit_too(internet):
    url = internet.serves("/x", [b"HTTP/1.1 200 OK\r\nA: ", WAIT])
    assert internet.told(url, limits={"total": 0.2, "tries": 1}) == ["silent"]


def test_a_body_nobody_needs_is_not_fetched(internet):
    """Where HEAD is refused, GET brings 64 MB that never come: the head was enough."""
    internet.serves("/x", answer(405), method=HEAD)
    assert internet.told(internet.serves("/x", [HUGE, b"<p>", WAIT], method=GET)) == []


# With a fragment the page itself is fetched, by GET alone.
PAGES = {
    "the place is there": ([page(PLACE)], [], 1),
    "the place is missing": ([page('<h2 id="goi">Gọi ai</h2>')], ["anchor"], 1),
    "by name": ([page('<a name="goi-ai"></a>')], [], 1),
    "written by a forge": ([page('<h2 id="user-content-goi-ai">')], [], 1),
    "on a PDF": ([page("%PDF-1.7", kind="application/pdf")], [], 1),
    "on a picture": ([page("\x89PNG", kind="image/png")], [], 1),
    "no type": ([answer(200, body="<p>")], [], 1),
    "packed": ([page(gzip.compress(PLACE.encode()), "Content-Encoding: gzip")], [], 1),
    "packed, missing": ([page(gzip.compress(b"<p>"), "Content-Encoding: gzip")], ["anchor"], 1),
    "packed in a way we did not ask for": ([page("\x8b", "Content-Encoding: br")], [], 1),
    "packed, and cut off": ([page(PACKED[:-9], "Content-Encoding: gzip")], [], 1),
    "packed badly": ([page("not packed", "Content-Encoding: gzip")], [], 3),
    "a bomb of 64 MB": ([page(BOMB, "Content-Encoding: gzip")], [], 1),
    "64 MB": ([[HUGE, bytes(5 << 20), WAIT]], [], 1),
    "reset in the page": ([[HUGE, b"<p>", RESET]], [], 3),
    "reset in the page, then whole": ([[HUGE, b"<p>", RESET], page("<p>")], ["anchor"], 2),
    "shorter than said": (
        [[answer(200, "Content-Type: text/html", "Content-Length: 9", length=False)]],
        [],
        3,
    ),
    "chunks that are none": ([[CHUNKED + b"zz\r\n"]], ["garbled"], 3),
    "another charset": ([page(PLACE.encode("utf-16"), kind="text/html; charset=utf-16")], [], 1),
    "an odd charset": ([page(PLACE, kind="text/html; charset=punycode")], [], 1),
    "bytes of no charset": ([page(b"\xff\xfe<\x00" + PLACE.encode())], [], 1),
    "204": ([answer(204, "Content-Type: text/html")], [], 1),
    "206": ([answer(206, "Content-Type: text/html", body="<p>")], [], 1),
    "no page at all": ([page("")], ["anchor"], 1),
    "XHTML": ([page(PLACE, kind="application/xhtml+xml")], [], 1),
    "404 with a page": ([answer(404, "Content-Type: text/html", body=PLACE)], ["gone"], 1),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_place_is_looked_for_in_the_page(internet, name):
    script, told, times = PAGES[name]
    assert internet.told(internet.serves("/x", *script) + "#goi-ai") == told
    assert internet.log == [("GET", "/x")] * times


@pytest.mark.parametrize(
    "fragment", ["top", "TOP", ":~:text=g", "!/a", "/a/b", "L10", "L10-L20", ""]
)
def test_a_fragment_that_is_no_place_needs_no_page(internet, fragment):
    assert internet.told(internet.serves("/x", page("<p>")) + f"#{fragment}") == []
    assert internet.log == [("HEAD", "/x")]


def test_text_fragments_need_no_place_and_escapes_are_read(internet):
    url = internet.serves("/x", page('<b id="gọi">'))
    assert internet.told(f"{url}#khac:~:text=ai") == []
    assert internet.told(f"{url}#g%E1%BB%8Di") == []
    assert internet.told(f"{url}#gọi") == []
    assert internet.told(f"{url}#Gọi") == ["anchor"]


def test_a_wrong_place_is_offered_the_nearest(internet):
    url = internet.serves("/x", page('<b id="goi-ai"><b id="khac">')) + "#goi-a"
    (finding,) = internet.ask(url).findings[url]
    assert finding.suggestions == ("#goi-ai",)


def test_one_page_is_fetched_once_for_all_its_places(internet):
    url = internet.serves("/x", page(PLACE))
    report = internet.ask(url, f"{url}#goi-ai", f"{url}#khac", f"{url}#kia")
    assert sorted(report.findings) == [f"{url}#khac", f"{url}#kia"]
    assert internet.log == [("GET", "/x")]


REDIRECTS = {
    "for good": ([redirect(301, "/b")], ["moved"]),
    "for good, keeping the method": ([redirect(308, "/b")], ["moved"]),
    "for now": ([redirect(302, "/b")], []),
    "for now, keeping the method": ([redirect(307, "/b")], []),
    "see other": ([redirect(303, "/b")], []),
    "to itself": ([redirect(301, "/x")], ["redirects"]),
    "in a circle": ([redirect(302, "/c")], ["redirects"]),
    "to itself with a cookie": ([redirect(302, "/x", "Set-Cookie: a=b")], ["closed"]),
    "without end": ([redirect(302, "/1")], ["redirects"]),
    "to a file": ([redirect(302, "file:///etc/passwd")], ["redirects"]),
    "to an app": ([redirect(302, "zalo://x")], ["redirects"]),
    "to a script": ([redirect(302, "javascript:alert(1)")], ["redirects"]),
    "to data": ([redirect(302, "data:text/html,x")], ["redirects"]),
    "to nonsense": ([redirect(302, "http://[/")], ["redirects"]),
    "with a password": ([redirect(302, "http://a:b@a.example/")], ["redirects"]),
    "to a page that is gone": ([redirect(301, "/d")], ["gone"]),
    "in bytes of no charset": ([redirect(301, "/\xc3\xa9\xff")], ["moved"]),
}


@pytest.mark.parametrize("name", REDIRECTS)
def test_a_redirect_is_followed_and_judged(internet, name):
    script, told = REDIRECTS[name]
    internet.serves("/b", OK)
    internet.serves("/c", redirect(302, "/x"))
    internet.serves("/%C3%A9%FF", OK)
    for number in range(1, 30):
        internet.serves(f"/{number}", redirect(302, f"/{number + 1}"))
    assert internet.told(internet.serves("/x", *script)) == told
    assert len(internet.log) <= 11
    assert not any("Cookie" in one.headers for one in internet.server.log)


def test_what_moved_for_good_is_offered_where_it_is_now(internet):
    internet.serves("/b", redirect(308, "/c?q=1#muc"))
    internet.serves("/c?q=1", redirect(302, "/d"))
    internet.serves("/d", OK)
    url = internet.serves("/x", redirect(301, "/b"))
    (finding,) = internet.ask(url).findings[url]
    assert finding.suggestions == (internet.url("/c?q=1#muc"),)


def test_a_redirect_for_now_is_where_moving_for_good_ends(internet):
    internet.serves("/b", redirect(301, "/c"))
    internet.serves("/c", OK)
    assert internet.told(internet.serves("/x", redirect(302, "/b"))) == []


def test_the_fragment_goes_along_with_a_redirect(internet):
    internet.serves("/b", page("<p>"))
    assert internet.told(internet.serves("/x", redirect(302, "/b")) + "#goi-ai") == ["anchor"]


def test_a_redirect_that_brings_a_fragment_of_its_own_decides(internet):
    internet.serves("/b", page("<p>"))
    assert internet.told(internet.serves("/x", redirect(302, "/b#khac")) + "#goi-ai") == []


def test_a_redirect_to_another_server_is_followed_there(internet):
    internet.serves("/b", OK)
    url = internet.serves("/x", redirect(301, internet.url("/b", host="b.example")))
    assert internet.told(url) == ["moved"]
    assert [one.headers["Host"] for one in internet.server.log] == [
        f"{host}.example:{internet.server.port}" for host in "ab"
    ]


def test_a_bomb_is_unpacked_no_further_than_is_allowed():
    async def pieces():
        yield BOMB

    tracemalloc.start()
    body, whole = aside(asyncio.run, read_body(pieces(), "gzip", 1 << 20))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (len(body), whole) == (1 << 20, False)
    assert most < 8 << 20


def test_a_cookie_is_not_brought_back(internet):
    urls = [
        internet.serves("/x", answer(200, "Set-Cookie: a=b; Path=/")),
        internet.serves("/y", OK),
    ]
    internet.serves("/z", redirect(302, "/y", "Set-Cookie: c=d; Path=/"))
    assert internet.ask(*urls, internet.url("/z"), limits={"per_host": 1}).findings == {}
    assert len(internet.log) == 4
    assert not any("Cookie" in one.headers for one in internet.server.log)


def test_what_is_sent_is_honest_and_nothing_more(internet):
    url = internet.serves("/x?%C4%91=1", OK)
    internet.told(url.replace("%C4%91", "đ") + "#top")
    (asked,) = internet.server.log
    assert asked.path == "/x?%C4%91=1"
    assert asked.headers["User-Agent"] == "thu-nghiem (+https://vung-xanh.example.vn/)"
    assert asked.headers.keys() == {
        "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding",
    }  # fmt: skip


def test_what_is_nothing_of_the_web_is_not_asked(internet):
    for text in (
        "mailto:a@a.example",
        "tel:111",
        "ftp://a.example/",
        "data:,x",
        "file:///etc",
        "a/b",
    ):
        assert internet.told(text) == []
    assert internet.looked_up == []


def test_passwords_in_an_address_are_told_and_never_sent(internet):
    assert internet.told(f"http://an:mat-khau@a.example:{internet.server.port}/") == ["secret"]
    assert internet.server.connections == 0


def test_an_address_no_browser_opens_is_told(internet):
    for text in ("http://", "http://a b.example/", "https://[::1/", "http://a.example:0/"):
        assert internet.told(text) == ["malformed"]
    assert internet.looked_up == []

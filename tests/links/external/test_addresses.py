"""Addresses are read exactly as a browser reads them; Chromium is the judge."""

import random

import pytest

from vungxanh.links.external.address import (
    MalformedAddressError,
    SecretAddressError,
    read_address,
)

ADDRESSES = (
    "http://a.example", "https://a.example:443/", "http://a.example:80/b?c=d",
    "HTTP://A.Example/", "http://a.example\\@127.0.0.1/", "http:\\\\a.example\\b",
    "http:/a.example/b", "http:a.example/b", "http:///a.example//b", "http://a.example/b\\c?d\\e",
    "ht\ntp://a.exa\tmple/b\r\nc", "  http://a.example ", "http://a.example/a b",
    "http://a.example/đ?q=đ", "http://a.example/%zz", "http://a.example/%C4%91",
    "http://a.example/../b/./c/%2e%2e/d", "http://a.example/b/..", "http://a.example/b/%2E",
    "http://a.example/..", "http://a.example?b", "http://a.example/b?", "http://a.example:/b",
    "http://a.example:8080", "http://a_b.example/", "http://văn-hóa.example/",
    "http://VĂN-HÓA.example/", "http://faß.example/", "http://xn--vn-ha-1va2f.example/",
    "http://a\u00ad.example/", "http://ｅｘａｍｐｌｅ.example/", "http://a。example/", "http://127.1/",
    "http://0x7f.1/", "http://0177.0.0.1/", "http://2130706433/", "http://1.2.3/",
    "http://１２７.0.0.1/", "http://%31%32%37.0.0.1/", "http://①②⑦.⓪.⓪.①/", "http://0/",
    "http://0x/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://1.2.3.08/",
    "http://4294967296/", "http://a.1/", "http://1.a/", "http://a.0x1/", "http://1e3/",
    "http://[::1]/", "http://[::FFFF:127.0.0.1]/", "http://[1:2::3.4.5.6]:8080/",
    "http://[fe80::1%25eth0]/", "http://[::1/", "http://::1/", "http://[]/", "http://[g::1]/",
    "http://", "http://?", "http://:80/", "http://a<b/", "http://a%00b/",
    "http://a.example:99999/", "http://a.example:x/", "http://a.example:-1/", "http://%zz/",
)  # fmt: skip


@pytest.fixture(scope="module")
def parsed(browser):
    """What the browser makes of each: host, port, path and query; None where it opens none."""
    page = browser.new_page()
    read = """texts => texts.map(text => {
        try {
            const url = new URL(text)
            return [url.hostname, url.port, url.pathname + url.search]
        } catch { return null }
    })"""
    found = page.evaluate(read, list(ADDRESSES))
    page.close()
    return dict(zip(ADDRESSES, found, strict=True))


def ours(text):
    try:
        address = read_address(text)
    except MalformedAddressError:
        return None
    host = f"[{address.host}]" if ":" in address.host else address.host
    port = "" if address.port in (80, 443) else str(address.port)
    return [host, port, address.target]


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_read_as_a_browser_reads_it(parsed, text):
    assert ours(text) == parsed[text]


@pytest.mark.parametrize(
    "text", ["http://a@b.example/", "http://:x@b.example/", "https://b.example@127.0.0.1/"]
)
def test_a_name_or_password_is_no_part_of_an_address(text):
    with pytest.raises(SecretAddressError):
        read_address(text)


@pytest.mark.parametrize(
    "text", ["", "#a", "a.html", "/a", "mailto:a@b.example", "httpx://a/", "ws://a.example/"]
)
def test_what_names_no_page_of_the_web_is_no_address(text):
    assert read_address(text) is None


def test_a_relative_address_is_seen_from_where_it_stands():
    base = read_address("https://a.example:8443/b/c?d#e")
    there = {
        "f": "https://a.example:8443/b/f",
        "/f": "https://a.example:8443/f",
        "?g": "https://a.example:8443/b/c?g",
        "//h.example/i": "https://h.example/i",
        "\\\\h.example\\i": "https://h.example/i",
        "..\\j": "https://a.example:8443/j",
        "http://k.example": "http://k.example/",
        "#l": "https://a.example:8443/b/c?d#l",
    }
    assert {text: read_address(text, base).whole for text in there} == there


def test_without_a_scheme_https_is_taken():
    assert read_address("//a.example/b").asked == "https://a.example/b"


def test_no_text_is_too_odd():
    """Whatever a page or a server writes is an address, none, or one of two faults."""
    draw = random.Random(7)
    signs = "htp:/\\@[]%.?#0x7f1e-_ \t\n\x00đ。①１\u00ad\u200d\ud800\udcff\U0001f600*'\"<&;="
    for _ in range(20_000):
        text = draw.choice(("", "http://", "//", "https:")) + "".join(
            draw.choice(signs) for _ in range(draw.randrange(24))
        )
        try:
            address = read_address(text)
        except (MalformedAddressError, SecretAddressError):
            continue
        if address:
            assert f"{address.host}{address.target}".isascii()
            assert not set(address.target) & set(" \t\r\n\x00#")
            assert read_address(address.asked).asked == address.asked

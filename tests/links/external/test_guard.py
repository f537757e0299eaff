"""Nothing but the public internet is asked, however an address is dressed up.

The server on 127.0.0.1 listens at the same port as the public one; that it was never connected to
is asserted after every test (`internet` in conftest).
"""

import ipaddress
import socket

import pytest
from small_internet import PRIVATE, PUBLIC, answer, aside, page, redirect

from vungxanh.links.external import Setup, ask_external
from vungxanh.links.external.address import read_address
from vungxanh.links.external.guard import Guard, NotPublicError, Opened, read_opened
from vungxanh.links.external.hosts import MalformedHostError, read_host
from vungxanh.links.external.public import is_public_text

# Each is the loopback, the network of an office, or the metadata of a cloud.
HOSTS = (
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1",
    "0X7F.0x0.0.1", "0177.0.0.1", "017700000001", "0.0.0.0", "0", "127.0.0.1.", "%31%32%37.0.0.1",
    "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "127．0．0．1", "１２７.1",
    "10.0.0.1", "10.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.168.257", "100.64.0.1",
    "100.100.100.200", "169.254.169.254", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376",
    "168.63.129.16", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1",
    "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::ffff:10.0.0.1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2002:a9fe:a9fe::1]",
    "[2001:0:7f00:1::]", "[2001:0:0:0:0:0:80ff:fffe]", "[2606:4700::5efe:127.0.0.1]",
    "[2606:4700::200:5efe:10.0.0.1]", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]",
    "[ff02::1]", "[2001:db8::1]", "[3fff::1]", "[100::1]", "[5f00::1]",
    "localhost", "LOCALHOST", "localhost.", "a.localhost", "ｌｏｃａｌｈｏｓｔ",
    "localhost.localdomain",
    "may-in", "may-in.local", "metadata.google.internal", "a.home.arpa", "router.lan", "a.onion",
)  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_what_is_not_public_is_not_even_looked_up(internet, host):
    url = internet.url("/x", host=host)
    assert internet.told(url) == ["private"]
    assert internet.looked_up == []
    assert internet.server.connections == 0


@pytest.mark.parametrize("host", HOSTS)
def test_nor_by_a_redirect(internet, host):
    private = f"http://{host}:{internet.server.port}/secret"
    url = internet.serves("/x", redirect(302, private.encode().decode("latin-1")))
    report = internet.ask(url)
    (finding,) = report.findings[url]
    assert finding.code == "external-private"
    assert "/secret" in finding.values["detail"]
    assert internet.looked_up == ["a.example"]
    assert len(internet.log) == 1


ZONES = ("[fe80::1%eth0]", "[fe80::1%25eth0]", "[::1%25lo]")


@pytest.mark.parametrize("host", ZONES)
def test_a_zone_of_this_machine_is_no_address(internet, host):
    assert internet.told(f"http://{host}:{internet.server.port}/") == ["malformed"]
    url = internet.serves("/x", redirect(302, f"http://{host}:{internet.server.port}/"))
    assert internet.told(url) == ["redirects"]


NAMES = {
    "loopback": [PRIVATE],
    "IPv6 loopback": ["::1"],
    "mapped": ["::ffff:127.0.0.1"],
    "metadata": ["169.254.169.254"],
    "an office": ["192.168.1.10"],
    "link-local with a zone": ["fe80::1%lo"],
    "public and private": [PUBLIC, PRIVATE],
    "NAT64 of the loopback": ["64:ff9b::7f00:1"],
    "6to4 of the loopback": ["2002:7f00:1::1"],
    "not an address": ["localhost"],
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_inside_is_not_connected_to(internet, name):
    internet.names["evil.example"] = NAMES[name]
    assert internet.told(internet.url("/x", host="evil.example")) == ["private"]
    url = internet.serves("/y", redirect(301, internet.url("/x", host="evil.example")))
    assert internet.told(url) == ["private"]
    assert internet.log == [("HEAD", "/y")]


@pytest.mark.parametrize("first", [1, 2, 3])
def test_a_name_that_leads_elsewhere_the_next_time_gains_nothing(internet, first):
    """Rebinding: public for the first connections, then the loopback."""
    answers = iter([[PUBLIC]] * first + [[PRIVATE]] * 9)
    internet.names["evil.example"] = lambda: next(answers)
    internet.serves("/x", [answer(500, "Connection: close")])
    url = internet.url("/x", host="evil.example")
    assert internet.told(url) == ["private"]
    assert len(internet.log) == first
    assert internet.looked_up == ["evil.example"] * (first + 1)


def test_the_socket_itself_refuses_where_no_name_was_looked_up(internet):
    """aiohttp looks up no name for an IP address: the last guard is at the connection."""
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", (PRIVATE, internet.server.port))
    with pytest.raises(NotPublicError):
        Guard().connect(info)
    with pytest.raises(NotPublicError):
        Guard([Opened(PRIVATE)]).connect(info)


def test_what_the_first_guard_lets_through_is_stopped_at_the_connection(internet, monkeypatch):
    monkeypatch.setattr("vungxanh.links.external.guard.Guard.refuses", lambda *_: False)
    for host in (PRIVATE, "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"):
        assert internet.told(internet.url("/x", host=host)) == ["private"]


def test_the_system_is_asked_for_the_name_as_a_whole_one(internet):
    """Without a dot at its end, a name that is not known is tried inside the own network."""
    seen = []

    async def lookup(host):
        seen.append(host)
        return [PUBLIC]

    guard = Guard(lookup=lookup, public=lambda _: True)
    url = internet.serves("/x", answer(200))
    aside(ask_external, [url], Setup("thu-nghiem", guard=guard))
    assert seen == ["a.example."]


@pytest.mark.parametrize("port", [21, 22, 25, 6000, 6667, 10080])
def test_ports_of_other_services_are_not_asked(internet, port):
    assert internet.told(f"http://a.example:{port}/") == ["private"]
    assert internet.told(f"http://a.example:{port}/", opened=[Opened("a.example")]) == ["private"]
    assert internet.looked_up == []


def test_proxies_and_passwords_of_the_environment_are_left_alone(internet, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine a.example login an password x\n", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, f"http://{PRIVATE}:{internet.server.port}")
    assert internet.told(internet.serves("/x", answer(200))) == []
    assert "Authorization" not in internet.server.log[0].headers


class TestOpened:
    """`--allow`: here 127.0.0.2 stands for a server of the own network."""

    def ask(self, internet, url, *opened):
        return internet.told(url, opened=[read_opened(one) for one in opened], inside=True)

    def test_one_host_is_opened_and_no_other(self, internet):
        internet.serves("/x", answer(200))
        url, other = internet.url("/x", host=PUBLIC), internet.url("/x", host="127.0.0.3")
        assert self.ask(internet, url) == ["private"]
        assert self.ask(internet, url, PUBLIC) == []
        assert self.ask(internet, other, PUBLIC) == ["private"]

    def test_one_port_is_opened_and_no_other(self, internet):
        internet.serves("/x", answer(200))
        url, port = internet.url("/x", host=PUBLIC), internet.server.port
        assert self.ask(internet, url, f"{PUBLIC}:{port}") == []
        assert self.ask(internet, url, f"{PUBLIC}:{port + 1}") == ["private"]

    def test_a_name_is_opened_wherever_it_leads(self, internet):
        internet.serves("/x", answer(200))
        internet.names["noi-bo"] = [PUBLIC]
        assert self.ask(internet, internet.url("/x", host="noi-bo"), "noi-bo") == []
        assert internet.looked_up == ["noi-bo"]

    def test_another_name_for_an_opened_address_is_not_opened(self, internet):
        internet.names["evil.example"] = [PUBLIC]
        url = internet.url("/x", host="evil.example")
        assert self.ask(internet, url, PUBLIC) == ["private"]

    def test_an_opened_host_leads_to_no_other_by_a_redirect(self, internet):
        url = internet.serves("/x", redirect(302, internet.url("/y", host=PRIVATE)))
        url = url.replace("a.example", PUBLIC)
        assert self.ask(internet, url, PUBLIC) == ["private"]

    def test_a_page_there_is_read_like_any_other(self, internet):
        internet.serves("/x", page("<p>"))
        assert self.ask(internet, internet.url("/x#a", host=PUBLIC), PUBLIC) == ["anchor"]


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("noi-bo", Opened("noi-bo")),
        ("Noi-Bo.LOCAL:8080", Opened("noi-bo.local", 8080)),
        ("10.0.0.5", Opened("10.0.0.5")),
        ("[fd00::5]:8080", Opened("fd00::5", 8080)),
        ("[fd00::5]", Opened("fd00::5")),
    ],
)
def test_what_is_opened_is_read_like_a_host(text, opened):
    assert read_opened(text) == opened


@pytest.mark.parametrize(
    "text", ["", ":80", "a b", "a:0", "a:99999", "a:x", "http://a/", "[::1", "a/b"]
)
def test_what_is_no_host_opens_nothing(text):
    with pytest.raises(MalformedHostError):
        read_opened(text)


PUBLIC_ADDRESSES = (
    "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
    "169.253.255.255", "192.167.255.255", "223.255.255.255", "11.0.0.0", "2606:4700::1111",
    "2001:4860:4860::8888", "2400:cb00::1", "64:ff9b::808:808", "::ffff:8.8.8.8",
)  # fmt: skip


@pytest.mark.parametrize("text", PUBLIC_ADDRESSES)
def test_the_rest_of_the_world_is_public(text):
    assert is_public_text(text)


@pytest.mark.parametrize("text", ["2606:4700::1111%eth0", "localhost", "", "1.1.1.1/8", "1.1"])
def test_what_is_no_plain_address_is_not_public(text):
    assert not is_public_text(text)


def test_an_address_that_is_a_number_is_refused_before_anything_else():
    guard = Guard()
    for host in (PRIVATE, "[::1]", "169.254.169.254"):
        assert guard.refuses(read_address(f"http://{host}/"))
    assert not guard.refuses(read_address("http://1.1.1.1/"))


def test_whatever_python_calls_private_is_not_public():
    """The table of the standard library, where it knows one, is never stricter than ours."""
    for version, bits in ((ipaddress.IPv4Address, 32), (ipaddress.IPv6Address, 128)):
        for step in range(1 << 14):
            address = version(step << (bits - 14))
            assert address.is_global or not is_public_text(str(address)), address


def test_a_host_has_one_spelling():
    assert {
        read_host(text) for text in ("ĐỨC.example", "đức.example.", "xn--c-kia430u.example")
    } == {read_host("đức.example")}

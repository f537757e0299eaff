"""Exceptions with a reason and a last day; and what is told where there is no network."""

import errno
import socket
import tomllib
from datetime import date

import pytest
from small_internet import answer

from vungxanh.links.external import Lists, Opened, read_lists

TODAY = date(2026, 11, 24)
WHOLE = 'reason = "đang xây lại", until = 2026-11-24'


def read(text):
    lists, problems = read_lists(tomllib.loads(text), TODAY)
    return lists, [(one.code, one.file, one.values["value"]) for one in problems]


def test_exceptions_hold_until_the_end_of_their_last_day():
    text = f"""
        ignore = [{{ address = "https://a.example/*", {WHOLE} }}]
        allow = [{{ host = "noi-bo:8080", {WHOLE} }}]
    """
    assert read(text) == (Lists(("https://a.example/*",), (Opened("noi-bo", 8080),)), [])
    over = text.replace("11-24", "11-23")
    assert read(over) == (
        Lists(),
        [
            ("external-list-over", "pyproject.toml", "https://a.example/*"),
            ("external-list-over", "pyproject.toml", "noi-bo:8080"),
        ],
    )


@pytest.mark.parametrize(
    "row",
    [
        '"https://a.example/"',
        "7",
        "{}",
        '{ address = "https://a.example/" }',
        '{ address = "https://a.example/", reason = "x" }',
        '{ address = "https://a.example/", until = 2027-01-01 }',
        '{ address = "https://a.example/", reason = " ", until = 2027-01-01 }',
        '{ address = "https://a.example/", reason = "x", until = "2027-01-01" }',
        '{ address = "https://a.example/", reason = "x", until = 2027-01-01T00:00:00 }',
        '{ address = "", reason = "x", until = 2027-01-01 }',
        '{ address = 7, reason = "x", until = 2027-01-01 }',
        '{ host = "a.example", reason = "x", until = 2027-01-01 }',
        '{ address = "https://a.example/", reason = "x", until = 2027-01-01, more = 1 }',
    ],
)
def test_an_exception_without_all_its_parts_is_told(row):
    lists, told = read(f"ignore = [{row}]")
    assert lists == Lists()
    assert [code for code, _, _ in told] == ["external-list-malformed"]


def test_other_shapes_are_told_too():
    assert read('ignore = "a"')[1] == [("external-list-malformed", "pyproject.toml", "a")]
    bad = f'allow = [{{ host = "a b", {WHOLE} }}]'
    assert read(bad)[1] == [("external-list-malformed", "pyproject.toml", "a b")]


def test_what_is_ignored_is_not_asked(internet):
    urls = [internet.url(path) for path in ("/x", "/x/y", "/z")]
    lists = Lists((internet.url("/x*"),))
    assert list(internet.ask(*urls, lists=lists).findings) == [urls[2]]
    assert {path for _, path in internet.log} == {"/z"}
    lists = Lists((internet.url("/x"),))
    assert list(internet.ask(*urls, lists=lists).findings) == urls[1:]


def test_what_excuses_nothing_is_told(internet):
    lists = Lists(("http://b.example/*", internet.url("/x")))
    report = internet.ask(internet.url("/x"), lists=lists)
    assert [(one.code, one.values) for one in report.notes] == [
        ("external-list-unused", {"value": "http://b.example/*"})
    ]


OFFLINE = {
    "no name server": socket.gaierror(socket.EAI_AGAIN, "later"),
    "no name": socket.gaierror(socket.EAI_NONAME, "no such name"),
    "no way": OSError(errno.ENETUNREACH, "network is unreachable"),
}


@pytest.mark.parametrize("name", OFFLINE)
def test_without_a_network_that_is_said_once_and_nothing_is_called_dead(internet, tmp_path, name):
    urls = [f"http://{letter}.example/{n}" for letter in "abc" for n in range(3)]
    internet.names = {f"{letter}.example": OFFLINE[name] for letter in "abc"}
    report = internet.ask(*urls, cache=tmp_path)
    assert report.findings == {}
    assert [(one.code, one.values) for one in report.notes] == [
        ("external-offline", {"count": "9"})
    ]
    assert list(tmp_path.iterdir()) == []


def test_what_is_known_already_is_told_without_a_network_too(internet, tmp_path):
    url = internet.serves("/x", answer(404))
    internet.ask(url, cache=tmp_path)
    internet.names = {"b.example": OFFLINE["no name server"]}
    report = internet.ask(url, "http://b.example/", cache=tmp_path)
    assert list(report.findings) == [url]
    assert [one.values for one in report.notes] == [{"count": "1"}]


@pytest.mark.parametrize("name", OFFLINE)
def test_one_host_out_of_reach_is_held_against_a_name_that_is_always_there(internet, name):
    internet.names = {"a.example": OFFLINE[name]}
    report = internet.ask("http://a.example/")
    assert [one.code for one in report.notes] == ["external-offline"]


def test_a_lone_name_that_is_no_more_is_told(internet):
    assert internet.told("http://da-mat.vn/") == ["nameless"]
    assert internet.looked_up == ["da-mat.vn", "a.root-servers.net"]


def test_a_firewall_that_lets_nobody_out_is_no_network(internet):
    internet.server.stop()
    report = internet.ask(*(internet.url(host=f"{letter}.example") for letter in "abc"))
    assert [one.values for one in report.notes] == [{"count": "3"}]
    assert report.findings == {}


def test_a_name_that_is_no_more_is_told_where_the_network_is_there(internet):
    url = "http://da-mat.vn/"
    report = internet.ask(url, internet.serves("/x", answer(200)))
    assert [one.code for one in report.findings[url]] == ["external-nameless"]
    assert report.notes == []


def test_addresses_that_are_not_asked_are_no_sign_of_a_network(internet):
    internet.names["evil.example"] = ["127.0.0.1"]
    report = internet.ask("http://evil.example/")
    assert [one.code for one in report.findings["http://evil.example/"]] == ["external-private"]
    assert report.notes == []

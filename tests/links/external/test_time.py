"""Waiting: how long a server may make us wait, how often it is asked, how many at once."""

import asyncio

import pytest
from small_internet import RESET, START, answer, aside

from vungxanh.links.external.address import read_address
from vungxanh.links.external.queue import ask_all
from vungxanh.links.external.visit import retry_after

OK = answer(200)
DATES = {
    "20": 20,
    " 0 ": 0,
    "Tue, 24 Nov 2026 08:00:20 GMT": 20,
    "Tuesday, 24-Nov-26 08:00:20 GMT": 20,
    "Tue, 24 Nov 2026 15:00:20 +0700": 20,
    "Mon, 23 Nov 2026 08:00:00 GMT": 0,
    "9" * 5000: 999999999999,
    "": None,
    "-5": None,
    "1.5": None,
    "²": None,
    "soon": None,
    "Tue, 99 Nov 2026 08:00:20 GMT": None,
}


@pytest.mark.parametrize("text", DATES)
def test_retry_after_is_a_number_or_a_date(text):
    assert retry_after(text, START) == DATES[text]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("when", ["20", "Tue, 24 Nov 2026 08:00:20 GMT"])
def test_a_busy_server_is_given_the_time_it_asks_for(internet, status, when):
    url = internet.serves("/x", answer(status, f"Retry-After: {when}"), OK)
    assert internet.told(url) == []
    assert internet.slept == [20]
    assert internet.log == [("HEAD", "/x"), ("GET", "/x")]


def test_all_pages_of_a_busy_server_wait(internet):
    internet.serves("/x", answer(429, "Retry-After: 20"), OK)
    urls = [internet.url("/x"), internet.serves("/y", OK), internet.serves("/z", OK)]
    assert internet.ask(*urls, limits={"per_host": 1}).findings == {}
    assert internet.log == [("HEAD", "/x"), ("GET", "/x"), ("HEAD", "/y"), ("HEAD", "/z")]
    assert internet.slept == [20]


@pytest.mark.parametrize(("status", "told"), [(429, "closed"), (503, "failing")])
@pytest.mark.parametrize("when", ["3600", "9" * 500, "Wed, 24 Nov 2060 08:00:00 GMT"])
def test_nobody_waits_for_ages_and_the_server_is_left_alone(internet, status, told, when):
    internet.serves("/x", answer(status, f"Retry-After: {when}"))
    report = internet.ask(internet.url("/x"), internet.url("/y"), limits={"per_host": 1})
    assert [[one.code for one in some] for some in report.findings.values()] == [
        [f"external-{told}"]
    ] * 2
    assert (internet.log, internet.slept) == ([("HEAD", "/x")], [])


def test_pauses_grow(internet):
    internet.told(internet.serves("/x", answer(500)), limits={"tries": 4})
    assert internet.slept == [1, 2, 4]


def test_a_busy_server_that_does_not_say_how_long_gets_a_pause_too(internet):
    internet.told(internet.serves("/x", answer(429), OK))
    assert internet.slept == [1]


def test_a_host_that_cannot_be_reached_is_not_tried_for_each_of_its_pages(internet):
    port = internet.server.port
    internet.server.stop()
    urls = [f"http://a.example:{port}/{number}" for number in range(50)]
    report = internet.ask(*urls, limits={"per_host": 1})
    assert {one.code for some in report.findings.values() for one in some} == {"external-silent"}
    assert len(report.findings) == 50
    assert internet.looked_up == ["a.example"] * 4 + ["a.root-servers.net"]


def test_a_host_that_breaks_one_page_off_is_asked_for_the_others(internet):
    urls = [internet.serves("/x", [RESET]), internet.serves("/y", OK)]
    report = internet.ask(*urls, limits={"per_host": 1})
    assert list(report.findings) == [urls[0]]


def test_connections_are_kept_and_a_closed_one_is_opened_anew(internet):
    urls = [internet.serves(f"/{number}", OK) for number in range(20)]
    assert internet.ask(*urls, limits={"per_host": 1}).findings == {}
    assert internet.server.connections == 1
    shut = [internet.serves(f"/k{number}", [OK]) for number in range(5)]  # closes without a word
    assert internet.ask(*shut, limits={"per_host": 1}).findings == {}


class TestQueue:
    """Who is asked side by side."""

    def run(self, urls, **limits):
        self.most, self.now, order = {}, {}, []

        async def ask(address):
            for key in (address.host, "all"):
                self.now[key] = self.now.get(key, 0) + 1
                self.most[key] = max(self.most.get(key, 0), self.now[key])
            order.append(address.host)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            for key in (address.host, "all"):
                self.now[key] -= 1

        asked = ask_all([read_address(url) for url in urls], ask, **limits)
        aside(asyncio.run, asked)
        return order

    def test_each_once_and_no_host_more_than_it_may(self):
        urls = [f"http://{host}.example/{n}" for host in "abcdef" for n in range(30)]
        assert len(self.run(urls, together=5, per_host=2)) == 180
        assert self.most["all"] == 5
        assert all(self.most[f"{host}.example"] == 2 for host in "abcdef")

    def test_a_host_with_many_pages_holds_up_no_other(self):
        urls = [f"http://big.example/{n}" for n in range(500)]
        urls += [f"http://{n}.example/" for n in "abcdefgh"]
        order = self.run(urls, together=4, per_host=2)
        assert set(order[:20]) == {"big.example", *(f"{n}.example" for n in "abcdefgh")}

    def test_nothing_to_ask(self):
        assert self.run([], together=4, per_host=2) == []


def test_the_limits_hold_over_the_wire(internet):
    urls = [internet.serves(f"/{number}", OK) for number in range(10)]
    assert internet.ask(*urls, limits={"per_host": 2}).findings == {}
    assert internet.server.connections == 2

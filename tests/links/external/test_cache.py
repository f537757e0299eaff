"""What is kept between runs: for how long, by several at once, and when the disk lies."""

import json
import subprocess
import sys
from datetime import date, timedelta

import pytest
from small_internet import START, answer, page

from projects import REPOSITORY
from vungxanh.links.external.cache import Cache
from vungxanh.links.external.verdict import State, Verdict

OK, GONE, BUSY = answer(200), answer(404), answer(403)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def cached(internet, tmp_path):
    """Ask one address with the same cache, so many days later; return codes and questions."""
    internet.trust = None

    def ask(url, later=timedelta(), **more):
        internet.now += later
        internet.server.log.clear()
        told = internet.told(url, cache=tmp_path / "c", **more)
        return told, len(internet.log)

    return ask


def test_a_good_address_is_not_asked_again_for_seven_days(internet, cached):
    url = internet.serves("/x", OK)
    assert cached(url) == ([], 1)
    assert cached(url, 7 * DAY - MINUTE) == ([], 0)
    assert cached(url, MINUTE) == ([], 1)


@pytest.mark.parametrize(("script", "told"), [(GONE, "gone"), (BUSY, "closed")])
def test_a_bad_one_is_asked_again_after_a_day(internet, cached, script, told):
    url = internet.serves("/x", script)
    assert cached(url) == ([told], 2)
    assert cached(url, DAY - MINUTE) == ([told], 0)
    assert cached(url, MINUTE) == ([told], 2)


def test_no_cache_asks_afresh_and_keeps_the_answer(internet, cached):
    url = internet.serves("/x", OK)
    assert cached(url) == ([], 1)
    assert cached(url, afresh=True) == ([], 1)
    internet.serves("/x", GONE)
    assert cached(url, afresh=True) == (["gone"], 2)
    assert cached(url) == (["gone"], 0)


def test_a_place_that_was_not_looked_for_is_looked_for(internet, cached):
    url = internet.serves("/x", page('<b id="goi-ai">'))
    assert cached(url) == ([], 1)
    assert cached(f"{url}#goi-ai") == ([], 1)
    assert cached(f"{url}#goi") == (["anchor"], 0)
    assert cached(url) == ([], 0)


def test_since_when_an_address_is_dead_is_remembered(internet, tmp_path):
    url = internet.serves("/x", GONE)

    def since(later):
        internet.now += later
        internet.server.log.clear()
        (finding,) = internet.ask(url, cache=tmp_path).findings[url]
        return finding.since, finding.values["since"], finding.overdue(internet.now.date())

    first = START.date(), "24/11/2026"
    assert since(0 * DAY) == (*first, False)
    assert since(6 * DAY) == (*first, False)
    internet.serves("/x", answer(500))
    assert since(DAY) == (*first, True)
    internet.serves("/x", OK)
    internet.now += 2 * DAY
    internet.ask(url, cache=tmp_path)
    internet.serves("/x", GONE)
    assert since(8 * DAY) == (date(2026, 12, 11), "11/12/2026", False)


def test_what_is_not_public_is_not_kept(internet, cached):
    internet.names["evil.example"] = ["127.0.0.1"]
    url = internet.url("/x", host="evil.example")
    assert cached(url) == (["private"], 0)
    internet.names["evil.example"] = ["127.0.0.2"]
    internet.serves("/x", OK)
    assert cached(url) == ([], 1)


def entry(**more):
    return {
        "asked": START.isoformat(), "since": None, "state": "alive", "status": 200, "detail": "",
        "moved": "", "fragment": "", "looked": False, "places": None,
    } | more  # fmt: skip


def file(**rows):
    return json.dumps({"format": 1, "addresses": {"http://a.example/": entry(**rows)}})


BROKEN = {
    "empty": "",
    "half written": file()[:60],
    "bytes": b"\xff\xfe\x00",
    "another format": '{"format": 2, "addresses": {}}',
    "a list": "[]",
    "a list of addresses": '{"format": 1, "addresses": [1]}',
    "too deep": "[" * 100_000,
    "an entry that is none": '{"format": 1, "addresses": {"http://a.example/": 7}}',
    "an unknown state": file(state="great"),
    "a time that is none": file(asked="yesterday"),
    "of the future": file(asked=(START + DAY).isoformat()),
    "places that are none": file(places=7),
    "places of numbers": file(places=[7]),
    "a move to a number": file(moved=7),
    "a status that is none": file(status="well"),
    "a day that is none": file(since="2026-99-01"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_costs_a_question_and_is_gone_after_it(tmp_path, name):
    text = BROKEN[name]
    (tmp_path / "a.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    cache = Cache(tmp_path, START)
    assert cache.verdict("http://a.example/", look=False) is None
    cache.put("http://a.example/", Verdict(State.ALIVE, 200), looked=False)
    cache.save()
    assert not (tmp_path / "a.json").exists()
    assert Cache(tmp_path, START).verdict("http://a.example/", look=False)


def test_a_whole_entry_is_read(tmp_path):
    (tmp_path / "a.json").write_text(file(places=["b"], looked=True), "utf-8")
    (tmp_path / "b.part").write_text("half", "utf-8")
    assert Cache(tmp_path, START).verdict("http://a.example/", look=True) == Verdict(
        State.ALIVE, 200, places=frozenset({"b"})
    )


@pytest.mark.parametrize("names", ["ab", "ba"])
def test_what_was_asked_last_counts(tmp_path, names):
    later = START + MINUTE
    (tmp_path / f"{names[0]}.json").write_text(file(), "utf-8")
    (tmp_path / f"{names[1]}.json").write_text(file(state="gone", asked=later.isoformat()), "utf-8")
    known = Cache(tmp_path, later).verdict("http://a.example/", look=False)
    assert known.state is State.GONE


def test_two_runs_at_once_lose_nothing(tmp_path):
    verdict = Verdict(State.ALIVE, 200)
    first = Cache(tmp_path, START)
    first.put("http://0.example/", verdict, looked=False)
    first.save()
    one, other = Cache(tmp_path, START), Cache(tmp_path, START)
    one.put("http://1.example/", verdict, looked=False)
    other.put("http://2.example/", verdict, looked=False)
    one.save()
    other.save()
    both = Cache(tmp_path, START)
    assert all(both.verdict(f"http://{number}.example/", look=False) for number in range(3))


def test_many_processes_at_once_lose_nothing(tmp_path):
    program = (
        "import sys; from datetime import datetime; from pathlib import Path\n"
        "from vungxanh.links.external.cache import Cache\n"
        "from vungxanh.links.external.verdict import State, Verdict\n"
        "for number in range(20):\n"
        "    cache = Cache(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[3]))\n"
        "    name = f'http://{sys.argv[2]}-{number}.example/'\n"
        "    cache.put(name, Verdict(State.ALIVE), looked=False)\n"
        "    cache.save()\n"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", program, tmp_path, str(number), START.isoformat()],
            cwd=REPOSITORY / "scripts",
        )
        for number in range(4)
    ]
    assert [run.wait(60) for run in runs] == [0] * 4
    cache = Cache(tmp_path, START)
    missing = [
        name
        for name in (f"http://{one}-{number}.example/" for one in range(4) for number in range(20))
        if not cache.verdict(name, look=False)
    ]
    assert missing == []
    assert not list(tmp_path.glob("*.part"))


def test_what_no_page_links_to_any_more_is_forgotten(tmp_path):
    cache = Cache(tmp_path, START)
    cache.put("http://old.example/", Verdict(State.ALIVE), looked=False)
    cache.save()
    cache = Cache(tmp_path, START + 91 * DAY)
    cache.put("http://new.example/", Verdict(State.ALIVE), looked=False)
    cache.save()
    (path,) = tmp_path.glob("*.json")
    assert list(json.loads(path.read_text("utf-8"))["addresses"]) == ["http://new.example/"]


def test_a_run_that_is_stopped_keeps_what_it_knows(internet, tmp_path):
    urls = [internet.serves("/x", OK), internet.serves("/y", OK)]

    def stop(done, of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        internet.ask(*urls, cache=tmp_path, progress=stop, limits={"per_host": 1})
    assert Cache(tmp_path, START).verdict(urls[0], look=False)

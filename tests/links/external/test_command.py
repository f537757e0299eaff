"""`links --external` and `publish` as people call them: a built folder in, problems out."""

import json
from datetime import timedelta

import pytest
from small_internet import PUBLIC, START, answer, aside, page, redirect

from vungxanh.cli import main
from vungxanh.commands.abroad import long_dead

OURS = "https://vung-xanh.example.vn/"


@pytest.fixture
def links(internet, tmp_path, monkeypatch, capsys):
    """Call `links --external` on a folder of pages; return status, JSON, and what was said."""
    monkeypatch.setattr("vungxanh.commands.abroad._CACHE", tmp_path / "cache")
    site = tmp_path / "site"
    allow = f"{PUBLIC}:{internet.server.port}"

    def call(pages, *options):
        for name, text in pages.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, "utf-8")
        given = ["links", str(site), "--external", "--format", "json", "--allow", allow, *options]
        status = aside(main, given)
        out, err = capsys.readouterr()
        return status, json.loads(out), err

    call.site = site
    return call


def test_each_link_is_told_where_it_stands_and_what_was_opened_is_said(internet, links):
    internet.serves("/a", redirect(301, "/moi"))
    internet.serves("/moi", answer(200))
    internet.serves("/b", page('<i id="goi-ai">'))
    at = f"http://{PUBLIC}:{internet.server.port}"
    text = f'<!doctype html>\n<a href="{at}/a">A</a>\n<img src="{at}/c.png" alt="">'
    status, told, said = links(
        {"index.html": text, "muc/bai.html": f'<base href="{at}/">\n<a href="b#goi-a">B</a>'}
    )
    assert status == 0
    assert [(one["code"], one["page"], one["page_line"], one["value"]) for one in told] == [
        ("external-moved", "index.html", 2, f"{at}/a"),
        ("external-gone", "index.html", 3, f"{at}/c.png"),
        ("external-anchor", "muc/bai.html", 2, "b#goi-a"),
    ]
    assert told[0]["suggestions"] == [f"{at}/moi"]
    assert told[2]["suggestions"] == ["#goi-ai"]
    assert f"Cho phép hỏi máy nội bộ {PUBLIC}:{internet.server.port}." in said


def test_a_dead_link_stops_who_wants_to_be_stopped(internet, links):
    pages = {"index.html": f'<a href="http://{PUBLIC}:{internet.server.port}/x">x</a>'}
    assert links(pages)[0] == 0
    assert links(pages, "--fail-on", "warning")[0] == 1


def test_what_is_known_is_not_asked_again_unless_one_wants_to(internet, links):
    internet.serves("/x", answer(200))
    pages = {"index.html": f'<a href="http://{PUBLIC}:{internet.server.port}/x">x</a>'}
    for options, times in (((), 1), ((), 1), (("--no-cache",), 2)):
        links(pages, *options)
        assert len(internet.log) == times


def test_nobody_is_asked_about_our_own_address_or_what_is_not_public(internet, links):
    text = (
        f'<link rel="canonical" href="{OURS}moi-nhat/"><link rel="preconnect" href="http://x.vn">'
        f'<a href="{OURS}2026.1/a.html">a</a><a href="mailto:a@b.vn">b</a>'
        '<a href="http://169.254.169.254/latest/meta-data/">c</a><a href="http://[::1]/">d</a>'
        f'<a href="http://127.0.0.1:{internet.server.port}/">e</a>'
        f'<a href="http://{PUBLIC}:{internet.server.port + 1}/">f</a>'
    )
    _, told, _ = links({"index.html": text})
    assert [one["code"] for one in told] == ["external-private"] * 4
    assert internet.log == []


def test_without_the_option_nobody_is_asked(internet, links, capsys):
    links({"index.html": f'<a href="http://{PUBLIC}:{internet.server.port}/x">x</a>'})
    internet.server.log.clear()
    assert main(["links", str(links.site)]) == 0
    assert internet.log == []


def test_the_settings_of_the_folder_count(internet, links):
    at = f"http://{PUBLIC}:{internet.server.port}"
    links.site.mkdir()
    (links.site / "pyproject.toml").write_text(
        "[tool.vung-xanh.links]\n"
        f'ignore = [{{ address = "{at}/x*", reason = "đang xây", until = 2099-12-31 }}]\n',
        "utf-8",
    )
    _, told, _ = links({"index.html": f'<a href="{at}/x1">x</a><a href="{at}/y">y</a>'})
    assert [one["value"] for one in told] == [f"{at}/y"]


def test_a_host_that_is_none_cannot_be_allowed(links, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["links", str(links.site), "--external", "--allow", "http://a/"])
    assert stop.value.code == 2
    assert "http://a/" in capsys.readouterr().err


@pytest.mark.parametrize(("days", "codes"), [(0, []), (6, []), (7, ["external-gone"])])
def test_an_edition_lets_a_dead_link_pass_for_a_week(internet, links, monkeypatch, days, codes):
    at = f"http://{PUBLIC}:{internet.server.port}"
    links({"index.html": f'<a href="{at}/x">x</a><a href="http://[::1]/">y</a>'})
    (kept,) = (links.site.parent / "cache").glob("*.json")
    text = kept.read_text("utf-8")
    rows = json.loads(text)
    row = rows["addresses"][f"{at}/x"]
    row["since"] = (START.fromisoformat(row["asked"]) - timedelta(days=days)).date().isoformat()
    kept.write_text(json.dumps(rows), "utf-8")
    monkeypatch.setattr("vungxanh.links.external.guard.Guard.refuses", lambda *_: False)
    internet.server.log.clear()
    assert [one.code for one in aside(long_dead, links.site, OURS)] == codes
    assert internet.log == []

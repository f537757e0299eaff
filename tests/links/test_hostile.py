"""Input made to break the check: nothing crashes, hangs, grows without end or leaves the folder."""

import os
import resource
import socket
import time
from pathlib import Path

import pytest

from links.corpus import make, rows
from vungxanh.links import workers
from vungxanh.links.html import read_html
from vungxanh.links.read import LARGE, LARGEST, read_tags
from vungxanh.links.run import check_site
from vungxanh.problems import in_order
from vungxanh.reporting import report

ENOUGH = "<p>x</p>" * 40_000  # bytes with which pages are read in processes of their own


def codes(site):
    return [(one.page, one.code) for one in in_order(check_site(site))]


def test_a_page_of_a_hundred_megabytes_is_told_and_not_read(tmp_path):
    site = make(tmp_path, {"a.html": "", "b.html": ""})
    os.truncate(site / "b.html", 100_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert codes(site) == [("b.html", "site-file-large")]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # KB


def test_a_large_page_is_read_tag_by_tag(tmp_path):
    page = '<a href="sai.html">bài</a>\n' + "<p>dòng</p>\n" * (LARGE // 12)
    (problem,) = check_site(make(tmp_path, {"a.html": page}))
    assert (problem.code, problem.page_line) == ("site-link-missing", 1)
    assert LARGE < len(page) < LARGEST


def test_many_faults_of_one_page_are_counted_not_listed(tmp_path):
    page = "".join(f'<a href="x{number}">bài</a>' for number in range(20_000))
    page += '<a href="y">bài</a>' * 20_000
    problems = check_site(make(tmp_path, {"a.html": page}))
    assert len(problems) == 201
    assert problems[-1].code == "site-more"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000,
        "<ul><li>" * 60_000,
        "<a " + " ".join(f"a{number}=1" for number in range(60_000)) + ">",
        "<b>" * 100_000 + "</b>" * 100_000,
        "<!--" * 200_000,
        "<a href=" * 200_000,
        "<a href='" + "x" * 400_000,
        '<img srcset="a' + "," * 400_000 + '">',
        '<meta http-equiv=refresh content="0' + " " * 400_000 + "'\">",
        '<p style="' + "@import " * 100_000 + '">',
        "<style>" + "url(" * 200_000,
        "<script>" * 200_000,
        "<svg>" * 200_000,
        "<template>" * 200_000,
        "&amp" * 200_000,
        "\0" * 400_000,
        "<a href=x>" + "!" * 400_000,
    ],
    ids=lambda page: f"{page[:12].strip()!r}",
)
def test_no_page_takes_long(tmp_path, page, monkeypatch):
    monkeypatch.setattr(workers, "_PATIENCE", 2.0)
    site = make(tmp_path, {"a.html": page, "b.html": ENOUGH + '<a href="sai.html">bài</a>'})
    start = time.process_time()
    assert ("b.html", "site-link-missing") in codes(site)
    assert time.process_time() - start < 10


def test_a_reader_that_dies_is_replaced_and_no_page_is_lost(tmp_path, monkeypatch):
    files = {f"{n:02}.html": ENOUGH + f'<a href="sai{n}.html">bài</a>' for n in range(12)}
    site = make(tmp_path, files)
    told = codes(site)
    assert len(told) == 12
    monkeypatch.setattr(workers, "_PATIENCE", 0.0)  # each is killed at once
    assert codes(site) == told


def test_links_out_of_the_folder_are_told_and_never_followed(tmp_path):
    make(tmp_path, {"ngoai/bi-mat.html": '<a href="sai.html">bí mật</a>'})
    site = make(tmp_path / "trang", {"index.html": '<a href="ra/bi-mat.html">x</a>'})
    (site / "ra").symlink_to(tmp_path / "ngoai")
    (site / "tep.html").symlink_to(tmp_path / "ngoai/bi-mat.html")
    assert codes(site) == [
        ("index.html", "site-link-missing"),
        ("ra", "site-file-outside"),
        ("tep.html", "site-file-outside"),
    ]


def test_links_inside_the_folder_are_understood(tmp_path):
    files = {
        "2026.1/a.html": '<b id="hoi"></b><a href="../moi-nhat/a.html#sai">bài</a>',
        "index.html": '<a href="moi-nhat/a.html#hoi">bài</a><a href="moi-nhat/b.html">bài</a>',
    }
    site = make(tmp_path, files)
    (site / "moi-nhat").symlink_to("2026.1")
    (site / "c.html").symlink_to("2026.1/a.html")
    said = rows(in_order(check_site(site)))
    assert [row[:4] for row in said] == [
        ("2026.1/a.html", 1, "site-anchor-missing", "../moi-nhat/a.html#sai"),
        ("index.html", 1, "site-link-missing", "moi-nhat/b.html"),
    ]


def test_circles_of_links_end(tmp_path):
    site = make(tmp_path, {"a/index.html": '<a href="vong/a/vong/a/index.html">bài</a>'})
    (site / "a/vong").symlink_to(site)
    (site / "mot").symlink_to("hai")
    (site / "hai").symlink_to("mot")
    (site / "chet").symlink_to("khong-co")
    dead = [(name, "site-file-dead") for name in ("chet", "hai", "mot")]
    assert codes(site) == dead


def test_what_is_no_plain_file_is_not_opened(tmp_path):
    site = make(tmp_path, {"index.html": '<a href="ong.html">bài</a>'})
    os.mkfifo(site / "ong.html")
    with socket.socket(socket.AF_UNIX) as door:
        here = Path.cwd()
        os.chdir(site)
        door.bind("cua.html")
        os.chdir(here)
    assert codes(site) == [("cua.html", "site-file-locked"), ("ong.html", "site-file-locked")]


def test_a_file_that_goes_away_is_told(tmp_path):
    assert isinstance(workers.careful(tmp_path, "mat.html"), str)


def test_names_and_values_cannot_write_lines_of_their_own(tmp_path):
    name = "a\n::error::b\x1b[31m.html"
    site = make(tmp_path, {name: '<a href="sai\x1b[2J\u202e.html">bài</a>', "b.html": ""})
    problems = check_site(site)
    for form in ("text", "json", "sarif", "junit", "github"):
        shown = report(problems, form, "vi")
        assert "\x1b" not in shown
        assert "\n::error::b" not in shown
        assert "\u202e" not in shown


def test_names_that_are_no_letters_are_told(tmp_path):
    site = make(tmp_path, {"index.html": '<a href="bai-m.html">bài</a>'})
    (site / os.fsdecode(b"bai-\xff.html")).write_bytes(b'<a href="sai.html">b</a>')
    problems = check_site(site)
    assert len(problems) == 2
    report(problems, "json", "vi").encode()


def test_an_address_of_a_megabyte_is_shown_in_part(tmp_path):
    (problem,) = check_site(make(tmp_path, {"a.html": f'<a href="{"x" * 1_000_000}">bài</a>'}))
    assert len(problem.message("vi")) < 1000


def test_both_readers_see_the_same_in_a_page_of_every_kind_of_slip():
    slips = (
        "<a href=x>một<a href=y>hai</a></p><table><tr></table><select><option></select>"
        "<p id=a id=b><img src=c alt><br/><td><a name=d></a><!doctype x><? x ?></ a><a/b=c href=e>"
        "bốn</a><svg><style>p{}</style><title>x</title><a href=f><text>g</text></a></svg><title>"
        "<a href=n></title><textarea><a href=m></textarea><noscript><a href=k>năm</a></noscript>"
    )
    tags, tree = read_tags("a.html", slips), read_html("a.html", slips)
    for page in (tags, tree):
        page.links.sort()
    assert tags == tree

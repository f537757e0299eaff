"""Each rule once wrong and once right: small sites, and what is said about them."""

import tomllib
from pathlib import Path

import pytest

from vungxanh.links import check_site
from vungxanh.problems import in_order

HOME = "https://vung-xanh.example.vn/2026.1/"


def make(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def told(site, *options):
    """What is said, short: page, line there, code, attribute as written."""
    return [
        (one.page, one.page_line, one.code, one.value)
        for one in in_order(check_site(site, *options))
    ]


RULES = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
REST = {
    "bai.html": '<h2 id="goi">Gọi ai</h2>',
    "muc/index.html": '<h2 id="mot">Một</h2>',
    "en/a.html": "",
    "hai chu.html": "",
    "đức.html": "",
    "ve.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="la"/></svg>',
    "a.css": "",
    "a.js": "",
}


@pytest.mark.parametrize("name", RULES)
def test_what_is_wrong_is_told_at_its_line(tmp_path, name):
    rule = RULES[name]
    page = f"<!doctype html>\n<title>Bài</title>\n{rule['wrong']}\n"
    site = make(tmp_path, {**REST, "index.html": page})
    assert told(site, rule.get("base")) == [("index.html", 3, rule["said"], rule["value"])]


@pytest.mark.parametrize("name", RULES)
def test_what_is_right_is_left_alone(tmp_path, name):
    rule = RULES[name]
    site = make(tmp_path, {**REST, "index.html": f"<!doctype html>\n{rule['right']}\n"})
    assert told(site, rule.get("base")) == []


def test_other_sites_and_other_schemes_are_nobody_asked(tmp_path):
    links = [
        "https://khac.example/a.html", "//khac.example/b", "mailto:a@b.example", "tel:111",
        "javascript:void 0", "data:text/plain,x", "#", "#top", "#TOP", "",
        "bai.html#:~:text=g%E1%BB%8Di", f"{HOME}khong-co.html",
    ]  # fmt: skip
    page = "".join(f'<a href="{link}">x</a>' for link in links)
    assert told(make(tmp_path, {**REST, "index.html": page})) == []


def test_the_line_is_that_of_the_attribute(tmp_path):
    page = '<p>một</p>\n<a\n class="x"\n href="b.html">\n<style>\n\np { src: url(c.svg) }</style>'
    assert told(make(tmp_path, {"index.html": page})) == [
        ("index.html", 4, "site-link-missing", "b.html"),
        ("index.html", 7, "site-link-missing", "c.svg"),
    ]


def test_comments_and_scripts_are_no_links(tmp_path):
    page = '<!-- <a href="b.html"> --><script>"<a href=b.html>"</script><style></style>url(b)'
    assert told(make(tmp_path, {"index.html": page})) == []


def test_a_style_sheet_counts_from_its_own_folder(tmp_path):
    files = {
        "index.html": "",
        "css/a.css": "/*\n*/\n@import 'b.css';\np { src: url(../chu.woff2), url(sai.woff2) }",
        "css/b.css": "",
        "chu.woff2": b"\x00\xff",
    }
    assert told(make(tmp_path, files)) == [("css/a.css", 4, "site-link-missing", "sai.woff2")]


def test_base_href_moves_every_relative_link(tmp_path):
    page = '<base href="muc/"><a href="mot.html"><a href="bai.html"><a href="#mot">'
    files = {"index.html": page, "muc/mot.html": "", "muc/index.html": '<b id="mot">'}
    assert told(make(tmp_path, files)) == [("index.html", 1, "site-link-missing", "bai.html")]


def test_base_href_on_another_site_takes_every_link_there(tmp_path):
    page = '<base href="https://khac.example/"><a href="b.html"><a href="#b">'
    assert told(make(tmp_path, {"index.html": page})) == []


def test_a_bare_fragment_means_the_page_it_stands_on(tmp_path):
    files = {"index.html": '<b id="kia">', "bai.html": '<b id="day"><a href="#day"><a href="#kia">'}
    assert told(make(tmp_path, files)) == [("bai.html", 1, "site-anchor-missing", "#kia")]


def test_a_folder_of_editions_is_checked_as_one_site(tmp_path):
    link = '<link rel="canonical" href="https://vung-xanh.example.vn/moi-nhat/bai.html">'
    files = {"index.html": "", "2026.1/index.html": link}
    base = "https://vung-xanh.example.vn"
    assert [code for _, _, code, _ in told(make(tmp_path, files), base)] == ["site-link-missing"]
    make(tmp_path, {"moi-nhat/index.html": "", "moi-nhat/bai.html": ""})
    assert told(tmp_path, base) == []


def test_the_nearest_right_values_come_first(tmp_path):
    files = {
        "en/index.html": '<a href="../hoc-sinh/bat-nat-tren-mang.html#goi">',
        "hoc-sinh/bat-nat.html": '<b id="goi">',
        "hoc-sinh/bat-nat-tren-mang.svg": "",
    }
    (problem,) = check_site(make(tmp_path, files))
    assert problem.suggestions[0] == "../hoc-sinh/bat-nat.html#goi"
    assert problem.suggestions[0] in problem.fix("vi")
    assert problem.suggestions[0] in problem.fix("en")


def test_a_wrong_anchor_is_offered_the_nearest(tmp_path):
    page = '<b id="dọa-ảnh"><i id="mất-tiền"><a href="#d%E1%BB%8Da-anh">'
    (problem,) = check_site(make(tmp_path, {"index.html": page}))
    assert problem.suggestions == ("#dọa-ảnh",)


def test_capitals_are_mended_by_the_real_name(tmp_path):
    files = {"index.html": '<img src="IMG/A%20b.svg">', "img/a b.svg": ""}
    (problem,) = check_site(make(tmp_path, files))
    assert problem.suggestions == ("img/a%20b.svg",)


def test_what_git_keeps_is_no_part_of_the_site(tmp_path):
    files = {"index.html": '<a href=".git/a.html">', ".git/a.html": '<a href="b.html">'}
    assert told(make(tmp_path, files)) == [("index.html", 1, "site-link-missing", ".git/a.html")]


def test_pages_no_link_leads_to_are_told_from_the_entry(tmp_path):
    files = {
        "index.html": '<area href="mot.html"><link rel="alternate" href="bon.html">',
        "mot.html": '<iframe src="hai.html"></iframe>',
        "hai.html": '<meta http-equiv="refresh" content="0; url=ba/">',
        "ba/index.html": '<a href="../nam.html">',
        "nam.html": "",
        "bon.html": "",
        "404.html": "",
    }
    said = [("bon.html", None, "site-page-unreached", "bon.html")]
    assert told(make(tmp_path, files), None, "index.html") == said
    assert told(tmp_path) == []


def test_an_entry_that_is_not_there_is_told(tmp_path):
    (problem,) = check_site(make(tmp_path, {"index.html": ""}), None, "idex.html")
    assert (problem.code, problem.suggestions) == ("site-entry-missing", ("index.html",))


def test_a_folder_without_pages_is_not_called_good(tmp_path):
    assert [one.code for one in check_site(make(tmp_path, {"a.css": ""}))] == ["site-empty"]


def test_bytes_that_are_no_utf8_are_read_all_the_same(tmp_path):
    site = make(tmp_path, {"index.html": b'\xef\xbb\xbf<p>\xff\xfe</p>\n<a href="b.html">'})
    assert told(site) == [("index.html", 2, "site-link-missing", "b.html")]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_message_says_the_line_and_the_value(tmp_path, lang):
    page = "\n".join(rule["wrong"] for rule in RULES.values())
    for problem in check_site(make(tmp_path, {**REST, "index.html": page}), HOME):
        assert f" {problem.page_line}:" in problem.message(lang)
        assert problem.value in problem.message(lang)
        assert problem.fix(lang)

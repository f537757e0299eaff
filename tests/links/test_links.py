"""What no small site of the corpus can show: messages, limits, other options."""

import pytest

from links.corpus import HEAD, REST, make, one_page, rows
from vungxanh.links.run import check_site
from vungxanh.problems import in_order

HOME = "https://vung-xanh.example.vn/2026.1/"


def told(site, *options):
    """What is said, short: page, line there, code, attribute as written."""
    return [row[:4] for row in rows(in_order(check_site(site, *options)))]


def link(address, words="bài"):
    return f'<a href="{address}">{words}</a>'


def test_other_sites_and_other_schemes_are_nobody_asked(tmp_path):
    links = [
        "https://khac.example/a.html", "//khac.example/b", "mailto:a@b.example", "tel:111",
        "javascript:void 0", "data:text/plain,x", "#", "#top", "#TOP",
        "bai.html#:~:text=g%E1%BB%8Di", f"{HOME}khong-co.html",
    ]  # fmt: skip
    page = "".join(link(address) for address in links)
    assert told(make(tmp_path, {**REST, "index.html": page})) == []


def test_a_folder_of_editions_is_checked_as_one_site(tmp_path):
    page = '<link rel="canonical" href="https://vung-xanh.example.vn/moi-nhat/bai.html">'
    files = {"index.html": "", "2026.1/index.html": page}
    base = "https://vung-xanh.example.vn"
    assert [code for _, _, code, _ in told(make(tmp_path, files), base)] == ["site-link-missing"]
    make(tmp_path, {"moi-nhat/index.html": "", "moi-nhat/bai.html": ""})
    assert told(tmp_path, base) == []


def test_the_nearest_right_values_come_first(tmp_path):
    files = {
        "en/index.html": link("../hoc-sinh/bat-nat-tren-mang.html#goi"),
        "hoc-sinh/bat-nat.html": '<b id="goi">',
        "hoc-sinh/bat-nat-tren-mang.svg": "",
    }
    (problem,) = check_site(make(tmp_path, files))
    assert problem.suggestions[0] == "../hoc-sinh/bat-nat.html#goi"
    assert problem.suggestions[0] in problem.fix("vi")
    assert problem.suggestions[0] in problem.fix("en")


def test_the_nearest_is_found_among_thousands(tmp_path):
    files = {f"bai/{number}-tin-tuc.html": "" for number in range(3000)}
    files |= {"bai/doi-mat-khau.html": "", "index.html": link("bai/doi-mật-khẩu.html")}
    (problem,) = check_site(make(tmp_path, files))
    assert problem.suggestions == ("bai/doi-mat-khau.html",)


def test_a_fault_of_a_header_says_on_how_many_pages_it_stands(tmp_path):
    files = {f"{number}.html": '<img src="co.svg" alt="">' for number in range(15)}
    (problem,) = check_site(make(tmp_path, files))
    assert "0.html:1 (+14):" in problem.message("vi")


def test_bytes_that_are_no_utf8_are_read_all_the_same(tmp_path):
    files = {"index.html": b'\xef\xbb\xbf<p>\xff\xfe</p>\n<a href="b.html">b</a>'}
    assert told(make(tmp_path, files)) == [
        ("index.html", None, "site-file-garbled", ""),
        ("index.html", 2, "site-link-missing", "b.html"),
    ]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-16", ""),
        ("cp1258", '<meta charset="windows-1258">'),
        ("cp1252", "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>"),
    ],
)
def test_pages_in_other_encodings_are_read(tmp_path, encoding, head):
    page = f'{head}<b id="café"></b>{link("#café")}{link("#the")}'.encode(encoding)
    assert told(make(tmp_path, {"a.html": page})) == [("a.html", 1, "site-anchor-missing", "#the")]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_message_says_the_place_and_the_value(tmp_path, lang):
    pages = {f"{n}.html": case.files["index.html"] for n, case in enumerate(one_page())}
    for problem in check_site(make(tmp_path, {**REST, **pages}), HOME):
        if problem.page_line:
            assert f"{problem.page}:{problem.page_line}" in problem.message(lang)
            assert problem.value in problem.message(lang)
        assert problem.fix(lang)


def test_the_same_folder_gets_the_same_report(tmp_path):
    files = {f"{n}.html": HEAD + link(f"x{n}.html") + "x" * 200_000 for n in range(30)}
    site = make(tmp_path, files)
    assert check_site(site) == check_site(site)

"""What of a page goes into the index of search, and what never does."""

import json
import unicodedata

import pytest

from projects import make_project
from vungxanh.readers.project import read_project
from vungxanh.render.search_index import search_index, search_script
from vungxanh.text.sections import Section, sections

PAGE = "---\ntitle: {title}\ndescription: Lời mô tả.\n---\n\nChữ.\n"


@pytest.mark.parametrize(
    ("html", "cut"),
    [
        ("", [("", "", "")]),
        ("<p>Mở đầu</p>", [("", "", "Mở đầu")]),
        (
            '<p>Mở</p><h2 id="a">Bắt <em>nạt</em></h2><p>Một</p><p>Hai</p><h3 id="b">Ba</h3>',
            [("", "", "Mở"), ("a", "Bắt nạt", "Một Hai"), ("b", "Ba", "")],
        ),
        (
            "<p>a<strong>b</strong>c<br/>d</p><label>e</label><label>f</label>",
            [("", "", "abc d e f")],
        ),
        ("<h2>Không có id</h2><p>Chữ</p>", [("", "", "Không có id Chữ")]),
        ("<p>Một&#160;hai &amp; ba</p>", [("", "", "Một hai & ba")]),
        (
            "<div data-search-exclude=''><div>a</div><p>b<br>c</p><img src='x'/></div>d",
            [("", "", "d")],
        ),
        ("<aside data-search-exclude><h2 id='x'>Hộp</h2></aside><p>sau</p>", [("", "", "sau")]),
        ("<script>var a;</script><svg><title>t</title></svg>chữ", [("", "", "chữ")]),
        ("<svg><path d='M0'/><g/></svg><p title='a > b'>chữ</p>", [("", "", "chữ")]),
        ("<!-- <p>thôi --><script>if (a<b) c('</p>')</script>a &lt; b", [("", "", "a < b")]),
        (unicodedata.normalize("NFD", "<p>Ứng xử, Đường</p>"), [("", "", "Ứng xử, Đường")]),
    ],
)
def test_html_is_cut_into_sections(html, cut):
    assert sections(html) == [Section(*one) for one in cut]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = make_project(
        tmp_path_factory.mktemp("chi-muc"),
        {
            "docs/rieng-tu/index.md": PAGE.format(title="Riêng tư"),
            "docs/so-tay/index.md": PAGE.format(title="Viết bài"),
        },
    )
    project, problems = read_project(root)
    assert not problems
    return project


@pytest.fixture(scope="module")
def html(project):
    return {one.path: f"<p>Trước.</p><h2 id='a'>{one.locale}</h2>" for one in project.documents}


@pytest.fixture(scope="module")
def pages(project, html):
    return {
        locale: {
            page["at"]: page for page in search_index(project, project.published(), html, locale)
        }
        for locale in ("vi", "en")
    }


def test_a_page_is_found_in_the_languages_it_can_be_read_in(project, pages):
    for locale, prefix in (("vi", ""), ("en", "en/")):
        written = {
            prefix + page.path.partition("/")[2].replace(".md", ".html")
            for page in (*project.pages, *project.lessons)
            if locale in page.documents
        }
        assert set(pages[locale]) == written
    assert "rieng-tu/index.html" in pages["vi"]
    assert "en/rieng-tu/index.html" not in pages["en"]


def test_a_draft_is_not_found(project, html):
    assert "hoc-sinh/mau/index.html" not in [
        page["at"] for page in search_index(project, [], html, "vi")
    ]


@pytest.mark.parametrize(
    ("at", "who", "weight"),
    [
        ("hoc-sinh/mau/index.html", "Học sinh · Lớp 6–7", 1),
        ("hoc-sinh/index.html", "Mọi bài cho Học sinh", 1),
        ("can-giup-do/index.html", "Cho mọi người", 3),
        ("rieng-tu/index.html", "Cho mọi người", 1),
        ("so-tay/index.html", "Sổ tay", 0),
    ],
)
def test_each_page_says_whom_it_is_for(pages, at, who, weight):
    page = pages["vi"][at]
    assert (page["who"], page["weight"]) == (who, weight)


def test_the_audience_is_named_in_the_readers_language(pages):
    assert pages["en"]["en/hoc-sinh/mau/index.html"]["who"].endswith(" · Grades 6–7")


def test_the_summary_stands_ahead_of_the_text(pages):
    parts = pages["vi"]["hoc-sinh/mau/index.html"]["parts"]
    assert parts[0] == ["", "", "Nhận ra đường dẫn lạ và hỏi lại trước khi bấm. Trước."]
    assert parts[1] == ["a", "vi", ""]


def test_the_script_holds_the_letters_themselves(pages):
    script = search_script(list(pages["vi"].values()))
    assert "Đường" in script or "đường" in script
    assert "\\u" not in script
    data = script.removeprefix("var vungXanhIndex=").removesuffix(";\n")
    assert json.loads(data) == list(pages["vi"].values())

"""The page of `check --html`: what an office reads, with the passage and the mend."""

import datetime
import re

import pytest

from projects import make_project
from vungxanh.checks import check_structure
from vungxanh.problems import Problem, in_order
from vungxanh.readers.project import read_project
from vungxanh.reporting.page import page
from vungxanh.reporting.passages import Passage, Sources

TODAY = datetime.date(2026, 11, 24)
LESSON = "lessons/hoc-sinh/mau/index.md"
HANDBOOK = (
    "---\ntitle: Kiểm tra\ndescription: Lời báo.\n---\n\n"
    "### link-missing: đường dẫn tới chỗ không có {#link-missing}\n\nSai: …\n"
)


@pytest.fixture
def house(tmp_path):
    """A house with one lesson, one page and one registry at fault."""
    root = make_project(tmp_path, {"docs/so-tay/kiem-tra.md": HANDBOOK})
    lesson = root / LESSON
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text + "\nXem [bài <kia>](khong-co/index.md) nhé.\n", encoding="utf-8")
    (root / "docs/_data/plan.yml").write_text("một dòng\n", encoding="utf-8")
    return root


def html_of(root, lang="vi", only=()):
    project, _ = read_project(root)
    return page(in_order(check_structure(project)), project, lang, TODAY, only)


def test_each_problem_has_its_place_passage_mend_and_handbook_section(house):
    html = html_of(house)
    article = re.search(r"<article (?:(?!</article>).)*link-missing.*?</article>", html, re.S)[0]
    line = (house / LESSON).read_text(encoding="utf-8").count("\n")
    assert f"<code>{LESSON}</code>, dòng {line}" in article
    passage = "Xem [bài &lt;kia&gt;](<mark>khong-co/index.md</mark>) nhé."
    assert passage in article
    assert "<strong>Cách sửa:</strong>" in article
    address = "https://mau.example.vn/moi-nhat/so-tay/kiem-tra.html#link-missing"
    assert f'href="{address}"' in article
    assert "Đường dẫn tới chỗ không có" in article


def test_the_first_table_has_a_row_for_each_lesson_page_and_registry(house):
    html = html_of(house)
    table = html.partition("<table>")[2].partition("</table>")[0]
    assert "CS-1 · " in table
    assert "Sổ plan.yml" in table
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets
    assert set(targets) <= set(re.findall(r'id="([^"]+)"', html))


def test_the_last_table_counts_each_kind(house):
    html = html_of(house)
    table = html.rpartition("<table>")[2]
    row = r"Đường dẫn tới chỗ không có <code>link-missing</code>.*?<td>1</td>"
    assert re.search(row, table, re.S)
    assert "<code>registry-shape</code>" in table


def test_nothing_wrong_is_said_kindly(tmp_path):
    html = html_of(make_project(tmp_path), only=("lessons/hoc-sinh",))
    assert "Không có vấn đề nào." in html
    assert "lời báo về: lessons/hoc-sinh" in html
    assert "<table" not in html
    assert "No problems." in html_of(tmp_path / "du-an", "en")


def test_it_is_one_file_without_script_or_request(house):
    html = html_of(house)
    assert "<script" not in html
    assert not re.search(r"(?:\bsrc=|@import|url\()", html)
    assert "default-src 'none'" in html


def test_in_english_everything_is_english(house):
    html = html_of(house, "en")
    assert 'lang="en"' in html
    assert "Checked on 24 November 2026." in html
    assert "Mend:" in html
    assert "Cách sửa" not in html


@pytest.mark.parametrize(
    ("problem", "passage"),
    [
        (Problem("a.md", 1, "x", {"found": "Đà nẵng"}, 4), Passage("Ở ", "Đà nẵng", " tối nay")),
        (Problem("a.md", 1, "x", {"found": "tối"}), Passage("Ở  Đà nẵng ", "tối", " nay")),
        (Problem("a.md", 1, "x", {}, 4), Passage("Ở ", "Đà", " nẵng tối nay")),
        (Problem("a.md", 1, "x"), Passage("", "Ở  Đà nẵng tối nay", "")),
        (Problem("a.md", 2, "x"), None),
        (Problem("a.md", 9, "x"), None),
        (Problem("a.md", None, "x"), None),
        (Problem("khong-co.md", 1, "x"), None),
    ],
)  # fmt: skip
def test_the_faulty_part_is_told_apart(problem, passage, tmp_path):
    (tmp_path / "a.md").write_text("Ở  Đà nẵng tối nay\n\n", encoding="utf-8")
    found = Sources(tmp_path).passage(problem)
    if passage is None or found is None:
        assert found is passage
    else:
        assert found.faulty == passage.faulty
        shown = (found.before + found.faulty + found.after).split()
        assert shown == ["Ở", "Đà", "nẵng", "tối", "nay"]


def test_a_long_line_is_cut_around_the_faulty_part(tmp_path):
    (tmp_path / "a.md").write_text("từ " * 400 + "SAI " + "chữ " * 400, encoding="utf-8")
    found = Sources(tmp_path).passage(Problem("a.md", 1, "x", {"found": "SAI"}))
    assert found.faulty == "SAI"
    assert found.before.startswith("…từ")
    assert found.after.endswith("chữ…")
    assert len(found.before + found.after) < 250

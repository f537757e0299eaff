"""The legal library and the coverage of the plan, where a golden page would hide it."""

import pytest

from projects import BASE, make_project
from vungxanh.readers.project import read_project
from vungxanh.render.coverage import serving
from vungxanh.render.law import legal_library

LEGAL, PLAN = "docs/_data/legal.yml", "docs/_data/plan.yml"
LEGAL_TEXT, PLAN_TEXT = ((BASE / name).read_text(encoding="utf-8") for name in (LEGAL, PLAN))


def library(folder, text):
    project, _ = read_project(make_project(folder, {LEGAL: text}))
    return legal_library(project.registries, project.published(), "vi")


def test_a_document_says_by_what_and_since_when_it_is_replaced(tmp_path):
    html = library(tmp_path, LEGAL_TEXT)
    assert "Đã được thay bằng Luật 116/2025/QH15 từ 01/7/2026" in html
    assert "01/01/2019 – 01/7/2026: " in html
    assert "từ 01/7/2026: " in html


def test_what_came_before_and_is_not_in_the_registry_is_named(tmp_path):
    html = library(
        tmp_path, LEGAL_TEXT.replace("replaces: [B-13]", "replaces: [B-13, 72/2013/NĐ-CP]")
    )
    assert "<li>trước đó: 72/2013/NĐ-CP</li>" in html


def test_a_document_that_stands_alone_has_no_line_of_time(tmp_path):
    alone = LEGAL_TEXT.partition("- id: B-13")[0].replace("  replaces: [B-13]\n", "")
    assert "vx-line" not in library(tmp_path, alone)


def test_documents_stand_under_their_subject_the_law_of_today_first(tmp_path):
    old = LEGAL_TEXT.replace("  status: replaced", "  subject: network\n  status: replaced")
    html = library(tmp_path / "1", old)
    assert html.index('id="network"') < html.index('id="b-13"') < html.index('id="other"')
    old = "- id: B-13" + LEGAL_TEXT.partition("- id: B-13")[2]
    html = library(tmp_path / "2", old + LEGAL_TEXT.partition("- id: B-13")[0])
    assert html.index('id="b-12"') < html.index('id="b-13"')


@pytest.mark.parametrize(("basis", "said"), [("seen", "."), ("unconfirmed", ". (chưa xác nhận)")])
def test_an_article_says_when_it_is_not_confirmed(basis, said, tmp_path):
    says = f"{{place: khoản 2 Điều 7, says: {{vi: Cấm giả mạo., en: No}}, basis: {basis}}}"
    status = "  status: in-force\n"
    text = LEGAL_TEXT.replace(status, f"{status}  articles:\n    - {says}\n")
    item = f"<strong>Khoản 2 Điều 7:</strong> Cấm giả mạo{said}</li>"
    assert item in library(tmp_path, text)


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ("role: served, here: [docs/nhom-lop/index.md]", "served"),
        ("role: served, here: [CS-1]", "served"),
        ("role: served, here: []", "open"),
        ("role: supported, here: [CS-1]", "supported"),
        ("role: supported, here: []", "supported"),
    ],
)
def test_a_row_is_served_by_what_is_there_and_never_by_a_promise(row, state, tmp_path):
    text = f'- {{id: P-22, part: II.2, quote: "xử lý", lead: null, kind: [L, D], {row}}}\n'
    project, _ = read_project(make_project(tmp_path, {PLAN: text}))
    found = serving(project.registries, project.published(), project.pages, project.plans)
    assert [one.state for one in found] == [state]
    assert [one.meta.id for one in found[0].printed] == (["CS-1"] if "CS-1" in row else [])

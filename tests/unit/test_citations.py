"""A link to a row of a registry is a citation of it: which row, where, and what stands beside."""

import pytest

from projects import make_project
from vungxanh.readers.citations import Row, citations, row_of
from vungxanh.readers.project import read_project

LESSON = "lessons/hoc-sinh/mau/index.md"


@pytest.mark.parametrize(
    ("target", "file", "row"),
    [
        ("../../../docs/phap-luat/index.md#b-12", LESSON, Row("legal", "b-12")),
        ("../phap-luat/index.md#b-12", "docs/ke-hoach/index.md", Row("legal", "b-12")),
        ("index.md#b-12", "docs/phap-luat/index.en.md", Row("legal", "b-12")),
        ("#b-12", "docs/phap-luat/index.en.md", Row("legal", "b-12")),
        ("repo:docs/phap-luat/index.md#b-12", LESSON, Row("legal", "b-12")),
        ("../../../docs/phap-luat/index.md", LESSON, None),
        ("https://docs/phap-luat/index.md#b-12", LESSON, None),
        ("http://[", LESSON, None),
        ("#b-12", LESSON, None),
    ],
)
def test_a_link_names_a_row_or_none(target, file, row):
    assert row_of(target, file) == row


def read(folder, body):
    root = make_project(folder)
    text = (root / LESSON).read_text(encoding="utf-8")
    head, _, rest = text.partition("\n---\n")
    (root / LESSON).write_text(f"{head}\n---\n{body}\n\n{rest}", encoding="utf-8")
    project, _ = read_project(root)
    return citations(project.by_path[LESSON])


LAW = "../../../docs/phap-luat/index.md"


def test_a_citation_knows_its_section_and_what_the_paragraph_names_too(tmp_path):
    found = read(
        tmp_path,
        f"## Đường dẫn lạ {{#duong-dan}}\n\n"
        f"Xem [luật]({LAW}#b-12),\nthay [luật cũ]({LAW}#b-13).\n\n"
        f"## Điều cũ\n\n[Luật cũ]({LAW}#b-13)",
    )
    told = [(one.row.anchor, one.anchor, one.section, len(one.beside)) for one in found[:3]]
    assert told == [
        ("b-12", "duong-dan", "Đường dẫn lạ", 1),
        ("b-13", "duong-dan", "Đường dẫn lạ", 1),
        ("b-13", "dieu-cu", "Điều cũ", 0),
    ]


def test_what_only_the_teacher_reads_is_marked(tmp_path):
    found = read(
        tmp_path,
        f"## Một\n\n/// teacher-note\nXem [luật cũ]({LAW}#b-13).\n///\n\n[Luật cũ]({LAW}#b-13)",
    )
    assert [one.taught for one in found[:2]] == [True, False]

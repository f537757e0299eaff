"""What takes more than one file to get wrong."""

import pytest

from projects import BASE, make_project
from vungxanh.checks import check_structure
from vungxanh.readers.project import read_project

LESSON = "lessons/hoc-sinh/mau/index.md"
DRAFT = "lessons/hoc-sinh/nhap/index.md"
TEXT = (BASE / LESSON).read_text(encoding="utf-8")
PLAN = (BASE / LESSON).with_name("giao-an.md").read_text(encoding="utf-8")
OTHER = TEXT.replace("CS-1", "CS-2").replace("img/tin-nhan.svg", "../mau/img/tin-nhan.svg")


def found(folder, files):
    """Return the code and the file of every problem of the base project with `files` in it."""
    project, problems = read_project(make_project(folder, files))
    problems = check_structure(project) if project else problems
    return [(problem.code, problem.file) for problem in problems]


@pytest.mark.parametrize(
    ("status", "target", "codes"),
    [
        ("draft", "../nhap/index.md", [("link-draft", LESSON)]),
        ("draft", "../nhap/img/a.svg", [("link-draft", LESSON)]),
        ("review", "../nhap/index.md", []),
    ],
)
def test_only_a_draft_may_link_into_a_draft(status, target, codes, tmp_path):
    draft = OTHER.replace("published", status) + "\nXem [ảnh](img/a.svg), [bài](index.md).\n"
    files = {
        DRAFT: draft,
        "lessons/hoc-sinh/nhap/giao-an.md": PLAN,
        "lessons/hoc-sinh/nhap/img/a.svg": "<svg/>",
        LESSON: f"{TEXT}\nXem [đây]({target}).\n",
    }
    assert found(tmp_path, files) == codes

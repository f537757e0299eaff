"""A writer may let something stand, for a reason; what that excuses is what was meant, no more."""

import pytest

from projects import make_project
from vungxanh.checks.exemptions import excuse
from vungxanh.problems import Problem
from vungxanh.readers.exemptions import read_exemptions
from vungxanh.readers.project import read_project

FILE = "docs/mau/index.md"
HEAD = '---\ntitle: "Mẫu"\ndescription: "Thử."\n---\n'  # four lines
LET = "<!-- check: link-draft – bài sắp đăng -->"


def codes(tmp_path, body: str, *problems: tuple[int, str]):
    project, _ = read_project(make_project(tmp_path, {FILE: HEAD + body}))
    found = excuse(project, [Problem(FILE, line, code) for line, code in problems])
    return [(one.line, one.code) for one in found]


def test_it_is_for_the_paragraph_right_below(tmp_path):
    body = f"{LET}\nMột\nhai.\n\nBa.\n"
    problems = [(6, "link-draft"), (7, "link-draft"), (9, "link-draft")]
    assert codes(tmp_path, body, *problems) == [(9, "link-draft")]


def test_it_is_for_its_own_code_only(tmp_path):
    assert codes(tmp_path, f"{LET}\nMột.\n", (6, "link-plan"), (6, "link-draft")) == [
        (6, "link-plan")
    ]


def test_two_codes_stand_one_above_the_other(tmp_path):
    body = f"{LET}\n<!-- check: link-plan – thầy cô cần -->\n\nMột.\n"
    assert codes(tmp_path, body, (8, "link-plan"), (8, "link-draft")) == []


def test_above_a_block_it_is_for_the_whole_block(tmp_path):
    body = f"{LET}\n/// teacher-note\nMột.\n\nHai.\n///\n\nBa.\n"
    assert codes(tmp_path, body, (9, "link-draft"), (12, "link-draft")) == [(12, "link-draft")]


def test_in_a_fence_it_is_an_example(tmp_path):
    assert codes(tmp_path, f"```\n{LET}\n```\n\nMột.\n") == []


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("<!-- check: link-draft -->", "exemption-no-reason"),
        ("<!-- check: link-draft – -->", "exemption-unknown"),
        ("<!-- check: khong-co – vì thế -->", "exemption-unknown"),
        (LET, "exemption-unused"),
    ],
)
def test_one_that_does_not_hold_is_told(tmp_path, comment, code):
    assert codes(tmp_path, f"{comment}\nMột.\n") == [(5, code)]


def test_it_names_its_lines():
    (one,) = read_exemptions(FILE, f"\n{LET}\nMột\nhai\n\nba")
    assert (one.line, one.first, one.last) == (2, 3, 4)
    assert not one.covers(None)

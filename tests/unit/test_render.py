"""What registries and front matter become, where a golden page would hide it."""

import pytest

from projects import BASE, make_project
from vungxanh.readers.project import read_project
from vungxanh.render.help import contacts
from vungxanh.render.lessons import grades, lesson_list

LESSON = "lessons/hoc-sinh/mau/index.md"
CONTACTS = "docs/_data/contacts.yml"


def project(folder, name, old, new):
    """Read the base project with `old` made `new` in one of its files."""
    text = (BASE / name).read_text(encoding="utf-8")
    assert old in text
    return read_project(make_project(folder, {name: text.replace(old, new)}))[0]


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ("[6]", "Lớp 6"),
        ("[6, 7, 8]", "Lớp 6–8"),
        ("[6, 9]", "Lớp 6, 9"),
        ("[9, 3, 4, 4]", "Lớp 3–4, 9"),
        ("[]", ""),
    ],
)
def test_grades_are_those_of_the_lesson_and_no_other(numbers, written, tmp_path):
    read = project(tmp_path, LESSON, "[6, 7]", numbers)
    assert grades(read.registries, read.lessons[0], "vi") == written


def test_a_number_written_to_be_read_can_be_dialled(tmp_path):
    read = project(tmp_path, CONTACTS, '"111"', '"024 3823.1234"')
    html = contacts(read.registries, "vi")
    assert 'href="tel:02438231234"><strong>024 3823.1234</strong>' in html


def test_an_id_nobody_may_use_does_not_break_the_list(tmp_path):
    read = project(tmp_path, LESSON, "id: binh-chon", 'id: "hỏi" & đáp')
    html = lesson_list(read.registries, read.registries.audiences[0], [*read.lessons], "vi")
    assert "&quot;hỏi&quot; &amp; đáp:" in html

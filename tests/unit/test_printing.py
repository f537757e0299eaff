"""What can be printed, what it is called, and what is said where it cannot."""

import pytest

import paper_lesson
from projects import make_project
from vungxanh import printing
from vungxanh.cli import main
from vungxanh.readers.project import read_project

PLAN = f"{paper_lesson.FOLDER}/giao-an.md"


@pytest.fixture
def project(tmp_path):
    return read_project(make_project(tmp_path, paper_lesson.files()))[0]


@pytest.mark.parametrize(
    "name",
    ["hoc-sinh/moi-loai", "lessons/hoc-sinh/moi-loai/index.md", "CS-7", "hoc-sinh\\moi-loai"],
)
def test_a_lesson_is_found_by_its_place_and_by_its_id(project, name):
    assert printing.find_lesson(project, name).slug == "moi-loai"


def test_a_lesson_that_is_not_there_names_those_like_it(project):
    with pytest.raises(printing.NotPrinted, match="hoc-sinh/moi-loai"):
        printing.find_lesson(project, "hoc-sinh/moi-lai")
    with pytest.raises(printing.NotPrinted, match="hoc-sinh/mau"):
        printing.find_lesson(project, "xyz")


@pytest.mark.parametrize(
    ("form", "papers", "page"),
    [
        ("lesson", 0, "index.html"),
        ("worksheet", 0, "giao-an.html#phieu"),
        ("worksheet", 4, "giao-an.html#phieu&ma=4"),
        ("key", 0, "giao-an.html#dap-an"),
        ("plan", 0, "giao-an.html#giao-an"),
        ("family", 0, "giao-an.html#gia-dinh"),
        ("all", 2, "giao-an.html#tat-ca&ma=2"),
    ],
)
def test_each_form_is_an_address_that_people_can_open_too(project, form, papers, page):
    lesson = printing.find_lesson(project, "CS-7")
    assert printing.page_of(project, lesson, form, "vi", papers) == f"hoc-sinh/moi-loai/{page}"
    english = printing.page_of(project, lesson, form, "en", papers)
    assert english == f"en/hoc-sinh/moi-loai/{page}"


def test_what_a_lesson_has_not_is_said_with_what_to_write(project, tmp_path):
    first = printing.find_lesson(project, "CS-1")
    with pytest.raises(printing.NotPrinted, match="/// family-note"):
        printing.page_of(project, first, "family", "vi", 0)
    with pytest.raises(printing.NotPrinted, match="không có gì để trộn"):
        printing.page_of(project, first, "plan", "vi", 4)
    with pytest.raises(printing.NotPrinted, match="từ 1 đến 99"):
        printing.page_of(project, first, "worksheet", "vi", 100)
    project.plans.clear()
    with pytest.raises(printing.NotPrinted, match=r"viết lessons/hoc-sinh/mau/giao-an\.md"):
        printing.page_of(project, first, "worksheet", "vi", 0)


def test_a_file_is_called_after_what_is_in_it(project):
    lesson = printing.find_lesson(project, "CS-7")
    assert printing.file_name(lesson, "worksheet", "vi", 4) == "moi-loai-phieu-hoc-tap-4-ma-de.pdf"
    assert printing.file_name(lesson, "family", "en", 0) == "moi-loai-gia-dinh-en.pdf"


def test_the_command_refuses_an_unknown_lesson_before_it_builds(monkeypatch, capsys):
    monkeypatch.setenv("VUNGXANH_BROWSER", "/khong/can")
    assert main(["print", "hoc-sinh/bat-nat-tren-man", "--form", "plan"]) == 2
    assert "hoc-sinh/bat-nat-tren-mang" in capsys.readouterr().err


def test_the_command_names_no_browser_of_its_own(monkeypatch, capsys):
    monkeypatch.delenv("VUNGXANH_BROWSER", raising=False)
    assert main(["print", "hoc-sinh/bat-nat-tren-mang", "--form", "plan"]) == 2
    assert "VUNGXANH_BROWSER" in capsys.readouterr().err

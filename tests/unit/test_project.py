"""A checkout is read whole, wherever it lies, save what editors and systems hide in it."""

from projects import make_project
from vungxanh.readers.project import read_project


def test_a_checkout_below_a_hidden_folder_is_read(tmp_path):
    (tmp_path / ".kho").mkdir()
    project, problems = read_project(make_project(tmp_path / ".kho"))
    assert not problems
    assert project.lessons


def test_what_is_hidden_is_left_alone(tmp_path):
    hidden = {"docs/.nháp.md": "Không phải bài.", "lessons/.cũ/Bài Một/index.md": "Không phải bài."}
    project, problems = read_project(make_project(tmp_path, hidden))
    assert not problems
    assert not [file for file in project.files if "/." in file]


def test_every_document_is_found_by_its_path(tmp_path):
    project, _ = read_project(make_project(tmp_path))
    assert {document.locale for document in project.documents} == {"vi", "en"}
    assert all(project.by_path[document.path] is document for document in project.documents)
    assert all(project.owners[lesson.path] is lesson for lesson in project.lessons)


def test_notes_beside_the_registries_are_no_pages(tmp_path):
    project, problems = read_project(make_project(tmp_path, {"docs/_data/ghi-chu.md": "Nhớ hỏi."}))
    assert not problems
    assert "docs/_data/ghi-chu.md" not in project.by_path

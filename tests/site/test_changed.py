"""`check --changed` and `check PATH`: what is looked at, and what a change elsewhere may break."""

import json
import os
import subprocess
import sys

import pytest

from projects import BASE, make_buildable, make_project
from vungxanh.checks import WRITING, processes
from vungxanh.commands.changed import changed, concerned
from vungxanh.problems import in_order
from vungxanh.readers.project import read_project

LESSON = "lessons/hoc-sinh/mau/index.md"
ENGLISH = "lessons/hoc-sinh/mau/index.en.md"
OTHER = "lessons/hoc-sinh/hai/index.md"
HINT = "\n<!-- Nhắc: viết tiếp. -->\n"


def git(root, *arguments):
    mine = ["-c", "user.name=Văn phòng", "-c", "user.email=vp@example.vn", "-c", "gc.auto=0"]
    subprocess.run(["git", *mine, *arguments], cwd=root, check=True, capture_output=True)


def commit(root):
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Bắt đầu")


@pytest.fixture
def house(tmp_path):
    """A house in git with two lessons, each of which has a hint left."""
    text = (BASE / LESSON).read_text(encoding="utf-8") + HINT
    second = text.replace("id: CS-1", "id: CS-2").replace("](img/", "](../mau/img/")
    plan = (BASE / "lessons/hoc-sinh/mau/giao-an.md").read_bytes()
    files = {LESSON: text, OTHER: second, OTHER.replace("index", "giao-an"): plan}
    root = make_buildable(tmp_path, files)
    commit(root)
    return root


def told(root, *arguments):
    result = subprocess.run(
        [sys.executable, "-m", "vungxanh.cli", "check", "--format", "json", *arguments],
        env=os.environ | {"PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1"},
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in result.stderr
    return {(one["file"], one["code"]) for one in json.loads(result.stdout or "[]")}


def append(root, file, text):
    with (root / file).open("a", encoding="utf-8") as written:
        written.write(text)


def test_nothing_changed_is_nothing_told_and_all_is_told_without_it(house):
    assert told(house, "--changed") == set()
    assert told(house) == {(LESSON, "hint-published"), (OTHER, "hint-published")}


def test_a_changed_lesson_is_told_with_its_translation(house):
    append(house, LESSON, "\nThêm một câu.\n\n/// quiz | Câu mới?\n    id: moi\n///\n")
    found = told(house, "--changed")
    assert (LESSON, "hint-published") in found
    assert (ENGLISH, "parity-question-missing") in found
    assert OTHER not in {file for file, _ in found}


def test_an_error_elsewhere_that_comes_of_the_change_is_told(house):
    append(house, OTHER, "\nXem [mục ấy](../mau/index.md#cho-khac).\n")
    append(house, LESSON, "\n## Mục ấy {#cho-khac}\n")
    git(house, "commit", "-qam", "Thêm mục")
    text = (house / LESSON).read_text(encoding="utf-8")
    (house / LESSON).write_text(text.replace("{#cho-khac}", ""), encoding="utf-8")
    found = told(house, "--changed")
    assert (OTHER, "link-anchor") in found
    assert (OTHER, "hint-published") not in found


def test_a_changed_registry_concerns_every_text(house):
    append(house, "docs/_data/site.yml", "# Một lời chú.\n")
    assert told(house, "--changed") == told(house)


def test_new_moved_and_removed_files_are_changes(house):
    (house / "docs/moi").mkdir()
    (house / "docs/moi/index.md").write_text("chưa khai báo gì", encoding="utf-8")
    git(house, "mv", OTHER, "lessons/hoc-sinh/hai/khac.md")
    (house / ENGLISH).unlink()
    names = changed(house)
    gone = {OTHER, ENGLISH}
    assert names == gone | {"docs/moi/index.md", "lessons/hoc-sinh/hai/khac.md"}
    assert ("docs/moi/index.md", "front-matter-none") in told(house, "--changed")


def test_a_house_inside_a_larger_repository_knows_its_own_names(tmp_path):
    root = make_project(tmp_path)
    commit(tmp_path)
    append(root, LESSON, "\nMột câu.\n")
    append(tmp_path, "ngoai.md", "Ngoài nhà.\n")
    assert changed(root) == {LESSON}
    project, _ = read_project(root)
    assert {LESSON, ENGLISH} <= concerned(project, changed(root))


def test_where_there_is_no_git_it_says_so(tmp_path):
    root = make_buildable(tmp_path)
    variables = os.environ | {"PYTHONPATH": str(root / "scripts"), "GIT_CEILING_DIRECTORIES": "/"}
    refused = subprocess.run(
        [sys.executable, "-m", "vungxanh.cli", "check", "--changed"],
        env=variables, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert refused.returncode == 2
    assert "--changed cần git" in refused.stderr


def test_a_path_limits_what_is_told(house):
    assert told(house, "lessons/hoc-sinh/hai") == {(OTHER, "hint-published")}
    assert told(house, "docs") == set()


def test_checks_side_by_side_find_what_they_find_one_after_the_other(house, monkeypatch):
    project, _ = read_project(house)
    found = [problem for check in WRITING for problem in check(project)]
    assert found
    monkeypatch.setattr(processes, "ENOUGH", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    beside, together = processes.side_by_side(WRITING, project, lambda: found[:1])
    assert beside == found[:1]
    assert in_order(together) == in_order(found)
    assert len(together) == len(found)


def test_language_is_read_where_somebody_will_look_at_it_alone(house):
    project, _ = read_project(house)
    focused = project.focused(frozenset([LESSON]))
    assert {passage.file for passage in focused.prose} == {LESSON}
    assert {passage.file for passage in project.prose} > {LESSON, OTHER, "docs/_data/site.yml"}

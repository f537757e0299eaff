"""`confirm` writes one line and leaves every other as its author wrote it."""

import datetime
import os
import re
import subprocess
import sys

import pytest

from projects import make_buildable, make_project
from vungxanh.checks import check_structure
from vungxanh.editing import confirm
from vungxanh.readers.project import read_project

TODAY = datetime.date(2026, 11, 24)
LESSON = "lessons/hoc-sinh/mau/index.md"
ENGLISH = "lessons/hoc-sinh/mau/index.en.md"


def test_a_translation_gets_the_digest_and_is_stale_once_the_text_changes(tmp_path):
    root = make_project(tmp_path)
    project, _ = read_project(root)
    before = (root / ENGLISH).read_text(encoding="utf-8")
    assert confirm(project, [ENGLISH], TODAY) == [ENGLISH]
    after = (root / ENGLISH).read_text(encoding="utf-8")
    digest = project.lessons[0].documents["vi"].digest
    assert after.replace(f'translates: "{digest}"\n', "") == before
    assert check_structure(read_project(root)[0]) == []
    text = (root / LESSON).read_text(encoding="utf-8")
    (root / LESSON).write_text(text.replace("19\u00a0giờ", "20\u00a0giờ"), encoding="utf-8")
    codes = [problem.code for problem in check_structure(read_project(root)[0])]
    assert codes == ["translation-stale"]
    assert confirm(read_project(root)[0], [ENGLISH], TODAY) == [ENGLISH]
    assert check_structure(read_project(root)[0]) == []


def test_a_lesson_gets_its_review_date_which_makes_no_translation_stale(tmp_path):
    root = make_project(tmp_path)
    confirm(read_project(root)[0], [ENGLISH], TODAY)
    assert confirm(read_project(root)[0], [LESSON], TODAY) == [LESSON]
    project, _ = read_project(root)
    assert project.lessons[0].meta.reviewed == TODAY
    assert check_structure(project) == []


def test_what_cannot_be_confirmed_changes_nothing(tmp_path):
    project, _ = read_project(make_project(tmp_path))
    assert confirm(project, ["docs/index.md", "khong-co.md"], TODAY) == []


def as_notepad(text):
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def with_other_ends(text):
    return text.replace("---\n", "--- \n", 1).replace("\n---\n", "\n...\n", 1).encode()


@pytest.mark.parametrize("form", [as_notepad, with_other_ends])
def test_bytes_of_the_author_stay(form, tmp_path):
    root = make_project(tmp_path)
    path = root / LESSON
    path.write_bytes(form(path.read_text(encoding="utf-8")))
    path.chmod(0o664)
    before = path.read_bytes()
    for _ in range(2):  # the second time, the line is there already
        assert confirm(read_project(root)[0], [LESSON], TODAY) == [LESSON]
    after = path.read_bytes()
    assert re.sub(rb"reviewed: 2026-11-24\r?\n", b"", after, count=1) == before
    assert path.stat().st_mode & 0o777 == 0o664
    assert read_project(root)[0].lessons[0].meta.reviewed == TODAY


def test_the_date_is_that_of_the_clock_on_the_wall(tmp_path):
    root = make_buildable(tmp_path)
    dates = []
    for zone in ("AAA-14", "BBB+12"):  # 26 hours apart: never the same day
        variables = {"PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1", "TZ": zone}
        command = [sys.executable, "-m", "vungxanh.cli", "confirm", LESSON]
        subprocess.run(
            command, env=os.environ | variables, cwd=root, check=True, capture_output=True
        )
        dates.append(read_project(root)[0].lessons[0].meta.reviewed)
    assert dates[0] > dates[1]


def command(root, *paths):
    variables = {"PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "vungxanh.cli", "confirm", *paths],
        env=os.environ | variables, cwd=root, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip


def test_it_says_what_was_written_and_until_when_and_a_second_time_changes_nothing(tmp_path):
    root = make_buildable(tmp_path)
    first = command(root, LESSON, ENGLISH)
    assert first.returncode == 0
    assert f"Đã ghi nhận: {LESSON}, rà soát lại trước ngày " in first.stderr
    assert f"Đã ghi nhận: {ENGLISH}\n" in first.stderr
    after = {file: (root / file).read_bytes() for file in (LESSON, ENGLISH)}
    second = command(root, LESSON, ENGLISH)
    assert (second.returncode, second.stderr) == (0, first.stderr)
    assert {file: (root / file).read_bytes() for file in after} == after


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("lessons/khong-co/index.md", "Không thấy tệp này"),
        ("lessons/hoc-sinh/mau", "ví dụ lessons/hoc-sinh/mau/index.md"),
        ("lessons/hoc-sinh/mau/giao-an.md", "rà soát cùng bài"),
        ("docs/index.md", "Trang tiếng Việt không ghi ngày rà soát"),
        ("docs/_data/site.yml", "Hãy chạy check trước"),
    ],
)
def test_what_cannot_be_confirmed_is_told_with_the_reason_and_the_rest_is_done(path, why, tmp_path):
    root = make_buildable(tmp_path)
    told = command(root, path, ENGLISH)
    assert told.returncode == 2
    assert f"Không có gì để ghi nhận ở: {path}\n" in told.stderr
    assert why in told.stderr
    assert f"Đã ghi nhận: {ENGLISH}" in told.stderr

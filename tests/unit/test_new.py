"""`new`: a lesson or a page that passes `check`, never over anything, whole or not at all."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import unicodedata

import pytest

from projects import REPOSITORY, make_buildable, make_project
from vungxanh import drafting
from vungxanh.checks import check_all
from vungxanh.commands.new import ELSE, USUAL
from vungxanh.drafting import NewLesson, Taken, lesson_files, page_files, write_new
from vungxanh.problems import Level
from vungxanh.readers.project import read_project

REAL, _ = read_project(REPOSITORY)
KINDS = [
    (audience, level)
    for audience in REAL.registries.audiences
    for level in (audience.levels or (None,))
]
TITLE = "Tin đồn: “đúng” hay “sai”?"


def names(root):
    """Every file and folder that a person would see, and those the command might leave."""
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if not {"__pycache__", "scripts", "overrides"} & set(path.relative_to(root).parts)
    }


@pytest.fixture
def house(tmp_path):
    """A house with the real registries and the pages of all audiences."""
    registries = {
        path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
        for path in (REPOSITORY / "docs/_data").iterdir()
    }
    return make_project(tmp_path, registries)


@pytest.mark.parametrize(("audience", "level"), KINDS, ids=lambda one: one and one.id)
def test_a_new_lesson_passes_every_check_and_is_a_draft(house, audience, level):
    minutes = int(USUAL[level.id] if level else ELSE)
    project, _ = read_project(house)
    before = {problem.code for problem in check_all(project)}
    files = lesson_files(project, NewLesson(audience, level, "tin-don", TITLE, minutes))
    write_new(house, files)
    project, _ = read_project(house)
    lesson = next(one for one in project.lessons if one.slug == "tin-don")
    mine = [one for one in check_all(project) if "/tin-don/" in one.file]
    assert {problem.code for problem in mine} == {"hint-left"}
    assert {problem.code for problem in check_all(project)} == before | {"hint-left"}
    assert lesson.meta.status == "draft"
    assert lesson.meta.title == TITLE
    assert project.plan(lesson).minutes == minutes
    assert len(lesson.documents) == 2


def test_what_is_left_after_the_hints_are_gone_has_no_problem(house):
    project, _ = read_project(house)
    audience, level = KINDS[0]
    files = lesson_files(project, NewLesson(audience, level, "tin-don", TITLE, 35))
    cleaned = {path: re.sub(r"<!-- Nhắc:.*?-->\n+", "", text) for path, text in files.items()}
    assert cleaned != files
    write_new(house, cleaned)
    assert not [one for one in check_all(read_project(house)[0]) if "/tin-don/" in one.file]


@pytest.mark.parametrize("minutes", [10, 11, 17, 90, 240])
def test_the_activities_take_as_long_as_the_lesson(house, minutes):
    audience, level = KINDS[0]
    project, _ = read_project(house)
    write_new(house, lesson_files(project, NewLesson(audience, level, "tin-don", TITLE, minutes)))
    project, _ = read_project(house)
    plan = project.plan(next(one for one in project.lessons if one.slug == "tin-don"))
    assert plan.minutes == minutes
    assert all(activity.minutes for activity in plan.activities)


@pytest.mark.parametrize("title", ['Anh nói: "Thôi"', "a\\b: c #d", "- [x] 'một'", "e\u0301m"])
def test_any_title_is_read_as_it_was_typed(house, title):
    write_new(house, page_files("gioi-thieu", title))
    page = read_project(house)[0].owners["docs/gioi-thieu/index.md"]
    assert page.documents["vi"].meta.title == unicodedata.normalize("NFC", title)


def test_a_lesson_takes_the_next_id_and_comes_last(house):
    project, _ = read_project(house)
    pupils = project.registries.audiences[0]
    level = pupils.levels[1]
    assert [lesson.meta.id for lesson in project.lessons] == ["CS-1"]
    files = lesson_files(project, NewLesson(pupils, level, "a", "A", 45))
    text = files["lessons/hoc-sinh/a/index.md"]
    assert "id: CS-2\n" in text
    assert f"order: {project.lessons[0].meta.order + 1}\n" in text
    assert "grades: [6, 7, 8, 9]\n" in text


def test_a_new_page_holds_and_cannot_be_published_yet(house):
    for place in ("gioi-thieu", "hoc-sinh/moi"):
        write_new(house, page_files(place, TITLE))
        problems = [one for one in check_all(read_project(house)[0]) if place in one.file]
        assert {one.code for one in problems} == {"hint-published"}
        assert problems[0].level is Level.WARNING
    assert (house / "docs/gioi-thieu/index.en.md").is_file()
    assert (house / "docs/hoc-sinh/moi.md").is_file()


def test_nothing_is_written_over(house):
    write_new(house, page_files("gioi-thieu", "Một", english=False))
    before = (house / "docs/gioi-thieu/index.md").read_bytes()
    with pytest.raises(Taken) as taken:
        write_new(house, {"docs/khac.md": "x", "docs/gioi-thieu/index.md": "y"})
    assert taken.value.path == "docs/gioi-thieu/index.md"
    assert (house / "docs/gioi-thieu/index.md").read_bytes() == before
    assert not (house / "docs/khac.md").exists()


def test_an_interruption_half_way_leaves_nothing(house, monkeypatch):
    before = names(house)
    made = drafting._folders

    def interrupted(root, folder):
        if (root / "lessons/moi/a/index.md").exists():
            raise KeyboardInterrupt
        return made(root, folder)

    monkeypatch.setattr(drafting, "_folders", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_new(house, {"lessons/moi/a/index.md": "x", "lessons/moi/a/index.en.md": "y"})
    assert names(house) == before


# --- The command itself ---------------------------------------------------------------------------


def command(root, *arguments):
    return [sys.executable, "-m", "vungxanh.cli", "new", *arguments]


def variables(root):
    return os.environ | {"PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1"}


def run(root, *arguments):
    return subprocess.run(
        command(root, *arguments), env=variables(root), cwd=root, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def whole(tmp_path):
    return make_buildable(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (["lesson"], "NGƯỜI-ĐỌC/TÊN, --title."),
        (["lesson", "hoc-sinh/tin-don"], "--title, --level."),
        (["page"], "TÊN, --title."),
    ],
)
def test_where_nobody_can_be_asked_it_says_all_that_is_missing(whole, arguments, missing):
    refused = run(whole, *arguments)
    assert refused.returncode == 2
    assert f"Còn thiếu: {missing}\nVí dụ đúng: new" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lesson", "hoc-sih/a", "--title", "A"], "Không có “hoc-sih”. Chọn một trong: hoc-sinh"),
        (["lesson", "hoc-sinh/a", "--title", "A", "--level", "DH"], "Chọn một trong: TH"),
        (["lesson", "hoc-sinh/Tin Đồn", "--title", "A", "--level", "TH"], "gạch ngang: tin-don"),
        (["lesson", "hoc-sinh/a", "--title", "A", "--level", "THCS", "--minutes", "5"], "từ 10"),
        (["lesson", "hoc-sinh/mau", "--title", "A", "--level", "THCS"], "không viết đè"),
        (["lesson", "hoc-sinh/a", "--title", "…", "--level", "TH"], "Tên cần có chữ"),
        (["page", "khong-co/a", "--title", "A"], "Không có thư mục docs/khong-co"),
        (["page", "../ngoai", "--title", "A"], "Không có thư mục docs/.."),
        (["trang"], "Chưa hiểu lệnh này"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(whole, arguments, words):
    before = names(whole)
    refused = run(whole, *arguments)
    assert refused.returncode == 2
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr
    assert names(whole) == before


class Terminal:
    """The command in a terminal of its own: what it says is read, answers are typed."""

    def __init__(self, root, *arguments):
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            command(root, *arguments), env=variables(root), cwd=root,
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.said = ""

    def until(self, words):
        """Read until `words` are said; a minute of silence fails the test."""
        while words not in self.said:
            ready, _, _ = select.select([self.ours], [], [], 60)
            assert ready, f"never said {words!r}: {self.said}"
            self.said += os.read(self.ours, 4096).decode()
        self.said = self.said.partition(words)[2]

    def answer(self, question, text):
        self.until(question)
        os.write(self.ours, f"{text}\n".encode())

    def end(self):
        status = self.process.wait(timeout=60)
        os.close(self.ours)
        return status


def test_it_asks_and_an_answer_that_cannot_be_is_asked_for_again(whole):
    terminal = Terminal(whole, "lesson")
    terminal.answer("Cho ai (hoc-sinh", "ai cũng được")
    terminal.until("Không có “ai cũng được”")
    terminal.answer("Cho ai", "hoc-sinh")
    terminal.answer("Tên bài: ", "Tin đồn trong nhóm lớp")
    terminal.answer("Tên thư mục [tin-don-trong-nhom-lop]: ", "")
    terminal.answer("Cấp học (", "THCS")
    terminal.answer("Số phút dạy [45]: ", "")
    terminal.until("rồi viết vào những chỗ trong ngoặc đơn.")
    assert terminal.end() == 0
    text = (whole / "lessons/hoc-sinh/tin-don-trong-nhom-lop/index.md").read_text(encoding="utf-8")
    assert 'title: "Tin đồn trong nhóm lớp"' in text


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl+C", "Ctrl+D"])
def test_who_stops_half_way_leaves_nothing(whole, key):
    before = names(whole)
    terminal = Terminal(whole, "lesson")
    terminal.answer("Cho ai", "hoc-sinh")
    terminal.until("Tên bài: ")
    if key == "\x03":
        os.killpg(terminal.process.pid, signal.SIGINT)
    else:
        os.write(terminal.ours, key.encode())
    terminal.until("Đã dừng")
    assert terminal.end() == 2
    assert names(whole) == before

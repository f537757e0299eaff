"""What people do wrong, at the command itself: a clear word, the right status, nothing lost."""

import json
import os
import resource
import subprocess
import sys

import pytest

from projects import make_buildable

LESSON = "lessons/hoc-sinh/mau/index.md"
TEXT = (
    "---\nid: CS-1\ntitle: Bài\nsummary: Một câu.\nlevel: THCS\norder: 1\nminutes: 45\n"
    "objectives: [Hỏi lại]\nstatus: published\n---\n\nThân bài tiếng Việt: ứng xử, đường dẫn.\n"
)
QUIZ = "\n/// quiz | Em làm gì?\n    id: em\n\n- [x] Hỏi\n- [{mark}] Bấm\n    > Đừng.\n- [ ] Gửi\n"
CASES = {
    "broken YAML in front matter": ({LESSON: TEXT.replace("id: CS-1", "id: [")}, "yaml-broken"),
    "broken YAML in a registry": ({"docs/_data/site.yml": "name: {vi: Tên\n"}, "yaml-broken"),
    "a registry that is gone": ({"docs/_data/site.yml": None}, "registry-missing"),
    "words in one language": ({"docs/_data/ui.yml": "page:\n  help: {vi: Có}\n"}, "registry-words"),
    "an unknown audience": ({"lessons/hoc-sih/bai/index.md": TEXT}, "audience-unknown"),
    "a lesson id twice": ({"lessons/hoc-sinh/hai/index.md": TEXT}, "lesson-id-duplicate"),
    "an unclosed quiz": ({LESSON: TEXT + QUIZ.format(mark=" ")}, "block-not-closed"),
    "a mistyped quiz": ({LESSON: TEXT + "\n/// quzi | Em?\n///\n"}, "block-unknown"),
    "two right answers": (
        {LESSON: TEXT + QUIZ.format(mark="x").replace("em\n", "em\n    type: single\n") + "///\n"},
        "quiz-two-correct",
    ),
    "UTF-16": ({LESSON: TEXT.encode("utf-16")}, "encoding-not-utf8"),
    "Windows-1258": (
        {LESSON: "---\ntitle: Ba\u0300i \u0111o\u0323c\n".encode("cp1258")},
        "encoding-not-utf8",
    ),
    "a name with blanks and marks": ({"lessons/hoc-sinh/Bài Một/index.md": TEXT}, "file-name"),
    "an empty lesson": ({LESSON: ""}, "front-matter-none"),
    "a picture pasted into the text": ({LESSON: TEXT + "x" * 5_000_000}, "file-large"),
}


def run(root, *arguments, limit=None):
    """Run the command; `limit` is the largest file, in bytes, that the disk takes."""

    def full_disk():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "vungxanh.cli", *arguments],
        env=os.environ | {"PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1"},
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
        preexec_fn=full_disk if limit else None,
    )  # fmt: skip


def snapshot(root):
    return {
        path.relative_to(root): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("name", CASES)
def test_it_is_said_and_nothing_is_lost(name, tmp_path):
    files, code = CASES[name]
    root = make_buildable(tmp_path, files)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("bản tốt gần nhất", encoding="utf-8")
    before = snapshot(root)
    built = run(root, "build")
    assert built.returncode == 1, built.stderr
    assert code in built.stdout
    assert "Cách sửa:" in built.stdout
    assert "bản dựng tốt gần nhất vẫn còn nguyên" in built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    checked = run(root, "check", "--format", "json")
    assert checked.returncode == 1
    assert code in {problem["code"] for problem in json.loads(checked.stdout)}
    assert snapshot(root) == before


def test_words_of_the_interface_that_are_gone_are_named(tmp_path):
    root = make_buildable(tmp_path, {"docs/_data/ui.yml": "page:\n  x: {vi: Có, en: Yes}\n"})
    built = run(root, "build")
    assert built.returncode == 1
    assert "docs/_data/ui.yml  lỗi  registry-words" in built.stdout
    assert "Traceback" not in built.stderr


def test_every_problem_comes_in_one_run(tmp_path):
    broken = {LESSON: "", "docs/_data/plan.yml": "một dòng", "docs/Hỏng.md": "không có gì"}
    checked = run(make_buildable(tmp_path, broken), "check", "--format", "json")
    codes = {problem["code"] for problem in json.loads(checked.stdout)}
    assert {"front-matter-none", "registry-shape", "file-name"} <= codes


def test_a_registry_that_does_not_hold_is_told_whatever_path_was_asked(tmp_path):
    root = make_buildable(tmp_path, {"docs/_data/site.yml": "name: [\n"})
    checked = run(root, "check", "lessons/hoc-sinh")
    assert checked.returncode == 1
    assert "yaml-broken" in checked.stdout


def test_a_full_disk_leaves_what_was_to_be_confirmed(tmp_path):
    root = make_buildable(tmp_path)
    before = snapshot(root)
    confirmed = run(root, "confirm", LESSON, limit=10)
    assert confirmed.returncode == 2
    assert "Máy không đọc hay ghi được tệp" in confirmed.stderr
    assert "Traceback" not in confirmed.stderr
    assert snapshot(root) == before


def test_a_full_disk_leaves_the_last_good_site(tmp_path):
    root = make_buildable(tmp_path)
    assert run(root, "build").returncode == 0
    before = snapshot(root)
    built = run(root, "build", limit=20_000)
    assert built.returncode == 2
    assert "bản dựng tốt gần nhất vẫn còn nguyên" in built.stderr
    assert "Traceback" not in built.stderr
    assert snapshot(root) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dung"], "Chưa hiểu lệnh này"),
        (["check", "--format", "doc"], "Chưa hiểu lệnh này"),
        (["serve", "--port", "80"], "cần một số từ 1024"),
        (["serve", "--port", "70000"], "cần một số từ 1024"),
        (["check", "lessons/khong-co"], "Không thấy lessons/khong-co"),
        (["links", "khong-co"], "Không thấy thư mục khong-co"),
        (["confirm", "khong-co.md"], "Không có gì để ghi nhận"),
        (["build", "--out", "mkdocs.yml/site"], "bản dựng tốt gần nhất"),
        (["publish", "2026.1"], "không phải kho git"),
        (["publish", "moi-nhat"], "không phải tên ấn bản"),
    ],
)
def test_a_command_at_fault_is_refused_with_two(arguments, words, tmp_path):
    refused = run(make_buildable(tmp_path), *arguments)
    assert refused.returncode == 2
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr


def test_no_verb_shows_what_there_is(tmp_path):
    shown = run(make_buildable(tmp_path))
    assert shown.returncode == 2
    assert all(verb in shown.stdout for verb in ("serve", "build", "check", "publish", "test"))

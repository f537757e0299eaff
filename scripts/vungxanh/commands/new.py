"""`new`: a lesson or a page to begin with. It asks at a terminal, and takes options elsewhere."""

import argparse
import re
from typing import TypeVar

from vungxanh.commands.asking import Unfit, at_terminal, take
from vungxanh.commands.common import FAULTS, OK, ROOT, refuse, say, tell
from vungxanh.model.registry import Audience, LevelOfSchool
from vungxanh.readers.project import Project, read_project
from vungxanh.text.fold import slug

NAME = "new"
HELP = "viết sẵn một bài hay một trang mới, có lời nhắc chỗ nào viết gì"
# How long a lesson usually is, in minutes.
USUAL = {"TH": "35", "THCS": "45", "THPT": "45"}
ELSE = "30"
Choice = TypeVar("Choice")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    kinds = parser.add_subparsers(dest="kind", metavar="LOẠI", required=True)
    lesson = kinds.add_parser("lesson", help="một bài, là bản nháp")
    lesson.add_argument("place", nargs="?", metavar="NGƯỜI-ĐỌC/TÊN", help="ví dụ hoc-sinh/tin-don")
    lesson.add_argument("--title", help="tên bài, như người đọc thấy")
    lesson.add_argument("--level", help="cấp học: TH, THCS hay THPT")
    lesson.add_argument("--minutes", help="số phút dạy")
    page = kinds.add_parser("page", help="một trang trong docs")
    page.add_argument("place", nargs="?", metavar="TÊN", help="ví dụ gioi-thieu")
    page.add_argument("--title", help="tên trang, như người đọc thấy")
    for one in (lesson, page):
        one.add_argument("--lang", choices=("vi", "vi,en"), default="vi,en", help="thứ tiếng")


def run(options: argparse.Namespace) -> int:
    """Write the files, or say what is missing; nothing is ever written over."""
    from vungxanh.drafting import Taken, write_new

    project, problems = read_project(ROOT)
    if not project.registries.whole:
        tell(problems)
        return FAULTS
    try:
        files = (_lesson if options.kind == "lesson" else _page)(project, options)
        write_new(ROOT, files)
    except Taken as taken:
        return refuse(f"Đã có {taken.path}; máy không viết đè. Hãy chọn tên khác.")
    except EOFError:
        return refuse("\nĐã dừng, chưa viết gì.")
    except Unfit as reason:
        return refuse(str(reason))
    for path in files:
        say(f"Đã viết: {path}")
    say("Mở trang bằng lệnh serve, rồi viết vào những chỗ trong ngoặc đơn.")
    return OK


def _lesson(project: Project, options: argparse.Namespace) -> dict[str, str]:
    from vungxanh.drafting import NewLesson, lesson_files

    name, _, folder = (options.place or "").partition("/")
    audiences = {one.id: one for one in project.registries.audiences}
    levels = audiences[name].levels if name in audiences else ()
    _wanted(options, "NGƯỜI-ĐỌC/TÊN", "--title", *(["--level"] if levels else []))
    audience = take(f"Cho ai ({', '.join(audiences)})", name, lambda text: _one(text, audiences))
    title = take("Tên bài", options.title, _title)
    folder = take("Tên thư mục", folder, _name, slug(title))
    level = _level(audience, options)
    usual = USUAL[level.id] if level else ELSE
    minutes = take("Số phút dạy", options.minutes, _minutes, usual)
    english = "en" in options.lang
    return lesson_files(project, NewLesson(audience, level, folder, title, minutes, english))


def _page(project: Project, options: argparse.Namespace) -> dict[str, str]:
    from vungxanh.drafting import page_files

    _wanted(options, "TÊN", "--title")
    title = take("Tên trang", options.title, _title)
    folders = {page.path.split("/")[1] for page in project.pages if page.path.count("/") > 1}
    usual = slug(title)
    place = take("Tên trong địa chỉ", options.place, lambda text: _place(text, folders), usual)
    return page_files(place, title, "en" in options.lang)


def _wanted(options: argparse.Namespace, *names: str) -> None:
    """Name all that is missing at once, where nobody can be asked. Raises Unfit."""
    given = {"--title": options.title, "--level": getattr(options, "level", None)}
    missing = [name for name in names if not given.get(name, options.place)]
    if missing and not at_terminal():
        example = 'new lesson hoc-sinh/tin-don --title "Tin đồn trong nhóm lớp" --level THCS'
        if options.kind == "page":
            example = 'new page gioi-thieu --title "Giới thiệu"'
        raise Unfit(f"Còn thiếu: {', '.join(missing)}.\nVí dụ đúng: {example}")


def _level(audience: Audience, options: argparse.Namespace) -> LevelOfSchool | None:
    levels: dict[str, LevelOfSchool] = {one.id: one for one in audience.levels}
    if not levels and options.level:
        raise Unfit(f"Bài cho {audience.id} không chia cấp học. Cách sửa: bỏ --level.")
    if not levels:
        return None
    return take(f"Cấp học ({', '.join(levels)})", options.level, lambda text: _one(text, levels))


def _one(text: str, known: dict[str, Choice]) -> Choice:
    if text not in known:
        raise Unfit(f"Không có “{text}”. Chọn một trong: {', '.join(known)}.")
    return known[text]


def _title(text: str) -> str:
    if not slug(text):
        raise Unfit("Tên cần có chữ, ví dụ “Tin đồn trong nhóm lớp”.")
    return text


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        right = slug(text) or "tin-don"
        raise Unfit(f"Tên thư mục chỉ có chữ thường không dấu, số, gạch ngang: {right}")
    return text


def _place(text: str, folders: set[str]) -> str:
    """Return the place of a page: a name, or a name in a folder that is there."""
    folder, _, name = text.rpartition("/")
    if folder and folder not in folders:
        known = ", ".join(sorted(folders))
        raise Unfit(f"Không có thư mục docs/{folder}. Chọn một trong: {known}.")
    _name(name)
    return text


def _minutes(text: str) -> int:
    from vungxanh.drafting import SHORTEST

    if not text.isdecimal() or not SHORTEST <= int(text) <= 240:
        raise Unfit(f"Số phút là một số từ {SHORTEST} tới 240, ví dụ 45.")
    return int(text)

"""`print`: any form of a lesson as PDF, made by the browser of the machine."""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vungxanh import printing
from vungxanh.arguments import count
from vungxanh.commands.common import BROWSER, OK, ROOT, build_failed, project, refuse, say, within
from vungxanh.problems import Level

NAME = "print"
HELP = "in phiếu học tập, giáo án, đáp án… ra PDF"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("lesson", metavar="BÀI", help="ví dụ hoc-sinh/bat-nat-tren-mang, hay CS-2")
    parser.add_argument("--form", choices=printing.FORMS, required=True, help="in thứ nào")
    parser.add_argument("--shuffle", type=count, default=0, metavar="N", help="số mã đề, từ mã 101")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ của bản in")
    parser.add_argument("--output", type=Path, help="ghi vào tệp này, hay vào thư mục này")


def run(options: argparse.Namespace) -> int:
    """Build, drafts included, and print the page that Ctrl+P would print."""
    from vungxanh.site.build import BuildFailed, build
    from vungxanh.site.events import DRAFTS

    browser = os.environ.get(BROWSER)
    if not browser:
        return refuse(f"Chưa in được: gọi lệnh này qua run.py, hoặc đặt biến {BROWSER}.")
    read, problems = project()
    if not read.registries.whole:
        return build_failed(BuildFailed(problems, []))
    try:
        lesson = printing.find_lesson(read, options.lesson)
        page = printing.page_of(read, lesson, options.form, options.lang, options.shuffle)
        folder = lesson.path.rpartition("/")[0]
        mine = [p for p in problems if p.level is Level.ERROR and within(p.file, folder)]
        if mine:
            return build_failed(BuildFailed(mine, []))
        name = printing.file_name(lesson, options.form, options.lang, options.shuffle)
        target = (options.output or Path(name)).resolve()
        if target.is_dir():
            target /= name
        say("Đang dựng trang…")
        with (
            _drafts(DRAFTS),
            tempfile.TemporaryDirectory(prefix="vung-xanh-", ignore_cleanup_errors=True) as room,
        ):
            site = Path(room).resolve() / "site"
            build(ROOT, site, strict=False)
            say("Đang in…")
            printing.to_pdf(Path(browser), site, page, target)
    except BuildFailed as failed:
        return build_failed(failed)
    except printing.NotPrinted as reason:
        return refuse(str(reason))
    say(f"Đã in: {target}")
    return OK


@contextmanager
def _drafts(variable: str) -> Iterator[None]:
    """Let a build show drafts, which are looked at on paper, too."""
    before = os.environ.get(variable, "")
    os.environ[variable] = "1"
    try:
        yield
    finally:
        os.environ[variable] = before

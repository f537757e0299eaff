"""`check`: every check of the sources; looks, never writes."""

import argparse
import datetime
import subprocess
from pathlib import Path

from vungxanh.arguments import report_options
from vungxanh.commands.common import (
    ROOT,
    checked,
    refuse,
    repository_path,
    save,
    say,
    show,
    status,
    within,
)
from vungxanh.problems import Problem, in_order
from vungxanh.readers.project import Project

NAME = "check"
HELP = "kiểm tra mọi bài, mọi trang; chỉ xem, không sửa gì"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("paths", nargs="*", help="chỉ báo về các tệp hay thư mục này")
    parser.add_argument("--changed", action="store_true", help="chỉ báo về tệp đã đổi so với git")
    parser.add_argument("--html", type=Path, metavar="TỆP", help="ghi một trang để đọc và in")
    report_options(parser)


def run(options: argparse.Namespace) -> int:
    """Check everything; report what was asked for."""
    read, problems = checked()
    names = _changed() if options.changed else None
    if options.changed and names is None:
        return refuse("--changed cần git; ở đây không phải kho git.")
    wanted = [repository_path(path) for path in options.paths]
    missing = [path for path in wanted if not (ROOT / path).exists()]
    if missing:
        return refuse(f"Không thấy {', '.join(missing)}. Ví dụ đúng: check lessons/hoc-sinh")
    if not read.registries.whole:  # nothing can be built without them, so they come first
        wanted, names = [], None
    if names is not None:
        problems = [problem for problem in problems if problem.file in names]
    if wanted:
        problems = [p for p in problems if any(within(p.file, path) for path in wanted)]
    if options.html:
        return _page(problems, read, options, tuple(wanted))
    return show(problems, options)


def _page(
    problems: list[Problem], read: Project, options: argparse.Namespace, only: tuple[str, ...]
) -> int:
    """Write the page for an office; the terminal only counts."""
    from vungxanh.reporting import tally
    from vungxanh.reporting.page import page

    ordered = in_order(problems)
    text = page(ordered, read, options.lang, datetime.date.today(), only)
    if failed := save(text, options.html):
        return failed
    say(tally(ordered, options.lang))
    say(f"Đã ghi: {options.html}")
    return status(ordered, options)


def _changed() -> set[str] | None:
    command = ["git", "-C", str(ROOT), "status", "--porcelain", "-z", "--untracked-files=all"]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode:
        return None
    return {entry[3:] for entry in result.stdout.split("\0") if entry}

"""`check`: every check of the sources; looks, never writes."""

import argparse
import datetime
import gc
from pathlib import Path

from vungxanh.arguments import report_options
from vungxanh.checks import check_all
from vungxanh.commands.changed import changed, concerned
from vungxanh.commands.common import (
    ROOT,
    refuse,
    repository_path,
    save,
    say,
    show,
    status,
    within,
)
from vungxanh.problems import Level, Problem, in_order
from vungxanh.readers.project import Project, read_project

NAME = "check"
HELP = "kiểm tra mọi bài, mọi trang; chỉ xem, không sửa gì"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("paths", nargs="*", help="chỉ báo về các tệp hay thư mục này")
    parser.add_argument("--changed", action="store_true", help="chỉ xem những tệp đã sửa, theo git")
    parser.add_argument("--html", type=Path, metavar="TỆP", help="ghi một trang để đọc và in")
    report_options(parser)


def run(options: argparse.Namespace) -> int:
    """Check the structure of everything, and the language of what was asked for; report that."""
    wanted = [repository_path(path) for path in options.paths]
    if missing := [path for path in wanted if not (ROOT / path).exists()]:
        return refuse(f"Không thấy {', '.join(missing)}. Ví dụ đúng: check lessons/hoc-sinh")
    names = changed(ROOT) if options.changed else None
    if options.changed and names is None:
        return refuse("--changed cần git; ở đây không phải kho git.")
    gc.disable()  # nothing read here is let go before the end; a twentieth of the time
    read, _ = read_project(ROOT)
    if not read.registries.whole:  # nothing can be built without them, so they come first
        wanted, names = [], None
    files = concerned(read, names) if names is not None else None
    problems = check_all(_focused(read, wanted, files), processes=True)
    if files is not None:  # an error anywhere may come of what was changed here
        problems = [p for p in problems if p.file in files or p.level is Level.ERROR]
    if wanted:
        problems = [p for p in problems if any(within(p.file, path) for path in wanted)]
    if options.html:
        return _page(problems, read, options, tuple(wanted))
    return show(problems, options)


def _focused(read: Project, wanted: list[str], files: frozenset[str] | None) -> Project:
    """Return the house with a look at what will be reported alone: the rest costs time."""
    if not wanted and files is None:
        return read
    asked = (one for one in read.files if not wanted or any(within(one, path) for path in wanted))
    return read.focused(frozenset(asked) if files is None else files & frozenset(asked))


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

"""`review`: what falls due, for whoever keeps the site true."""

import argparse
import datetime
import sys
from pathlib import Path

from vungxanh.arguments import count, date
from vungxanh.commands.common import FAULTS, OK, ROOT, save, say, tell
from vungxanh.readers.project import read_project

NAME = "review"
HELP = "liệt kê bài, văn bản, số điện thoại, bản dịch tới hạn xem lại"
FORMATS = ("text", "csv", "ics")
DAYS = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--days", type=count, default=DAYS, help=f"số ngày tới, thường {DAYS}")
    parser.add_argument("--format", choices=FORMATS, default="text", help="chữ, bảng tính hay lịch")
    parser.add_argument("--output", type=Path, metavar="TỆP", help="ghi vào tệp này")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ")
    parser.add_argument("--today", type=date, metavar="NGÀY", help="xem như hôm nay là ngày này")


def run(options: argparse.Namespace) -> int:
    """List what is due; nothing is a fault, so the status is 0."""
    from vungxanh.due import agenda
    from vungxanh.reporting.agenda import table, text
    from vungxanh.reporting.words import words

    project, problems = read_project(ROOT)
    if not project.registries.whole:
        tell(problems)
        return FAULTS
    found = agenda(project, options.today or datetime.date.today(), options.days)
    if options.format == "ics":
        from vungxanh.reporting.calendar import calendar

        report = calendar(found, project.registries.site, options.lang)
    else:
        report = (table if options.format == "csv" else text)(found, options.lang)
    if options.output:
        if failed := save(report, options.output):
            return failed
    else:
        sys.stdout.buffer.write(report.encode())  # line ends as they are, on Windows too
        sys.stdout.flush()
    counts = {name: len(getattr(found, name)) for name in ("overdue", "coming", "waiting")}
    say(words(options.lang)["due_tally"].format(**counts))
    if options.output:
        say(f"Đã ghi: {options.output}")
    return OK

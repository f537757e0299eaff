"""`confirm`: a person has looked at a lesson or a translation."""

import argparse
import datetime

from vungxanh.commands.common import FAULTS, OK, ROOT, refuse, repository_path, say, tell
from vungxanh.readers.project import read_project

NAME = "confirm"
HELP = "ghi nhận là có người đã xem lại bài hoặc bản dịch"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("paths", nargs="+", help="tệp .md đã xem lại")


def run(options: argparse.Namespace) -> int:
    """Write the review date and the digest of what was translated."""
    from vungxanh.editing import confirm

    project, problems = read_project(ROOT)
    if not project.registries.whole:
        tell(problems)
        return FAULTS
    wanted = [repository_path(path) for path in options.paths]
    changed = confirm(project, wanted, datetime.date.today())
    for path in changed:
        say(f"Đã ghi nhận: {path}")
    missing = [path for path in wanted if path not in changed]
    if missing:
        return refuse(f"Không có gì để ghi nhận ở: {', '.join(missing)}")
    return OK

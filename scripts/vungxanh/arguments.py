"""Floor 7: what people type becomes values, and what cannot be one is said in their language."""

import argparse
import datetime
from pathlib import Path
from typing import NoReturn

from vungxanh.problems import Level
from vungxanh.reporting import FORMATS

REFUSED = 2  # the exit status where the command or the machine is at fault


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in the user's language."""

    def error(self, message: str) -> NoReturn:
        """Say that the command was not understood, and how it goes."""
        self.exit(REFUSED, f"Chưa hiểu lệnh này ({message}).\nCách gọi: {self.format_usage()[7:]}")


def report_options(parser: argparse.ArgumentParser) -> None:
    """Let a verb say how it reports problems."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="dạng kết quả")
    parser.add_argument("--output", type=Path, help="ghi kết quả vào tệp này")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ")
    levels = [level.value for level in Level]
    parser.add_argument("--fail-on", choices=levels, default="error", help="mức nào thì báo hỏng")


def port(text: str) -> int:
    """Return a port that anyone may open, with another above it."""
    if text.isdecimal() and 1024 <= int(text) < 65535:  # below, systems want an administrator
        return int(text)
    raise argparse.ArgumentTypeError("cần một số từ 1024 tới 65534")


def count(text: str) -> int:
    """Return a number from 1."""
    if int(text) < 1:
        raise ValueError
    return int(text)


def counts(text: str) -> list[int]:
    """Return numbers from 1, written with commas between them."""
    return [count(part) for part in text.split(",")]


def date(text: str) -> datetime.date:
    """Return a day written `2026-11-24`."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("cần một ngày, ví dụ 2026-11-24") from error

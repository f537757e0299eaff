"""`retire`: the pages of an old edition give way to a notice that leads to the current one."""

import argparse
import datetime

from vungxanh.commands.acting import act, version_argument
from vungxanh.commands.common import ROOT, say

NAME = "retire"
HELP = "rút một ấn bản cũ: mỗi trang của nó chỉ còn lối sang bản mới"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    version_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Retire the edition; its addresses go on working."""
    from vungxanh.publishing import retire

    def deed() -> str:
        retire(ROOT, options.version, datetime.date.today(), say)
        return (
            f"Đã rút ấn bản {options.version}. Địa chỉ cũ vẫn mở được, và dẫn sang bản mới.\n"
            f"Đổi ý: python3 scripts/run.py restore {options.version}"
        )

    return act(deed)

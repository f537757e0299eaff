"""`rollback`: readers find an earlier edition as the newest again."""

import argparse

from vungxanh.commands.acting import act, version_argument
from vungxanh.commands.common import ROOT, say

NAME = "rollback"
HELP = "cho người đọc thấy lại một ấn bản cũ như bản mới nhất"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    version_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Move the alias; nothing is built."""
    from vungxanh.publishing import rollback

    def deed() -> str:
        rollback(ROOT, options.version, say)
        return (
            f"Bản mới nhất bây giờ là {options.version}. Không ấn bản nào mất.\n"
            "Đổi ý: chạy rollback với tên ấn bản kia."
        )

    return act(deed)

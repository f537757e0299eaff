"""`restore`: a retired edition is put back as it was."""

import argparse

from vungxanh.commands.acting import act, version_argument
from vungxanh.commands.common import ROOT, say

NAME = "restore"
HELP = "đưa một ấn bản đã rút trở lại như cũ"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    version_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Restore the edition from the history of the published branch."""
    from vungxanh.publishing import restore

    def deed() -> str:
        restore(ROOT, options.version, say)
        return f"Ấn bản {options.version} đã trở lại đúng như lúc xuất bản."

    return act(deed)

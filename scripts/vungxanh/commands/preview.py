"""`preview`: an edition for whoever must approve, at an address that nothing names."""

import argparse

from vungxanh.commands.acting import act, browser, browser_option
from vungxanh.commands.common import ROOT, checked, say

NAME = "preview"
HELP = "đưa lên một bản xem trước cho người duyệt; không ở đâu dẫn tới nó"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    browser_option(parser)


def run(options: argparse.Namespace) -> int:
    """Check, build, put the preview in the place of the one before."""
    from vungxanh.publishing import preview
    from vungxanh.site.build import build

    def deed() -> str:
        shown = preview(
            ROOT, build=build, check=lambda: checked()[1], say=say, browser=browser(options)
        )
        return f"Bản xem trước: {shown.url}\nLần chạy preview sau sẽ thay bản này."

    return act(deed)

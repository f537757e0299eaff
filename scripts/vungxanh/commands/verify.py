"""`verify`: does a server, or a folder, hold the very thing that was published?"""

import argparse

from vungxanh.arguments import REFUSED, report_options
from vungxanh.commands.common import say, show

NAME = "verify"
HELP = "đối chiếu trang trên máy chủ hay trong thư mục với ấn bản đã xuất bản"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("place", metavar="NƠI", help="địa chỉ của trang, hay một thư mục")
    report_options(parser)


def run(options: argparse.Namespace) -> int:
    """Compare every file with the record of its edition."""
    from vungxanh.publishing import PublishFailed, verify

    try:
        return show(verify(options.place), options)
    except PublishFailed as failed:
        say(failed.text(options.lang))
        return REFUSED

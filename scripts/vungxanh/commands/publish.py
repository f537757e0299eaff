"""`publish`: a new edition for all to see."""

import argparse

from vungxanh.arguments import REFUSED
from vungxanh.commands.common import FAULTS, OK, ROOT, build_failed, checked, say, tell

NAME = "publish"
HELP = "kiểm tra, dựng và đưa một ấn bản mới lên"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("version", help="tên ấn bản, ví dụ 2026.1")


def run(options: argparse.Namespace) -> int:
    """Check, build, publish; or leave the published branch as it was."""
    from vungxanh.publishing import PublishFailed, publish
    from vungxanh.site.build import BuildFailed, build

    try:
        published = publish(ROOT, options.version, build=build, check=lambda: checked()[1], say=say)
    except BuildFailed as failed:
        return build_failed(failed)
    except PublishFailed as failed:
        if failed.problems:
            tell(failed.problems)
        say(str(failed))
        return FAULTS if failed.problems else REFUSED
    say(f"Đã xuất bản {published.version}: {published.url}")
    return OK

"""What the verbs that change the published branch share: they act, or say why not."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from vungxanh.arguments import REFUSED
from vungxanh.commands.common import BROWSER, FAULTS, OK, build_failed, say, tell


def browser_option(parser: argparse.ArgumentParser) -> None:
    """Let a verb be told to do without a browser."""
    parser.add_argument(
        "--no-browser",
        action="store_true",
        help="không mở thử bằng trình duyệt; ấn bản ghi lại điều đó",
    )


def browser(options: argparse.Namespace) -> Path | None:
    """Return the browser that run.py has found; none where the person wants none."""
    found = os.environ.get(BROWSER)
    return Path(found) if found and not options.no_browser else None


def version_argument(parser: argparse.ArgumentParser) -> None:
    """Let a verb be told which edition it is about."""
    parser.add_argument("version", help="tên ấn bản, ví dụ 2026.1")


def act(deed: Callable[[], str]) -> int:
    """Do `deed` and say what it returns; or say why it was not done. Return the exit status."""
    from vungxanh.publishing import PublishFailed
    from vungxanh.site.build import BuildFailed

    try:
        done = deed()
    except BuildFailed as failed:
        return build_failed(failed)
    except PublishFailed as failed:
        if failed.problems:
            tell(failed.problems)
        say(str(failed))
        return FAULTS if failed.problems else REFUSED
    say(done)
    return OK

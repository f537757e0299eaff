"""`build`: the whole site, in a folder."""

import argparse
from pathlib import Path

from vungxanh.commands.common import OK, ROOT, build_failed, say

NAME = "build"
HELP = "dựng trang hoàn chỉnh vào site/"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--out", type=Path, default=ROOT / "site", help="thư mục nhận trang")
    parser.add_argument("--site-url", help="địa chỉ công khai, hết bằng dấu /")


def run(options: argparse.Namespace) -> int:
    """Build; the last good site stays until the new one is whole."""
    from vungxanh.site.build import BuildFailed, build

    out = options.out.resolve()
    say("Đang dựng trang…")
    try:
        build(ROOT, out, options.site_url)
    except BuildFailed as failed:
        return build_failed(failed)
    say(f"Đã dựng xong: {out}")
    return OK

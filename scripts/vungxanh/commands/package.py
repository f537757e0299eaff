"""`package`: an edition for a USB stick, or all of them for a web server, as a zip."""

import argparse
from pathlib import Path

from vungxanh.commands.acting import act
from vungxanh.commands.common import ROOT, refuse, say

NAME = "package"
HELP = "đóng gói một ấn bản cho USB, hay mọi ấn bản cho máy chủ web, thành một tệp zip"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--edition", default="", metavar="TÊN", help="ấn bản nào; mặc định: mới nhất"
    )
    which.add_argument("--all", action="store_true", help="mọi ấn bản, kèm cấu hình máy chủ")
    parser.add_argument(
        "--audience", default="", help="ví dụ hoc-sinh: không kèm trang của thầy cô"
    )
    parser.add_argument("--output", type=Path, default=Path(), help="ghi vào thư mục này")


def run(options: argparse.Namespace) -> int:
    """Fetch what is published and pack it."""
    from vungxanh.publishing import package

    if options.all and options.audience:
        example = "package --audience hoc-sinh"
        return refuse(f"--audience đi với một ấn bản, không đi với --all. Ví dụ: {example}")

    def deed() -> str:
        folder = options.output.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        target = package(
            ROOT,
            folder,
            say,
            version=options.edition,
            whole=options.all,
            audience=options.audience,
        )
        how = (
            "Giải nén vào thư mục gốc của máy chủ web; cấu hình mẫu nằm ngay trong đó."
            if options.all
            else "Giải nén ra USB, rồi bấm đúp index.html; không cần mạng."
        )
        return f"Đã đóng gói: {target} ({target.stat().st_size / 1_000_000:.1f} MB)\n{how}"

    return act(deed)

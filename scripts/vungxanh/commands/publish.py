"""`publish`: a new edition for all to see."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vungxanh.commands.abroad import long_dead
from vungxanh.commands.acting import act, browser, browser_option
from vungxanh.commands.common import ROOT, checked, say

if TYPE_CHECKING:
    from vungxanh.publishing.summary import Summary

NAME = "publish"
HELP = "kiểm tra, dựng và đưa một ấn bản mới lên; không kèm tên thì gợi ý tên tiếp theo"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("version", nargs="?", help="tên ấn bản, ví dụ 2026.1")
    parser.add_argument("--title", default="", help="tên người đọc thấy khi chọn ấn bản")
    parser.add_argument("--alias", default="moi-nhat", help="tên gọi khác của ấn bản")
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="làm mọi bước, viết phiếu trình duyệt, nhưng không đưa lên",
    )
    browser_option(parser)


def run(options: argparse.Namespace) -> int:
    """Check, build, publish; or leave the published branch as it was."""
    if not options.version:
        return act(_propose)
    from vungxanh.publishing import publish
    from vungxanh.site.build import build

    def approve(summary: "Summary") -> bool:
        say(summary.text())
        if options.dry_run:
            say(
                f"Phiếu trình duyệt: {_slip(summary)}. In ra, ký, rồi chạy lại không kèm --dry-run."
            )
            return False
        return _word(options.version)

    def deed() -> str:
        published = publish(
            ROOT,
            options.version,
            build=build,
            check=lambda: checked()[1],
            say=say,
            browser=browser(options),
            abroad=long_dead,
            title=options.title,
            alias=options.alias,
            approve=approve,
        )
        if not published:
            return "Chưa xuất bản gì; trang đang chạy vẫn nguyên."
        return f"Đã xuất bản {published.version}: {published.url}"

    return act(deed)


def _word(version: str) -> bool:
    """Ask the person at the terminal for the last word; where there is none, it was given."""
    if not sys.stdin.isatty():
        return True
    say(f"Gõ {version} rồi bấm Enter để xuất bản; gõ gì khác thì dừng.")
    return sys.stdin.readline().strip() == version


def _slip(summary: "Summary") -> Path:
    """Write the slip where the person is; return its path."""
    from vungxanh.publishing.slip import slip
    from vungxanh.readers.registries import read_registries

    registries, _ = read_registries(ROOT)
    file = Path(f"phieu-trinh-duyet-{summary.record.version}.html").resolve()
    file.write_text(slip(summary, registries.site), encoding="utf-8")
    return file


def _propose() -> str:
    """Say what is out, and how to publish the next edition."""
    import datetime

    from vungxanh.publishing.publish import following
    from vungxanh.publishing.shelf import look

    editions = look(ROOT, say)
    newest = next((one.version for one in editions if "moi-nhat" in one.aliases), "chưa có")
    version = following([one.version for one in editions], str(datetime.date.today().year))
    return (
        f"Bản mới nhất: {newest}. Tên tiếp theo: {version}.\n"
        f"Xem trước, in phiếu trình duyệt:  python3 scripts/run.py publish {version} --dry-run\n"
        f"Xuất bản:                          python3 scripts/run.py publish {version}"
    )

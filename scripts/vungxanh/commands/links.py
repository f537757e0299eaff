"""`links`: every link of a built site."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from vungxanh.arguments import report_options
from vungxanh.commands.abroad import external_options, external_problems
from vungxanh.commands.common import ROOT, refuse, show

NAME = "links"
HELP = "kiểm tra mọi đường dẫn của một trang đã dựng"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("site", type=Path, help="thư mục của trang đã dựng")
    parser.add_argument("--base-url", help="địa chỉ công khai của trang")
    parser.add_argument("--entry", help="trang đầu, ví dụ index.html")
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="MẪU", help="bỏ qua, ví dụ 'nhap/*'"
    )
    external_options(parser)
    report_options(parser)


def run(options: argparse.Namespace) -> int:
    """Check the links of a built site, ours or anyone's."""
    from vungxanh.links.run import check_site
    from vungxanh.links.settings import FILE, SettingsFault, read_settings
    from vungxanh.links.sources import origins_in
    from vungxanh.readers.registries import read_registries

    if not options.site.is_dir():
        return refuse(f"Không thấy thư mục {options.site}. Hãy chạy build trước.")
    try:
        settings = read_settings(options.site, datetime.now(UTC).date())
    except SettingsFault as fault:
        return refuse(str(fault))
    options.base_url = options.base_url or settings.base_url
    if not options.base_url and settings.file == ROOT / FILE:  # our own site, which knows its place
        registries, _ = read_registries(ROOT)
        options.base_url = registries.site.url
    problems = check_site(
        options.site,
        options.base_url,
        options.entry or settings.entry,
        ignore=(*options.ignore, *settings.ignore),
        origins=origins_in(ROOT),
        progress=_progress,
    )
    if options.external:
        problems += external_problems(options, settings.file)
    return show(problems, options)


def _progress(done: int, of: int) -> None:
    """Show how far the reading is, on a terminal; nothing in a pipe."""
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        print(f"\rĐã đọc {done}/{of} tệp", end=end, file=sys.stderr, flush=True)

"""`links`: every link of a built site."""

import argparse
from pathlib import Path

from vungxanh.arguments import report_options
from vungxanh.commands.abroad import external_options, external_problems
from vungxanh.commands.common import refuse, show

NAME = "links"
HELP = "kiểm tra mọi đường dẫn của một trang đã dựng"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("site", type=Path, help="thư mục của trang đã dựng")
    parser.add_argument("--base-url", help="địa chỉ công khai của trang")
    parser.add_argument("--entry", help="trang đầu, ví dụ index.html")
    external_options(parser)
    report_options(parser)


def run(options: argparse.Namespace) -> int:
    """Check the links of a built site, ours or anyone's."""
    from vungxanh.links import check_site

    if not options.site.is_dir():
        return refuse(f"Không thấy thư mục {options.site}. Hãy chạy build trước.")
    problems = check_site(options.site, options.base_url, options.entry)
    if options.external:
        problems += external_problems(options)
    return show(problems, options)

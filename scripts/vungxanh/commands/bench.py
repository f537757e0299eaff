"""`bench`: how fast the site is built and opened, how well the checks know language."""

import argparse
import sys
from pathlib import Path

from vungxanh.arguments import count, counts
from vungxanh.commands.common import OK, ROOT, build_failed, refuse

NAME = "bench"
HELP = "đo xem dựng trang nhanh hay chậm so với MkDocs"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument(
        "--sizes", type=counts, default=[50, 200, 1000], help="số bài, ví dụ 50,200"
    )
    parser.add_argument("--runs", type=count, default=3, help="số lượt, các cách dựng chạy xen kẽ")
    parser.add_argument(
        "--pages", action="store_true", help="đo trang trên điện thoại, không đo dựng"
    )
    parser.add_argument("--check", action="store_true", help="đo lệnh check với 400 tệp bài")
    parser.add_argument("--links", action="store_true", help="đo lệnh links so với lychee")
    parser.add_argument(
        "--questions", action="store_true", help="đo lúc mở bài 40 câu hỏi trên máy yếu"
    )
    parser.add_argument(
        "--language", action="store_true", help="đo các kiểm tra lời văn trên những câu có nhãn"
    )
    parser.add_argument("--sentences", type=Path, help="tệp câu có nhãn khác, cho --language")
    parser.add_argument("--show", action="store_true", help="in cả những câu báo nhầm và bỏ sót")


def run(options: argparse.Namespace) -> int:
    """Measure, and print the tables."""
    from vungxanh.bench import builds, checking, language, link_checks, opening, pages
    from vungxanh.bench.measure import Unmeasured
    from vungxanh.site.build import BuildFailed

    def progress(text: str) -> None:
        """Show what is being done, in the place of what was; nothing in a pipe."""
        if sys.stderr.isatty():
            print(f"{text:<70}", end="\r", file=sys.stderr, flush=True)

    try:
        if options.pages:
            print(pages.look_at_ours(ROOT, progress))
        elif options.check:
            for table in checking.time_checks(ROOT, options.runs, progress):
                print(table, flush=True)
        elif options.language:
            print(language.measure(ROOT, options.sentences, show=options.show))
        elif options.links:
            for table in link_checks.compare(ROOT, options.runs, progress):
                print(table, flush=True)
        elif options.questions:
            for table in opening.open_forty(ROOT, options.runs, progress):
                print(table, flush=True)
        else:
            for table in builds.compare(ROOT, options.sizes, options.runs, progress):
                print(table, flush=True)
    except BuildFailed as failed:
        return build_failed(failed)
    except Unmeasured as reason:
        return refuse(f"Chưa đo được: {reason}")
    return OK

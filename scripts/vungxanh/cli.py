"""Floor 7: the one command. Arguments in, exit status out; the verbs are in `commands`."""

import argparse
import os
import sys
from collections.abc import Callable

from vungxanh.arguments import REFUSED, Parser
from vungxanh.commands import (
    bench,
    build,
    check,
    confirm,
    fix,
    links,
    new,
    package,
    paper,
    preview,
    publish,
    restore,
    retire,
    review,
    rollback,
    serve,
    shelf,
    verify,
)
from vungxanh.commands.common import refuse, say

VERBS = (
    serve,
    new,
    build,
    check,
    fix,
    links,
    confirm,
    review,
    paper,
    preview,
    publish,
    shelf,
    rollback,
    retire,
    restore,
    verify,
    package,
    bench,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; return 0: all well, 1: a problem of content, 2: the command or the machine."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.verb:
        parser.print_help()
        return REFUSED
    try:
        verb: Callable[[argparse.Namespace], int] = options.run
        return verb(options)
    except KeyboardInterrupt:
        say("Đã dừng.")
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except OSError as error:
        return refuse(f"Máy không đọc hay ghi được {error.filename or 'tệp'}: {error.strerror}.")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="run.py", description="Vùng Xanh: viết bài, kiểm tra, xuất bản.")
    verbs = parser.add_subparsers(dest="verb", metavar="VIỆC", parser_class=Parser)
    for verb in VERBS:
        one = verbs.add_parser(verb.NAME, help=verb.HELP, description=verb.HELP)
        one.set_defaults(run=verb.run)
        verb.arguments(one)
    # Two verbs live in run.py, before there is any environment to run this in.
    verbs.add_parser("test", help="chạy mọi kiểm thử, cả trình duyệt")
    verbs.add_parser("update", help="làm lại các tệp khóa phiên bản")
    return parser


if __name__ == "__main__":
    sys.exit(main())

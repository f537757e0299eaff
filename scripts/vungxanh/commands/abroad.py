"""What `links --external` takes from the house: its name, its exceptions, what is known already."""

import argparse
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vungxanh.commands.common import ROOT, say
from vungxanh.problems import Problem

if TYPE_CHECKING:
    from vungxanh.links.external import Opened

_CACHE = Path(".cache/links")


def external_options(parser: argparse.ArgumentParser) -> None:
    """Let `links` ask other sites."""
    parser.add_argument("--external", action="store_true", help="hỏi cả những trang của nơi khác")
    parser.add_argument(
        "--allow",
        action="append",
        default=[],
        type=_host,
        metavar="HOST[:PORT]",
        help="máy nội bộ được phép hỏi, ghi lại được nhiều lần",
    )
    parser.add_argument("--no-cache", action="store_true", help="hỏi lại mọi nơi ngay bây giờ")


def external_problems(options: argparse.Namespace) -> list[Problem]:
    """Ask the other sites that a built site links to."""
    from vungxanh.links.abroad import check_abroad
    from vungxanh.links.external import Guard, Setup, read_lists
    from vungxanh.links.sources import origins_in
    from vungxanh.readers.registries import read_registries

    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    table = table.get("tool", {}).get("vung-xanh", {}).get("links", {})
    lists, problems = read_lists(table, datetime.now(UTC).date())
    opened = [*lists.opened, *options.allow]
    for one in opened:
        say(f"Cho phép hỏi máy nội bộ {one}.")
    registries, _ = read_registries(ROOT)
    home = registries.site.url
    setup = Setup(
        f"VungXanh-links (+{home})",
        guard=Guard(opened),
        lists=lists,
        cache=ROOT / _CACHE,
        afresh=options.no_cache,
        progress=_progress,
    )
    return problems + check_abroad(options.site, options.base_url, home, setup, origins_in(ROOT))


def _host(text: str) -> "Opened":
    from vungxanh.links.external import read_opened  # only here: aiohttp takes a while to load

    try:
        return read_opened(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải tên máy hay tên:cổng") from None


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        print(f"\rĐã hỏi {done}/{of} địa chỉ ngoài trang", end=end, file=sys.stderr, flush=True)

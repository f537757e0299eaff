"""What asking other sites takes from the house: our name, exceptions, what is known already."""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vungxanh.commands.common import ROOT, say
from vungxanh.problems import Problem

if TYPE_CHECKING:  # aiohttp takes a while to load, and most verbs never need it
    from vungxanh.links.external import Opened, Setup

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


def external_problems(options: argparse.Namespace, settings: Path | None) -> list[Problem]:
    """Ask the other sites that a built site links to; `settings` is its pyproject.toml, if any."""
    from vungxanh.links.abroad import check_abroad
    from vungxanh.links.sources import origins_in

    setup, problems = _setup(settings, options.allow, afresh=options.no_cache)
    return problems + check_abroad(
        options.site, options.base_url, _home(), setup, origins=origins_in(ROOT)
    )


def long_dead(site: Path, url: str) -> list[Problem]:
    """Return the links of an edition to what has been dead too long; say if nobody was asked."""
    from vungxanh.links.abroad import check_abroad
    from vungxanh.links.sources import origins_in

    today = datetime.now(UTC).date()
    setup, _ = _setup(ROOT / "pyproject.toml", (), afresh=False)
    found = check_abroad(
        site,
        url,
        _home(),
        setup,
        origins=origins_in(ROOT),
        only=lambda one: one.overdue(today),
    )
    for one in found:
        if one.code == "external-offline":
            say(one.message())
    return [one for one in found if one.page]


def _home() -> str:
    from vungxanh.readers.registries import read_registries

    return read_registries(ROOT)[0].site.url


def _setup(
    settings: Path | None, allowed: Sequence["Opened"], *, afresh: bool
) -> tuple["Setup", list[Problem]]:
    from vungxanh.links.external import Guard, Setup, read_lists

    table = tomllib.loads(settings.read_text(encoding="utf-8")) if settings else {}
    table = table.get("tool", {}).get("vung-xanh", {}).get("links", {})
    lists, problems = read_lists(table, datetime.now(UTC).date())
    opened = [*lists.opened, *allowed]
    for one in opened:
        say(f"Cho phép hỏi máy nội bộ {one}.")
    setup = Setup(
        f"VungXanh-links (+{_home()})",
        guard=Guard(opened),
        lists=lists,
        cache=ROOT / _CACHE,
        afresh=afresh,
        progress=_progress,
    )
    return setup, problems


def _host(text: str) -> "Opened":
    from vungxanh.links.external import read_opened

    try:
        return read_opened(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải tên máy hay tên:cổng") from None


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        print(f"\rĐã hỏi {done}/{of} địa chỉ ngoài trang", end=end, file=sys.stderr, flush=True)

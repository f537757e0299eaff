"""Builds the site beside the last good one, and puts it in its place only when it is whole."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from vungxanh.model.registry import MissingWords
from vungxanh.problems import Problem
from vungxanh.site.events import ContentFaults


class BuildFailed(Exception):  # noqa: N818 - read aloud: build failed
    """The site could not be built: `problems` of the content, or `reasons` of the machine."""

    def __init__(self, problems: list[Problem], reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.problems = problems
        self.reasons = reasons


def build(root: Path, out: Path, site_url: str | None = None, strict: bool = True) -> None:
    """Build the site of the checkout at `root` into `out`.

    The last good `out` stays untouched until the new site is complete. Raises BuildFailed.
    """
    _spare(root, out)
    warnings: list[str] = []
    try:
        with _beside(out) as work, _collected(warnings):
            _render(root, work / "new", site_url, strict)
            _replace(work, out)
    except ContentFaults as faults:
        raise BuildFailed(faults.problems, []) from faults
    except MissingWords as missing:
        problem = Problem("docs/_data/ui.yml", None, "registry-words", {"name": missing.name})
        raise BuildFailed([problem], []) from missing
    except OSError as error:
        raise BuildFailed([], [f"{error.strerror}: {error.filename}"]) from error
    except (MkDocsException, Abort) as error:
        raise BuildFailed([], warnings or [str(error)]) from error


def _replace(work: Path, out: Path) -> None:
    """Put `work/new` in the place of `out`; where that fails, the old site goes back to it."""
    old = work / "old"
    if out.exists():
        out.rename(old)
    try:
        (work / "new").rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise


def _spare(root: Path, out: Path) -> None:
    """Refuse a folder of somebody's own: `out` is replaced whole, and what was in it is gone."""
    site = not out.exists() or (out.is_dir() and ((out / "index.html").is_file() or _empty(out)))
    if not site or root.resolve().is_relative_to(out.resolve()):
        raise BuildFailed(
            [],
            [
                f"{out} đang có những thứ không phải trang đã dựng, nên máy không thay thế.\n"
                "  Cách sửa: chọn một thư mục chưa có hoặc còn trống, ví dụ --out site"
            ],
        )


def _empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """Make a working folder on the same disk as `out`, so that the last step is one rename."""
    out.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _collected(messages: list[str]) -> Iterator[None]:
    """Collect what MkDocs warns of, instead of letting it print in its own words."""

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger, handler = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.setLevel(logging.WARNING)
    logger.addHandler(handler)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def _render(root: Path, target: Path, site_url: str | None, strict: bool) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    settings: dict[str, Any] = {"site_dir": str(target), "strict": strict}
    if site_url:
        settings["site_url"] = site_url
    config = load_config(str(root / "mkdocs.yml"), **settings)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()

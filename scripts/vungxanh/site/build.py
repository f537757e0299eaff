"""Builds the site beside the last good one, and puts it in its place only when it is whole."""

import logging
import os
import shutil
import tempfile
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException


class BuildFailed(Exception):
    """The site could not be built; the text says why, for the reader of the terminal."""


def build(root: Path, out: Path, site_url: str | None = None) -> None:
    """Build the strict site of the checkout at `root` into `out`.

    The last good `out` stays untouched until the new site is complete. Raises BuildFailed.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise BuildFailed(str(error)) from error
    try:
        _render(root, work / "new", site_url)
        _replace(work, out)
    except (MkDocsException, OSError) as error:
        raise BuildFailed(str(error)) from error
    except Abort as error:
        raise BuildFailed(str(error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _render(root: Path, target: Path, site_url: str | None) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    settings = {"site_dir": str(target), "strict": True}
    if site_url:
        settings["site_url"] = site_url
    config = load_config(str(root / "mkdocs.yml"), **settings)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


def _replace(work: Path, out: Path) -> None:
    if out.exists():
        out.rename(work / "old")
    (work / "new").rename(out)

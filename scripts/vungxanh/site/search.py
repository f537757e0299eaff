"""Writes the search of a finished site: one index a language, fetched when somebody searches."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from vungxanh.model.lesson import LOCALES
from vungxanh.readers.project import Project
from vungxanh.render.search_index import search_index, search_script

# The theme's own search, which ours stands in for.
_UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")


def cut(project: Project, html: Mapping[str, str], site: Path, drafts: bool) -> None:
    """Write the indexes of `site` from what each document became, `html` by repository path."""
    folder = site / "search"
    for locale in LOCALES:
        pages = search_index(project, project.published(drafts), html, locale)
        (folder / f"{locale}.js").write_text(search_script(pages), encoding="utf-8")
    # The theme asks for its own index on every page: an empty one, also as a script for `file:`.
    empty = (folder / "search_index.json").read_text(encoding="utf-8")
    (folder / "search_index.js").write_text(f"var __index={empty};\n", encoding="utf-8")
    for name in _UNUSED:
        shutil.rmtree(site / name)

"""What search knows of the pages in one language: titles, readers, sections, as a script.

A script, since a page opened from a USB stick may run one but may not fetch a file.
`overrides/assets/search/find.js` reads it; the two agree on the keys of `search_index`.
"""

import json
from collections.abc import Mapping
from typing import Any

from vungxanh.model.lesson import Lesson, Locale, Page
from vungxanh.model.registry import Registries
from vungxanh.readers.project import Project
from vungxanh.render.help import HELP_PAGE
from vungxanh.render.lessons import grades
from vungxanh.text.sections import sections

HANDBOOK = "docs/so-tay/"


def search_script(pages: list[dict[str, Any]]) -> str:
    """Return the script that gives the browser `pages`."""
    return f"var vungXanhIndex={json.dumps(pages, ensure_ascii=False, separators=(',', ':'))};\n"


def search_index(
    project: Project, lessons: list[Lesson], html: Mapping[str, str], locale: Locale
) -> list[dict[str, Any]]:
    """Return every page that can be read in `locale`.

    Left out are pages without a translation, and those MkDocs renders not (`docs/templates/`).
    `html` is what each document became, by repository path. A page is `at` (address below the
    site's root), `title`, `who` (whom it is for), `weight` and `parts`: anchor, heading and text,
    the first being what stands before any heading, the summary ahead of it.
    """
    return [
        _page(project.registries, page, html[page.documents[locale].path], locale)
        for page in (*lessons, *project.pages)
        if locale in page.documents and page.documents[locale].path in html
    ]


def _page(registries: Registries, page: Page, html: str, locale: Locale) -> dict[str, Any]:
    meta: Any = page.documents[locale].meta
    first, *rest = sections(html)
    summary = getattr(meta, "summary", "") or getattr(meta, "description", "")
    return {
        "at": page.address(locale),
        "title": meta.title,
        "who": _who(registries, page, locale),
        "weight": _weight(page),
        "parts": [["", "", f"{summary} {first.text}".strip()], *map(list, rest)],
    }


def _who(registries: Registries, page: Page, locale: Locale) -> str:
    folder = page.path.split("/")[1]
    audience = next((one for one in registries.audiences if one.id == folder), None)
    if audience:
        name = audience.name.in_(locale)
        if not isinstance(page, Lesson):
            return registries.say("lesson", "all", locale).format(audience=name)
        return " · ".join(filter(None, (name, grades(registries, page, locale))))
    key = "handbook" if page.path.startswith(HANDBOOK) else "everyone"
    return registries.say("page", key, locale)


def _weight(page: Page) -> int:
    """Return 3 for the page of help, 0 for the handbook, which editors find below all else."""
    if page.path == HELP_PAGE:
        return 3
    return 0 if page.path.startswith(HANDBOOK) else 1

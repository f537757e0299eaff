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
TEACHERS = "giao-vien"  # the audience whom plans are for


_BEFORE, _AFTER = "var vungXanhIndex=", ";\n"


def search_script(pages: list[dict[str, Any]]) -> str:
    """Return the script that gives the browser `pages`."""
    return f"{_BEFORE}{json.dumps(pages, ensure_ascii=False, separators=(',', ':'))}{_AFTER}"


def pages_in(script: str) -> list[dict[str, Any]]:
    """Return the pages that a search script gives the browser."""
    pages: list[dict[str, Any]] = json.loads(script.removeprefix(_BEFORE).removesuffix(_AFTER))
    return pages


def search_index(
    project: Project, lessons: list[Lesson], html: Mapping[str, str], locale: Locale
) -> list[dict[str, Any]]:
    """Return every page that can be read in `locale`.

    Left out are pages without a translation, and those MkDocs renders not (`docs/templates/`).
    `html` is what each document became, by repository path. A page is `at` (address below the
    site's root), `title`, `who` (whom it is for), `weight` and `parts`: anchor, heading and text,
    the first being what stands before any heading, the summary ahead of it.
    """
    pages = [
        _page(project.registries, page, html[page.documents[locale].path], locale)
        for page in (*lessons, *project.pages)
        if locale in page.documents and page.documents[locale].path in html
    ]
    taught = [
        _teaching(project.registries, lesson, html[key], locale)
        for lesson in lessons
        if locale in lesson.documents and (key := teaching_key(lesson, locale)) in html
    ]
    return pages + taught


def teaching_key(lesson: Lesson, locale: Locale) -> str:
    """Return the name of a teacher's page in `html`: one plan serves both languages."""
    return f"{lesson.path}:{locale}:teach"


def _teaching(registries: Registries, lesson: Lesson, html: str, locale: Locale) -> dict[str, Any]:
    """Return the teacher's page of a lesson: for teachers, below everything else."""
    first, *rest = sections(html)
    title = lesson.text(locale).meta.title
    teachers = next((one for one in registries.audiences if one.id == TEACHERS), None)
    who = [teachers.name.in_(locale)] if teachers else []
    return {
        "at": lesson.address(locale).removesuffix("index.html") + "giao-an.html",
        "title": registries.say("plan", "page_title", locale).format(title=title),
        "who": " · ".join([*who, registries.say("plan", "plan", locale)]),
        "weight": 0,
        "parts": [["", "", first.text], *map(list, rest)],
    }


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

"""Old addresses of lessons: each is a page that leads to where the lesson is now."""

import posixpath
from html import escape
from pathlib import Path

from vungxanh.model.lesson import LOCALES, Lesson, Locale
from vungxanh.readers.project import PLAN, Project
from vungxanh.render.policy import with_policy
from vungxanh.site.context import canonical_base
from vungxanh.site.repairs import canonical

# With a script the reader's place in the page is kept; without one, the page is found all the same.
_PAGE = """<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>
<script src="{script}" data-to="{href}"></script>
</head>
<body><p><a href="{href}">{title}</a></p></body>
</html>
"""
_SCRIPT = "assets/moved/moved.js"


def write_moved(project: Project, site: Path, drafts: bool) -> None:
    """Write a page at every `moved_from` of the shown lessons, in each language."""
    for lesson in project.published(drafts):
        for old in lesson.meta.moved_from:
            for locale in LOCALES:
                _write(project, site, lesson, old, locale)


def _write(project: Project, site: Path, lesson: Lesson, old: str, locale: Locale) -> None:
    """Write what stood in the folder `old`: the lesson, and its teacher's page."""
    new = lesson.address(locale)
    pages = ["index.html"]
    if project.plan(lesson):
        pages.append(PLAN.replace(".md", ".html"))
    for name in pages:
        target = posixpath.join(posixpath.dirname(new), name)
        here = f"{'' if locale == 'vi' else locale + '/'}{old}/{name}"
        folder = posixpath.dirname(here)
        # A sensitive lesson is not named: its title would stand in the window for a moment.
        title = project.registries.site.name.in_(locale)
        page = _PAGE.format(
            locale=locale,
            title=escape(title),
            href=posixpath.relpath(target, folder),
            canonical=escape(canonical(canonical_base(project), target)),
            script=posixpath.relpath(_SCRIPT, folder),
        )
        file = site / here
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(with_policy(page), encoding="utf-8")

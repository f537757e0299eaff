"""The nav, made from the registries in their order; lessons have a place but no line in it."""

import posixpath
from typing import Any

from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from vungxanh.model.lesson import Locale
from vungxanh.readers.project import Project

Item = str | dict[str, Any]

# Pages an audience does not look for stand together under “Tra cứu”, in this order.
REFERENCE = ("can-giup-do", "phap-luat", "ke-hoach", "rieng-tu")
HANDBOOK = "so-tay"


def navigation(project: Project, locale: Locale) -> list[Item]:
    """Return MkDocs' `nav`: home, the page of each audience, then reference and handbook."""
    pages = {page.path.removeprefix("docs/") for page in project.pages}
    nav: list[Item] = ["index.md"]
    for audience in project.registries.audiences:
        if (index := f"{audience.id}/index.md") in pages:
            nav.append({(audience.short or audience.name).in_(locale): index})
    handbook = sorted(page for page in pages if page.startswith(f"{HANDBOOK}/"))
    reference: list[Item] = [page for name in REFERENCE if (page := f"{name}/index.md") in pages]
    if handbook:
        title = project.registries.say("page", "handbook", locale)
        ordered = sorted(handbook, key=lambda page: (page != f"{HANDBOOK}/index.md", page))
        reference.append({title: list(ordered)})
    known = {"index.md", *reference_paths(reference), *audience_paths(project)}
    reference += sorted(page for page in pages - known if not page.startswith(f"{HANDBOOK}/"))
    nav.append({project.registries.say("page", "reference", locale): reference})
    return nav


def seat_lessons(nav: Navigation, files: Files) -> None:
    """Tell each lesson that it belongs under the page of its audience, which the theme then marks.

    Lessons are not in the nav: the theme would write them all into each page, so that pages, and
    the time to build them, grew with every lesson. The page of the audience lists them.
    """
    audiences = {item.url: item for item in nav.items if isinstance(item, Page)}
    for file in files.documentation_pages():
        if file.page and file.inclusion is InclusionLevel.NOT_IN_NAV:
            owner = posixpath.dirname(posixpath.dirname(file.url)) + "/index.html"
            file.page.parent = audiences.get(owner)  # type: ignore[assignment] # not a section


def reference_paths(items: list[Item]) -> set[str]:
    """Return the plain page paths among `items`."""
    return {item for item in items if isinstance(item, str)}


def audience_paths(project: Project) -> set[str]:
    """Return the index page of every audience."""
    return {f"{audience.id}/index.md" for audience in project.registries.audiences}

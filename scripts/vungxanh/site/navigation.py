"""The nav, made from the registries in their order; lessons have a place but no line in it."""

import posixpath
from html import escape
from typing import Any

from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from vungxanh.model.lesson import Locale
from vungxanh.readers.project import Project

Item = str | dict[str, Any]

# Pages an audience does not look for stand together under “Tra cứu”, in this order. They are one
# list: a list inside a list would give the theme two landmarks without a name.
REFERENCE = (
    "can-giup-do", "phap-luat", "thuat-ngu", "so-lieu", "co-quan", "ke-hoach", "thay-doi",
    "tien-do", "rieng-tu", "so-tay",
)  # fmt: skip
_TEACHERS = "giao-vien/index.html"


def navigation(project: Project, locale: Locale) -> list[Item]:
    """Return MkDocs' `nav`: home, the page of each audience, then everything else."""
    pages = {page.path.removeprefix("docs/") for page in project.pages}
    nav: list[Item] = ["index.md"]
    for audience in project.registries.audiences:
        if (index := f"{audience.id}/index.md") in pages:
            name = (audience.short or audience.name).in_(locale)
            nav.append({escape(name, quote=False): index})  # the theme prints it as HTML
            pages.remove(index)
    mentions = _mentions(project)
    rest = sorted(pages - {"index.md"}, key=lambda page: _rank(page, mentions))
    nav.append({project.registries.say("page", "reference", locale): rest})
    return nav


def _rank(page: str, mentions: dict[str, int]) -> tuple[int, bool, int, str]:
    """Return where a page of reference stands: its folder's place, the index page first."""
    folder, _, name = page.rpartition("/")
    place = REFERENCE.index(folder) if folder in REFERENCE else len(REFERENCE)
    return place, name != "index.md", mentions.get(page, len(mentions)), page


def _mentions(project: Project) -> dict[str, int]:
    """Return in which order index pages name the other pages of their folder."""
    found: dict[str, int] = {}
    for page in project.pages:
        folder, _, name = page.path.removeprefix("docs/").rpartition("/")
        if name == "index.md":
            for link in page.documents["vi"].links:
                found.setdefault(f"{folder}/{link.target.partition('#')[0]}", len(found))
    return found


def seat_lessons(nav: Navigation, files: Files) -> None:
    """Tell each lesson that it belongs under the page of its audience, which the theme then marks.

    Lessons are not in the nav: the theme would write them all into each page, so that pages, and
    the time to build them, grew with every lesson. The page of the audience lists them.
    """
    audiences = {item.url: item for item in nav.items if isinstance(item, Page)}
    for file in files.documentation_pages():
        if file.page and file.inclusion is InclusionLevel.NOT_IN_NAV:
            owner = posixpath.dirname(posixpath.dirname(file.url)) + "/index.html"
            if posixpath.basename(file.url) == "giao-an.html":  # a plan belongs to the teachers
                owner = posixpath.join(posixpath.dirname(posixpath.dirname(owner)), _TEACHERS)
            file.page.parent = audiences.get(owner)  # type: ignore[assignment] # not a section

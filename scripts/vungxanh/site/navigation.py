"""The nav, made from the registries and the lessons, in their order."""

from typing import Any

from vungxanh.model.lesson import Lesson, Locale
from vungxanh.readers.project import Project

Item = str | dict[str, Any]

# Pages an audience does not look for stand together under “Tra cứu”, in this order.
REFERENCE = ("can-giup-do", "phap-luat", "ke-hoach", "rieng-tu")
HANDBOOK = "so-tay"


def navigation(project: Project, lessons: list[Lesson], locale: Locale) -> list[Item]:
    """Return MkDocs' `nav`: home, one section per audience, then reference and handbook."""
    pages = {page.path.removeprefix("docs/") for page in project.pages}
    nav: list[Item] = ["index.md"]
    texts = [(one.audience, one.path.removeprefix("lessons/")) for one in lessons]
    for audience in project.registries.audiences:
        index = f"{audience.id}/index.md"
        mine = [path for owner, path in texts if owner == audience.id]
        if index in pages:
            nav.append({(audience.short or audience.name).in_(locale): [index, *mine]})
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


def reference_paths(items: list[Item]) -> set[str]:
    """Return the plain page paths among `items`."""
    return {item for item in items if isinstance(item, str)}


def audience_paths(project: Project) -> set[str]:
    """Return the index page of every audience."""
    return {f"{audience.id}/index.md" for audience in project.registries.audiences}

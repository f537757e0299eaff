"""Links between sources are repository paths: they work in an editor and on any git forge."""

import posixpath
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from vungxanh.model.lesson import Document, Link
from vungxanh.model.plan import LessonPlan
from vungxanh.problems import Problem
from vungxanh.readers.project import PLAN, Project, translation

# The blocks that bring in ids, and the registry each takes them from.
BLOCKS = {
    "legal-library": "legal",
    "glossary": "glossary",
    "fines": "fines",
    "figures": "figures",
    "bodies": "bodies",
    "contacts": "contacts",
    "coverage": "plan",
}
# The folders whose readers are grown-ups: from there alone a link may lead to a lesson plan.
_GROWN_UP = ("docs/giao-vien/", "docs/so-tay/", "lessons/giao-vien/")


def check_links(project: Project) -> list[Problem]:
    """Return the links of the sources that lead nowhere."""
    anchors = {document.path: _anchors(project, document) for document in project.documents}
    drafts = _drafts(project)
    anchors |= {plan.path: set(plan.anchors) for plan in project.plans.values()}
    texts: list[Document | LessonPlan] = [*project.documents, *project.plans.values()]
    return [
        problem
        for document in texts
        for link in document.links
        for problem in _check(project, document, link, anchors, drafts)
    ]


def _anchors(project: Project, document: Document) -> set[str] | None:
    """Return the ids of a document, with those its blocks bring in; None where nobody can know."""
    found = set(document.anchors)
    blocks = {name for name, _ in document.blocks}
    registries, hidden = project.registries, _unprinted(project)
    for block, name in BLOCKS.items():
        if block in blocks:
            ids = registries.ids(name)
            if ids is None:  # told once, by the registry, and not by every link into it
                return None
            found |= {id_.lower() for id_ in ids} - hidden
    return found


def _unprinted(project: Project) -> set[str]:
    """Return the anchors that rows would have, did readers see them."""
    registries = project.registries
    hidden = {row.id for row in registries.legal if not row.listed}
    hidden |= {row.id for row in registries.contacts if not (row.printable and row.number)}
    hidden |= {row.id for row in registries.fines if not row.printable}
    hidden |= {row.id for row in registries.bodies if not row.gone}
    for rows in (registries.glossary, registries.figures, registries.bodies):
        hidden |= {row.id for row in rows if row.basis == "unconfirmed"}
    return {id_.lower() for id_ in hidden}


def _drafts(project: Project) -> tuple[str, ...]:
    """Return the folders of lessons that no reader sees yet."""
    drafts = [lesson for lesson in project.lessons if lesson.meta.status == "draft"]
    return tuple(f"{posixpath.dirname(lesson.path)}/" for lesson in drafts)


def _linkable(project: Project, link: Link) -> list[str]:
    """Return what a link of this kind may lead to: pictures for a picture, texts for a link."""
    texts = {document.path for document in project.documents if document.locale == "vi"}
    return [file for file in project.files if (file in texts) is not link.image]


def _check(
    project: Project,
    document: Document | LessonPlan,
    link: Link,
    anchors: dict[str, set[str] | None],
    drafts: tuple[str, ...],
) -> list[Problem]:
    def fault(code: str, *right: str, **values: str) -> list[Problem]:
        named = {"target": link.target, "right": right[0] if right else "?", **values}
        return [Problem(document.path, link.line, code, named, link.column, tuple(right))]

    try:
        parts = urlsplit(link.target)
    except ValueError:
        return fault("link-malformed")
    if parts.scheme or parts.netloc:
        return []
    if parts.path.startswith("/"):
        return fault("link-absolute")
    folder = posixpath.dirname(document.path)
    file = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    file = document.path if not parts.path else file
    if file.split("/")[0] not in ("docs", "lessons"):
        return fault("link-outside")
    if file.endswith(".en.md") and parts.path:
        right = parts.path.removesuffix(".en.md") + ".md"
        return fault("link-translation", right)
    if file not in project.files:
        near = get_close_matches(file, _linkable(project, link), 3, 0.7)
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return fault("link-missing", *(posixpath.relpath(one, folder) + anchor for one in near))
    if file.startswith(drafts) and not document.path.startswith(drafts):
        return fault("link-draft")
    plan = file.startswith("lessons/") and posixpath.basename(file) == PLAN
    if plan and isinstance(document, Document) and not document.path.startswith(_GROWN_UP):
        return fault("link-plan")
    if parts.fragment and file.endswith(".md") and not plan:
        same = translation(file) if document.locale == "en" else file
        known = anchors.get(same, anchors.get(file, set()))
        if known is not None and unquote(parts.fragment) not in known:
            if parts.fragment in _unprinted(project):
                return fault("link-unprinted", id=parts.fragment.upper())
            near = get_close_matches(parts.fragment, known, 3, 0.4)
            return fault("link-anchor", *near, anchor=parts.fragment, file=file)
    return []

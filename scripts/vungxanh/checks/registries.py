"""The registries among themselves: what one names in another must be there."""

from dataclasses import dataclass
from difflib import get_close_matches

from vungxanh.model.registry import LISTS, Registries
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.readers.registries import registry_file
from vungxanh.readers.source import written_id


@dataclass(frozen=True)
class Reference:
    """Registry `source` names rows of `target` in `field`: one id, several, or parts with one."""

    source: str
    field: str
    target: str
    inner: str = ""


REFERENCES = (
    Reference("legal", "replaces", "legal"),
    Reference("legal", "replaced_by", "legal"),
    Reference("fines", "law", "legal"),
    Reference("ages", "law", "legal"),
    Reference("glossary", "law", "legal"),
    Reference("competences", "law", "legal"),
    Reference("bodies", "into", "bodies", "body"),
    Reference("units", "bodies", "bodies"),
    Reference("plan", "lead", "units"),
)


def check_registries(project: Project) -> list[Problem]:
    """Return what the registries name that is not there, and contacts confirmed without a date."""
    registries = project.registries
    problems = [found for one in REFERENCES for found in _references(registries, one)]
    return problems + _open_points(registries) + _plan(project) + _contacts(registries)


def _references(registries: Registries, reference: Reference) -> list[Problem]:
    known = registries.ids(reference.target)
    if known is None:
        return []
    found = []
    for row in getattr(registries, reference.source):
        value = getattr(row, reference.field)
        several = isinstance(value, tuple)
        for index, item in enumerate(value if several else [value]):
            name = getattr(item, reference.inner) if reference.inner else item
            if name is None or "/" in name or name in known:  # with a slash: another's number
                continue
            place = (reference.field, index) if several else (reference.field,)
            line = registries.line(reference.source, row.id, *place)
            values = {"field": reference.field, "id": row.id, "name": name}
            found.append(_missing(reference.source, line, values, reference.target, known))
    return found


def _missing(
    source: str, line: int | None, values: dict[str, str], target: str, known: tuple[str, ...]
) -> Problem:
    others = [id_ for id_ in known if id_ != values["id"]]
    near = tuple(get_close_matches(values["name"], others, 3, 0.5))
    values |= {"file": registry_file(target), "right": near[0] if near else "null"}
    return Problem(registry_file(source), line, "registry-reference", values, suggestions=near)


def _open_points(registries: Registries) -> list[Problem]:
    """An open point may be about a row of any registry."""
    if any(registries.ids(name) is None for name in LISTS):
        return []
    known = tuple(id_ for name in LISTS for id_ in registries.ids(name) or ())
    return [
        _missing(
            "open-points",
            registries.line("open-points", point.id, "about", index),
            {"field": "about", "id": point.id, "name": name},
            "*",
            known,
        )
        for point in registries.open_points
        for index, name in enumerate(point.about)
        if name not in known
    ]


def _plan(project: Project) -> list[Problem]:
    """A row of the plan names lessons by id, and pages by the path of their Vietnamese text."""
    lessons = {lesson.meta.id for lesson in project.lessons}
    for file in _unread(project):  # its own faults are told; here it counts as a lesson
        if not (id_ := written_id(project.root, file)):
            return []  # any name may be that of this lesson
        lessons.add(id_)
    known = sorted(lessons | project.files)
    problems = []
    for row in project.registries.plan:
        for index, name in enumerate(row.here):
            if name in lessons or (name in project.files and not name.startswith("docs/_data/")):
                continue
            near = tuple(get_close_matches(name, known, 3, 0.6))
            values = {"id": row.id, "name": name, "right": near[0] if near else "CS-2"}
            line = project.registries.line("plan", row.id, "here", index)
            file = registry_file("plan")
            problems.append(Problem(file, line, "plan-lesson-unknown", values, suggestions=near))
    return problems


def _unread(project: Project) -> list[str]:
    read = {lesson.path for lesson in project.lessons}
    texts = (file for file in project.files if file.startswith("lessons/"))
    return [file for file in texts if file.endswith("/index.md") and file not in read]


def _contacts(registries: Registries) -> list[Problem]:
    """What is printed was confirmed by somebody, on a day, on some ground."""
    return [
        Problem(
            registry_file("contacts"),
            registries.line("contacts", row.id, "confirmed"),
            "contact-unconfirmed",
            {"id": row.id},
        )
        for row in registries.contacts
        if row.confirmed and not row.printable
    ]

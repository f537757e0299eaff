"""Ids, levels and plan rows of lessons: what front matter alone cannot know."""

from difflib import get_close_matches

from vungxanh.model.lesson import Lesson
from vungxanh.problems import Problem
from vungxanh.readers.project import Project


def check_lessons(project: Project) -> list[Problem]:
    """Return the faults of the lessons among themselves and against the registries."""
    problems: list[Problem] = []
    owners: dict[str, Lesson] = {}
    rows, competences = (project.registries.ids(name) for name in ("plan", "competences"))
    audiences = {audience.id: audience for audience in project.registries.audiences}
    for lesson in project.lessons:
        meta, file = lesson.meta, lesson.path
        prefix = meta.id.split("-")[0]
        if first := owners.get(meta.id):
            values = {"id": meta.id, "other": first.path, "free": project.free_id(prefix)}
            problems.append(Problem(file, _line(lesson, "id"), "lesson-id-duplicate", values))
        owners.setdefault(meta.id, lesson)
        if audience := audiences.get(lesson.audience):
            if prefix not in audience.codes:
                values = {
                    "id": meta.id,
                    "audience": lesson.audience,
                    "known": ", ".join(audience.codes),
                    "free": project.free_id(audience.codes[0]),
                }
                problems.append(Problem(file, _line(lesson, "id"), "lesson-id-prefix", values))
            levels = [level.id for level in audience.levels]
            if levels and meta.level not in levels:
                values = {"known": ", ".join(f"level: {level}" for level in levels)}
                problems.append(Problem(file, _line(lesson, "level"), "lesson-level", values))
        problems += [
            Problem(file, _line(lesson, "plan"), "plan-row-unknown", {"id": row})
            for row in meta.plan
            if rows is not None and row not in rows
        ]
        if competences is not None:
            problems += [
                _competence(lesson, code, competences)
                for code in meta.competences
                if code not in competences
            ]
    return problems + _misplaced(project) + _homeless(project)


def _misplaced(project: Project) -> list[Problem]:
    """A list of lessons needs to know whose lessons: the folder of its page says so."""
    known = [audience.id for audience in project.registries.audiences]
    if not known:
        return []
    return [
        Problem(document.path, line, "block-place", {"name": "lesson-list", "example": known[0]})
        for document in project.documents
        for name, line in document.blocks
        if name == "lesson-list" and document.path.split("/")[1] not in known
    ]


def _homeless(project: Project) -> list[Problem]:
    """An audience without a page: its card and its lessons would lead nowhere."""
    return [
        Problem("docs/_data/audiences.yml", None, "audience-page", {"name": one.id, "page": page})
        for one in project.registries.audiences
        if (page := f"docs/{one.id}/index.md") not in project.files
    ]


def _competence(lesson: Lesson, code: str, known: tuple[str, ...]) -> Problem:
    near = tuple(get_close_matches(code, known, 3, 0.5))
    values = {"id": code, "right": near[0] if near else known[0] if known else "NLS 2.5"}
    line = _line(lesson, "competences")
    return Problem(lesson.path, line, "competence-unknown", values, suggestions=near)


def _line(lesson: Lesson, key: str) -> int:
    return lesson.documents["vi"].lines.get(key, 1)

"""The hints of a new lesson or page (`new`): where they are left, something is left to write."""

from collections.abc import Iterator

from vungxanh.model.lesson import Lesson, Page
from vungxanh.problems import Problem
from vungxanh.readers.blocks import shown
from vungxanh.readers.project import Project, plan_path, translation

HINT = "<!-- Nhắc:"
_SEEN = "@nhac:"  # no comment, so that the reader shows it, and code beside it stays code


def check_hints(project: Project) -> list[Problem]:
    """Return one problem for each text with hints: advice in a draft, else a warning."""
    problems = []
    for owner in project.owners.values():
        draft = isinstance(owner, Lesson) and owner.meta.status == "draft"
        for file, source in _texts(project, owner):
            if lines := _hints(source):
                code = "hint-left" if draft else "hint-published"
                problems.append(Problem(file, lines[0], code, {"count": str(len(lines))}))
    return problems


def _texts(project: Project, owner: Page) -> Iterator[tuple[str, str]]:
    """Yield path and text of everything that belongs to `owner`."""
    for document in owner.documents.values():
        yield document.path, document.source
    if isinstance(owner, Lesson):
        for path in (plan_path(owner), translation(plan_path(owner))):
            if plan := project.plans.get(path):
                yield path, plan.source


def _hints(source: str) -> list[int]:
    """Return the lines that hints begin on, code left out."""
    if HINT not in source:
        return []
    lines = source.replace(HINT, _SEEN).split("\n")
    return [index + 1 for index, line in shown(lines) if line.lstrip().startswith(_SEEN)]

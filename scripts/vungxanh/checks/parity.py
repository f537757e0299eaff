"""A translation asks the same questions: ids, number of choices, right positions, objectives.

Progress is kept under lesson and question alone, so that it survives a change of language.
"""

from vungxanh.model.lesson import Document, LessonMeta, TranslationMeta
from vungxanh.model.question import Kind, Question
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.readers.quiz import ID


def check_parity(project: Project) -> list[Problem]:
    """Return where a translation departs from its Vietnamese text."""
    problems: list[Problem] = []
    for owner in (*project.lessons, *project.pages):
        if "en" in owner.documents:
            problems += compare(owner.documents["vi"], owner.documents["en"])
    return problems


def compare(source: Document, translation: Document) -> list[Problem]:
    """Return the faults of `translation` against `source`."""
    problems = _front_matter(source, translation)
    if _named(source) and _named(translation):  # else the ids are mended first
        problems += _questions(source, translation)
    return problems


def _named(document: Document) -> bool:
    ids = [question.id for question in document.questions]
    return all(ID.match(id_) for id_ in ids) and len(set(ids)) == len(ids)


def _questions(source: Document, translation: Document) -> list[Problem]:
    here, there = translation.path, source.path
    wanted = {question.id: question for question in source.questions}
    given = {question.id: question for question in translation.questions}
    problems = [
        Problem(here, None, "parity-question-missing", {"id": id_, "other": there})
        for id_ in wanted
        if id_ not in given
    ]
    for id_, question in given.items():
        named = {"id": id_, "other": there}
        original = wanted.get(id_)
        if original is None:
            problems.append(Problem(here, question.line, "parity-question-extra", named))
        elif not _alike(question.kind, original.kind):
            values = {**named, "kind": question.kind, "expected": original.kind}
            problems.append(Problem(here, question.line, "parity-kind", values))
        elif _counts(question) != _counts(original):
            count, expected = str(question.size), str(original.size)
            values = {**named, "count": count, "expected": expected}
            problems.append(Problem(here, question.line, "parity-choices", values))
        elif _ways(question) != _ways(original):
            values = {**named, "expected": _ways(original)}
            problems.append(Problem(here, question.line, "parity-steps", values))
        elif original.right and question.right and question.right != original.right:
            values = {
                **named,
                "found": ", ".join(map(str, question.right)),
                "expected": ", ".join(map(str, original.right)),
            }
            problems.append(Problem(here, question.line, "parity-right", values))
    if set(wanted) == set(given) and list(wanted) != list(given):
        values = {"other": there, "order": ", ".join(wanted)}
        problems.append(Problem(here, translation.questions[0].line, "parity-order", values))
    return problems


def _alike(one: Kind, other: Kind) -> bool:
    """Single and multiple differ in what is right, and that is told more plainly below."""
    return one == other or {one, other} == {"single", "multiple"}


def _counts(question: Question) -> tuple[int, int]:
    return question.size, len(question.rows)


def _ways(question: Question) -> str:
    """Return the shape of a scenario, as a line that people can read."""
    return "; ".join(
        f"{step.id} → {', '.join(way.target for way in step.ways) or '■'}"
        for step in question.steps
    )


def _front_matter(source: Document, translation: Document) -> list[Problem]:
    here, problems = translation.path, list[Problem]()
    if isinstance(source.meta, LessonMeta) and isinstance(translation.meta, TranslationMeta):
        count, expected = len(translation.meta.objectives), len(source.meta.objectives)
        if count != expected:
            values = {"count": str(count), "expected": str(expected), "other": source.path}
            line = translation.lines.get("objectives", 1)
            problems.append(Problem(here, line, "parity-objectives", values))
    if translation.translates not in (None, source.digest):
        line = translation.lines.get("translates", 1)
        problems.append(Problem(here, line, "translation-stale", {"name": here}))
    return problems

"""What a question needs so that it can teach, be printed and be taken into any test platform."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from vungxanh.checks.scenarios import check_scenario
from vungxanh.model.lesson import Document
from vungxanh.model.question import CHOOSING, Kind, Question
from vungxanh.problems import Problem
from vungxanh.readers.notes import headings
from vungxanh.readers.project import Project

Fault = tuple[int, str, dict[str, str]]

# How many a question has, at least and at most: fewer teach nothing, more do not fit on paper.
SIZES: dict[Kind, tuple[int, int]] = {
    "single": (3, 4),
    "multiple": (4, 4),
    "true-false": (2, 4),
    "order": (3, 6),
    "match": (3, 6),
    "fill": (1, 4),
    "scenario": (3, 10),
}
DISTRACTORS = 2


def check_quizzes(project: Project) -> list[Problem]:
    """Return the faults of every question."""
    problems: list[Problem] = []
    for document in project.documents:
        seen: dict[str, int] = {}
        for question in document.questions:
            if question.id and question.id in seen:
                values = {"id": question.id, "other": str(seen[question.id])}
                problems.append(Problem(document.path, question.line, "quiz-duplicate-id", values))
            seen.setdefault(question.id, question.line)
            problems += check_question(question, document.path)
            problems += _section(question, document)
        problems += _steps(document)
        problems += _fields(document)
    return problems


def check_question(question: Question, file: str) -> list[Problem]:
    """Return the faults of one question."""
    found = [*_size(question), *_answers(question), *_alike(question)]
    if question.kind == "scenario":
        found += check_scenario(question)
    if not question.explanation:
        found.append((question.line, "quiz-no-explanation", {}))
    return [Problem(file, line, code, {"id": question.id, **named}) for line, code, named in found]


def _size(question: Question) -> Iterable[Fault]:
    if question.kind not in SIZES:
        return
    least, most = SIZES[question.kind]
    size = len(question.rows) if question.kind == "match" else question.size
    if not least <= size <= most:
        codes: dict[Kind, str] = {
            "true-false": "quiz-statement-count",
            "order": "quiz-order-count",
            "match": "quiz-match-count",
            "fill": "quiz-gap-count",
            "scenario": "scenario-step-count",
        }
        yield question.line, codes.get(question.kind, "quiz-choice-count"), {"count": str(size)}
    if (extra := len(question.pairs) - len(question.rows)) > DISTRACTORS:
        yield question.line, "quiz-match-extra", {"count": str(extra)}


def _answers(question: Question) -> Iterable[Fault]:
    """Yield what is wrong with choices and statements."""
    if question.kind not in CHOOSING:
        return
    right = len(question.right)
    if question.kind != "true-false" and right == 0:
        yield question.line, "quiz-no-correct-choice", {}
    if question.kind == "single" and right > 1:
        yield question.line, "quiz-two-correct", {"count": str(right)}
    for choice in question.choices:
        if not choice.text.strip():
            yield choice.line, "quiz-empty-choice", {}
        elif not choice.feedback and (question.kind == "true-false" or not choice.right):
            code = "quiz-no-feedback" if question.kind != "true-false" else "quiz-no-reason"
            yield choice.line, code, {}


def _alike(question: Question) -> Iterable[Fault]:
    """Yield what stands twice: of two that read the same, only one would be marked right."""
    texts = [
        *((choice.text, choice.line) for choice in question.choices),
        *((item, question.line) for item in question.items),
        *((pair.right, pair.line) for pair in question.pairs),
    ]
    seen: set[str] = set()
    for text, line in texts:
        known = " ".join(text.casefold().split())
        if known and known in seen:
            yield line, "quiz-same-twice", {"text": text}
        seen.add(known)


def _section(question: Question, document: Document) -> list[Problem]:
    if not question.section or question.section in document.anchors:
        return []
    near = tuple(get_close_matches(question.section, sorted(document.anchors), 1))
    values = {"id": question.id, "section": question.section}
    return [Problem(document.path, question.line, "quiz-section", values, suggestions=near)]


def _steps(document: Document) -> list[Problem]:
    """Steps of scenarios, questions and headings share one page, and so one set of names."""
    taken = {anchor: line for line, anchor, _ in headings(document.body, document.body_line)}
    taken |= {question.id: question.line for question in document.questions}
    problems = []
    for question in document.questions:
        for step in question.steps:
            if step.id in taken:
                values = {"id": step.id, "other": str(taken[step.id])}
                problems.append(Problem(document.path, step.line, "scenario-id-twice", values))
            elif step.id:
                taken[step.id] = step.line
    return problems


def _fields(document: Document) -> list[Problem]:
    """Fields to answer in are called `ID-1`, `ID-2` …: no question and no step may be."""
    lines = {question.id: question.line for question in document.questions if question.id}
    named = lines | {step.id: step.line for one in document.questions for step in one.steps}
    return [
        Problem(document.path, line, "quiz-id-field", {"id": id_, "other": other})
        for id_, line in named.items()
        if (other := re.sub(r"-\d+(-.*)?$", "", id_)) != id_ and other in lines
    ]

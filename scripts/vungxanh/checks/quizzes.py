"""What a question needs so that it can teach, be printed and be taken into any test platform."""

from vungxanh.model.question import Question
from vungxanh.problems import Problem
from vungxanh.readers.project import Project


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
    return problems


def check_question(question: Question, file: str) -> list[Problem]:
    """Return the faults of one question."""
    values = {"id": question.id, "count": str(len(question.choices))}
    found: list[tuple[int, str, dict[str, str]]] = []
    right = len(question.right)
    if right == 0:
        found.append((question.line, "quiz-no-correct-choice", values))
    if question.kind == "single" and right > 1:
        found.append((question.line, "quiz-two-correct", {**values, "count": str(right)}))
    allowed = (3, 4) if question.kind == "single" else (4,)
    if len(question.choices) not in allowed:
        found.append((question.line, "quiz-choice-count", values))
    for choice in question.choices:
        if not choice.text.strip():
            found.append((choice.line, "quiz-empty-choice", values))
        elif not choice.right and not choice.feedback:
            found.append((choice.line, "quiz-no-feedback", values))
    if not question.explanation:
        found.append((question.line, "quiz-no-explanation", values))
    return [Problem(file, line, code, named) for line, code, named in found]

"""Whether a lesson fits a class: objectives, minutes, questions; and what gives a key away.

All of it is advice: a teacher may have reasons.
"""

from collections import defaultdict
from dataclasses import dataclass
from math import comb

from vungxanh.model.lesson import Lesson
from vungxanh.model.question import Question
from vungxanh.problems import Problem
from vungxanh.readers.project import Project

# More than five objectives nobody can look after in one period; one is a topic, not a lesson.
OBJECTIVES = (2, 5)
# Five questions are the frame of a lesson; from two they are a check, over eight a test.
QUESTIONS = (2, 8)
# A period lasts 35 minutes in primary and 45 in secondary schools; grown-ups give half an hour.
PERIODS = {"TH": 35, "THCS": 45, "THPT": 45}
GROWN_UP = (15, 45)
# So many questions, at least, before a habit can be told from chance; and how unlikely by chance.
_ENOUGH = 12
_UNLIKELY = 0.01


@dataclass(frozen=True)
class _Single:
    """A question with one right choice: how many there are, which is right, the only longest."""

    size: int
    right: int
    longest: int | None


def check_teaching(project: Project) -> list[Problem]:
    """Return what a teacher of each lesson, and a pupil of each track, would stumble over.

    A draft has no teacher yet, and what is missing in it is being written.
    """
    finished = [lesson for lesson in project.lessons if lesson.meta.status != "draft"]
    found = [problem for lesson in finished for problem in _lesson(lesson)]
    tracks: dict[tuple[str, str], list[Lesson]] = defaultdict(list)
    for lesson in finished:
        tracks[lesson.audience, lesson.meta.level or ""].append(lesson)
    for (audience, level), lessons in tracks.items():
        found += _track(f"docs/{audience}/index.md", level or audience, lessons)
    return found


def _lesson(lesson: Lesson) -> list[Problem]:
    meta, document = lesson.meta, lesson.documents["vi"]
    found = []

    def advise(code: str, key: str | None, **values: str) -> None:
        line = document.lines.get(key) if key else None
        found.append(Problem(lesson.path, line, code, values))

    count = len(meta.objectives)
    if not OBJECTIVES[0] <= count <= OBJECTIVES[1]:
        advise("lesson-objectives", "objectives", count=str(count))
    period = PERIODS.get(meta.level or "")
    if period and meta.minutes % period:
        advise("lesson-minutes", "minutes", found=str(meta.minutes), right=str(period))
    elif not period and not GROWN_UP[0] <= meta.minutes <= GROWN_UP[1]:
        right = f"{GROWN_UP[0]}–{GROWN_UP[1]}"
        advise("lesson-minutes", "minutes", found=str(meta.minutes), right=right)
    periods = max(1, meta.minutes // period) if period else 1
    questions = len(document.questions)
    if not QUESTIONS[0] <= questions <= QUESTIONS[1] * periods:
        advise("lesson-questions", None, count=str(questions))
    return found


def _track(page: str, name: str, lessons: list[Lesson]) -> list[Problem]:
    """Return whether the key of a track can be guessed without reading the questions."""
    singles = [
        _single(question)
        for lesson in lessons
        for question in lesson.documents["vi"].questions
        if question.kind == "single" and len(question.right) == 1
    ]
    found = []
    hits = sum(one.longest == one.right for one in singles)
    if _habit(singles, hits):
        values = {"name": name, "count": str(hits), "of": str(len(singles))}
        found.append(Problem(page, None, "answers-longest", values))
    for place in range(1, 5):
        hits = sum(one.right == place for one in singles)
        if _habit([one for one in singles if one.size >= place], hits):
            values = {
                "name": name,
                "place": str(place),
                "count": str(hits),
                "of": str(len(singles)),
            }
            found.append(Problem(page, None, "answers-place", values))
    return found


def _single(question: Question) -> _Single:
    lengths = [len(choice.text) for choice in question.choices]
    top = max(lengths)
    longest = lengths.index(top) + 1 if lengths.count(top) == 1 else None
    return _Single(question.size, question.right[0], longest)


def _habit(singles: list[_Single], hits: int) -> bool:
    """Return whether so many hits among `singles` come by chance less than once in a hundred.

    By chance one choice is as good as another; the mean of 1/size stands for each question's.
    """
    total = len(singles)
    if total < _ENOUGH:
        return False
    chance = sum(1 / one.size for one in singles) / total
    tail = sum(
        comb(total, k) * chance**k * (1 - chance) ** (total - k) for k in range(hits, total + 1)
    )
    return tail < _UNLIKELY

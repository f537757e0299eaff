"""`giao-an.md` becomes a LessonPlan; what it lacks or has in the wrong place is a problem.

The plan is written as teachers write it: `## I. Mục tiêu`, `## II. Thiết bị…`, `## III. Tiến
trình…`, in it `### Hoạt động 1: Mở đầu (7 phút)`. Headings are known by their words, with or
without their Roman number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vungxanh.model.lesson import Locale
from vungxanh.model.plan import Activity, Form, LessonPlan, Part
from vungxanh.problems import Problem
from vungxanh.readers.activity import read_activity, text_of
from vungxanh.readers.blocks import shown
from vungxanh.readers.document import find_anchors, find_links
from vungxanh.text.fold import fold

# The sections of each form, as they are printed; a plan may shorten them after the first words.
SECTIONS: dict[Locale, dict[Form, tuple[str, ...]]] = {
    "vi": {
        "5512": ("Mục tiêu", "Thiết bị dạy học và học liệu", "Tiến trình dạy học"),
        "2345": (
            "Yêu cầu cần đạt",
            "Đồ dùng dạy học",
            "Các hoạt động dạy học chủ yếu",
            "Điều chỉnh sau bài dạy",
        ),
    },
    "en": {
        "5512": ("Objectives", "Equipment and materials", "Procedure"),
        "2345": ("Objectives", "Equipment", "Activities", "Changes after the lesson"),
    },
}
_FIRST_WORDS = 2  # of a section's name that its heading must have
AIMS: dict[Locale, tuple[str, ...]] = {
    "vi": ("Kiến thức", "Năng lực", "Phẩm chất"),
    "en": ("Knowledge", "Competences", "Qualities"),
}
ROMAN = ("I", "II", "III", "IV")
_HEADING = re.compile(r"^ {0,3}(#{1,3}) +(.*?)(?: +#+)?[ \t]*$")
_ATTRIBUTES = re.compile(r"\s*\{[^}]*\}$")
_NUMBER = re.compile(r"^(?:[IVX]+|\d+)[.)]\s*")
_BLOCK = re.compile(r"^ *///+ *\w")
_ACTIVITY = re.compile(r"^(?:hoat dong|activity)\b")


@dataclass
class Piece:
    """A heading and what stands under it, up to the next heading of its rank."""

    title: str
    line: int
    lines: list[tuple[int, str]] = field(default_factory=list)


def read_plan(text: str, file: str, locale: Locale, form: Form) -> tuple[LessonPlan, list[Problem]]:
    """Return the plan in `text` and the faults of its writing."""
    pieces, problems = _cut(text, file)
    sections, further, faults = _sections(pieces, SECTIONS[locale][form], file)
    problems += faults
    names = SECTIONS[locale][form]
    objectives, equipment, course = (sections.get(at) for at in range(3))
    introduction, activities, faults = _activities(course, file, form)
    problems += faults
    problems += [
        Problem(file, index + 1, "plan-block", {"line": line.strip()[:60]})
        for index, line in shown(text.split("\n"))
        if _BLOCK.match(line)
    ]
    aims, faults = _aims(objectives, file, locale, form)
    problems += faults
    plan = LessonPlan(
        path=file,
        locale=locale,
        form=form,
        objectives=_part(objectives, names[0]),
        aims=aims,
        equipment=_part(equipment, names[1]),
        course=Part(names[2], "", course.line if course else 1),
        introduction=introduction,
        activities=tuple(activities),
        changes=_part(sections.get(3), names[3]) if form == "2345" else None,
        further=tuple(_part(piece, piece.title) for piece in further),
        links=tuple(find_links(text, 1)),
        anchors=frozenset(find_anchors(text, [])),
        source=text,
    )
    return plan, problems


def _cut(text: str, file: str) -> tuple[list[Piece], list[Problem]]:
    """Cut the plan at its `##` headings; nothing but a title may stand before the first."""
    lines = text.split("\n")
    visible = dict(shown(lines))
    pieces: list[Piece] = []
    problems: list[Problem] = []
    for index, line in enumerate(lines):
        heading = _HEADING.match(line) if index in visible else None
        if heading and len(heading[1]) == 2:
            pieces.append(Piece(_title(heading[2]), index + 1))
        elif pieces:
            pieces[-1].lines.append((index + 1, line))
        elif index in visible and line.strip() and not heading and not problems:
            values = {"line": line.strip()[:60]}
            problems.append(Problem(file, index + 1, "plan-stray", values))
    return pieces, problems


def _title(text: str) -> str:
    return _ATTRIBUTES.sub("", text).strip()


def bare(title: str) -> str:
    """Return a heading without its number, folded: what it is known by."""
    return fold(_NUMBER.sub("", title)).strip(" .:*")


def _known(title: str, names: Sequence[str]) -> int | None:
    """Return the place in `names` of the section with this title."""
    for at, name in enumerate(names):
        if bare(title).startswith(" ".join(fold(name).split()[:_FIRST_WORDS])):
            return at
    return None


def _sections(
    pieces: list[Piece], names: tuple[str, ...], file: str
) -> tuple[dict[int, Piece], list[Piece], list[Problem]]:
    """Tell the sections of the form from those the writer added after them."""
    found: dict[int, Piece] = {}
    further: list[Piece] = []
    problems: list[Problem] = []
    for piece in pieces:
        at = _known(piece.title, names)
        wanted = next((i for i in range(3) if i not in found), 3)
        if at is None or at in found:
            further.append(piece)
            misplaced = wanted < 3
        else:
            found[at] = piece
            misplaced = at > wanted
        if misplaced:
            values = {"name": piece.title, "right": f"## {ROMAN[wanted]}. {names[wanted]}"}
            problems.append(Problem(file, piece.line, "plan-order", values))
    for at in range(3):
        if at not in found:
            values = {"right": f"## {ROMAN[at]}. {names[at]}"}
            problems.append(Problem(file, None, "plan-section", values))
    if any(problem.code == "plan-section" for problem in problems):
        # What is missing is told; that all else now stands in another's place would be noise.
        problems = [problem for problem in problems if problem.code != "plan-order"]
    return found, further, problems


def _part(piece: Piece | None, name: str) -> Part:
    if piece is None:
        return Part(name, "", 1)
    return Part(name, text_of(line for _, line in piece.lines), piece.line)


def _under(piece: Piece) -> tuple[list[tuple[int, str]], list[Piece]]:
    """Cut a section at its `###` headings: what stands before the first, and the rest."""
    visible = {piece.lines[i][0] for i, _ in shown([line for _, line in piece.lines])}
    before: list[tuple[int, str]] = []
    pieces: list[Piece] = []
    for number, line in piece.lines:
        heading = _HEADING.match(line) if number in visible else None
        if heading and len(heading[1]) == 3:
            pieces.append(Piece(_title(heading[2]), number))
        elif pieces:
            pieces[-1].lines.append((number, line))
        else:
            before.append((number, line))
    return before, pieces


def _aims(
    section: Piece | None, file: str, locale: Locale, form: Form
) -> tuple[tuple[Part, ...], list[Problem]]:
    if section is None:
        return (), []
    _, pieces = _under(section)
    parts = [_part(piece, _NUMBER.sub("", piece.title)) for piece in pieces]
    found = [at for piece in pieces if (at := _aim(piece.title, locale)) is not None]
    problems = [
        Problem(file, section.line, "plan-objectives", {"name": name, "right": f"### {name}"})
        for at, name in enumerate(AIMS[locale])
        if form == "5512" and at not in found
    ]
    problems += [
        Problem(file, part.line, "plan-empty", {"name": part.name})
        for part in parts
        if not part.text
    ]
    if form == "2345" and not any(line.strip() for _, line in section.lines):
        problems.append(Problem(file, section.line, "plan-empty", {"name": section.title}))
    return tuple(parts), problems


def _aim(title: str, locale: Locale) -> int | None:
    words = bare(title).removeprefix("ve ")
    return next((i for i, name in enumerate(AIMS[locale]) if words.startswith(fold(name))), None)


def _activities(
    course: Piece | None, file: str, form: Form
) -> tuple[str, list[Activity], list[Problem]]:
    if course is None:
        return "", [], []
    before, pieces = _under(course)
    activities: list[Activity] = []
    problems: list[Problem] = []
    for piece in pieces:
        if not _ACTIVITY.match(bare(piece.title)):
            values = {"name": piece.title}
            problems.append(Problem(file, piece.line, "plan-activity", values))
            continue
        activity, faults = read_activity(piece.title, piece.line, piece.lines, file, form)
        activities.append(activity)
        problems += faults
    if not pieces:
        problems.append(Problem(file, course.line, "plan-no-activity", {}))
    return text_of(line for _, line in before), activities, problems

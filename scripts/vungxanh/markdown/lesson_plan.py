"""A lesson plan as it is printed: in the form of 5512, or of 2345 in two columns. And the notes."""

from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from vungxanh.markdown.tree import add
from vungxanh.model.lesson import Document, Lesson
from vungxanh.model.plan import Activity, LessonPlan, Part
from vungxanh.render.lessons import grade_numbers

_BLANK_LINES = 5  # of the section “Điều chỉnh sau bài dạy”, which is filled by hand
_PARTS = ("goal", "content", "product", "organisation")


def add_plan(parent: ET.Element, plan: LessonPlan, lesson: Lesson, context: Any, md: Any) -> None:
    """Append the plan of `lesson`, with a head that leaves blanks for school and teacher."""
    section = add(parent, "div", class_=f"vx-plan vx-plan--{plan.form}")
    _head(section, plan, lesson, context)
    _heading(section, "I", plan.objectives)
    md.parser.parseChunk(add(section, "div", class_="vx-plan__aims"), plan.objectives.text)
    _heading(section, "II", plan.equipment)
    md.parser.parseChunk(section, plan.equipment.text)
    _heading(section, "III", plan.course)
    md.parser.parseChunk(section, plan.introduction)
    for number, activity in enumerate(plan.activities, 1):
        _activity(section, number, activity, plan, context, md)
    if plan.changes:
        _heading(section, "IV", plan.changes)
        md.parser.parseChunk(section, plan.changes.text)
        _lines(section, _BLANK_LINES)
    for part in plan.further:
        add(section, "h2", part.name)
        md.parser.parseChunk(section, part.text)


def add_notes(parent: ET.Element, document: Document, context: Any, md: Any) -> None:
    """Append the notes for the teacher, each under the title of its section."""
    if not document.notes:
        return
    notes = add(parent, "section", class_="vx-notes")
    add(notes, "h2", AtomicString(context.say("plan", "notes")))
    for note in document.notes:
        one = add(notes, "div", class_="vx-teacher-note", data_section=note.anchor)
        if document.locale != context.locale:
            one.set("lang", document.locale)
        add(one, "h3", note.title)
        md.parser.parseChunk(one, note.text)


def _head(parent: ET.Element, plan: LessonPlan, lesson: Lesson, context: Any) -> None:
    def say(key: str, **values: Any) -> AtomicString:
        words = context.registries.say("plan", key, plan.locale)
        return AtomicString(words.format(**values))

    title = lesson.text(plan.locale).meta.title
    grades = grade_numbers(lesson)
    school = lesson.meta.level is not None
    head = add(parent, "div", class_="vx-plan__head")
    for key in ("school", "teacher", "group") if school else ("office", "leader"):
        _blank(add(head, "p", say(key) + " "))
    if plan.form == "2345":
        add(head, "p", say("plan_kind"), class_="vx-plan__kind")
    name = "lesson_title" if plan.form == "2345" else "plan_title"
    add(head, "h2", say(name, title=title), class_="vx-plan__title")
    if school:
        subject = add(head, "p", say("subject") + " ")
        _blank(subject).tail = AtomicString(say("for_grades", grades=grades))
    period = "period_school" if school else "period"
    add(head, "p", say(period, minutes=lesson.meta.minutes))
    if plan.form == "2345":
        _blank(add(head, "p", say("day") + " "))


def _blank(parent: ET.Element) -> ET.Element:
    return add(parent, "span", class_="vx-blank")


def _heading(parent: ET.Element, number: str, part: Part) -> None:
    add(parent, "h2", AtomicString(f"{number}. {part.name}"))


def _lines(parent: ET.Element, count: int) -> None:
    lines = add(parent, "div", class_="vx-lines")
    for _ in range(count):
        add(lines, "p", class_="vx-line")


def _activity(
    parent: ET.Element, number: int, activity: Activity, plan: LessonPlan, context: Any, md: Any
) -> None:
    def say(key: str, **values: Any) -> AtomicString:
        return AtomicString(context.registries.say("plan", key, plan.locale).format(**values))

    section = add(
        parent,
        "section",
        class_="vx-activity",
        data_minutes=str(activity.minutes or ""),
        data_name=activity.name,
    )
    key = "activity" if activity.minutes else "activity_untimed"
    add(section, "h3", say(key, n=number, name=activity.name, minutes=activity.minutes))
    md.parser.parseChunk(section, activity.before)
    letters = iter("abcd")
    for key in _PARTS:
        part: Part | None = getattr(activity, key)
        if part:
            letter = f"{next(letters)}) " if plan.form == "5512" else ""
            md.parser.parseChunk(section, f"**{letter}{part.name}:** {part.text}")
    if activity.steps:
        steps = add(section, "ol", class_="vx-activity__steps")
        for step in activity.steps:
            md.parser.parseChunk(add(steps, "li"), f"**{step.name}:** {step.text}")
    if activity.columns:
        _table(section, activity)
    md.parser.parseChunk(section, activity.after)


def _table(parent: ET.Element, activity: Activity) -> None:
    table = add(parent, "table", class_="vx-columns")
    head = add(add(table, "thead"), "tr")
    for name in activity.columns or ():
        add(head, "th", name, scope="col")
    body = add(table, "tbody")
    for row in activity.rows:
        line = add(body, "tr")
        for cell in (row.teacher, row.pupils):
            add(line, "td", cell.replace("\\|", "|"))

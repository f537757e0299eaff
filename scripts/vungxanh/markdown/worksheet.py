"""A lesson's questions on paper, under a head with blanks, the code of the paper and a QR code."""

from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from vungxanh.markdown.answer_key import CODE
from vungxanh.markdown.tasks import add_task, speaker
from vungxanh.markdown.tree import add, fragment
from vungxanh.model.lesson import Document, Lesson
from vungxanh.render.qr import qr_code


def add_worksheet(
    parent: ET.Element, lesson: Lesson, document: Document, context: Any, md: Any
) -> None:
    """Append the worksheet of `document`, without any answer."""
    say = speaker(context)
    address = context.public(lesson)
    # All of it in the head: below, it might take a sheet for itself.
    code_of = add(parent, "div", class_="vx-sheet__qr")
    code_of.append(fragment(qr_code(address, say("qr"))))
    head = add(parent, "div", class_="vx-sheet__head")
    school = lesson.meta.level is not None  # adults have an office or a group, and no class
    if school:
        _blank(head, say("school"))
        _blank(head, say("class"), "vx-blank--short")
    if not lesson.meta.sensitive:
        _blank(head, say("name"))
    _blank(head, say("date"), "vx-blank--short")
    if not school:
        _blank(head, say("office"))
    add(parent, "h2", AtomicString(document.meta.title), class_="vx-sheet__title")
    meta = add(parent, "p", class_="vx-sheet__meta")
    add(meta, "span", AtomicString(lesson.meta.id)).tail = " · "
    code = add(meta, "span", say("code", code=CODE), class_="vx-code")
    code.set("data-words", context.say("plan", "code"))
    code.tail = " · "
    time = add(meta, "span", say("time") + " ")
    add(time, "span", class_="vx-blank vx-blank--number").tail = say("minutes")
    where = add(parent, "p", AtomicString(say("online") + " "), class_="vx-sheet__where")
    add(where, "strong", AtomicString(address.partition("//")[2]))
    if lesson.meta.sensitive:
        add(parent, "p", say("no_name"), class_="vx-sheet__note")
    tasks = add(parent, "div", class_="vx-tasks", data_words=context.say("plan", "number"))
    for number, question in enumerate(document.questions, 1):
        add_task(tasks, number, question, say, md)


def _blank(parent: ET.Element, words: str, extra: str = "") -> None:
    line = add(parent, "p", AtomicString(f"{words} "))
    add(line, "span", class_=f"vx-blank {extra}".strip())

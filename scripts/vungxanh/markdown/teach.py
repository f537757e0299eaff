"""The teacher's page of a lesson: plan, notes, worksheet, key, family note, each a form to print.

Its address is the lesson's with `giao-an.html`. No pupil's page has any of it, or leads to it.
"""

from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from vungxanh.markdown.answer_key import add_key
from vungxanh.markdown.lesson_plan import add_notes, add_plan
from vungxanh.markdown.tree import add, fragment
from vungxanh.markdown.worksheet import add_worksheet
from vungxanh.model.lesson import Document, Lesson
from vungxanh.render.help import HELP_PAGE
from vungxanh.render.qr import qr_code

BLOCK = "teacher-page"
# The forms of the page: the id of each, which its address ends in, and what a command calls it.
FORMS = {"giao-an": "plan", "phieu": "worksheet", "dap-an": "key", "gia-dinh": "family"}
PAPERS = 4  # how many papers the button shuffles: a code for each row of a class room


class TeacherPage(Block):
    """The whole page, made from the lesson and the plan that the context names."""

    NAME = BLOCK

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Return the element of the page, empty."""
        return add(parent, "div", class_="vx-teach", id="tat-ca")

    def on_end(self, block: ET.Element) -> None:
        """Fill the page."""
        context = self.config["context"]
        lesson: Lesson = context.teach[0]
        plan = context.teach[1]
        document = lesson.text(context.locale)
        block.attrib |= {
            "data-lesson": lesson.meta.id,
            "data-title": document.meta.title,
            "data-page": "index.html",
        }
        if lesson.meta.sensitive:
            block.set("data-sensitive", "")
        # What has not been translated is shown as it was written.
        noted = document if document.notes else lesson.documents["vi"]
        home = document if document.family else lesson.documents["vi"]
        forms = [name for name in FORMS if name != "gia-dinh" or home.family]
        tools = _tools(block, forms, bool(document.questions), context)
        if plan.locale != context.locale:
            add(tools, "p", AtomicString(context.say("plan", "as_written")))
        form = _form(block, "giao-an")
        inner = form
        if plan.locale != context.locale:
            inner = add(form, "div", lang=plan.locale)
        add_plan(inner, plan, lesson, context, self.md)
        add_notes(form, noted, context, self.md)
        if document.questions:
            sheet = _form(block, "phieu")
            sheet.set("data-search-exclude", "")
            add_worksheet(sheet, lesson, document, context, self.md)
            key = _form(block, "dap-an")
            key.set("data-search-exclude", "")
            add_key(key, document, context, self.md)
        if home.family:
            _family(_form(block, "gia-dinh"), lesson, home, context, self.md)


def _form(parent: ET.Element, name: str) -> ET.Element:
    return add(parent, "section", class_="vx-form", id=name, data_form=FORMS[name])


def _tools(parent: ET.Element, forms: list[str], questions: bool, context: Any) -> ET.Element:
    tools = add(parent, "div", class_="vx-teach__tools", data_search_exclude="")
    links = add(tools, "p", class_="vx-teach__forms")
    for name in forms:
        if questions or FORMS[name] not in ("worksheet", "key"):
            word = AtomicString(context.say("plan", FORMS[name]))
            add(links, "a", word, href=f"#{name}").tail = " "
    word = AtomicString(context.say("plan", "everything"))
    add(links, "a", word, href="#tat-ca")
    buttons = add(tools, "p", class_="vx-teach__buttons")
    word = AtomicString(context.say("plan", "desk"))
    add(buttons, "button", word, type="button", class_="vx-desk-open", hidden="").tail = " "
    word = AtomicString(context.say("plan", "print"))
    add(buttons, "button", word, type="button", class_="vx-print", hidden="").tail = " "
    if questions:
        word = AtomicString(context.say("plan", "papers").format(n=PAPERS))
        button = add(buttons, "button", word, type="button", class_="vx-shuffle", hidden="")
        button.set("data-papers", str(PAPERS))
    more = add(tools, "p", AtomicString(context.say("plan", "more") + " "), class_="vx-teach__more")
    for at, (key, target) in enumerate(
        (("reading", "index.md?in"), ("help_card", f"repo:{HELP_PAGE}?in"))  # print.js prints them
    ):
        link = add(more, "a", AtomicString(context.say("plan", key)), href=target)
        link.tail = "." if at else ", "
    add(tools, "p", AtomicString(context.say("plan", "open")), class_="vx-teach__open")
    return tools


def _address(parent: ET.Element, lesson: Lesson, context: Any) -> None:
    """Write where the lesson is, as people type it and as phones read it."""
    address = context.public(lesson)
    foot = add(parent, "div", class_="vx-address")
    foot.append(fragment(qr_code(address, context.say("plan", "qr"))))
    words = add(foot, "p", AtomicString(context.say("plan", "online") + " "))
    add(words, "strong", AtomicString(address.partition("//")[2]))


def _family(parent: ET.Element, lesson: Lesson, document: Document, context: Any, md: Any) -> None:
    head = AtomicString(context.say("plan", "family"))
    add(parent, "p", head, class_="vx-form__kind")
    if document.locale != context.locale:
        parent = add(parent, "div", lang=document.locale)
    add(parent, "h2", AtomicString(document.meta.title))
    text = add(parent, "div", class_="vx-family-note")
    if document.family:
        md.parser.parseChunk(text, document.family.text)
    _address(parent, lesson, context)

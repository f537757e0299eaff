"""`/// quiz` becomes a part of the page that can be read, printed and answered without a script.

The block's raw text goes through the same reader that checks and exports use, so that the page
cannot differ from what they saw.
"""

from typing import Any, ClassVar
from xml.etree import ElementTree as ET

from markdown.util import AtomicString
from pymdownx.blocks.block import Block, type_boolean, type_string

from vungxanh.markdown.answers import add_answers
from vungxanh.markdown.questions import add_parts
from vungxanh.markdown.tree import add
from vungxanh.model.question import Question
from vungxanh.readers import blocks, quiz


class QuizBlock(Block):
    """One question. The element is `<vx-quiz>`, promoted by a script where there is one."""

    NAME = "quiz"
    ARGUMENT = True
    OPTIONS: ClassVar = {
        "id": ["", type_string],
        "type": ["", type_string],
        "section": ["", type_string],
        "shuffle": [False, type_boolean],
    }

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Return the element of the question, empty."""
        return ET.SubElement(parent, "vx-quiz", {"class": "vx-quiz"})

    def on_markdown(self) -> str:
        """Ask for the text as it is written."""
        return "raw"

    def on_end(self, block: ET.Element) -> None:
        """Fill the element from the text that has been collected in it."""
        text, block.text = block.text or "", None
        options = {key: str(value) for key, value in self.options.items() if value}
        options.pop("attrs", None)
        if "shuffle" in options:
            options["shuffle"] = "yes"
        source = blocks.Block("quiz", self.argument, options, tuple(text.split("\n")), 0, 0)
        question, _ = quiz.read_question(source, "")
        context = self.config["context"]
        context.number += 1
        context.rendered.append(question)
        _fill(block, question, context, self.md)


def _fill(block: ET.Element, question: Question, context: Any, md: Any) -> None:
    def say(key: str) -> str:
        return AtomicString(context.say("quiz", key))

    name = question.id or f"cau-{context.number}"
    block.attrib |= {"id": name, "data-type": question.kind, "data-digest": question.digest}
    if question.shuffle:
        block.set("data-shuffle", "")
    if question.section:
        block.set("data-section", question.section)
    # No <form>: without a script there is nothing to send, and browsers look for passwords in each.
    form = add(block, "div", class_="vx-quiz__form")
    fieldset = add(form, "fieldset")
    legend = add(fieldset, "legend")
    number = AtomicString(context.say("quiz", "number").format(n=context.number))
    add(legend, "span", number, class_="vx-quiz__number").tail = " "
    add(legend, "span", question.stem, class_="vx-quiz__stem")
    if question.intro:
        md.parser.parseChunk(add(fieldset, "div", class_="vx-quiz__intro"), question.intro)
    if question.kind != "single":
        key = f"instruction_{question.kind.replace('-', '_')}"
        add(fieldset, "p", say(key), class_="vx-quiz__instruction")
    add_parts(fieldset, question, name, say, md)
    if question.hints:
        _hints(form, question, say, md)
    add_answers(form, question, say, md)


def _hints(form: ET.Element, question: Question, say: Any, md: Any) -> None:
    """One fold a stage, so that a learner takes no more help than they need."""
    section = add(form, "section", class_="vx-hint", data_search_exclude="")
    for at, hint in enumerate(question.hints, 1):
        details = add(section, "details")
        stage = say("hint") if len(question.hints) == 1 else f"{say('hint')} {at}"
        add(details, "summary", AtomicString(stage))
        md.parser.parseChunk(details, hint)

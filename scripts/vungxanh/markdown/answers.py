"""Everything that gives an answer away, in one element that search does not read."""

import json
from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from vungxanh.markdown.questions import Say
from vungxanh.markdown.tree import add
from vungxanh.model.question import Question


def add_answers(form: ET.Element, question: Question, say: Say, md: Any) -> None:
    """Append the answers, their feedback and the explanation of `question` to its `form`."""
    section = add(form, "section", class_="vx-answer", data_search_exclude="")
    details = add(section, "details")
    add(details, "summary", say("model" if question.kind == "reflect" else "answer"))
    if question.choices:
        _feedback(details, question, say, md)
    elif question.items or question.pairs or question.gaps:
        _solution(details, question)
    if question.explanation:
        md.parser.parseChunk(add(details, "div", class_="vx-explanation"), question.explanation)


def _feedback(parent: ET.Element, question: Question, say: Say, md: Any) -> None:
    words = ("is_true", "is_false") if question.kind == "true-false" else ("right", "wrong")
    feedback = add(parent, "ol", class_="vx-feedback")
    for index, choice in enumerate(question.choices, 1):
        item = add(feedback, "li", data_choice=str(index))
        if choice.right:
            item.set("data-right", "")
        line = add(item, "p", class_="vx-feedback__choice")
        word = say(words[0] if choice.right else words[1])
        add(line, "span", word, class_="vx-mark").tail = " "
        add(line, "span", choice.text)
        if choice.feedback:
            md.parser.parseChunk(add(item, "div", class_="vx-feedback__text"), choice.feedback)


def _solution(parent: ET.Element, question: Question) -> None:
    """Write the one right answer of an order, a match or a text with gaps."""
    solution = add(parent, "ol", class_="vx-feedback vx-feedback--solution")
    texts = [
        *question.items,
        *(f"{pair.left} → {pair.right}" for pair in question.rows),
        *(gap[0] for gap in question.gaps),
    ]
    for index, text in enumerate(texts, 1):
        item = add(solution, "li", data_choice=str(index), data_right="")
        if question.gaps:
            accepted = json.dumps(question.gaps[index - 1], ensure_ascii=False)
            item.set("data-accept", accepted)
            text = AtomicString(text)
        add(item, "span", text)

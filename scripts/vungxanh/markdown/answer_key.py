"""The key of a worksheet: a table of letters, then the right answers with their explanations."""

from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from vungxanh.markdown.tasks import LETTERS, Say, speaker
from vungxanh.markdown.tree import add
from vungxanh.model.lesson import Document
from vungxanh.model.question import Question

CODE = 100  # of the paper that is not shuffled


def add_key(parent: ET.Element, document: Document, context: Any, md: Any) -> None:
    """Append the key: a table of letters, then the right answers with their explanations."""
    say = speaker(context)
    add(parent, "p", say("key"), class_="vx-form__kind")
    add(parent, "h2", AtomicString(document.meta.title))
    table = add(parent, "table", class_="vx-key")
    table.attrib |= {"data-right": say("true_letter"), "data-wrong": say("false_letter")}
    head = add(add(table, "thead"), "tr")
    add(head, "th", say("question"), scope="col")
    add(head, "th", say("code", code=CODE), scope="col")
    body = add(table, "tbody")
    for number, question in enumerate(document.questions, 1):
        row = add(body, "tr", data_question=question.id, data_type=question.kind)
        row.set("data-right", " ".join(map(str, question.right)))
        add(row, "th", AtomicString(str(number)), scope="row")
        add(row, "td", AtomicString(answer(question, say)))
    solutions = add(parent, "div", class_="vx-solutions")
    for number, question in enumerate(document.questions, 1):
        one = add(solutions, "div", class_="vx-solution", data_question=question.id)
        line = add(one, "p", class_="vx-solution__stem")
        name = add(line, "strong", say("number", n=number), class_="vx-task__number")
        name.set("data-words", context.say("plan", "number"))
        name.tail = " "
        add(line, "span", question.stem)
        _solution(one, question)
        md.parser.parseChunk(one, question.explanation)


def answer(question: Question, say: Say) -> str:
    """Return the answer as the table of the key gives it: letters, where there are any."""
    order = question.scrambled()
    if question.kind == "true-false":
        words = say("true_letter"), say("false_letter")
        return " ".join(
            f"{LETTERS[at].lower()}) {words[0 if one.right else 1]}"
            for at, one in enumerate(question.choices)
        )
    if question.choices:
        return " ".join(LETTERS[at - 1] for at in question.right)
    if question.items:
        return " → ".join(LETTERS[order.index(at)] for at in range(1, question.size + 1))
    if question.pairs:
        rows = range(1, len(question.rows) + 1)
        return " ".join(f"{at}–{LETTERS[order.index(at)]}" for at in rows)
    return "; ".join(gap[0] for gap in question.gaps) or say("see_below")


def _solution(parent: ET.Element, question: Question) -> None:
    """Append the right answers in words; the letters stand in the table."""
    texts = [
        *(choice.text for choice in question.choices if choice.right),
        *question.items,
        *(f"{pair.left} → {pair.right}" for pair in question.rows),
        *(" / ".join(gap) for gap in question.gaps),
    ]
    if not texts:
        return
    ordered = question.items or question.gaps
    answers = add(parent, "ol" if ordered else "ul", class_="vx-solution__right")
    for text in texts:
        add(answers, "li", AtomicString(text) if question.gaps else text)

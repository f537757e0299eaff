"""A lesson's questions on paper: the worksheet with boxes, lines and letters, and its key.

The papers of other codes are shuffled in the browser, from these very elements
(`overrides/assets/paper/paper.js`): what moves carries `data-choice`, as on the lesson's page.
"""

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from vungxanh.markdown.questions import plain
from vungxanh.markdown.tree import add, fragment
from vungxanh.model.lesson import Document, Lesson
from vungxanh.model.question import Question
from vungxanh.render.qr import qr_code

CODE = 100  # of the paper that is not shuffled
_LETTERS = "ABCDEFGHIJ"
_GAP = re.compile(r"\[\[(\d+)\]\]")
_SHORT = 32  # letters that fit half a line
_WRITING = {"reflect": 5, "scenario": 2}  # lines to write on

Say = Callable[..., AtomicString]
Builder = Callable[[ET.Element, Question, Say, Any], None]


def add_worksheet(
    parent: ET.Element, lesson: Lesson, document: Document, context: Any, md: Any
) -> None:
    """Append the worksheet of `document`, without any answer."""
    say = _speaker(context)
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
        _task(tasks, number, question, say, md)


def add_key(parent: ET.Element, document: Document, context: Any, md: Any) -> None:
    """Append the key: a table of letters, then the right answers with their explanations."""
    say = _speaker(context)
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
            f"{_LETTERS[at].lower()}) {words[0 if one.right else 1]}"
            for at, one in enumerate(question.choices)
        )
    if question.choices:
        return " ".join(_LETTERS[at - 1] for at in question.right)
    if question.items:
        return " → ".join(_LETTERS[order.index(at)] for at in range(1, question.size + 1))
    if question.pairs:
        rows = range(1, len(question.rows) + 1)
        return " ".join(f"{at}–{_LETTERS[order.index(at)]}" for at in rows)
    return "; ".join(gap[0] for gap in question.gaps) or say("see_below")


def _speaker(context: Any) -> Say:
    def say(key: str, **values: Any) -> AtomicString:
        return AtomicString(context.say("plan", key).format(**values))

    return say


def _blank(parent: ET.Element, words: str, extra: str = "") -> None:
    line = add(parent, "p", AtomicString(f"{words} "))
    add(line, "span", class_=f"vx-blank {extra}".strip())


def _task(parent: ET.Element, number: int, question: Question, say: Say, md: Any) -> None:
    task = add(parent, "div", class_="vx-task", data_question=question.id, data_type=question.kind)
    task.set("data-end", say("end"))  # shown below whichever is the last: never on a sheet alone
    stem = add(task, "p", class_="vx-task__stem")
    add(stem, "strong", say("number", n=number), class_="vx-task__number").tail = " "
    add(stem, "span", question.stem)
    if question.intro:
        md.parser.parseChunk(add(task, "div", class_="vx-task__intro"), question.intro)
    if question.kind != "single":
        key = f"do_{question.kind.replace('-', '_')}"
        add(task, "p", say(key), class_="vx-task__do")
    _BUILDERS[question.kind](task, question, say, md)
    if count := _WRITING.get(question.kind):
        lines = add(task, "div", class_="vx-lines")
        for _ in range(count):
            add(lines, "p", class_="vx-line")


def _row(parent: ET.Element, choice: int, letter: str, text: str, box: bool = True) -> None:
    item = add(parent, "li", data_choice=str(choice))
    if box:
        add(item, "span", class_="vx-box").tail = " "
    add(item, "span", AtomicString(letter), class_="vx-letter").tail = " "
    add(item, "span", text)


def _options(parent: ET.Element, texts: list[str]) -> ET.Element:
    """Append a list for choices; short ones stand two in a line, as on every test paper here."""
    short = max(len(plain(text)) for text in texts) <= _SHORT if texts else False
    return add(parent, "ol", class_="vx-options vx-options--two" if short else "vx-options")


def _choices(parent: ET.Element, question: Question, _say: Say, _md: Any) -> None:
    options = _options(parent, [choice.text for choice in question.choices])
    for at, choice in enumerate(question.choices, 1):
        _row(options, at, f"{_LETTERS[at - 1]}.", choice.text)


def _statements(parent: ET.Element, question: Question, say: Say, _md: Any) -> None:
    table = add(parent, "table", class_="vx-truths")
    head = add(add(table, "thead"), "tr")
    add(head, "td")
    for key in ("is_true", "is_false"):
        add(head, "th", say(key), scope="col")
    body = add(table, "tbody")
    for at, choice in enumerate(question.choices, 1):
        row = add(body, "tr", data_choice=str(at))
        cell = add(row, "td")
        add(
            cell, "span", AtomicString(f"{_LETTERS[at - 1].lower()})"), class_="vx-letter"
        ).tail = " "
        add(cell, "span", choice.text)
        for _ in range(2):
            add(add(row, "td"), "span", class_="vx-box")


def _order(parent: ET.Element, question: Question, _say: Say, _md: Any) -> None:
    options = _options(parent, list(question.items))
    for letter, at in zip(_LETTERS, question.scrambled(), strict=False):
        _row(options, at, f"{letter}.", question.items[at - 1], box=False)
    slots = add(parent, "p", class_="vx-slots")
    for at in range(question.size):
        add(slots, "span", class_="vx-slot").tail = " → " if at + 1 < question.size else None


def _match(parent: ET.Element, question: Question, _say: Say, _md: Any) -> None:
    columns = add(parent, "div", class_="vx-pairs")
    left = add(columns, "ol", class_="vx-pairs__left")
    for at, pair in enumerate(question.rows, 1):
        item = add(left, "li", data_choice=str(at))
        add(item, "span", class_="vx-slot").tail = " "
        add(item, "span", AtomicString(f"{at}."), class_="vx-letter").tail = " "
        add(item, "span", pair.left)
    right = add(columns, "ol", class_="vx-pairs__right")
    for letter, at in zip(_LETTERS, question.scrambled(), strict=False):
        _row(right, at, f"{letter}.", question.pairs[at - 1].right, box=False)


def _fill(parent: ET.Element, question: Question, _say: Say, md: Any) -> None:
    # One length for all, since the length of a line must not give a word away.
    longest = max((len(word) for gap in question.gaps for word in gap), default=0)
    width = min(30, max(10, longest + 4))
    blank: str = f'<span class="vx-gap-line" style="width:{width * 0.6:.1f}em"></span>'
    text = _GAP.sub(lambda _: md.htmlStash.store(blank), question.text)
    md.parser.parseChunk(add(parent, "div", class_="vx-fill"), text)


def _scenario(parent: ET.Element, question: Question, say: Say, md: Any) -> None:
    numbers = {step.id: at for at, step in enumerate(question.steps, 1)}
    steps = add(parent, "div", class_="vx-steps")
    for at, step in enumerate(question.steps, 1):
        box = add(steps, "div", class_="vx-steps__one")
        title = add(box, "p", class_="vx-steps__title")
        add(title, "strong", AtomicString(f"{at}. ")).tail = step.title
        md.parser.parseChunk(box, step.text)
        ways = add(box, "ul", class_="vx-steps__ways") if step.ways else None
        for way in step.ways:
            if ways is not None:
                item = add(ways, "li")
                add(item, "span", class_="vx-box").tail = " "
                add(item, "span", way.text).tail = " "
                target = say("go_to", n=numbers.get(way.target, "?"))
                add(item, "strong", target)


def _nothing(_parent: ET.Element, _question: Question, _say: Say, _md: Any) -> None:
    """Add nothing: the lines to write on are all it needs."""


_BUILDERS: dict[str, Builder] = {
    "single": _choices,
    "multiple": _choices,
    "true-false": _statements,
    "order": _order,
    "match": _match,
    "fill": _fill,
    "scenario": _scenario,
    "reflect": _nothing,
}


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

"""One question on paper: boxes to mark, lines to write on, letters to name what is chosen.

What moves on the papers of other codes carries `data-choice`, as on the lesson's page: they are
shuffled in the browser, from these very elements (`overrides/assets/paper/paper.js`).
"""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from vungxanh.markdown.questions import GAP, plain
from vungxanh.markdown.tree import add
from vungxanh.model.question import Question

LETTERS = "ABCDEFGHIJ"
_SHORT = 32  # letters that fit half a line
_WRITING = {"reflect": 5, "scenario": 2}  # lines to write on

Say = Callable[..., AtomicString]
Builder = Callable[[ET.Element, Question, Say, Any], None]


def speaker(context: Any) -> Say:
    """Return what says the words of paper, final, in the page's language."""

    def say(key: str, **values: Any) -> AtomicString:
        return AtomicString(context.say("plan", key).format(**values))

    return say


def add_task(parent: ET.Element, number: int, question: Question, say: Say, md: Any) -> None:
    """Append `question`, without its answer."""
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


def _options(parent: ET.Element, texts: list[str], md: Any) -> ET.Element:
    """Append a list for choices; short ones stand two in a line, as on every test paper here."""
    short = max(len(plain(text, md)) for text in texts) <= _SHORT if texts else False
    return add(parent, "ol", class_="vx-options vx-options--two" if short else "vx-options")


def _choices(parent: ET.Element, question: Question, _say: Say, md: Any) -> None:
    options = _options(parent, [choice.text for choice in question.choices], md)
    for at, choice in enumerate(question.choices, 1):
        _row(options, at, f"{LETTERS[at - 1]}.", choice.text)


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
            cell, "span", AtomicString(f"{LETTERS[at - 1].lower()})"), class_="vx-letter"
        ).tail = " "
        add(cell, "span", choice.text)
        for _ in range(2):
            add(add(row, "td"), "span", class_="vx-box")


def _order(parent: ET.Element, question: Question, _say: Say, md: Any) -> None:
    options = _options(parent, list(question.items), md)
    for letter, at in zip(LETTERS, question.scrambled(), strict=False):
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
    for letter, at in zip(LETTERS, question.scrambled(), strict=False):
        _row(right, at, f"{letter}.", question.pairs[at - 1].right, box=False)


def _fill(parent: ET.Element, question: Question, _say: Say, md: Any) -> None:
    # One length for all, since the length of a line must not give a word away.
    longest = max((len(word) for gap in question.gaps for word in gap), default=0)
    width = min(30, max(10, longest + 4))
    blank: str = f'<span class="vx-gap-line" style="width:{width * 0.6:.1f}em"></span>'
    text = GAP.sub(lambda _: md.htmlStash.store(blank), question.text)
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

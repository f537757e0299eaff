"""What a learner answers with: inputs, lists and steps of each kind of question, as plain HTML."""

import re
from collections.abc import Callable
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from markdown.util import AtomicString

from vungxanh.markdown.tree import add
from vungxanh.model.question import Question

Say = Callable[[str], str]
Builder = Callable[[ET.Element, Question, str, Say, Any], None]

LETTERS = "abcdefgh"
GAP = re.compile(r"\[\[(\d+)\]\]")  # in the text of a `fill`


def add_parts(parent: ET.Element, question: Question, name: str, say: Say, md: Any) -> None:
    """Append to `parent` what `question`, called `name` on its page, is answered with."""
    BUILDERS[question.kind](parent, question, name, say, md)


def plain(text: str, md: Any) -> str:
    """Return inline Markdown as its words and those of its pictures, where no markup can stand."""
    line = ET.Element("div")
    add(line, "p", text)
    md.treeprocessors["inline"].run(line)
    for picture in line.iter("img"):
        picture.text = picture.get("alt")
    return str(md.treeprocessors["unescape"].unescape("".join(line.itertext())))


def _choices(parent: ET.Element, question: Question, name: str, _say: Say, _md: Any) -> None:
    kind = "radio" if question.kind == "single" else "checkbox"
    for index, choice in enumerate(question.choices, 1):
        row = add(parent, "div", class_="vx-choice")
        at = f"{name}-{index}"
        add(row, "input", type=kind, name=name, value=str(index), id=at)
        add(row, "label", choice.text, for_=at)


def _statements(parent: ET.Element, question: Question, name: str, say: Say, _md: Any) -> None:
    for index, statement in enumerate(question.choices, 1):
        at = f"{name}-{index}"
        row = add(
            parent,
            "div",
            class_="vx-statement",
            data_choice=str(index),
            role="group",
            aria_labelledby=f"{at}-y",
        )
        text = f"{LETTERS[index - 1]}) {statement.text}"
        add(row, "p", text, class_="vx-statement__text", id=f"{at}-y")
        ways = add(row, "span", class_="vx-statement__ways")
        for value, word in (("1", "is_true"), ("0", "is_false")):
            id_ = f"{at}-{value}"
            add(ways, "input", type="radio", name=at, value=value, id=id_)
            add(ways, "label", say(word), for_=id_)


def _order(parent: ET.Element, question: Question, name: str, _say: Say, _md: Any) -> None:
    items = add(parent, "ol", class_="vx-order")
    for position in question.scrambled():
        at = f"{name}-{position}"
        row = add(items, "li", class_="vx-order__item", data_choice=str(position))
        add(row, "label", question.items[position - 1], for_=at)
        select = add(row, "select", id=at, name=at)
        _options(select, [(str(n), str(n)) for n in range(1, question.size + 1)])


def _match(parent: ET.Element, question: Question, name: str, _say: Say, md: Any) -> None:
    right = add(parent, "ol", class_="vx-match__right")
    options = []
    for letter, position in zip(LETTERS.upper(), question.scrambled(), strict=False):
        text = question.pairs[position - 1].right
        item = add(right, "li", data_choice=str(position))
        add(item, "span", AtomicString(letter), class_="vx-match__letter").tail = " "
        add(item, "span", text)
        options.append((str(position), f"{letter}. {plain(text, md)}"))
    for index, pair in enumerate(question.rows, 1):
        at = f"{name}-{index}"
        row = add(parent, "div", class_="vx-match__row", data_choice=str(index))
        add(row, "label", pair.left, for_=at)
        _options(add(row, "select", id=at, name=at), options)


def _options(select: ET.Element, options: list[tuple[str, str]]) -> None:
    add(select, "option", AtomicString("–"), value="")
    for value, text in options:
        add(select, "option", AtomicString(text), value=value)


def _fill(parent: ET.Element, question: Question, name: str, say: Say, md: Any) -> None:
    def gap(match: re.Match[str]) -> str:
        number = int(match[1])
        at = f"{name}-{number}"
        width = max(8, len(question.gaps[number - 1][0]) + 2)  # short ones tell nothing
        label = escape(str(say("gap")).format(n=number))
        placeholder: str = md.htmlStash.store(
            f'<input class="vx-gap" type="text" id="{at}" name="{at}" size="{width}"'
            f' aria-label="{label}" autocomplete="off" autocapitalize="off" spellcheck="false">'
        )
        return placeholder

    md.parser.parseChunk(add(parent, "div", class_="vx-fill"), GAP.sub(gap, question.text))


def _scenario(parent: ET.Element, question: Question, _name: str, _say: Say, md: Any) -> None:
    scenario = add(parent, "div", class_="vx-scenario")
    places = {step.id: str(at) for at, step in enumerate(question.steps, 1)}
    for step in question.steps:
        # On paper nothing can be tapped: steps have numbers, and ways say which one is next.
        number = f"--vx-step:{places[step.id]}"
        section = add(scenario, "section", class_="vx-step", id=step.id, style=number)
        if not step.ways:
            section.set("data-end", "")
        add(section, "p", step.title, class_="vx-step__title")
        md.parser.parseChunk(section, step.text)
        if step.ways:
            ways = add(section, "ul", class_="vx-step__ways")
            for way in step.ways:
                link = add(add(ways, "li"), "a", way.text, href=f"#{way.target}")
                link.set("style", f"--vx-step:{places.get(way.target, '0')}")


def _reflect(parent: ET.Element, _question: Question, name: str, say: Say, _md: Any) -> None:
    add(
        parent,
        "textarea",
        class_="vx-reflect",
        id=f"{name}-1",
        rows="4",
        aria_label=say("reflect"),
        autocomplete="off",
    )


BUILDERS: dict[str, Builder] = {
    "single": _choices,
    "multiple": _choices,
    "true-false": _statements,
    "order": _order,
    "match": _match,
    "fill": _fill,
    "scenario": _scenario,
    "reflect": _reflect,
}

"""What is answered in kinds of questions without choices: lists, tables, gaps and steps.

order      1. …                       a numbered list in its right order
match      | left | right |           a table; an empty left side only distracts
fill       … [[answer|other]] …       gaps in a text
scenario   #### Title {#step}         steps; in them `- [what I do](#step)` leads on
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from vungxanh.model.question import Kind, Pair, Step, Way
from vungxanh.problems import Problem

Lines = list[tuple[int, str]]  # (line of the file, its text)

_ITEM = re.compile(r"^ {0,3}\d+[.)] +(.+)$")
_ROW = re.compile(r"^ {0,3}\|(.*)\|\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^[\s|:-]+$")
_GAP = re.compile(r"\[\[(.*?)\]\]")
_STEP = re.compile(r"^#### +(.+?)(?:[ \t]+\{[ \t]*#([\w-]+)[ \t]*\})?[ \t]*$")
_WAY = re.compile(r"^ {0,3}[-*+] +\[(.+)\]\(#([\w-]+)\)[ \t]*$")


@dataclass
class Parts:
    """The fields of a Question that come from the lines before its hints."""

    intro: str = ""
    items: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    text: str = ""
    gaps: tuple[tuple[str, ...], ...] = ()
    steps: tuple[Step, ...] = ()


def read_parts(kind: Kind, lines: Lines, file: str, id_: str) -> tuple[Parts, list[Problem]]:
    """Return what `lines` of a question of `kind` hold, and where its form is wrong."""
    readers: dict[Kind, Callable[[Lines], tuple[Parts, list[tuple[int, str, str]]]]] = {
        "order": _order,
        "match": _match,
        "fill": _fill,
        "scenario": _scenario,
        "reflect": lambda lines: (Parts(_joined(lines)), []),
    }
    parts, faults = readers[kind](lines)
    return parts, [
        Problem(file, line, code, {"id": id_, "found": found}) for line, code, found in faults
    ]


def _joined(lines: Lines) -> str:
    return "\n".join(line for _, line in lines).strip("\n").rstrip()


def _order(lines: Lines) -> tuple[Parts, list[tuple[int, str, str]]]:
    first = next((i for i, (_, line) in enumerate(lines) if _ITEM.match(line)), len(lines))
    items: list[str] = []
    faults: list[tuple[int, str, str]] = []
    for number, line in lines[first:]:
        if match := _ITEM.match(line):
            items.append(match[1].strip())
        elif line.startswith("  ") and line.strip():
            items[-1] += "\n" + line.strip()
        elif line.strip():
            faults.append((number, "quiz-stray-text", line.strip()[:60]))
    return Parts(_joined(lines[:first]), items=tuple(items)), faults


def _match(lines: Lines) -> tuple[Parts, list[tuple[int, str, str]]]:
    first = next((i for i, (_, line) in enumerate(lines) if _ROW.match(line)), len(lines))
    pairs: list[Pair] = []
    faults: list[tuple[int, str, str]] = []
    for at, (number, line) in enumerate(lines[first:]):
        if not line.strip() or (at == 1 and _RULE.match(line)):
            continue
        row = _ROW.match(line)
        cells = [cell.strip() for cell in _CELL.split(row[1])] if row else []
        if row is None:
            faults.append((number, "quiz-stray-text", line.strip()[:60]))
        elif len(cells) != 2 or not cells[1]:
            faults.append((number, "quiz-match-row", line.strip()[:60]))
        elif at:  # the head row names the columns
            pairs.append(Pair(cells[0], cells[1], number))
    pairs.sort(key=lambda pair: not pair.left)
    return Parts(_joined(lines[:first]), pairs=tuple(pairs)), faults


def _fill(lines: Lines) -> tuple[Parts, list[tuple[int, str, str]]]:
    gaps: list[tuple[str, ...]] = []
    faults: list[tuple[int, str, str]] = []

    def mark(match: re.Match[str]) -> str:
        spellings = filter(None, map(str.strip, match[1].split("|")))
        gaps.append(tuple(spellings) or ("",))
        return f"[[{len(gaps)}]]"

    marked: Lines = []
    for number, line in lines:
        before = len(gaps)
        marked.append((number, _GAP.sub(mark, line)))
        spellings = [one for gap in gaps[before:] for one in gap]
        if "[[" in _GAP.sub("", line) or any("[" in one or not one for one in spellings):
            faults.append((number, "quiz-gap-form", line.strip()[:60]))
    return Parts(text=_joined(marked), gaps=tuple(gaps)), faults


def _scenario(lines: Lines) -> tuple[Parts, list[tuple[int, str, str]]]:
    heads = [i for i, (_, line) in enumerate(lines) if _STEP.match(line)]
    steps: list[Step] = []
    faults: list[tuple[int, str, str]] = []
    for start, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        number, head = lines[start]
        title, id_ = _STEP.fullmatch(head).groups()  # type: ignore[union-attr] # found above
        if not id_:
            faults.append((number, "scenario-no-id", title))
        ways, rest = list[Way](), Lines()
        for at, line in lines[start + 1 : end]:
            if match := _WAY.match(line):
                ways.append(Way(match[1], match[2], at))
            else:
                rest.append((at, line))
        steps.append(Step(id_ or "", title, _joined(rest), tuple(ways), number))
    return Parts(_joined(lines[: heads[0] if heads else len(lines)]), steps=tuple(steps)), faults

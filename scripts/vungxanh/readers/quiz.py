"""A `/// quiz` block becomes a Question. This is the one grammar: pages are rendered from it too.

intro …                 anything before what is answered
- [ ] a choice          [x] for a right one; other kinds: see `parts`
    > feedback          right under its choice
Gợi ý: …                hints, one or more
Giải thích: …           the explanation, to the end
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from vungxanh.model.question import CHOOSING, KINDS, Choice, Kind, Question
from vungxanh.problems import Problem
from vungxanh.readers.blocks import BLOCKS, Block
from vungxanh.readers.parts import Lines, Parts, read_parts

OPTIONS = BLOCKS["quiz"]
_CHOICE = re.compile(r"^ {0,3}[-*+] +\[(.?)\](?: +(.*))?$")
_FEEDBACK = re.compile(r"^ {2,}> ?(.*)$")
_HINT = re.compile(r"^(?:Gợi ý|Hint) ?: *(.*)$")
_EXPLANATION = re.compile(r"^(?:Giải thích|Explanation) ?: *(.*)$")
# Options are YAML to the library of blocks: these words are no text there.
ID = re.compile(r"^(?!(?:yes|no|on|off|true|false|null)$)[a-z][a-z0-9-]*$")


@dataclass
class _Draft:
    """What has been read so far; `part` is where the next plain line belongs."""

    intro: Lines = field(default_factory=list)
    choices: list[tuple[list[str], bool, list[str], int]] = field(default_factory=list)
    hints: list[list[str]] = field(default_factory=list)
    explanation: list[str] = field(default_factory=list)
    part: str = "intro"


def read_question(block: Block, file: str) -> tuple[Question, list[Problem]]:
    """Return the question in `block` and the faults of its writing (not yet of its teaching)."""
    problems = _options(block, file)
    draft = _Draft()
    for offset, line in enumerate(block.lines):
        problems += _take(draft, line, block.first_line + offset, block, file)
    choices = tuple(
        Choice(_text(text), right, _text(feedback) if feedback else None, line)
        for text, right, feedback, line in draft.choices
    )
    kind = _kind(block, sum(choice.right for choice in choices))
    parts = Parts(_text([line for _, line in draft.intro]))
    if kind not in CHOOSING:
        parts, faults = read_parts(kind, draft.intro, file, block.options.get("id", ""))
        problems += faults
    question = Question(
        id=block.options.get("id", ""),
        kind=kind,
        stem=block.argument,
        choices=choices,
        hints=tuple(_sentence(hint) for hint in draft.hints),
        explanation=_sentence(draft.explanation),
        line=block.line,
        section=block.options.get("section", ""),
        shuffle=block.options.get("shuffle") == "yes",
        **vars(parts),
    )
    return question, problems


def _kind(block: Block, right: int) -> Kind:
    named = block.options.get("type", "")
    several: Kind = "multiple" if right > 1 else "single"
    return next((kind for kind in KINDS if kind == named), several)


def _text(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip()


def _sentence(lines: list[str]) -> str:
    """Return text that stood after a colon as a text of its own."""
    text = _text(lines)
    return text[:1].upper() + text[1:]


def _options(block: Block, file: str) -> list[Problem]:
    found: list[Problem] = []
    if not block.argument:
        found.append(Problem(file, block.line, "quiz-no-stem"))
    given = block.options.get("id", "")
    if not given:
        found.append(Problem(file, block.line, "quiz-no-id"))
    elif not ID.match(given):
        found.append(Problem(file, block.line, "quiz-bad-id", {"id": given}))
    for name in block.options:
        if name not in OPTIONS:
            near = tuple(get_close_matches(name, OPTIONS, 1))
            found.append(Problem(file, block.line, "quiz-option", {"name": name}, suggestions=near))
    kind = block.options.get("type")
    if kind is not None and kind not in KINDS:
        near = tuple(get_close_matches(kind, KINDS, 1)) or KINDS
        values = {"type": kind, "known": ", ".join(KINDS)}
        found.append(Problem(file, block.line, "quiz-type", values, suggestions=near))
    shuffle = block.options.get("shuffle", "no")
    if shuffle not in ("yes", "no"):
        values = {"id": given, "found": shuffle}
        found.append(Problem(file, block.line, "quiz-shuffle", values, suggestions=("yes", "no")))
    return found


def _take(draft: _Draft, line: str, number: int, block: Block, file: str) -> list[Problem]:
    """Put one line where it belongs; return what is wrong with it."""
    name = {"id": block.options.get("id", "")}
    if match := _CHOICE.match(line):
        return _choose(draft, match, number, block, file)
    if draft.choices and (match := _FEEDBACK.match(line)):
        if draft.part not in ("choice", "feedback"):
            return [Problem(file, number, "quiz-feedback-apart", name)]
        draft.choices[-1][2].append(match[1])
        draft.part = "feedback"
        return []
    if match := _HINT.match(line):
        if draft.part == "explanation":
            return [Problem(file, number, "quiz-hint-late", name)]
        draft.hints.append([match[1]])
        draft.part = "hint"
        return []
    if match := _EXPLANATION.match(line):
        draft.explanation.append(match[1])
        draft.part = "explanation"
        return []
    return _plain(draft, line, number, name, file)


def _choose(
    draft: _Draft, match: re.Match[str], number: int, block: Block, file: str
) -> list[Problem]:
    name = {"id": block.options.get("id", "")}
    mark = match[1]
    if draft.part in ("hint", "explanation"):
        return [Problem(file, number, "quiz-choice-late", name)]
    if _kind(block, 0) not in CHOOSING:
        values = {**name, "type": block.options["type"]}
        return [Problem(file, number, "quiz-choice-odd", values)]
    draft.choices.append(([match[2] or ""], mark in ("x", "X"), [], number))
    draft.part = "choice"
    if mark not in (" ", "x", "X"):
        return [Problem(file, number, "quiz-mark", {**name, "mark": mark})]
    return []


def _plain(draft: _Draft, line: str, number: int, name: dict[str, str], file: str) -> list[Problem]:
    if draft.part == "intro":
        draft.intro.append((number, line))
    elif draft.part == "hint":
        draft.hints[-1].append(line)
    elif draft.part == "explanation":
        draft.explanation.append(line)
    elif not line.strip():
        draft.part = "gap"
    elif draft.part == "choice" and line.startswith("  "):
        draft.choices[-1][0].append(line.strip())
    else:
        shown = {**name, "found": line.strip()[:60]}
        return [Problem(file, number, "quiz-stray-text", shown)]
    return []

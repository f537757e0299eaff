"""The passage of a source that a problem is about, with the faulty part told apart."""

import re
from dataclasses import dataclass
from pathlib import Path

from vungxanh.problems import Problem
from vungxanh.readers.source import read_text

# What a problem names of its own line, most exact first.
_NAMED = ("found", "target", "text", "line")
# How much of a long line is shown before the faulty part, and of it and after it, in letters.
_BEFORE, _AFTER = 90, 150


@dataclass(frozen=True)
class Passage:
    """A piece of one line: `faulty` is what the problem is about; it may be empty."""

    before: str
    faulty: str
    after: str


class Sources:
    """The texts of a house, each read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def passage(self, problem: Problem) -> Passage | None:
        """Return where `problem` stands; None where the file or its line cannot be shown."""
        if problem.line is None or problem.file.endswith("/"):
            return None
        lines = self._read(problem.file)
        if problem.line > len(lines) or not lines[problem.line - 1].strip():
            return None
        line = lines[problem.line - 1]
        start, end = _faulty(problem, line)
        return Passage(_tail(line[:start]), _head(line[start:end]), _head(line[end:]))

    def _read(self, file: str) -> list[str]:
        if file not in self._lines:
            there = (self._root / file).is_file()
            text = read_text(self._root, file)[0] if there else None
            self._lines[file] = text.split("\n") if text is not None else []
        return self._lines[file]


def _faulty(problem: Problem, line: str) -> tuple[int, int]:
    """Return where the faulty part begins and ends in `line`."""
    named = [problem.values[key] for key in _NAMED if problem.values.get(key)]
    at = (problem.column or 0) - 1
    if 0 <= at < len(line):
        for part in named:
            if (found := line.find(part, at)) >= 0:
                return found, found + len(part)
        word = re.compile(r"\S+|\s").match(line, at)
        return at, word.end() if word else at + 1
    for part in named:
        if (found := line.find(part)) >= 0:
            return found, found + len(part)
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _tail(text: str) -> str:
    if len(text) <= _BEFORE:
        return text.lstrip()
    return "…" + text[-_BEFORE:].partition(" ")[2]


def _head(text: str) -> str:
    if len(text) <= _AFTER:
        return text
    return text[:_AFTER].rpartition(" ")[0] + "…"

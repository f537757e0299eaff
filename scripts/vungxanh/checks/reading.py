"""How hard a text is to read, as advice: long sentences, and the level of the whole.

The level is the formula of Nguyen and Henkin for Vietnamese (Journal of Reading 26, 1982, 243-251):
RL = 2 WL + 0.2 SL - 6, where WL is the mean length of a word in letters and SL that of a sentence
in words; RL reads as a grade of school. As here, a word is what stands between two blanks (a
`tiếng`). The formula is old and knows nothing of rare words, so it only ever advises.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vungxanh.checks.audience import for_readers, readers
from vungxanh.model.lesson import Level
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.text.sentences import sentences

_WORD = re.compile(r"[^\W_]+(?:[/.,-][^\W_]+)*")
_READ = ("paragraph", "list-item", "feedback", "hint", "explanation", "stem")


@dataclass(frozen=True)
class Limit:
    """The longest sentence in `tiếng`, and the highest level of a text."""

    sentence: int
    level: float


# House rule (voice): about 15 words a sentence, rarely over 25; a child of nine holds fewer, an
# adult may read a list. The levels allow sentences a third longer than that on average, with words
# of ordinary length (3.3 letters): more is the style of offices.
LIMITS: dict[Level | None, Limit] = {
    "TH": Limit(20, 3),
    "THCS": Limit(35, 4),
    "THPT": Limit(40, 5),
    None: Limit(45, 6),
}


def check_reading(project: Project) -> list[Problem]:
    """Return the sentences and the lessons that are hard for those they were written for."""
    whom = readers(project)
    found: list[Problem] = []
    texts: dict[str, list[int]] = {}
    for passage in project.prose:
        who = whom.get(passage.file)
        if not who or passage.locale != "vi" or passage.kind not in _READ:
            continue
        if for_readers(passage):
            limit = LIMITS[who.level]
            for start, letters, words in _measure(passage.text):
                texts.setdefault(passage.file, []).extend((letters, words, 1))
                if words > limit.sentence:
                    found.append(_long(passage, start, words, limit.sentence))
    for file, numbers in texts.items():
        level, limit = _level(numbers), LIMITS[whom[file].level]
        if level > limit.level:
            values = {"found": f"{level:.1f}", "limit": f"{limit.level:g}"}
            found.append(Problem(file, None, "reading-level", values))
    return found


def _long(passage: Passage, start: int, count: int, limit: int) -> Problem:
    line, column = passage.place(start)
    shown = " ".join(passage.text[start:].split()[:6]) + " …"
    values = {"count": str(count), "limit": str(limit), "found": shown}
    return Problem(passage.file, line, "sentence-long", values, column)


def _measure(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each sentence begins, its letters and its words."""
    for start, end in sentences(text):
        if words := _WORD.findall(text[start:end]):
            yield start, sum(map(len, words)), len(words)


def _level(numbers: list[int]) -> float:
    """Return the reading level after Nguyen and Henkin; numbers come in threes."""
    letters, words, count = (sum(numbers[i::3]) for i in range(3))
    return 2 * letters / words + 0.2 * words / count - 6 if words else 0

"""A question of a quiz: what is asked, what is answered, and what each answer teaches."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal["single", "multiple", "true-false", "order", "match", "fill", "scenario", "reflect"]
KINDS: tuple[Kind, ...] = (
    "single",
    "multiple",
    "true-false",
    "order",
    "match",
    "fill",
    "scenario",
    "reflect",
)
# Kinds answered by choosing among `- [ ]` lines, and kinds that a score counts.
CHOOSING: tuple[Kind, ...] = ("single", "multiple", "true-false")
SCORED: tuple[Kind, ...] = (*CHOOSING, "order", "match", "fill")


@dataclass(frozen=True)
class Choice:
    """An answer to choose, or a statement: Markdown `text`, right or true, `feedback` or None."""

    text: str
    right: bool
    feedback: str | None
    line: int


@dataclass(frozen=True)
class Pair:
    """One row of a match, both sides Markdown; without `left` it only distracts."""

    left: str
    right: str
    line: int


@dataclass(frozen=True)
class Way:
    """A decision in a scenario: Markdown `text`, and the id of the step it leads to."""

    text: str
    target: str
    line: int


@dataclass(frozen=True)
class Step:
    """One moment of a scenario; a step without `ways` is an end of it."""

    id: str
    title: str
    text: str
    ways: tuple[Way, ...]
    line: int


@dataclass(frozen=True)
class Question:
    """One `/// quiz` block. Texts are Markdown; `line` is that of the block's first line.

    `intro` stands between the stem and what is answered (a picture, a message to look at).
    What is answered depends on `kind`: `choices`; `items` in their right order; `pairs`, those
    that only distract last; `gaps`, the accepted spellings of each, where `text` has the marks
    `[[1]]`, `[[2]]` …; `steps`, the first being the start; nothing for `reflect`.
    `hints` come in stages; `explanation` shows after the answer. `section` is the heading of the
    lesson to read again. `shuffle` lets each learner meet the choices in another order.
    """

    id: str
    kind: Kind
    stem: str
    intro: str
    choices: tuple[Choice, ...]
    hints: tuple[str, ...]
    explanation: str
    line: int
    items: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    text: str = ""
    gaps: tuple[tuple[str, ...], ...] = ()
    steps: tuple[Step, ...] = ()
    section: str = ""
    shuffle: bool = False

    @property
    def right(self) -> tuple[int, ...]:
        """Return the positions of the right choices, from 1."""
        return tuple(i for i, choice in enumerate(self.choices, 1) if choice.right)

    @property
    def rows(self) -> tuple[Pair, ...]:
        """Return the pairs that have a left side; they stand first."""
        return tuple(pair for pair in self.pairs if pair.left)

    @property
    def size(self) -> int:
        """Return how many things there are to choose, order, match or fill, or steps to go."""
        return len(self.choices or self.items or self.pairs or self.gaps or self.steps)

    @property
    def digest(self) -> str:
        """Return eight hex digits of what makes a kept answer still mean the same.

        Type, number of choices and right positions count; the wording does not, so that a
        corrected typo keeps the learner's progress.
        """
        ways = [[way.target for way in step.ways] for step in self.steps]
        inner = len(self.rows) if self.pairs else ways if ways else self.right
        shape = f"{self.kind}|{self.size}|{inner}"
        return hashlib.sha256(shape.encode()).hexdigest()[:8]

    def scrambled(self) -> list[int]:
        """Return the positions from 1 to `size` in an order that gives nothing away.

        It follows from the id alone: the same in each language, build and edition.
        """
        at = range(1, self.size + 1)
        mixed = sorted(at, key=lambda n: hashlib.sha256(f"{self.id}|{n}".encode()).digest())
        return mixed[1:] + mixed[:1] if mixed == list(at) else mixed

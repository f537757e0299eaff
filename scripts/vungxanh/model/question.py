"""A question of a quiz: what is asked, the choices, and what each choice teaches."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal["single", "multiple"]
KINDS: tuple[Kind, ...] = ("single", "multiple")


@dataclass(frozen=True)
class Choice:
    """One answer to choose: Markdown `text`, whether it is right, Markdown `feedback` or None."""

    text: str
    right: bool
    feedback: str | None
    line: int


@dataclass(frozen=True)
class Question:
    """One `/// quiz` block. Texts are Markdown; `line` is that of the block's first line.

    `intro` stands between the stem and the choices (a picture, a message to look at).
    `hints` come in stages; `explanation` shows after the answer.
    """

    id: str
    kind: Kind
    stem: str
    intro: str
    choices: tuple[Choice, ...]
    hints: tuple[str, ...]
    explanation: str
    line: int

    @property
    def right(self) -> tuple[int, ...]:
        """Return the positions of the right choices, from 1."""
        return tuple(i for i, choice in enumerate(self.choices, 1) if choice.right)

    @property
    def digest(self) -> str:
        """Return eight hex digits of what makes a kept answer still mean the same.

        Type, number of choices and right positions count; the wording does not, so that a
        corrected typo keeps the learner's progress.
        """
        shape = f"{self.kind}|{len(self.choices)}|{self.right}"
        return hashlib.sha256(shape.encode()).hexdigest()[:8]

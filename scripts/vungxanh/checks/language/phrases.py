"""Words and phrases that `orthography.yml` knows: misspellings, i or y, capitals, abbreviations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from vungxanh.checks.language.finding import Finding
from vungxanh.checks.language.quoted import begins, own_spelling
from vungxanh.model.orthography import Spelling, WordKind
from vungxanh.model.passage import Passage

CODES: dict[WordKind, str] = {
    "misspelling": "spelling-word",
    "i-y": "spelling-i-y",
    "capital": "spelling-capital",
    "abbreviation": "word-abbreviation",
    "prefer": "word-foreign",
}
_MENDED = ("misspelling", "i-y", "capital")
_QUOTABLE = (
    "i-y",
    "prefer",
    "capital",
    "abbreviation",
)  # what another writer may spell in another way
_SPACE = r"[\s\u00a0]+"
_TREE_END = ""
Tree = dict[str, "Tree"]


@dataclass(frozen=True)
class Phrases:
    """The phrases of some kinds of rules, ready to be looked for.

    All but capitals are looked for without regard to case, as whole words.
    """

    rows: tuple[Spelling, ...]
    cased: bool
    by_word: dict[str, Spelling] = field(init=False)

    def __post_init__(self) -> None:
        words = {self._key(wrong): row for row in self.rows for wrong in row.wrong}
        object.__setattr__(self, "by_word", words)

    def _key(self, text: str) -> str:
        words = " ".join(text.split())
        return words if self.cased else words.lower()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """One pattern for all phrases, branching letter by letter: their number costs nothing."""
        tree: Tree = {}
        for word in self.by_word:
            here = tree
            for letter in word:
                here = here.setdefault(letter, {})
            here[_TREE_END] = {}
        return re.compile(rf"(?<![\w-])(?:{_expression(tree)})(?![\w-])")

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Yield what `passage` writes wrongly."""
        text = _level(passage.text, self.cased)
        for match in self.pattern.finditer(text):
            row = self.by_word[self._key(match[0])]
            start, end = match.span()
            if _right_here(row, text, start, end, self.cased):
                continue
            if row.kind in _QUOTABLE and own_spelling(passage, start):
                continue
            right = row.right[0] if row.right else ""
            first = passage.text[start].isupper()
            if row.kind == "capital" and first and right[0].islower() and begins(text, start):
                continue
            if row.kind == "prefer" and first and not begins(text, start):
                continue  # a name: the menu File
            mends = row.kind in _MENDED and len(row.right) == 1
            right = (
                right
                if row.kind in ("capital", "abbreviation")
                else _cased(passage.text[start:end], right)
            )
            yield Finding(start, end, CODES[row.kind], right, mends)


def phrase_rules(rows: tuple[Spelling, ...]) -> list[Phrases]:
    """Return the rules that `rows` make."""
    told = [row for row in rows if row.kind in CODES and row.wrong]
    capitals = tuple(row for row in told if row.kind in ("capital", "abbreviation"))
    others = tuple(row for row in told if row not in capitals)
    return [Phrases(part, cased) for part, cased in ((others, False), (capitals, True)) if part]


def _level(text: str, cased: bool) -> str:
    """Return `text` as it is compared, letter for letter as long as before."""
    lower = text if cased else text.lower()
    return lower if len(lower) == len(text) else text


def _expression(tree: Tree) -> str:
    branches = []
    for letter, rest in tree.items():
        if letter != _TREE_END:
            branches.append((_SPACE if letter == " " else re.escape(letter)) + _expression(rest))
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if _TREE_END in tree else joined


def _right_here(row: Spelling, text: str, start: int, end: int, cased: bool) -> bool:
    """Return whether the words around say that it is meant so."""
    around = " ".join(text[max(0, start - 40) : end + 40].split())

    def stands(phrase: str) -> bool:
        words = " ".join(phrase.split())
        return (words if cased else words.lower()) in around

    if row.only:
        return not any(map(stands, row.only))
    return any(map(stands, row.unless))


def _cased(found: str, right: str) -> str:
    """Return `right` with the capitals of `found`."""
    if found.isupper() and len(found) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if found[:1].isupper() else right

"""Checks that know Vietnamese. A rule looks at one passage and yields what it finds in it."""

from collections.abc import Iterator
from itertools import chain

from vungxanh.checks.language.capitals import check_capitals
from vungxanh.checks.language.dates import check_dates
from vungxanh.checks.language.finding import Finding, Rule, problem
from vungxanh.checks.language.nonbreaking import check_nonbreaking
from vungxanh.checks.language.numbers import check_numbers
from vungxanh.checks.language.phrases import phrase_rules
from vungxanh.checks.language.quotes import check_quotes
from vungxanh.checks.language.spacing import check_spacing
from vungxanh.checks.language.syllables import Syllables
from vungxanh.checks.language.symbols import check_symbols
from vungxanh.model.lesson import Locale
from vungxanh.model.orthography import Spelling
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.project import Project

__all__ = ["Finding", "check_language", "find", "problem"]

# What any language of the site shares.
_COMMON: tuple[Rule, ...] = (check_quotes, check_spacing)
_VIETNAMESE: tuple[Rule, ...] = (
    check_capitals,
    check_dates,
    check_numbers,
    check_symbols,
    check_nonbreaking,
)


def check_language(project: Project) -> list[Problem]:
    """Return what is wrong with the spelling and the typography of all prose."""
    return [problem(passage, found) for passage, found in find(project)]


def find(project: Project) -> Iterator[tuple[Passage, Finding]]:
    """Yield each finding with its passage, in the order of the prose."""
    rules = _rules(project.registries.orthography)
    for passage in project.prose:
        for rule in rules[passage.locale]:
            for found in rule(passage):
                yield passage, found


def _rules(rows: tuple[Spelling, ...]) -> dict[Locale, tuple[Rule, ...]]:
    known = chain.from_iterable(row.right for row in rows if row.kind == "known")
    as_written = tuple(chain.from_iterable(row.right for row in rows if row.kind == "as-written"))
    syllables = Syllables(frozenset(word.lower() for word in known), as_written)
    phrases = (one.find for one in phrase_rules(rows))
    return {"vi": (*phrases, syllables, *_VIETNAMESE, *_COMMON), "en": _COMMON}

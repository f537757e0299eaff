"""What is no more, written as if it were: bodies, documents, words of yesterday.

The rows come from the registries: `bodies` and who took over, `legal` and what replaced what,
`old-words` and what is said today.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vungxanh.checks.past import past_body, past_document, present
from vungxanh.model.lesson import LOCALES, Locale
from vungxanh.model.passage import Passage
from vungxanh.model.registry import Body, Registries
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.readers.registries import registry_file
from vungxanh.text.dates import vietnamese_date

# Registries that keep former names on purpose, and pages that explain the rule.
_KEEPERS = tuple(registry_file(name) for name in ("bodies", "legal", "units", "plan", "old-words"))
_SYMBOL = re.compile(r"\d+(?:/\d{4})?/[A-ZĐ]{2,}")
_MOST = 3  # successors that a message names


@dataclass(frozen=True)
class Gone:
    """One way to write what is no more: the code to tell, what is right, and when it ended.

    `name` is that way as written; a document is called by it with just these capitals, for “bộ quy
    tắc ứng xử” may be anybody's.
    """

    code: str
    right: str
    until: date | None
    began: tuple[date | None, ...] = ()
    anchor: str = ""  # of a document in the legal library
    name: str = ""


def check_stale(project: Project) -> list[Problem]:
    """Return the places where lessons, plans, pages and words of the site name what is no more."""
    registries = project.registries
    gone = {locale: _gone(registries, locale) for locale in LOCALES}
    patterns = {locale: _pattern(rows) for locale, rows in gone.items()}
    hints = {locale: _hints(rows) for locale, rows in gone.items()}
    issuers = {row.number: row.body.vi.casefold() for row in registries.legal if row.number}
    cited = {
        (text.path, link.line, link.target.rpartition("#")[2])
        for text in project.texts
        for link in text.links
    }
    found = []
    for passage in present(iter(project.prose)):
        if passage.file in _KEEPERS or not (pattern := patterns[passage.locale]):
            continue
        if not passage.hints_at(hints[passage.locale]):
            continue
        for match in pattern.finditer(passage.text):
            one = gone[passage.locale][_key(match[0])]
            problem = _problem(passage, match, one)
            if (problem.file, problem.line, one.anchor) in cited:
                continue  # told of the link, by `citations`
            if not _past(passage, match, one, issuers):
                found.append(problem)
    return found


def _problem(passage: Passage, match: re.Match[str], one: Gone) -> Problem:
    values = {"found": match[0], "right": one.right, "since": _since(one.until)}
    line, column = passage.place(match.start())
    right = (one.right,) if one.right else ()
    return Problem(passage.file, line, one.code, values, column, right)


def _past(passage: Passage, match: re.Match[str], one: Gone, issuers: dict[str, str]) -> bool:
    if one.code in ("stale-document", "document-unlisted"):
        quoted = passage.quotation(match.start()) is not None
        return quoted or past_document(passage.text, match.start(), one.began, one.until)
    # A document keeps the name of the body that issued it.
    name = match[0].casefold()
    if _SYMBOL.search(passage.text) and any(
        number in passage.text and (name in body or body in name)
        for number, body in issuers.items()
    ):
        return True
    return past_body(passage, match.start(), one.until)


def _gone(registries: Registries, locale: Locale) -> dict[str, Gone]:
    """Return what is no more, by each way of writing it in `locale`."""
    found: dict[str, Gone] = {}

    def add(names: tuple[str, ...], gone: Gone) -> None:
        found.update((_key(name), replace(gone, name=name)) for name in names)

    for row in registries.old_words:
        if row.basis != "unconfirmed":
            add(row.words, Gone("stale-word", row.now.in_(locale), row.since))
    bodies = {body.id: body for body in registries.bodies}
    for body in bodies.values():
        if body.gone:
            right = _successors(body, bodies, locale)
            add((body.name.in_(locale), *body.also), Gone("stale-body", right, body.until))
    _documents(registries, locale, add)
    return found


def _successors(body: Body, bodies: dict[str, Body], locale: Locale) -> str:
    names = []
    for one in body.into[:_MOST]:
        name = bodies[one.body].name.in_(locale) if one.body in bodies else one.body
        names.append(f"{name} ({one.part.in_(locale)})" if one.part else name)
    rest = ["…"] if len(body.into) > _MOST else []
    return "; ".join([*names, *rest])


def _documents(
    registries: Registries, locale: Locale, add: Callable[[tuple[str, ...], Gone], None]
) -> None:
    """Add what replaced and ended documents are called, and numbers that only `replaces` names.

    A document that only the office sees is not cited either: whether it applies is not known.
    """
    rows = {row.id: row for row in registries.legal}
    for row in rows.values():
        start = row.in_force or row.issued
        for name in row.replaces:
            if name not in rows:
                add((name,), Gone("stale-document", row.named(locale), start))
        if row.number and not row.listed:
            add((row.number, *row.also), Gone("document-unlisted", "", None))
        if row.status in ("replaced", "ended"):
            right = rows[row.replaced_by].named(locale) if row.replaced_by in rows else ""
            names = (*((row.number,) if row.number else ()), *row.also)
            anchor = row.id.lower()
            began = (row.issued, row.in_force)
            add(names, Gone("stale-document", right, row.ended, began, anchor))


def _pattern(rows: dict[str, Gone]) -> re.Pattern[str] | None:
    if not rows:
        return None
    ways = "|".join(map(_way, sorted(rows.values(), key=lambda one: len(one.name), reverse=True)))
    return re.compile(rf"(?<![\w/])(?:{ways})(?!\w|/\w)", re.IGNORECASE)


def _way(one: Gone) -> str:
    way = re.escape(one.name).replace(r"\ ", r"\s+")
    return f"(?-i:{way})" if one.code == "stale-document" else way


def _hints(rows: dict[str, Gone]) -> tuple[str, ...]:
    """Return the first two words of all ways of writing, one of which a passage must have."""
    return tuple({" ".join(way.split()[:2]) for way in rows})


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _since(day: date | None) -> str:
    return f" ({vietnamese_date(day)})" if day else ""

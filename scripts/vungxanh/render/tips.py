"""The short form of a row, which a link to it shows when pointed at or reached by key."""

from dataclasses import dataclass

from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Body, Figure, Fine, LegalDocument, Registries, Term
from vungxanh.readers.citations import Row
from vungxanh.render.bodies import successors, until
from vungxanh.render.figures import asked
from vungxanh.render.fines import amounts
from vungxanh.render.law import status_of
from vungxanh.render.phrases import other


@dataclass(frozen=True)
class Tip:
    """`head` and `text` of the note; `kind` is the registry's name.

    `state` says in two or three words, beside the link, why not to rely on it; or is empty.
    """

    kind: str
    head: str
    text: str
    state: str = ""


def tip(registries: Registries, row: Row, locale: Locale) -> Tip | None:
    """Return the short form of `row`; None where there is none to show."""
    for entry in getattr(registries, row.registry):
        if entry.id.lower() == row.anchor:
            if isinstance(entry, LegalDocument):
                return _law(registries, entry, locale)
            if isinstance(entry, Term):
                return _term(entry, locale)
            if isinstance(entry, Figure):
                text = f"{entry.says.in_(locale)} – {asked(registries, entry, locale)}."
                return Tip("figures", entry.value, text)
            if isinstance(entry, Fine):
                return _fine(registries, entry, locale)
            return _body(registries, entry, locale)
    return None


def _law(registries: Registries, row: LegalDocument, locale: Locale) -> Tip | None:
    if not row.listed:
        return None
    title = f"{row.title.in_(locale)}. " if row.number else ""
    key = row.status.replace("-", "_")
    state = "" if row.status == "in-force" else registries.say("legal", f"short_{key}", locale)
    text = f"{title}{status_of(registries, row, locale)}."
    return Tip("legal", row.short(locale), text, state)


def _fine(registries: Registries, row: Fine, locale: Locale) -> Tip | None:
    if not row.printable:
        return None
    costs = "; ".join(amounts(registries, row, locale))
    return Tip("fines", row.act.in_(locale), f"{costs[0].upper()}{costs[1:]}.")


def _body(registries: Registries, row: Body, locale: Locale) -> Tip | None:
    names = successors(registries, row, locale)
    if not row.gone or not names:
        return None
    now = f"{registries.say('bodies', 'now', locale)} {'; '.join(names)}."
    return Tip("bodies", row.name.in_(locale), f"{until(registries, row, locale)} {now}")


def _term(row: Term, locale: Locale) -> Tip:
    word, twin = row.term.in_(locale), row.term.in_(other(locale))
    head = word if word == twin else f"{word} ({twin})"
    return Tip("glossary", head, row.means.in_(locale))

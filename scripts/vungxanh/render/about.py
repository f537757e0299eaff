"""What a lesson says of itself: when it was reviewed, on what it rests, and what in it is stale.

A notice is calm and exact: which part, which document, what took its place, and what still holds.
"""

import datetime
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from vungxanh.model.law import LegalDocument
from vungxanh.model.lesson import Lesson, Locale, Page, PageMeta, TranslationMeta
from vungxanh.model.registry import Registries
from vungxanh.readers.citations import PAGE_OF, Citation, citations
from vungxanh.render.phrases import date_in
from vungxanh.render.tips import tip

_ENDED = ("replaced", "ended")


@dataclass(frozen=True)
class Source:
    """A row the lesson leans on: where its page is from here, its name, what to know of it."""

    href: str
    name: str
    text: str


@dataclass(frozen=True)
class About:
    """The foot of a lesson. `reviewed` and `next` are in words; `due` is the day, if there is one.

    `overdue` is the notice to be shown from that day on, as HTML.
    """

    reviewed: str
    next: str
    due: datetime.date | None
    overdue: str
    sources: tuple[Source, ...]


def about(registries: Registries, lesson: Lesson, locale: Locale) -> About:
    """Return what stands at the foot of `lesson`."""
    say = _speaker(registries, locale)
    meta = lesson.meta
    due = registries.site.review.of_lesson(meta)
    reviewed = date_in(meta.reviewed, locale) if meta.reviewed else say("never")
    if meta.reviewed and meta.reviewer:
        reviewed += f", {meta.reviewer}"
    overdue = ""
    if due:
        law = f'<a href="{_href(lesson, locale, "legal")}">{escape(say("library"))}</a>'
        overdue = escape(say("overdue")).format(date=date_in(due, locale), library=law)
    return About(
        reviewed, date_in(due, locale) if due else say("no_date"), due, overdue,
        _sources(registries, lesson, locale),
    )  # fmt: skip


def notices(registries: Registries, page: Page, locale: Locale) -> list[str]:
    """Return as HTML what readers must know before they rely on `page`; mostly nothing."""
    found = []
    if isinstance(page, Lesson):
        found += _ended(registries, page, locale)
    return found + _older(registries, page, locale)


def _sources(registries: Registries, lesson: Lesson, locale: Locale) -> tuple[Source, ...]:
    document = lesson.text(locale)
    rows = dict.fromkeys(one.row for one in citations(document) if not one.taught)
    return tuple(
        Source(_href(lesson, document.locale, row.registry, row.anchor), short.head, short.text)
        for row in rows
        if row.registry != "glossary" and (short := tip(registries, row, locale))
    )


def _ended(registries: Registries, lesson: Lesson, locale: Locale) -> list[str]:
    """Return a notice for each document that is no longer the law, where the text does not know.

    A paragraph that names the new document beside the old one tells of it itself.
    """
    say = _speaker(registries, locale)
    rows = {row.id.lower(): row for row in registries.legal}
    document = lesson.text(locale)
    stale: dict[str, list[Citation]] = {}
    for one in citations(document):
        row = rows.get(one.row.anchor) if one.row.registry == "legal" else None
        if row is None or row.status not in _ENDED or one.taught:
            continue
        if row.replaced_by and row.replaced_by.lower() in {near.anchor for near in one.beside}:
            continue
        stale.setdefault(one.row.anchor, []).append(one)
    return [
        _ended_notice(rows, rows[anchor], named, lesson, locale, say)
        for anchor, named in stale.items()
    ]


def _ended_notice(
    rows: dict[str, LegalDocument],
    row: LegalDocument,
    named: list[Citation],
    lesson: Lesson,
    locale: Locale,
    say: Callable[[str], str],
) -> str:
    def link(one: LegalDocument) -> str:
        href = _href(lesson, locale, "legal", one.id.lower())
        return f'<a href="{href}">{escape(one.named(locale))}</a>'

    sections = dict.fromkeys((one.anchor, one.section) for one in named)
    parts = ", ".join(
        f'<a href="#{anchor}">“{escape(title)}”</a>' if anchor else escape(say("beginning"))
        for anchor, title in sections
    )
    new = rows.get((row.replaced_by or "").lower())
    key = "replaced" if new else "ended"
    words = escape(say(key)).format(parts=parts, old=link(row), new=link(new) if new else "")
    return f"{words} {escape(say('rest'))}"


def _older(registries: Registries, page: Page, locale: Locale) -> list[str]:
    """Return the notice on a translation of a text that has changed since."""
    source, text = page.documents["vi"], page.text(locale)
    if not isinstance(text.meta, TranslationMeta | PageMeta) or text is source:
        return []
    if text.meta.translates in (None, source.digest):
        return []
    here = posixpath.dirname(page.address(locale))
    say = _speaker(registries, locale)
    words = escape(say("original"))
    link = f'<a href="{posixpath.relpath(page.address("vi"), here)}" hreflang="vi">{words}</a>'
    return [escape(say("older")).format(original=link)]


def _href(lesson: Lesson, locale: Locale, registry: str, anchor: str = "") -> str:
    """Return the address of a row, or of its page, from that of `lesson`."""
    page = PAGE_OF[registry].removeprefix("docs/").removesuffix(".md") + ".html"
    # Each language has every page, translated or not.
    there = page if locale == "vi" else f"{locale}/{page}"
    path = posixpath.relpath(there, posixpath.dirname(lesson.address(locale)))
    return f"{path}#{anchor}" if anchor else path


def _speaker(registries: Registries, locale: Locale) -> Callable[[str], str]:
    return lambda key: registries.say("about", key, locale)

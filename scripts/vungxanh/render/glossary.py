"""The words that lessons explain, in the order of a dictionary."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from vungxanh.model.lesson import Lesson, Locale
from vungxanh.model.registry import Registries, Term
from vungxanh.readers.citations import PAGE_OF, cited_in
from vungxanh.render.filters import filter_strip
from vungxanh.render.phrases import lang, other, page_links
from vungxanh.text.alphabet import initial, order


def glossary(registries: Registries, lessons: Sequence[Lesson], locale: Locale) -> str:
    """Return every term that may be told as a fact, under its letter, with a strip to filter."""
    terms = [row for row in registries.glossary if row.basis != "unconfirmed"]
    terms.sort(key=lambda row: order(row.term.in_(locale)))
    cited = cited_in(lessons, "glossary")
    parts = [
        filter_strip(
            registries.say("glossary", "filter", locale),
            registries.say("glossary", "filter_count", locale),
            len(terms),
        )
    ]
    for letter, rows in groupby(terms, key=lambda row: initial(row.term.in_(locale))):
        items = "".join(_term(registries, row, cited.get(row.id, []), locale) for row in rows)
        # No heading: fifty terms have twenty letters, and the contents would be twice as long.
        parts.append(
            f'<section data-group=""><p class="vx-letter" aria-hidden="true" '
            f'data-search-exclude="">{escape(letter)}</p>{items}</section>'
        )
    return f'<div class="vx-glossary">{"".join(parts)}</div>'


def _term(registries: Registries, row: Term, lessons: list[Lesson], locale: Locale) -> str:
    twin = other(locale)
    names = [f"<span{lang(twin, locale)}>{escape(row.term.in_(twin))}</span>"]
    names += [f"<span>{escape(name)}</span>" for name in row.also if name != row.term.in_(twin)]
    parts = [
        f'<h2 id="{row.id}">{escape(row.term.in_(locale))}</h2>',
        f'<p class="vx-term__names">{", ".join(names)}</p>',
        f"<p>{escape(row.means.in_(locale))}</p>",
        _ground(registries, row, locale),
    ]
    if links := page_links(lessons, locale):
        words = escape(registries.say("legal", "cited", locale))
        parts.append(f'<p class="vx-law__lessons" data-search-exclude="">{words} {links}</p>')
    return f'<div class="vx-entry" data-row="">{"".join(parts)}</div>'


def _ground(registries: Registries, row: Term, locale: Locale) -> str:
    """Return the words of the law, and where they stand."""
    law = next((one for one in registries.legal if one.id == row.law and one.listed), None)
    quote = f'<q lang="vi">{escape(row.quote)}</q> ' if row.quote else ""
    if law is None:
        return f"<p>{quote}</p>" if quote else ""
    place = f"<span{lang('vi', locale)}>{escape(row.place)}</span>, " if row.place else ""
    link = f'<a href="repo:{PAGE_OF["legal"]}#{law.id.lower()}">{escape(law.short(locale))}</a>'
    words = escape(registries.say("glossary", "ground", locale))
    return f'<p class="vx-law__facts">{quote}{words} {place}{link}.</p>'

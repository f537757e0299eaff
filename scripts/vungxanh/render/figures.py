"""Numbers from surveys and reports: never without the year, who asked, and whom."""

from collections.abc import Sequence
from html import escape

from vungxanh.model.lesson import Lesson, Locale
from vungxanh.model.reference import Figure
from vungxanh.model.registry import Registries
from vungxanh.readers.citations import cited_in
from vungxanh.render.filters import filter_strip
from vungxanh.render.phrases import date_in, lang, page_links


def figures(registries: Registries, lessons: Sequence[Lesson], locale: Locale) -> str:
    """Return every figure that may be told as a fact, the newest first, with a filter."""
    rows = [row for row in registries.figures if row.basis != "unconfirmed"]
    rows.sort(key=lambda row: -row.year)
    cited = cited_in(lessons, "figures")
    strip = filter_strip(
        registries.say("figures", "filter", locale),
        registries.say("figures", "filter_count", locale),
        len(rows),
    )
    entries = "".join(_figure(registries, row, cited.get(row.id, []), locale) for row in rows)
    return f'<div class="vx-figures">{strip}{entries}</div>'


def asked(registries: Registries, row: Figure, locale: Locale) -> str:
    """Return who published the figure, when, and whom they asked."""
    unknown = registries.say("figures", "no_sample", locale)
    sample = row.sample.in_(locale) if row.sample else unknown
    return f"{row.body.in_(locale)}, {row.year}; {sample}"


def _figure(registries: Registries, row: Figure, lessons: list[Lesson], locale: Locale) -> str:
    caution = f"<p>{escape(row.caution.in_(locale))}</p>" if row.caution else ""
    checked = registries.say("figures", "checked", locale)
    facts = f"{asked(registries, row, locale)}. {checked} {date_in(row.checked_on, locale)}."
    used = ""
    if links := page_links(lessons, locale):
        words = escape(registries.say("legal", "cited", locale))
        used = f'<p class="vx-law__lessons" data-search-exclude="">{words} {links}</p>'
    return (
        f'<div class="vx-entry" data-row=""><h2 id="{row.id}">'
        f"<strong{lang('vi', locale)}>{escape(row.value)}</strong> "
        f"<span>{escape(row.says.in_(locale))}</span></h2>{caution}"
        f'<p class="vx-law__facts">{escape(facts)}</p>{used}</div>'
    )

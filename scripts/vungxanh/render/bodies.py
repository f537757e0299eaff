"""Offices that are no more, since when, and who took over which part of their work."""

from html import escape

from vungxanh.model.body import Body
from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Registries
from vungxanh.render.filters import filter_strip
from vungxanh.render.phrases import date_in


def bodies(registries: Registries, locale: Locale) -> str:
    """Return every office that is gone, with a filter, and those nobody is certain of."""
    gone = [row for row in registries.bodies if row.gone and row.basis != "unconfirmed"]
    unsure = [row for row in registries.bodies if row.basis == "unconfirmed"]
    strip = filter_strip(
        registries.say("bodies", "filter", locale),
        registries.say("bodies", "filter_count", locale),
        len(gone),
    )
    entries = "".join(_body(registries, row, locale) for row in gone)
    rest = ""
    if unsure:
        names = "".join(f"<li>{escape(row.name.in_(locale))}</li>" for row in unsure)
        words = escape(registries.say("bodies", "unsure", locale))
        rest = f"<p>{words}</p><ul>{names}</ul>"
    return f'<div class="vx-bodies">{strip}{entries}{rest}</div>'


def successors(registries: Registries, row: Body, locale: Locale) -> list[str]:
    """Return who took over, and which part: `Sở Tư pháp`, `Công an thành phố (an toàn …)`."""
    names = {one.id: one.name.in_(locale) for one in registries.bodies}
    return [
        names[one.body] + (f" ({one.part.in_(locale)})" if one.part else "")
        for one in row.into
        if one.body in names
    ]


def until(registries: Registries, row: Body, locale: Locale) -> str:
    """Return since when the office is no more."""
    if row.until is None:
        return registries.say("bodies", "gone", locale)
    words = registries.say("bodies", "gone_since", locale)
    return words.format(date=date_in(row.until, locale))


def _body(registries: Registries, row: Body, locale: Locale) -> str:
    names = successors(registries, row, locale)
    rows = "".join(f"<li>{escape(name)}</li>" for name in names)
    now = escape(registries.say("bodies", "now" if names else "nobody", locale))
    return (
        f'<div class="vx-entry" data-row=""><h2 id="{row.id}">{escape(row.name.in_(locale))}</h2>'
        f'<p class="vx-law__facts">{escape(until(registries, row, locale))}</p>'
        f"<p>{now}</p>{f'<ul>{rows}</ul>' if rows else ''}</div>"
    )

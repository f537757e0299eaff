"""What replaced what: the documents before and after one, as a list in the order of time."""

import datetime
from html import escape

from vungxanh.model.law import LegalDocument
from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Registries
from vungxanh.render.phrases import date_in


def succession(registries: Registries, row: LegalDocument, locale: Locale) -> str:
    """Return the list of what came before and after `row`; nothing where it stands alone.

    It reads in words, from the oldest to the newest; the style draws a line beside it.
    """
    family = _family(registries, row)
    unknown = [name for one in family for name in one.replaces if "/" in name]
    if len(family) == 1 and not unknown:
        return ""
    say = {key: escape(registries.say("legal", f"line{key}", locale)) for key in ("", "_before")}
    rows = [f"<li>{say['_before']}: {escape(', '.join(unknown))}</li>"] if unknown else []
    rows += [_item(registries, one, one is row, locale) for one in family]
    # Search tells the same more shortly: the status says what replaced the document.
    return (
        f'<div data-search-exclude=""><p class="vx-law__sub">{say[""]}</p>'
        f'<ol class="vx-line">{"".join(rows)}</ol></div>'
    )


def _item(registries: Registries, row: LegalDocument, here: bool, locale: Locale) -> str:
    name, days = escape(row.number or row.title.in_(locale)), _days(registries, row, locale)
    if here:
        words = escape(registries.say("legal", "line_self", locale))
        return f'<li aria-current="true">{days}: <strong>{name}</strong> ({words})</li>'
    return f'<li>{days}: <a href="#{row.id.lower()}">{name}</a></li>'


def _days(registries: Registries, row: LegalDocument, locale: Locale) -> str:
    """Return from when to when `row` was the law, as far as it is known."""
    start, end = row.in_force or row.issued, row.ended
    if start and end:
        return f"{date_in(start, locale)} – {date_in(end, locale)}"
    key = "line_from" if start else "line_until" if end else "line_undated"
    day = start or end
    words = registries.say("legal", key, locale)
    return escape(words.format(date=date_in(day, locale)) if day else words)


def _family(registries: Registries, row: LegalDocument) -> list[LegalDocument]:
    """Return `row` with all that it replaced and that replaced it, however far, oldest first."""
    rows = {one.id: one for one in registries.legal if one.listed}
    found, left = {row.id}, [row]
    while left:
        one = left.pop()
        near = {*one.replaces, *((one.replaced_by,) if one.replaced_by else ())}
        for id_ in near & rows.keys() - found:
            found.add(id_)
            left.append(rows[id_])
    first = datetime.date.min
    return sorted(
        (one for one in registries.legal if one.id in found),
        key=lambda one: one.in_force or one.issued or first,
    )

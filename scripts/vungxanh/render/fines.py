"""What may be fined today, after what a person's age says about being fined at all."""

from collections.abc import Callable
from html import escape

from vungxanh.model.law import Age, Amount, Fine
from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Registries
from vungxanh.readers.citations import PAGE_OF
from vungxanh.render.phrases import date_in, lang

_MILLION = 1_000_000


def fines(registries: Registries, locale: Locale) -> str:
    """Return the ages, the amounts that are certain, and the acts whose amounts are not."""
    say = _speaker(registries, locale)
    known = [row for row in registries.fines if row.printable]
    open_ = [row for row in registries.fines if not row.printable]
    ages = "".join(_age(registries, row, locale) for row in registries.ages)
    parts = [f'<h2 id="tuoi">{escape(say("ages"))}</h2><dl class="vx-ages">{ages}</dl>']
    if known:
        rows = "".join(_fine(registries, row, locale) for row in known)
        parts.append(f'<h2 id="muc-phat">{escape(say("known"))}</h2>{rows}')
    if open_:
        rows = "".join(_unknown(registries, row, locale) for row in open_)
        parts.append(
            f'<h2 id="dang-cho">{escape(say("open"))}</h2><p>{escape(say("open_why"))}</p>'
            f"<ul>{rows}</ul>"
        )
    return f'<div class="vx-fines">{"".join(parts)}</div>'


def amounts(registries: Registries, row: Fine, locale: Locale) -> list[str]:
    """Return in words what the act may cost, a person first."""
    say = _speaker(registries, locale)
    found = [
        say(key).format(range=_range(amount, say))
        for key, amount in (("individual", row.individual), ("organisation", row.organisation))
        if amount
    ]
    return found + ([row.rule.in_(locale)] if row.rule else [])


def _range(amount: Amount, say: Callable[[str], str]) -> str:
    if amount.least == 0:
        return say("at_most").format(most=_millions(amount.most))
    return say("range").format(least=_millions(amount.least), most=_millions(amount.most))


def _millions(dong: int) -> str:
    """Return millions as both languages write small numbers; halves keep their fraction."""
    whole, rest = divmod(dong, _MILLION)
    return f"{whole},{rest * 10 // _MILLION}" if rest else str(whole)


def _age(registries: Registries, row: Age, locale: Locale) -> str:
    say = _speaker(registries, locale)
    key = "age_from_under" if row.least and row.under else "age_from" if row.least else "age_under"
    who = say(key).format(least=row.least, under=row.under)
    return (
        f'<div id="{row.id}"><dt>{escape(who)}</dt><dd>{escape(row.rule.in_(locale))} '
        f"{_ground(registries, row, locale)}</dd></div>"
    )


def _fine(registries: Registries, row: Fine, locale: Locale) -> str:
    say = _speaker(registries, locale)
    costs = "".join(
        f"<li>{escape(one[0].upper() + one[1:])}</li>" for one in amounts(registries, row, locale)
    )
    looked = escape(f"{say('checked')} {date_in(row.checked_on, locale)}.")
    return (
        f'<div class="vx-entry"><h3 id="{row.id.lower()}">{escape(row.act.in_(locale))}</h3>'
        f'<ul>{costs}</ul><p class="vx-law__facts">{_ground(registries, row, locale)} {looked}</p>'
        "</div>"
    )


def _unknown(registries: Registries, row: Fine, locale: Locale) -> str:
    return f"<li>{escape(row.act.in_(locale))}. {_ground(registries, row, locale)}</li>"


def _ground(registries: Registries, row: Age | Fine, locale: Locale) -> str:
    """Return `(Điều 5, Luật 15/2012/QH13)`, the document as a link where the library has it."""
    law = next((one for one in registries.legal if one.id == row.law), None)
    if law is None:
        return ""
    name = escape(law.short(locale))
    if law.listed:
        name = f'<a href="repo:{PAGE_OF["legal"]}#{law.id.lower()}">{name}</a>'
    return f"<small>(<span{lang('vi', locale)}>{escape(row.place)}</span>, {name})</small>"


def _speaker(registries: Registries, locale: Locale) -> Callable[[str], str]:
    return lambda key: registries.say("fines", key, locale)

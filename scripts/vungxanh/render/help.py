"""Where help is: the box at the foot of lessons, and the cards of the help page."""

import re
from html import escape

from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Contact, Registries

HELP_PAGE = "docs/can-giup-do/index.md"


def help_box(registries: Registries, locale: Locale) -> str:
    """Return the box that ends a lesson: the emergency numbers and the way to the help page."""

    def say(key: str) -> str:
        return escape(registries.say("help", key, locale))

    numbers = "".join(_line(contact, locale) for contact in _printable(registries))
    return (
        '<aside class="vx-help" data-search-exclude="">'
        f'<h2 id="can-giup-do">{say("title")}</h2>'
        f'<p>{say("lead")} <span class="vx-help__tap">{say("tap")}</span></p>'
        f'<ul class="vx-help__numbers">{numbers}</ul>'
        f'<p><a href="repo:{HELP_PAGE}">{say("more")}</a></p></aside>'
    )


def contacts(registries: Registries, locale: Locale) -> str:
    """Return every contact that may be printed, as cards with their number to tap."""
    cards = "".join(_card(registries, contact, locale) for contact in _printable(registries))
    return f'<ul class="vx-contacts">{cards}</ul>'


def _printable(registries: Registries) -> list[Contact]:
    return [one for one in registries.contacts if one.printable and one.number]


def _call(contact: Contact) -> str:
    """Return the start of a link that dials: phones take no blanks or dots in an address."""
    number = contact.number or ""
    digits = re.sub(r"[^+\d]", "", number)
    return f'<a class="vx-call" href="tel:{digits}"><strong>{number}</strong>'


def _line(contact: Contact, locale: Locale) -> str:
    return f"<li>{_call(contact)} <span>{escape(contact.use.in_(locale))}</span></a></li>"


def _card(registries: Registries, contact: Contact, locale: Locale) -> str:
    notes = [contact.hours.in_(locale)] if contact.hours else []
    if contact.free:
        notes.append(registries.say("help", "free", locale))
    small = f"<small>{escape(' · '.join(notes))}</small>" if notes else ""
    return (
        f'<li class="vx-contact" id="{contact.id.lower()}">'
        f"{_call(contact)} "
        f"<span>{escape(contact.name.in_(locale))}</span></a>"
        f"<p>{escape(contact.use.in_(locale))}</p>{small}</li>"
    )

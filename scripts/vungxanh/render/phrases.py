"""What every page made from registries writes the same way: dates, languages, links to pages."""

import datetime
from collections.abc import Sequence
from html import escape

from vungxanh.model.lesson import Locale, Page
from vungxanh.text.dates import vietnamese_date


def date_in(date: datetime.date, locale: Locale) -> str:
    """Return a day as people of the language write it: `05/3/2026`, `5 March 2026`."""
    return vietnamese_date(date) if locale == "vi" else f"{date.day} {date:%B %Y}"


def lang(written: Locale, locale: Locale) -> str:
    """Return the attribute that a text in `written` needs on a page in `locale`, if any."""
    return "" if written == locale else f' lang="{written}"'


def page_links(pages: Sequence[Page], locale: Locale) -> str:
    """Return links to each page once, in the reader's language where it has one."""
    texts = {page.path: page.text(locale) for page in pages}
    return ", ".join(
        f'<a href="repo:{path}"{lang(text.locale, locale)}>{escape(text.meta.title)}</a>'
        for path, text in texts.items()
    )


def other(locale: Locale) -> Locale:
    """Return the language that `locale` is not."""
    return "en" if locale == "vi" else "vi"

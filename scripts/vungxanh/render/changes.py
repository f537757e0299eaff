"""What changed from edition to edition: lessons and facts that are new, changed or gone."""

from collections.abc import Mapping, Sequence
from html import escape

from vungxanh.model.change import Change, Changed
from vungxanh.model.lesson import Locale, Page
from vungxanh.model.registry import Registries
from vungxanh.readers.citations import PAGE_OF
from vungxanh.render.help import HELP_PAGE
from vungxanh.render.phrases import date_in

_KINDS = ("added", "changed", "removed")
_PAGES = {**PAGE_OF, "contacts": HELP_PAGE}


def changes(
    registries: Registries, pages: Sequence[Page], history: Sequence[Change], locale: Locale
) -> str:
    """Return the editions, the newest first; `pages` are those that can be linked.

    Without a history the site is no edition, and the page says when the list will be there.
    """
    if not history:
        words = escape(registries.say("changes", "none", locale))
        return f'<div class="vx-changes"><p>{words}</p></div>'
    known = {page.path: page for page in pages}
    parts = "".join(_edition(registries, one, known, locale) for one in history)
    return f'<div class="vx-changes" data-search-exclude="">{parts}</div>'


def _edition(
    registries: Registries, change: Change, known: Mapping[str, Page], locale: Locale
) -> str:
    def say(key: str, **values: str) -> str:
        return escape(registries.say("changes", key, locale).format(**values))

    day = date_in(change.made, locale)
    head = f'<h2 id="{escape(change.version)}">{say("edition", version=change.version)}</h2>'
    if not change.before:
        return f"{head}<p>{say('first', date=day)}</p>"
    parts = [head, f"<p>{say('since', date=day, before=change.before)}</p>"]
    for kind in _KINDS:
        rows: tuple[Changed, ...] = getattr(change, kind)
        for key, some in (
            ("lessons", [row for row in rows if not row.registry]),
            ("facts", [row for row in rows if row.registry]),
        ):
            if some:
                items = "".join(
                    f"<li>{_row(registries, row, known, kind, locale)}</li>" for row in some
                )
                parts.append(f"<p><strong>{say(f'{key}_{kind}')}</strong></p><ul>{items}</ul>")
    if len(parts) == 2:
        parts.append(f"<p>{say('same')}</p>")
    return "".join(parts)


def _row(
    registries: Registries, row: Changed, known: Mapping[str, Page], kind: str, locale: Locale
) -> str:
    """Return the name of a lesson or a fact, as a link while there is something to lead to."""
    name = escape(row.vi if locale == "vi" else row.en)
    if not row.registry:
        there = kind != "removed" and row.path in known
        return f'<a href="repo:{escape(row.path)}">{name}</a>' if there else name
    label = escape(registries.say("changes", f"of_{row.registry}", locale))
    page = _PAGES.get(row.registry, "")
    if kind != "removed" and _stands(registries, row) and page in known:
        name = f'<a href="repo:{page}#{escape(row.anchor)}">{name}</a>'
    return f"{label}: {name}"


def _stands(registries: Registries, row: Changed) -> bool:
    """Return whether the fact is still there: an old edition's may have gone since."""
    rows = getattr(registries, row.registry, ())
    return any(one.id.lower() == row.anchor for one in rows)

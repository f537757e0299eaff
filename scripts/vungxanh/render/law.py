"""The legal library: every document that readers may see, and what it means for them."""

from collections.abc import Callable, Sequence
from html import escape

from vungxanh.model.law import Article, LegalDocument
from vungxanh.model.lesson import Lesson, Locale
from vungxanh.model.registry import Registries
from vungxanh.readers.citations import cited_in
from vungxanh.render.filters import Switch, filter_strip
from vungxanh.render.phrases import date_in, page_links
from vungxanh.render.succession import succession

# The subjects in the order an official meets them, and of each first what is the law of today.
_SUBJECTS = ("conduct", "network", "children", "liability", "office", "plan", "other")
_STATUSES = ("in-force", "unconfirmed", "replaced", "ended")


def legal_library(registries: Registries, lessons: Sequence[Lesson], locale: Locale) -> str:
    """Return every listed document under its subject, with a strip to filter them."""
    listed = [row for row in registries.legal if row.listed]
    cited = cited_in(lessons, "legal")
    parts = []
    for subject in _SUBJECTS:
        rows = [row for row in listed if row.subject == subject]
        if rows:
            rows.sort(key=lambda row: _STATUSES.index(row.status))
            name = escape(registries.say("legal", f"subject_{subject}", locale))
            documents = "".join(_document(registries, row, cited, locale) for row in rows)
            parts.append(
                f'<section data-group=""><h2 id="{subject}">{name}</h2>{documents}</section>'
            )
    say = _speaker(registries, locale)
    only = Switch("state", "in-force", say("filter_now"))
    strip = filter_strip(say("filter"), say("filter_count"), len(listed), only)
    return f'<div class="vx-library">{strip}{"".join(parts)}</div>'


def status_of(registries: Registries, row: LegalDocument, locale: Locale) -> str:
    """Return in words whether `row` is the law of today; if not, what is."""
    say = _speaker(registries, locale)
    new = next((one for one in registries.legal if one.id == row.replaced_by), None)
    if new is None:
        return say("status_" + row.status.replace("-", "_"))
    words = say("status_replaced_by").format(name=new.short(locale))
    return words + (
        say("status_since").format(date=date_in(row.ended, locale)) if row.ended else ""
    )


def _document(
    registries: Registries, row: LegalDocument, cited: dict[str, list[Lesson]], locale: Locale
) -> str:
    parts = [
        f'<h3 id="{row.id.lower()}">{escape(row.short(locale))}</h3>',
        _title(row, locale),
        f'<p><strong class="vx-badge">{escape(status_of(registries, row, locale))}</strong></p>',
        f"<p>{escape(row.meaning.in_(locale))}</p>",
        _articles(registries, row, locale),
        succession(registries, row, locale),
        f'<p class="vx-law__facts">{_facts(registries, row, locale)}</p>',
    ]
    if links := page_links(cited.get(row.id.lower(), []), locale):
        words = escape(registries.say("legal", "cited", locale))
        # The lessons are found by themselves.
        parts.append(f'<p class="vx-law__lessons" data-search-exclude="">{words} {links}</p>')
    return (
        f'<div class="vx-law vx-law--{row.status}" data-row="" data-state="{row.status}">'
        f"{''.join(parts)}</div>"
    )


def _title(row: LegalDocument, locale: Locale) -> str:
    """Return the subject matter: in Vietnamese, as the law is found, then in the reader's words."""
    title = escape(row.title.vi)
    if locale == "vi":
        return f'<p class="vx-law__title">{title}</p>' if row.number else ""
    known = f" <span>({escape(row.title.in_(locale))})</span>" if row.number else ""
    return f'<p class="vx-law__title"><span lang="vi">{title}</span>{known}</p>'


def _articles(registries: Registries, row: LegalDocument, locale: Locale) -> str:
    if not row.articles:
        return ""
    say = _speaker(registries, locale)
    doubt = f" ({escape(say('article_unconfirmed'))})"

    def item(one: Article) -> str:
        place = escape(one.place[0].upper() + one.place[1:])
        known = "" if locale == "vi" else ' lang="vi"'
        says = escape(one.says.in_(locale)) + (doubt if one.basis == "unconfirmed" else "")
        return f"<li><strong{known}>{place}:</strong> {says}</li>"

    rows = "".join(map(item, row.articles))
    return (
        f'<p class="vx-law__sub">{escape(say("articles"))}</p>'
        f'<ul class="vx-law__articles">{rows}</ul>'
    )


def _facts(registries: Registries, row: LegalDocument, locale: Locale) -> str:
    """Return who issued it and when, on what we rely, and when somebody last looked."""
    say = _speaker(registries, locale)
    facts = [row.body.in_(locale)]
    facts += [
        f"{say(key)} {date_in(date, locale)}"
        for key, date in (("issued", row.issued), ("in_force", row.in_force), ("ended", row.ended))
        if date
    ]
    if row.amended_by:
        facts.append(f"{say('amended_by')} {', '.join(row.amended_by)}")
    key, date = ("confirmed", row.confirmed) if row.confirmed else ("checked", row.checked_on)
    ground = say(f"basis_{row.basis}")
    return escape(f"{' · '.join(facts)}. {ground}. {say(key)} {date_in(date, locale)}.")


def _speaker(registries: Registries, locale: Locale) -> Callable[[str], str]:
    return lambda key: registries.say("legal", key, locale)

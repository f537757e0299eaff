"""The legal library and the coverage of the plan, computed from the registries."""

import datetime
from collections.abc import Callable, Sequence
from html import escape

from vungxanh.model.lesson import Lesson, Locale, Page
from vungxanh.model.registry import LegalDocument, PlanRow, Registries
from vungxanh.text.dates import vietnamese_date

_GROUPS = (
    ("now", ("in-force",)),
    ("unconfirmed", ("unconfirmed",)),
    ("past", ("replaced", "ended")),
)


def legal_library(registries: Registries, lessons: list[Lesson], locale: Locale) -> str:
    """Return every document: what is in force first, then what awaits a check, then the past."""
    cited: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        for link in lesson.documents["vi"].links:
            if "phap-luat/index.md#" in link.target:
                cited.setdefault(link.target.rpartition("#")[2], []).append(lesson)
    parts = []
    for key, statuses in _GROUPS:
        rows = [row for row in registries.legal if row.status in statuses and row.listed]
        if rows:
            name = escape(registries.say("legal", f"group_{key}", locale))
            parts.append(f'<h2 id="{key}">{name}</h2>')
            parts += [_document(registries, row, cited, locale) for row in rows]
    return f'<div class="vx-library">{"".join(parts)}</div>'


def coverage(
    registries: Registries, lessons: list[Lesson], pages: Sequence[Page], locale: Locale
) -> str:
    """Return the rows of the plan with what serves each here, also where nothing does."""
    served = _served(registries, lessons, pages)

    def say(key: str) -> str:
        return escape(registries.say("coverage", key, locale))

    rows = "".join(
        f'<tr id="{row.id.lower()}"><th scope="row">{row.id}</th>'
        f'<td><q lang="vi">{escape(row.quote)}</q></td>'
        f"<td>{_cell(_links(served[row.id], locale), _state(row, served, say))}</td></tr>"
        for row in registries.plan
    )
    supported = [row for row in registries.plan if row.role == "supported"]
    count = sum(row.role == "served" and bool(served[row.id]) for row in registries.plan)
    summary = say("summary").format(
        served=count,
        all=len(registries.plan),
        supported=len(supported),
        open=len(registries.plan) - count - len(supported),
    )
    head = "".join(f'<th scope="col">{say(key)}</th>' for key in ("row", "task", "here"))
    return (
        f'<div class="vx-coverage" data-search-exclude=""><p>{summary}</p>'
        f'<div class="vx-scroll" tabindex="0" role="region" aria-label="{say("label")}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></div>"
    )


def _cell(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _served(
    registries: Registries, lessons: list[Lesson], pages: Sequence[Page]
) -> dict[str, list[Page]]:
    """Return what serves each row: lessons that name it, then what the row itself names."""
    known: dict[str, Page] = {lesson.meta.id: lesson for lesson in lessons}
    known |= {page.path: page for page in (*lessons, *pages)}
    return {
        row.id: [
            *(lesson for lesson in lessons if row.id in lesson.meta.plan),
            *(known[name] for name in row.here if name in known),
        ]
        for row in registries.plan
    }


def _state(row: PlanRow, served: dict[str, list[Page]], say: Callable[[str], str]) -> str:
    """Return what must be said beside the links: that this is support only, or that none is there.

    A website cannot punish, pay or give orders, however many lessons it has on the matter.
    """
    if row.role == "supported":
        return say("supported")
    return "" if served[row.id] else say("open")


def _document(
    registries: Registries, row: LegalDocument, cited: dict[str, list[Lesson]], locale: Locale
) -> str:
    def say(key: str) -> str:
        return escape(registries.say("legal", key, locale))

    kind, title = escape(row.type.in_(locale)), escape(row.title.in_(locale))
    name = f"{kind} {escape(row.number)}" if row.number else title
    facts = [escape(row.body.in_(locale))]
    facts += [
        f"{say(key)} {_date(date, locale)}"
        for key, date in (("issued", row.issued), ("in_force", row.in_force), ("ended", row.ended))
        if date
    ]
    for key, others in (
        ("amended_by", row.amended_by),
        ("replaces", row.replaces),
        ("replaced_by", (row.replaced_by,) if row.replaced_by else ()),
    ):
        if others:
            facts.append(f"{say(key)} {', '.join(_short(registries, one) for one in others)}")
    lessons = _links(cited.get(row.id.lower(), []), locale)
    unread = 'data-search-exclude=""'  # the lessons are found by themselves
    used = f'<p class="vx-law__lessons" {unread}>{say("cited")} {lessons}</p>' if lessons else ""
    original = f"<span{_lang('vi', locale)}>{escape(row.title.vi)}</span>"
    if locale != "vi" and row.number:
        original += f" <span>({title})</span>"
    under = f'<p class="vx-law__title">{original}</p>' if row.number or locale != "vi" else ""
    return (
        f'<div class="vx-law vx-law--{row.status}"><h3 id="{row.id.lower()}">{name}</h3>{under}'
        f'<p><strong class="vx-badge">{say("status_" + row.status.replace("-", "_"))}</strong> '
        f"{escape(row.meaning.in_(locale))}</p>"
        f'<p class="vx-law__facts">{" · ".join(facts)}. '
        f"{_looked_at(registries, row, locale)}.</p>{used}</div>"
    )


def _looked_at(registries: Registries, row: LegalDocument, locale: Locale) -> str:
    """Return when the office confirmed the status, or else when somebody last looked."""
    key, date = ("confirmed", row.confirmed) if row.confirmed else ("checked", row.checked_on)
    return f"{escape(registries.say('legal', key, locale))} {_date(date, locale)}"


def _short(registries: Registries, id_: str) -> str:
    """Return the number of a document, as a link where the library has it."""
    row = next((row for row in registries.legal if row.id == id_ and row.listed), None)
    if row is None:
        return escape(id_)
    return f'<a href="#{escape(row.id.lower())}">{escape(row.number or row.title.vi)}</a>'


def _links(pages: Sequence[Page], locale: Locale) -> str:
    """Return each page once, in the reader's language where it has one."""
    texts = {page.path: page.text(locale) for page in pages}
    return ", ".join(
        f'<a href="repo:{path}"{_lang(text.locale, locale)}>{escape(text.meta.title)}</a>'
        for path, text in texts.items()
    )


def _lang(written: Locale, locale: Locale) -> str:
    return "" if written == locale else f' lang="{written}"'


def _date(date: datetime.date, locale: Locale) -> str:
    return vietnamese_date(date) if locale == "vi" else f"{date.day} {date:%B %Y}"

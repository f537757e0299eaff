"""The legal library and the coverage of the plan, computed from the registries."""

import datetime
from html import escape

from vungxanh.model.lesson import Lesson, Locale
from vungxanh.model.registry import LegalDocument, Registries
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


def coverage(registries: Registries, lessons: list[Lesson], locale: Locale) -> str:
    """Return the rows of the plan with the lessons that serve each, also where none does."""
    served: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        for row in lesson.meta.plan:
            served.setdefault(row, []).append(lesson)

    def say(key: str) -> str:
        return escape(registries.say("coverage", key, locale))

    rows = "".join(
        f'<tr id="{row.id.lower()}"><th scope="row">{row.id}</th>'
        f'<td><q lang="vi">{escape(row.quote)}</q></td>'
        f"<td>{_lessons(served.get(row.id, []), locale) or say(_state(row.role))}</td></tr>"
        for row in registries.plan
    )
    count = sum(row.id in served for row in registries.plan)
    summary = say("summary").format(served=count, all=len(registries.plan))
    head = "".join(f'<th scope="col">{say(key)}</th>' for key in ("row", "task", "here"))
    return (
        f'<div class="vx-coverage" data-search-exclude=""><p>{summary}</p>'
        f'<div class="vx-scroll" tabindex="0" role="region" aria-label="{say("label")}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></div>"
    )


def _state(role: str) -> str:
    return "supported" if role == "supported" else "open"


def _document(
    registries: Registries, row: LegalDocument, cited: dict[str, list[Lesson]], locale: Locale
) -> str:
    def say(key: str) -> str:
        return escape(registries.say("legal", key, locale))

    lang = "" if locale == "vi" else ' lang="vi"'
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
    lessons = _lessons(cited.get(row.id.lower(), []), locale)
    unread = 'data-search-exclude=""'  # the lessons are found by themselves
    used = f'<p class="vx-law__lessons" {unread}>{say("cited")} {lessons}</p>' if lessons else ""
    original = f"<span{lang}>{escape(row.title.vi)}</span>"
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


def _lessons(lessons: list[Lesson], locale: Locale) -> str:
    seen = {lesson.path: lesson for lesson in lessons}
    return ", ".join(
        f'<a href="repo:{path}">{escape(lesson.text(locale).meta.title)}</a>'
        for path, lesson in seen.items()
    )


def _date(date: datetime.date, locale: Locale) -> str:
    return vietnamese_date(date) if locale == "vi" else f"{date.day} {date:%B %Y}"

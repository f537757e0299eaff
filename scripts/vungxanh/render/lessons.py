"""Cards: the six kinds of readers on the home page, the lessons on each reader's page."""

from html import escape

from vungxanh.model.lesson import Document, Lesson, Locale
from vungxanh.model.question import SCORED
from vungxanh.model.registry import Audience, Registries
from vungxanh.render.icons import icon


def audience_cards(registries: Registries, locale: Locale) -> str:
    """Return one card for each audience: who you are, and a line that invites you in."""
    cards = "".join(
        f'<li><a class="vx-audience vx-audience--{one.id}" href="repo:docs/{one.id}/index.md">'
        f'{icon(one.id)}<span class="vx-audience__name">{escape(one.name.in_(locale))}</span>'
        f'<span class="vx-audience__invite">{escape(one.invite.in_(locale))}</span></a></li>'
        for one in registries.audiences
    )
    return f'<ul class="vx-audiences" data-search-exclude="">{cards}</ul>'


def lesson_list(
    registries: Registries, audience: Audience, lessons: list[Lesson], locale: Locale
) -> str:
    """Return the audience's lessons as cards, under a heading for each level of school."""
    mine = [lesson for lesson in lessons if lesson.audience == audience.id]
    if not mine:
        return f"<p>{escape(registries.say('lesson', 'none', locale))}</p>"
    if not audience.levels:
        return f"<div>{_cards(registries, mine, locale)}</div>"
    parts = []
    for level in audience.levels:
        chosen = [lesson for lesson in mine if lesson.meta.level == level.id]
        if chosen:
            name = escape(level.name.in_(locale))
            heading = f'<h2 id="{level.id.lower()}">{name}</h2>'
            parts.append(heading + _cards(registries, chosen, locale))
    return f"<div>{''.join(parts)}</div>"


def grades(registries: Registries, lesson: Lesson, locale: Locale) -> str:
    """Return `Lớp 6–8, 10`, or nothing for a lesson that is for no grade."""
    numbers = grade_numbers(lesson)
    return registries.say("lesson", "grades", locale).format(grades=numbers) if numbers else ""


def grade_numbers(lesson: Lesson) -> str:
    """Return `6–8, 10`, or nothing for a lesson that is for no grade."""
    runs: list[list[int]] = []
    for number in sorted(lesson.meta.grades):
        if runs and number - runs[-1][-1] <= 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, sorted({run[0], run[-1]}))) for run in runs)


def questions_of(document: Document) -> str:
    """Return the questions whose answers count, `id:digest` each, for scripts to look them up."""
    counted = [q for q in document.questions if q.kind in SCORED]
    return " ".join(f"{q.id}:{q.digest}" for q in counted)


def _cards(registries: Registries, lessons: list[Lesson], locale: Locale) -> str:
    cards = "".join(_card(registries, lesson, locale) for lesson in lessons)
    return (
        '<p class="vx-progress" hidden=""></p>'
        f'<ul class="vx-cards" data-progress="" data-search-exclude="">{cards}</ul>'
    )


def _card(registries: Registries, lesson: Lesson, locale: Locale) -> str:
    document = lesson.text(locale)
    data = f'data-lesson="{lesson.meta.id}" data-questions="{escape(questions_of(document))}"'
    sensitive = ' data-sensitive=""' if lesson.meta.sensitive else ""
    lang = "" if document.locale == locale else f' lang="{document.locale}"'
    title = escape(document.meta.title)
    summary = escape(getattr(document.meta, "summary", ""))
    details = [escape(text) for text in (grades(registries, lesson, locale),) if text]
    if lesson.meta.status == "draft":
        details.append(escape(registries.say("lesson", "draft", locale)))
    meta = "".join(f"<span>{text}</span>" for text in details)
    return (
        f'<li class="vx-card" {data}{sensitive}>'
        f'<a class="vx-card__link" href="repo:{lesson.path}"{lang}>{title}</a>'
        f'<p class="vx-card__summary"{lang}>{summary}</p>'
        f'<p class="vx-card__meta">{meta}<span class="vx-card__progress" hidden=""></span></p></li>'
    )

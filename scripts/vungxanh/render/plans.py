"""The list of lesson plans on the teachers' page, under a heading for each audience."""

from collections.abc import Mapping
from html import escape

from vungxanh.model.lesson import Lesson, Locale
from vungxanh.model.plan import LessonPlan
from vungxanh.model.registry import Registries
from vungxanh.readers.project import plan_path
from vungxanh.render.lessons import grades


def plan_list(
    registries: Registries,
    lessons: list[Lesson],
    plans: Mapping[str, LessonPlan],
    locale: Locale,
) -> str:
    """Return the plans of every lesson a reader may see, in reading order."""
    parts = []
    for audience in registries.audiences:
        mine = [one for one in lessons if one.audience == audience.id and plan_path(one) in plans]
        if mine:
            rows = "".join(_row(registries, lesson, locale) for lesson in mine)
            name = escape(audience.name.in_(locale))
            parts.append(f'<h3 id="giao-an-{audience.id}">{name}</h3><ul>{rows}</ul>')
    if not parts:
        return f"<p>{escape(registries.say('plan', 'empty', locale))}</p>"
    return f'<div class="vx-plans" data-search-exclude="">{"".join(parts)}</div>'


def _row(registries: Registries, lesson: Lesson, locale: Locale) -> str:
    document = lesson.text(locale)
    lang = "" if document.locale == locale else f' lang="{document.locale}"'
    details = [text for text in (grades(registries, lesson, locale),) if text]
    if lesson.meta.status == "draft":
        details.append(registries.say("lesson", "draft", locale))
    small = f" <small>{escape(' · '.join(details))}</small>" if details else ""
    title = escape(document.meta.title)
    return f'<li><a href="repo:{plan_path(lesson)}"{lang}>{title}</a>{small}</li>'

"""Floor 5: what somebody has to look at again, and until when.

The intervals stand in the registry `site` (`review`), the days of the last look in front matter
(`reviewed`) and in the registries (`checked_on`).
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from vungxanh.model.lesson import Lesson, Page
from vungxanh.model.registry import LISTS, Entry, Fact, LegalDocument, Words
from vungxanh.readers.project import Project
from vungxanh.readers.registries import registry_file
from vungxanh.text.dates import months_after

# The registries that follow the law, and so change when it does.
_OF_LAW = ("fines", "ages")
# Where a row of a registry says what it is about, in both languages.
_TITLES = ("title", "name", "act", "term", "question", "says", "rule", "now")


@dataclass(frozen=True)
class Due:
    """One thing to look at. `why` is a key of the words of reports (`due_…`).

    `date` is the last good day, or the day something happens; None where it is waiting already.
    """

    date: datetime.date | None
    why: str
    id: str
    title: Words
    file: str
    line: int | None = None


@dataclass(frozen=True)
class Agenda:
    """What is due: `overdue` before today, `coming` in the days asked for, `waiting` with no date.

    `later` is the first day after those on which something is due, where there is one.
    """

    today: datetime.date
    days: int
    overdue: tuple[Due, ...]
    coming: tuple[Due, ...]
    waiting: tuple[Due, ...]
    later: datetime.date | None


def agenda(project: Project, today: datetime.date, days: int) -> Agenda:
    """Return what falls due until `days` after `today`, by date."""
    found = [*_lessons(project), *_translations(project), *_law(project, today)]
    found += [*_contacts(project), *_facts(project), *_questions(project)]
    dated = sorted(
        (one for one in found if one.date), key=lambda one: (one.date, one.why, one.file)
    )
    last = today + datetime.timedelta(days=days)
    after = [one.date for one in dated if one.date and one.date > last]
    return Agenda(
        today,
        days,
        overdue=tuple(one for one in dated if one.date and one.date < today),
        coming=tuple(one for one in dated if one.date and today <= one.date <= last),
        waiting=tuple(one for one in found if not one.date),
        later=min(after, default=None),
    )


def _lessons(project: Project) -> Iterator[Due]:
    """Lessons that readers see; a draft is not finished, so there is nothing to review."""
    review = project.registries.site.review
    for lesson in project.published():
        date = review.of_lesson(lesson.meta)
        yield Due(date, "lesson" if date else "lesson_never", lesson.meta.id, *_named(lesson))


def _translations(project: Project) -> Iterator[Due]:
    drafts = {one.path for one in project.lessons if one.meta.status == "draft"}
    for owner in project.owners.values():
        if "en" not in owner.documents or owner.path in drafts:
            continue
        source, translation = owner.documents["vi"], owner.documents["en"]
        if translation.translates == source.digest:
            continue
        why = "translation_stale" if translation.translates else "translation_never"
        id_ = owner.meta.id if isinstance(owner, Lesson) else owner.path
        line = translation.lines.get("translates")
        yield Due(None, why, id_, _named(owner)[0], translation.path, line)


def _named(owner: Page) -> tuple[Words, str]:
    titles = {locale: owner.text(locale).meta.title for locale in ("vi", "en")}
    return Words(**titles), owner.path


def _law(project: Project, today: datetime.date) -> Iterator[Due]:
    """Documents: looked at again, never compared with the official text, beginning or ending."""
    months = project.registries.site.review.law
    for row in project.registries.legal:
        yield _entry(project, "legal", row, "law", row.checked_on, months)
        if row.confirmed is None:
            yield _entry(project, "legal", row, "law_unconfirmed")
        if row.in_force and row.in_force >= today:
            yield _entry(project, "legal", row, "law_starts", row.in_force)
        if row.ended and (row.ended >= today or row.status == "in-force"):
            yield _entry(project, "legal", row, "law_ends", row.ended)


def _contacts(project: Project) -> Iterator[Due]:
    months = project.registries.site.review.contacts
    for row in project.registries.contacts:
        if row.printable and row.checked_on:
            yield _entry(project, "contacts", row, "contact", row.checked_on, months)
        else:
            yield _entry(project, "contacts", row, "contact_unconfirmed")


def _facts(project: Project) -> Iterator[Due]:
    """Every registry of facts but the library of law, which has its own rules."""
    review = project.registries.site.review
    for name, row in LISTS.items():
        if issubclass(row, Fact) and row is not LegalDocument:
            months = review.law if name in _OF_LAW else review.facts
            for fact in getattr(project.registries, name.replace("-", "_")):
                yield _entry(project, name, fact, "fact", fact.checked_on, months)


def _questions(project: Project) -> Iterator[Due]:
    points = [row for row in project.registries.open_points if row.answered is None]
    for row in sorted(points, key=lambda one: not one.first):
        yield _entry(project, "open-points", row, "question")


def _entry(
    project: Project,
    registry: str,
    row: Entry,
    why: str,
    date: datetime.date | None = None,
    months: int = 0,
) -> Due:
    """Return a row of a registry as due `months` after `date`."""
    id_ = str(getattr(row, "id", ""))
    title = next(words for name in _TITLES if (words := getattr(row, name, None)))
    line = project.registries.line(registry, id_)
    after = months_after(date, months) if date else None
    return Due(after, why, id_, title, registry_file(registry), line)

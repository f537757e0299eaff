"""Change the status of one document, and every lesson that cites it shows it."""

import pytest

from projects import REPOSITORY
from vungxanh.readers.citations import citations
from vungxanh.readers.project import read_project
from vungxanh.render.about import notices

PROJECT, _ = read_project(REPOSITORY)
LESSONS = PROJECT.published()
CITING = {
    (one.row.anchor, lesson.meta.id, locale): lesson
    for lesson in LESSONS
    for locale, document in lesson.documents.items()
    for one in citations(document)
    if one.row.registry == "legal" and not one.taught
}
ALIVE = {row.id.lower() for row in PROJECT.registries.legal if row.status == "in-force"}


def ended(anchor):
    """The registries with one document ended, and no other put in its place."""
    rows = tuple(
        row.model_copy(update={"status": "ended"}) if row.id.lower() == anchor else row
        for row in PROJECT.registries.legal
    )
    return PROJECT.registries.model_copy(update={"legal": rows})


@pytest.mark.parametrize("anchor", sorted({anchor for anchor, *_ in CITING} & ALIVE))
def test_every_lesson_that_cites_it_shows_that_it_has_ended(anchor):
    registries = ended(anchor)
    for lesson in LESSONS:
        for locale in lesson.documents:
            told = [text for text in notices(registries, lesson, locale) if f'#{anchor}"' in text]
            cites = (anchor, lesson.meta.id, locale) in CITING
            assert bool(told) is cites, (lesson.path, locale)


def test_today_no_lesson_has_a_notice():
    for lesson in LESSONS:
        for locale in lesson.documents:
            assert notices(PROJECT.registries, lesson, locale) == [], (lesson.path, locale)

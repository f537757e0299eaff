"""The plans of the real lessons: each lesson has one, and its page loses no word of it."""

import html
import re
from collections import Counter

import pytest

from projects import REPOSITORY
from vungxanh.readers.project import plan_path, read_project

PROJECT, _ = read_project(REPOSITORY)
LESSONS = {f"{one.audience}/{one.slug}": one for one in PROJECT.published()}


def words(text: str) -> Counter:
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("name", LESSONS)
def test_the_teachers_page_keeps_every_word_of_the_plan(name, built_site):
    source = (REPOSITORY / plan_path(LESSONS[name])).read_text(encoding="utf-8")
    source = re.sub(r"\]\([^)]*\)", "", source)  # where a link leads is no word
    page = (built_site / name / "giao-an.html").read_text(encoding="utf-8")
    plan = page.partition('id="giao-an"')[2].partition('id="phieu"')[0]
    plan = re.sub(r"</?(?:em|strong|a|code|span)\b[^>]*>", "", plan)
    lost = words(source) - words(html.unescape(re.sub(r"<[^>]+>", " ", plan)))
    assert {word for word in lost if not word.isdecimal()} == set()  # lists number themselves


@pytest.mark.parametrize("name", LESSONS)
def test_every_lesson_can_be_taught_from_paper(name):
    lesson = LESSONS[name]
    plan = PROJECT.plan(lesson)
    assert plan.minutes == lesson.meta.minutes
    assert len(plan.activities) >= 3
    assert lesson.documents["vi"].notes
    school = lesson.meta.level is not None
    assert not school or lesson.documents["vi"].family

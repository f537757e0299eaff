"""Every lesson of the site, in both languages: opened and answered, with and without a script."""

import re

import pytest

from projects import REPOSITORY
from vungxanh.readers.project import read_project

PROJECT, _ = read_project(REPOSITORY)
LESSONS = [
    (f"{prefix}{lesson.audience}/{lesson.slug}/index.html", lesson)
    for lesson in PROJECT.published()
    for prefix in ("", "en/")
]
NAMES = [path for path, _ in LESSONS]


@pytest.fixture
def visit(browser, served_site):
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
        contexts.append(context)
        page = context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{served_site}/{path}")
        return page, faults

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("path", "lesson"), LESSONS, ids=NAMES)
def test_every_question_can_be_answered(visit, path, lesson):
    page, faults = visit(path)
    for question in lesson.documents["vi"].questions:
        quiz = page.locator(f"vx-quiz#{question.id}")
        for place in question.right:
            quiz.locator(f"label[for={question.id}-{place}]").click()
        quiz.locator("button[type=submit]").first.click()
        assert quiz.get_attribute("data-result") == "right"
        assert quiz.locator(".vx-explanation").is_visible()
    kept = page.evaluate("localStorage.getItem('vung-xanh')") or ""
    assert (lesson.meta.id in kept) is not lesson.meta.sensitive
    assert faults == []


@pytest.mark.parametrize(("path", "lesson"), LESSONS, ids=NAMES)
def test_every_answer_can_be_read_without_a_script(visit, path, lesson):
    page, _ = visit(path, java_script_enabled=False)
    for question in lesson.documents["vi"].questions:
        quiz = page.locator(f"vx-quiz#{question.id}")
        assert not quiz.locator(".vx-explanation").is_visible()
        quiz.locator(".vx-answer summary").click()
        assert quiz.locator(".vx-explanation").is_visible()
        right = quiz.locator("li[data-right]")
        assert right.count() == len(question.right)


@pytest.mark.parametrize(("path", "lesson"), LESSONS, ids=NAMES)
def test_a_sensitive_lesson_has_a_neutral_title_and_a_quick_exit(visit, path, lesson):
    page, _ = visit(path)
    title = lesson.text("en" if path.startswith("en/") else "vi").meta.title
    assert (title not in page.title()) is lesson.meta.sensitive
    assert page.locator("a.vx-exit").count() == int(lesson.meta.sensitive)
    assert page.locator(".vx-bar__help").is_visible()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_help_is_one_tap_away_from_every_page(visit, built_site, prefix):
    page, _ = visit(f"{prefix}index.html")
    page.locator(".vx-bar__help").click()
    page.wait_for_url(re.compile("can-giup-do"))
    assert page.locator("a[href='tel:111']").first.is_visible()
    for html in (built_site / prefix).rglob("*.html"):
        assert 'class="vx-bar__help"' in html.read_text(encoding="utf-8"), html

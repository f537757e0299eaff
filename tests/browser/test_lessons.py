"""Every lesson of the site, in both languages: opened and answered, with and without a script."""

import re

import component_pages as pages
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


def text_of(lesson, path):
    return lesson.text("en" if path.startswith("en/") else "vi")


def choose(quiz, question):
    for place in question.right:
        quiz.locator(f"label[for={question.id}-{place}]").click()


def judge(quiz, question):
    for place, statement in enumerate(question.choices, 1):
        quiz.locator(f"label[for={question.id}-{place}-{int(statement.right)}]").click()


def arrange(quiz, question):
    """Press the arrows, as a reader does: each item upwards until it is in its place."""
    rows = quiz.locator(".vx-order__item")
    for place in range(1, len(question.items) + 1):
        while rows.nth(place - 1).get_attribute("data-choice") != str(place):
            quiz.locator(f".vx-order__item[data-choice='{place}'] button").first.click()


def match(quiz, question):
    for place, pair in enumerate(question.pairs, 1):
        if pair.left:
            quiz.locator(f"#{question.id}-{place}").select_option(str(place))


def fill(quiz, question):
    for place, spellings in enumerate(question.gaps, 1):
        quiz.locator(f"#{question.id}-{place}").fill(spellings[0])


ANSWERS = {
    "single": choose,
    "multiple": choose,
    "true-false": judge,
    "order": arrange,
    "match": match,
    "fill": fill,
}


def walks(question):
    """Return for each end of a scenario one walk to it: the steps after the first."""
    steps = {step.id: step for step in question.steps}
    found, waiting, seen = [], [(question.steps[0].id,)], {question.steps[0].id}
    while waiting:
        walk = waiting.pop(0)
        ways = steps[walk[-1]].ways
        if not ways:
            found.append(walk[1:])
        for way in ways:
            if way.target not in seen:
                seen.add(way.target)
                waiting.append((*walk, way.target))
    return found


def walk_every_way(quiz, question):
    again = "|".join(pages.say("js", "story_again", locale) for locale in ("vi", "en"))
    for number, walk in enumerate(walks(question)):
        if number:
            quiz.get_by_role("button", name=re.compile(again)).click()
        for step in walk:
            quiz.locator(f"a[href='#{step}']:visible").click()
        assert quiz.locator(".vx-explanation").is_visible()


def think(quiz, question):
    quiz.locator("textarea").fill("Một câu của mình.")
    quiz.locator("button").first.click()


LOOSE = {"scenario": walk_every_way, "reflect": think}


@pytest.mark.parametrize(("path", "lesson"), LESSONS, ids=NAMES)
def test_every_question_can_be_answered(visit, path, lesson):
    page, faults = visit(path)
    page.evaluate("VungXanh.quiz.flush()")
    for question in text_of(lesson, path).questions:
        quiz = page.locator(f"vx-quiz#{question.id}")
        if question.kind in LOOSE:
            LOOSE[question.kind](quiz, question)
            assert quiz.get_attribute("data-state") == "done"
        else:
            ANSWERS[question.kind](quiz, question)
            quiz.locator(".vx-button--main").click()
            assert quiz.get_attribute("data-result") == "right", question.id
        assert quiz.locator(".vx-explanation").is_visible()
    kept = page.evaluate("localStorage.getItem('vung-xanh')") or ""
    assert (lesson.meta.id in kept) is not lesson.meta.sensitive
    assert faults == []


def solution(question):
    """How many lines of the answer are marked right."""
    if question.choices:
        return len(question.right)
    pairs = [pair for pair in question.pairs if pair.left]
    return len(question.items) + len(pairs) + len(question.gaps)


@pytest.mark.parametrize(("path", "lesson"), LESSONS, ids=NAMES)
def test_every_answer_can_be_read_without_a_script(visit, path, lesson):
    page, _ = visit(path, java_script_enabled=False)
    for question in text_of(lesson, path).questions:
        quiz = page.locator(f"vx-quiz#{question.id}")
        assert not quiz.locator(".vx-explanation").is_visible()
        quiz.locator(".vx-answer summary").click()
        assert quiz.locator(".vx-explanation").is_visible()
        assert quiz.locator("li[data-right]").count() == solution(question)


@pytest.mark.parametrize(("path", "lesson"), LESSONS, ids=NAMES)
def test_a_sensitive_lesson_has_a_neutral_title_and_a_quick_exit(visit, path, lesson):
    page, _ = visit(path)
    title = text_of(lesson, path).meta.title
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

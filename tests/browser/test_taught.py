"""Whole lessons, taught as in class: from a USB stick, without a network, on two screens.

From the teachers' page to the plan, from the plan to the room's window, through every slide and
every question with the keys of a clicker, to the end.
"""

import itertools
import shutil

import pytest
from playwright.sync_api import expect
from test_projector import LESSONS, LOOK, STAGE, Room

CLICKER = ("PageDown", "Enter", "Space", "ArrowRight")
PUPILS = "hoc-sinh/truoc-khi-dang/index.html"
CLASSES = [
    (PUPILS, (1024, 768)),
    (PUPILS, (1280, 720)),
    ("hoc-sinh/dung-roi-ke/index.html", (1024, 768)),
    ("can-bo/tap-tin-la/index.html", (1280, 720)),
]
DRAWN = (
    "document.querySelector('.vx-strip__number').textContent"
    f" + document.querySelector('{STAGE}').innerHTML"
)
# What would give an answer away, by the number of its question.
ANSWERS = """() => Object.fromEntries([...document.querySelectorAll('vx-quiz')].map(quiz => [
  quiz.querySelector('.vx-quiz__number').textContent.trim(),
  [...quiz.querySelectorAll('.vx-explanation, .vx-feedback__text')]
    .map(one => one.textContent.trim()).filter(text => text.length > 25)]))"""


@pytest.fixture(scope="module")
def stick(built_site, tmp_path_factory):
    """A USB stick with the built site."""
    return shutil.copytree(built_site, tmp_path_factory.mktemp("o-dia") / "USB của cô")


class Lesson:
    """A lesson being taught: the teacher's window, the room's, and what must never happen."""

    def __init__(self, context, stick, path):
        self.sensitive = LESSONS[path].meta.sensitive
        self.faults, self.outside, self.answered = [], [], set()
        home = stick.as_uri()
        context.on(
            "request",
            lambda one: (
                one.url.startswith((home, "data:", "blob:")) or self.outside.append(one.url)
            ),
        )
        context.on("console", lambda line: line.type == "error" and self.faults.append(line.text))
        context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        self.desk = context.new_page()
        self.desk.goto(f"{home}/giao-vien/index.html")
        self.desk.locator(
            f".vx-page a[href$='{path.replace('index.html', 'giao-an.html')}']"
        ).click()
        self.notes = self.desk.locator(".vx-teacher-note > *:not(h3)").all_text_contents()
        with context.expect_page() as opened:
            self.desk.locator(".vx-desk-open").click()
        self.page = opened.value
        self.room = Room(self.page)
        self.page.locator(f"{STAGE} .vx-slide").wait_for()
        expect(self.desk.locator(".vx-desk")).to_have_attribute("data-wire", "on")
        self.desk.get_by_role("button", name="Bắt đầu", exact=True).click()
        self.answers = self.page.evaluate(ANSWERS)

    @property
    def revealed(self):
        """Whether some of the answer stands on the slide."""
        return self.page.locator(f"{STAGE} [data-open], {STAGE} [data-shown]").count() > 0

    def look(self):
        """What the class sees now is whole and legible, and tells nothing too early."""
        self.faults += [(self.room.at, *one) for one in self.page.evaluate(LOOK)]
        shown = self.page.locator(".vx-stage").text_content()
        early = [
            text
            for name, texts in self.answers.items()
            if name not in self.answered
            for text in texts
            if text in shown
        ]
        assert not early
        if not self.revealed:
            assert self.page.locator(".vx-stage [data-right], .vx-stage [data-filled]").count() == 0
        everything = self.page.evaluate("document.documentElement.textContent")
        assert not [note for note in self.notes if len(note) > 25 and note.strip() in everything]
        expect(self.desk.locator(".vx-desk__now h2")).to_contain_text(f" {self.room.at}/")
        expect(self.desk.locator(".vx-desk__now .vx-desk__title")).to_have_text(self.full_title())

    def full_title(self):
        return self.page.evaluate(
            "() => { const { slides, at } = VxProjector.now(); return slides[at].title }"
        )

    def number(self):
        """The number of the question on this slide, if there is one."""
        over = self.page.locator(f"{STAGE} .vx-slide--ask .vx-slide__over")
        return over.inner_text().partition(" ·")[0] if over.count() else ""

    def press(self, key):
        """Press a key; return whether anything came of it."""
        before = self.page.evaluate(DRAWN)
        self.page.keyboard.press(key)
        if self.page.evaluate(DRAWN) != before:
            return True
        return self.page.locator(".vx-panel:not([hidden])").count() > 0

    def raise_hands(self):
        """Count the class: typed for the first choice, by tap for the second."""
        fields = self.page.locator(f"{STAGE} .vx-hands input")
        if self.sensitive:
            assert fields.count() == 0
            return
        if not self.page.locator("[data-act=count]").count():
            return
        self.room.press("h")
        expect(fields.first).to_be_focused()
        self.page.keyboard.type("17")
        self.page.keyboard.press("Enter")
        plus = self.page.locator(f"{STAGE} [data-add='1']")
        plus.nth(1).click()
        plus.nth(1).click()
        expect(fields.nth(1)).to_have_value("2")
        expect(self.desk.locator(".vx-desk .vx-hands input").first).to_have_value("17")
        self.look()
        self.page.locator("[data-act=count]").click()


@pytest.fixture
def teach(browser, stick):
    contexts = []

    def begin(path, size):
        width, height = size
        context = browser.new_context(offline=True, viewport={"width": width, "height": height})
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Lesson(context, stick, path)

    yield begin
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("path", "size"), CLASSES, ids=str)
def test_a_lesson_is_taught_to_its_last_slide(teach, path, size):
    lesson = teach(path, size)
    room, page = lesson.room, lesson.page
    seen, counted, interlude = [], set(), False
    for key in itertools.islice(itertools.cycle(CLICKER), 250):
        seen.append(room.at)
        name = lesson.number()
        lesson.look()
        ways = page.locator(f"{STAGE} button.vx-ask__letter:enabled")
        story = name and ways.count() and not lesson.revealed
        if name and (story or name not in counted):
            lesson.raise_hands()
            counted.add(name)
        if room.at > room.all // 2 and not interlude and not name:
            interruptions(lesson)
            interlude = True
        if name:
            lesson.answered.add(name)  # the next press may tell
        if story and lesson.sensitive:
            ways.first.click()
        elif not lesson.press(key):
            break
    assert room.at == room.all
    assert interlude
    # Of a story a class sees one way; of all else everything.
    told = page.evaluate("VxProjector.now().slides.flatMap((one, at) => one.step ? [] : [at + 1])")
    assert not set(told) - set(seen)
    assert lesson.answered == set(lesson.answers)
    expect(lesson.desk.locator(".vx-desk__next")).to_contain_text("Hết bài.")
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(address)
    page.keyboard.press("p")  # the next class begins at the beginning
    expect(room.number).to_have_text(f"1/{room.all}")
    assert not lesson.faults
    assert not lesson.outside


def interruptions(lesson):
    """In the middle of it: dark, all slides, a jump, a clock, home for the day and back."""
    room, page, desk = lesson.room, lesson.page, lesson.desk
    at = room.at
    page.keyboard.press("b")
    expect(desk.locator(".vx-desk__dark")).to_be_visible()
    page.keyboard.press("PageDown")  # the light comes back, nothing turns
    expect(room.title).to_be_visible()
    assert room.at == at
    room.open("o", "overview")
    page.keyboard.press("Escape")
    room.press("2", "Enter")
    assert room.at == 2
    for digit in str(at):
        page.keyboard.press(digit)
    page.keyboard.press("Enter")
    assert room.at == at
    room.open("t", "timer")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    expect(page.locator(".vx-strip__timer")).to_be_visible()
    lesson.look()
    desk.get_by_role("button", name="Tắt đồng hồ", exact=True).click()
    expect(page.locator(".vx-strip__timer")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(desk.locator(".vx-desk")).to_have_attribute("data-wire", "page")
    page.keyboard.press("p")
    assert room.at == at

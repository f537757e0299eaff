"""The lesson as slides: nothing cut off, legible from the last row, driven by keys, live in class.

The room's screen must show neither notes nor a key that has not been revealed.
"""

import gzip
import re

import pytest
from playwright.sync_api import expect
from test_axe import SETTINGS, faults

from projects import REPOSITORY
from vungxanh.readers.project import read_project

PROJECT, _ = read_project(REPOSITORY)
LESSONS = {
    f"{prefix}{lesson.audience}/{lesson.slug}/index.html": lesson
    for lesson in PROJECT.published()
    for prefix in ("", "en/")
}
VIETNAMESE = [path for path in LESSONS if not path.startswith("en/")]
OPEN = next(path for path in VIETNAMESE if "tap-tin-la" in path)
SENSITIVE = next(path for path in VIETNAMESE if LESSONS[path].meta.sensitive)
SIZES = [(1024, 768), (1280, 720), (1920, 1080)]
STAGE = ".vx-stage__view:not(.vx-stage__sheet)"

# What is too small, cut off or pale on the slide one sees.
LOOK = """() => {
  const slide = document.querySelector('.vx-stage__view:not(.vx-stage__sheet) .vx-slide');
  const found = [];
  const least = innerHeight / 24;
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(one => {
      const part = one / 255;
      return part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
    });
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const room = slide.querySelector('.vx-slide__body').getBoundingClientRect();
  const page = slide.getBoundingClientRect();
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const style = getComputedStyle(element);
    if (!node.data.trim() || !element.getClientRects().length) continue;
    if (element.closest('.vx-unseen') || style.visibility === 'hidden') continue;
    const text = node.data.trim().slice(0, 30);
    if (parseFloat(style.fontSize) < least) found.push(['small', text, style.fontSize]);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const inBody = !!element.closest('.vx-slide__body');
    const bottom = inBody ? room.bottom : page.bottom;
    if (box.bottom > bottom + 2 || box.right > page.right || box.left < 0) {
      found.push(['cut off', text, box.bottom - bottom]);
    }
    const grounds = [behind(element)];
    const row = element.closest('.vx-ask__row');
    const bar = row && row.querySelector('.vx-ask__bar');
    if (bar && behind(element) === behind(row)) grounds.push(getComputedStyle(bar).backgroundColor);
    grounds.forEach(ground => {
      const ratio = contrast(style.color, ground);
      if (ratio < 7) found.push(['pale', text, ratio]);
    });
  }
  if (slide.scrollHeight > slide.clientHeight + 1) found.push(['overflows', slide.innerText]);
  slide.querySelectorAll('img').forEach(image => {
    const box = image.getBoundingClientRect();
    if (box.bottom > page.bottom || box.right > page.right) found.push(['picture cut off']);
  });
  return found;
}"""


class Room:
    """The screen of the room, by what is seen on it."""

    def __init__(self, page):
        self.page = page
        self.slide = page.locator(f"{STAGE} .vx-slide")
        self.title = page.locator(f"{STAGE} .vx-slide__title")
        self.number = page.locator(".vx-strip__number")

    @property
    def at(self):
        return int(self.number.inner_text().split("/")[0])

    @property
    def all(self):
        return int(self.number.inner_text().split("/")[1])

    def go(self, number):
        self.page.evaluate(f"location.hash = '#chieu={number}'")
        self.page.wait_for_function(
            f"document.querySelector('.vx-strip__number').textContent.startsWith('{number}/')"
        )

    def ask(self, kind):
        """Go to the first question of a kind; return its number on the page."""
        name = self.page.evaluate(
            "kind => { const quiz = document.querySelector(`vx-quiz[data-type=${kind}]`);"
            "return quiz && quiz.querySelector('.vx-quiz__number').textContent.trim(); }",
            kind,
        )
        assert name, kind
        for number in range(1, self.all + 1):
            self.page.evaluate(f"location.hash = '#chieu={number}'")
            self.page.wait_for_timeout(20)
            over = self.slide.locator(".vx-slide__over")
            if over.count() and over.inner_text().startswith(f"{name} ·"):
                return self.page.locator(f"vx-quiz[data-type={kind}]").first
        raise AssertionError(kind)

    def reveal(self):
        while self.page.locator("[data-act=reveal]").count():
            self.page.locator("[data-act=reveal]").click()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def open(self, key, kind):
        """Press a key that opens a panel, which is loaded at its first time."""
        self.press(key)
        self.page.locator(f".vx-panel[data-kind={kind}]").wait_for()


def with_kind(kind, sensitive=False):
    """A lesson with a question of a kind."""
    return next(
        path
        for path in VIETNAMESE
        if LESSONS[path].meta.sensitive is sensitive
        and any(one.kind == kind for one in LESSONS[path].documents["vi"].questions)
    )


@pytest.fixture
def enter(browser, served_site):
    """Opens a lesson on the projector; a fault of a script fails the test."""
    contexts, errors = [], []

    def open_room(path=OPEN, at="#chieu=1", size=(1024, 768), base=served_site, **options):
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, bypass_csp=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{base}/{path}{at}")
        if at.startswith("#chieu"):
            page.locator(f"{STAGE} .vx-slide").wait_for()
        return Room(page)

    yield open_room
    for context in contexts:
        context.close()
    assert not errors, errors


CUTS = [(path, size) for path in VIETNAMESE for size in SIZES]
CUTS += [(path, SIZES[0]) for path in LESSONS if path not in VIETNAMESE]


@pytest.mark.parametrize(("path", "size"), CUTS, ids=str)
def test_every_slide_is_whole_and_legible_before_and_after_the_answer(enter, path, size):
    room = enter(path, size=size)
    faulty = []
    for number in range(1, room.all + 1):
        room.page.evaluate(f"location.hash = '#chieu={number}'")
        room.page.wait_for_timeout(15)
        faulty += [(room.at, *one) for one in room.page.evaluate(LOOK)]
        if room.page.locator("[data-act=count]").count():
            room.page.locator("[data-act=count]").click()
            faulty += [(room.at, "counting", *one) for one in room.page.evaluate(LOOK)]
        while room.page.locator("[data-act=reveal]").count() and room.at == number:
            room.page.locator("[data-act=reveal]").click()
            faulty += [(room.at, "open", *one) for one in room.page.evaluate(LOOK)]
    assert not faulty


# Pressing


def test_keys_turn_slides_as_a_clicker_does(enter):
    room = enter()
    for key, where in [
        ("ArrowRight", 2), ("PageDown", 3), ("Space", 4), ("ArrowLeft", 3), ("PageUp", 2),
        ("End", room.all), ("Home", 1), ("ArrowLeft", 1),
    ]:  # fmt: skip
        room.press(key)
        assert room.at == where, key
        assert room.page.url.endswith(f"#chieu={where}")
    room.press("1", "2", "Enter")
    assert room.at == 12


def test_p_opens_it_and_esc_leaves_at_the_same_section(enter):
    room = enter(at="")
    room.press("p")
    expect(room.title).to_be_visible()
    room.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    title = room.title.inner_text().split(" (")[0]
    room.press("Escape")
    expect(room.page.locator(".vx-stage")).to_have_count(0)
    heading = room.page.locator(".vx-lesson h2", has_text=title).first
    expect(heading).to_be_in_viewport()
    assert room.page.url.endswith("#" + heading.get_attribute("id"))
    room.press("p")
    assert room.at == 6  # where one was


def test_p_in_a_field_is_a_letter(enter):
    path = with_kind("fill")
    room = enter(path, at="")
    room.page.locator(".vx-gap").first.click()
    room.press("p")
    expect(room.page.locator(".vx-gap").first).to_have_value("p")
    expect(room.page.locator(".vx-stage")).to_have_count(0)


def test_the_button_is_there_only_with_scripts(browser, served_site, enter):
    button = enter(at="").page.locator(".vx-project:visible")
    expect(button).to_have_count(1)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_site}/{OPEN}")
    expect(page.locator(".vx-project:visible")).to_have_count(0)
    context.close()


def test_blank_overview_timer_help(enter):
    room = enter()
    page = room.page
    room.press("ArrowRight", "b")
    expect(page.locator(".vx-stage[data-blank]")).to_have_count(1)
    expect(room.title).to_be_hidden()
    room.press("ArrowRight")  # brings the picture back, and turns nothing
    expect(room.title).to_be_visible()
    assert room.at == 2
    room.press(".", ".")
    room.open("o", "overview")
    cards = page.locator(".vx-card-of")
    expect(cards.nth(1)).to_be_focused()
    room.press("ArrowRight", "ArrowRight", "ArrowLeft")  # from card to card
    expect(cards.nth(2)).to_be_focused()
    assert room.at == 2
    cards.nth(4).click()
    assert room.at == 5
    room.open("t", "timer")
    page.keyboard.type("0,05")
    room.press("Enter")
    clock = page.locator(".vx-strip__timer")
    expect(clock).to_have_text(re.compile(r"^0:0\d$"))
    room.press("ArrowRight")
    expect(clock).to_be_visible()
    assert room.at == 6
    expect(clock).to_have_text("Hết giờ", timeout=30_000)  # three seconds, where time is not short
    room.open("?", "keys")
    room.press("Escape")
    expect(page.locator(".vx-panel[data-kind=keys]")).to_have_count(0)
    expect(page.locator(".vx-stage")).to_be_visible()


def test_a_finger_turns_slides(enter):
    room = enter(has_touch=True)
    swipe = """(from, to) => {
      const stage = document.querySelector('.vx-stage');
      const touch = x => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
      const send = (name, x, left) => stage.dispatchEvent(new TouchEvent(name,
        { touches: left, changedTouches: [touch(x)] }));
      send('touchstart', from, [touch(from)]);
      send('touchend', to, []);
    }"""
    room.page.evaluate(f"({swipe})(800, 300)")
    assert room.at == 2
    room.page.evaluate(f"({swipe})(300, 800)")
    assert room.at == 1


def test_a_picture_can_be_enlarged_and_is_passed_by_a_clicker(enter):
    room = enter()
    picture = room.page.locator(f"{STAGE} .vx-slide__picture")
    for _ in range(room.all):
        if picture.count():
            break
        room.press("Enter")  # some clickers send this one
    at = room.at
    room.press("z")
    big = room.page.locator(".vx-panel[data-kind=picture] img")
    expect(big).to_be_visible()
    assert big.bounding_box()["height"] > 600
    room.press("Escape")
    expect(big).to_have_count(0)
    picture.click()
    expect(big).to_be_visible()
    room.press("Escape", "Enter")  # whoever has enlarged it by hand goes on, too
    expect(big).to_have_count(0)
    assert room.at == at + 1
    room.press("ArrowLeft")
    picture.focus()
    room.press("Enter")  # and who has come to it with the Tab key enlarges it
    expect(big).to_be_visible()


def test_what_is_printed_is_the_lesson(enter):
    room = enter()
    room.page.emulate_media(media="print")
    expect(room.page.locator(".vx-stage")).to_be_hidden()
    expect(room.page.locator(".vx-lesson h2").first).to_be_visible()


def test_three_times_shift_still_leaves_a_sensitive_lesson(enter):
    room = enter(SENSITIVE)
    away = room.page.locator(".vx-exit").first.get_attribute("href")
    room.page.route(re.compile("^https:"), lambda route: route.fulfill(body="thoi tiet"))
    room.press("Shift", "Shift", "Shift")
    room.page.wait_for_url(away)


# Places


def test_another_size_is_cut_anew_and_stays_at_the_place(enter):
    room = enter()
    room.go(9)
    words = room.slide.inner_text().split("\n")[1][:40]
    room.page.set_viewport_size({"width": 1920, "height": 1080})
    room.page.wait_for_timeout(500)
    assert words in room.slide.inner_text()
    assert not room.page.evaluate(LOOK)
    room.page.set_viewport_size({"width": 1024, "height": 768})
    room.page.wait_for_timeout(500)
    assert words in room.slide.inner_text()


def test_the_keys_of_a_tablet_leave_what_is_typed(enter):
    room = enter(with_kind("single"))
    room.ask("single")
    room.press("h")
    field = room.page.locator(f"{STAGE} .vx-hands input").first
    expect(field).to_be_focused()
    room.page.set_viewport_size({"width": 1024, "height": 420})
    room.page.wait_for_timeout(300)
    expect(field).to_be_focused()
    field.fill("7")
    expect(field).to_have_value("7")


def test_a_reload_and_another_day_go_on_where_it_stopped(enter):
    room = enter()
    room.go(7)
    room.page.reload()
    expect(room.number).to_have_text(re.compile("^7/"))
    address = room.page.url.partition("#")[0]
    page = room.page.context.new_page()
    page.goto(address)
    page.keyboard.press("p")
    expect(page.locator(".vx-strip__number")).to_have_text(re.compile("^7/"))
    expect(page.locator(".vx-panel")).to_contain_text("Home")
    page.keyboard.press("End")
    page.goto("about:blank")
    page.goto(address)
    page.keyboard.press("p")
    expect(page.locator(".vx-strip__number")).to_have_text(re.compile("^1/"))


def test_of_a_sensitive_lesson_nothing_is_kept(enter):
    room = enter(SENSITIVE, at="")
    kept = "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"
    before = room.page.evaluate(kept)
    room.press("p")
    expect(room.title).to_be_visible()
    for number in range(1, room.all + 1):
        room.page.evaluate(f"location.hash = '#chieu={number}'")
        room.press("h", "g")
        room.reveal()
    room.go(7)
    assert room.page.evaluate(kept) == before
    room.page.reload()  # the address has it
    expect(room.number).to_have_text(re.compile("^7/"))


# Live questions


def said(room):
    """Everything the room could see or a screen reader say: all of the page that is displayed."""
    return room.page.evaluate("document.body.innerText")


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_hands_are_counted_and_the_answer_waits_to_be_revealed(enter, kind):
    room = enter(with_kind(kind))
    quiz = room.ask(kind)
    stage = room.page.locator(".vx-stage")
    letters = "ABCD"
    right = sorted(
        int(one.get_attribute("data-choice"))
        for one in quiz.locator(".vx-feedback > li[data-right]").all()
    )
    explanation = quiz.locator(".vx-explanation").text_content().strip()[:40]
    for selector in ("[data-right]", ".vx-explanation", ".vx-feedback"):
        assert stage.locator(selector).count() == 0, selector
    assert "✓" not in stage.text_content()
    assert explanation not in stage.text_content()
    expect(stage.locator(".vx-hands input").first).to_be_hidden()
    room.press("h")
    expect(stage.locator(".vx-hands input").first).to_be_focused()
    room.page.keyboard.type("5")
    room.press("Enter")
    room.page.keyboard.type("12")
    stage.locator("[data-key='3'] [data-add='1']").click()
    stage.locator("[data-key='3'] [data-add='1']").click()
    stage.locator("[data-key='3'] [data-add='-1']").click()
    assert "✓" not in stage.text_content()
    room.press("Escape") if stage.locator("input:focus").count() else None
    stage.locator("[data-act=reveal]").click()
    rows = stage.locator(f"{STAGE} [data-key]")
    sums = [row.locator(".vx-ask__sum").inner_text() for row in rows.all()]
    assert sums == ["5", "12", "1", "0"][: len(sums)]
    room.page.wait_for_timeout(600)
    bars = [row.locator(".vx-ask__bar").bounding_box()["width"] for row in rows.all()]
    assert bars[1] > bars[0] > bars[2] > 0
    marked = [at for at, row in enumerate(rows.all(), 1) if "✓ Đúng" in row.text_content()]
    assert marked == right
    assert explanation not in stage.text_content()
    wrong = next(at for at in range(1, 5) if at not in right)
    rows.nth(wrong - 1).click()
    told = quiz.locator(f".vx-feedback > li[data-choice='{wrong}'] .vx-feedback__text")
    expect(stage.locator(".vx-panel")).to_contain_text(told.text_content().strip()[:30])
    expect(stage.locator(".vx-panel")).to_contain_text(f"{letters[wrong - 1]}.")
    room.press("Escape", "ArrowRight")
    expect(room.slide).to_contain_text(explanation)


def test_a_clicker_alone_asks_reveals_explains_and_goes_on(enter):
    room = enter(with_kind("single"))
    room.ask("single")
    at = room.at
    room.press("PageDown")
    assert room.at == at
    expect(room.slide.locator("[data-right]")).to_have_count(1)
    room.press("PageDown")
    assert room.at == at + 1
    room.press("PageDown")
    assert room.at == at + 2
    room.press("PageUp", "PageUp")
    assert room.at == at


def test_the_explanation_cannot_be_jumped_to_before_the_answer(enter):
    room = enter(with_kind("single"))
    room.ask("single")
    at = room.at
    room.press("End")
    for digit in str(at + 1):
        room.press(digit)
    room.press("Enter")
    assert room.at == at
    room.open("o", "overview")
    numbers = [one.inner_text() for one in room.page.locator(".vx-card-of__n").all()]
    assert str(at) in numbers
    assert str(at + 1) not in numbers


def test_statements_are_settled_one_by_one(enter):
    room = enter(with_kind("true-false"))
    quiz = room.ask("true-false")
    rights = [
        one.get_attribute("data-right") is not None
        for one in quiz.locator(".vx-feedback > li").all()
    ]
    for settled in range(1, len(rights) + 1):
        room.press("ArrowRight")
        marks = [one.inner_text() for one in room.slide.locator(".vx-ask__mark").all()]
        wanted = ["✓ Đúng" if right else "✕ Sai" for right in rights[:settled]]
        assert marks[:settled] == wanted
        assert not any(marks[settled:])


def test_an_order_is_shown_scrambled_even_if_a_reader_has_ordered_it(enter):
    path = with_kind("order")
    room = enter(path, at="")
    quiz = room.page.locator("vx-quiz[data-type=order]").first
    came = quiz.locator(".vx-order").get_attribute("data-order").split()
    right = sorted(came, key=int)
    room.page.evaluate(
        "keys => { const list = document.querySelector('vx-quiz[data-type=order] .vx-order');"
        "list.append(...keys.map(key => list.querySelector(`[data-choice='${key}']`))) }",
        right,
    )
    room.press("p")
    expect(room.title).to_be_visible()
    room.ask("order")
    keys = "all => all.map(one => one.dataset.key)"
    assert room.slide.locator("[data-key]").evaluate_all(keys) == came
    assert room.slide.locator(".vx-ask__letter").first.inner_text() == "A"
    room.reveal()
    assert room.slide.locator("[data-key]").evaluate_all(keys) == right
    assert room.slide.locator(".vx-ask__letter").first.inner_text() == "1"


def test_a_match_and_gaps_are_filled_when_it_is_time(enter):
    room = enter(with_kind("match"))
    quiz = room.ask("match")
    assert "→" not in room.page.locator(".vx-stage").text_content()
    at = room.at
    while not room.page.locator("[data-act=reveal]").count():
        room.press("ArrowRight")  # it goes on on the next slide
    room.reveal()
    assert room.at == at
    pairs = quiz.locator(".vx-feedback > li").count()
    marks = [one.inner_text() for one in room.slide.locator(".vx-ask__mark").all()]
    assert len(marks) == pairs
    assert all(re.fullmatch("→ [A-H]", mark) for mark in marks)
    room = enter(with_kind("fill"))
    quiz = room.ask("fill")
    answers = [one.text_content().strip() for one in quiz.locator(".vx-feedback > li").all()]
    blanks = room.slide.locator(".vx-blank")
    assert [one.text_content() for one in blanks.all()] == ["chỗ trống"] * len(answers)
    room.reveal()
    assert [one.text_content() for one in blanks.all()] == answers


def test_a_match_too_long_for_a_slide_keeps_its_answers_in_sight(enter):
    """Beside the rows on every slide; or, where they alone fill one, all together on the next."""
    path = next(path for path in VIETNAMESE if "dung-roi-ke" in path)
    room = enter(path, at="")
    more = """([selector, words]) => document.querySelectorAll(
      `vx-quiz[data-type=match] ${selector}`).forEach(one => one.append(words.repeat(9)))"""
    letters = f"{STAGE} .vx-ask--others .vx-ask__letter"
    room.page.evaluate(more, [".vx-match__row label", " rồi nhắn"])
    room.press("p")
    expect(room.title).to_be_visible()
    quiz = room.ask("match")
    answers = quiz.locator(".vx-match__right > li").count()
    first, rows = room.at, 0
    while True:
        assert room.page.locator(letters).count() == answers
        assert not room.page.evaluate(LOOK)
        rows += room.slide.locator("[data-key]").count()
        if room.page.locator("[data-act=reveal]").count():
            break
        room.press("ArrowRight")
    assert room.at > first
    assert rows == quiz.locator(".vx-match__row").count()
    room.press("ArrowRight")  # the answers are read from the first
    assert room.at == first
    assert re.fullmatch("→ [A-H]", room.slide.locator(".vx-ask__mark").first.inner_text())
    room.press("Escape")
    room.page.evaluate(more, [".vx-match__right > li > span:last-child", " rồi gọi"])
    room.press("p")
    room.ask("match")
    while not room.page.locator(letters).count():
        assert room.slide.locator("[data-key]").count()
        room.press("ArrowRight")
    assert room.page.locator(letters).count() == answers
    assert not room.page.evaluate(LOOK)


def test_no_line_moves_when_hands_are_counted_and_an_answer_is_shown(enter):
    lines = "all => all.map(one => JSON.stringify(one.getBoundingClientRect()))"
    for kind in ("single", "true-false", "multiple"):
        room = enter(with_kind(kind))
        room.ask(kind)
        texts = room.page.locator(f"{STAGE} .vx-ask__text")
        before = texts.evaluate_all(lines)
        room.press("h")
        assert texts.evaluate_all(lines) == before
        room.page.keyboard.type("12")
        room.press("Escape")
        room.reveal()
        assert texts.evaluate_all(lines) == before, kind


def test_a_class_walks_through_a_story_by_its_hands(enter):
    room = enter(with_kind("scenario"))
    quiz = room.ask("scenario")
    start = room.at
    links = quiz.locator(".vx-step").first.locator("a")
    target = links.nth(1).get_attribute("href").split("#")[1]
    title = quiz.locator(f"#{target} .vx-step__title").text_content()
    room.press("h")
    room.page.locator(f"{STAGE} .vx-hands input").nth(1).fill("9")
    room.press("Escape", "ArrowRight")
    expect(room.title).to_have_text(title)
    room.press("ArrowLeft")
    assert room.at == start
    room.slide.locator("button.vx-ask__letter").first.click()
    for _ in range(12):
        way = room.slide.locator("button.vx-ask__letter").first
        if not way.count():
            break
        way.click()
    room.press("ArrowRight")
    expect(room.title).to_have_text("Giải thích")
    room.press("ArrowLeft")
    assert room.at == start


def test_a_story_goes_back_the_way_it_came_after_the_screen_has_changed(enter):
    room = enter(with_kind("scenario"))
    room.ask("scenario")
    titles = []
    while room.slide.locator("button.vx-ask__letter").count():
        titles.append(room.title.inner_text())
        room.slide.locator("button.vx-ask__letter").last.click()
    before = room.all
    room.page.set_viewport_size({"width": 1920, "height": 1080})
    expect(room.number).not_to_contain_text(f"/{before}")
    for title in reversed(titles):
        room.press("ArrowLeft")
        expect(room.title).to_have_text(title)


def test_one_way_must_be_chosen_or_the_story_left_on_purpose(enter):
    room = enter(with_kind("scenario"))
    room.ask("scenario")
    at = room.at
    room.press("ArrowRight")
    assert room.at == at
    expect(room.page.locator(".vx-panel")).to_contain_text("Chọn một cách")
    room.press("ArrowRight")
    expect(room.title).to_have_text("Giải thích")


def test_what_to_think_about_gets_a_model_answer(enter):
    path = next(
        path for path in VIETNAMESE
        if any(one.kind == "reflect" for one in LESSONS[path].documents["vi"].questions)
    )  # fmt: skip
    room = enter(path)
    quiz = room.ask("reflect")
    model = quiz.locator(".vx-explanation").text_content().strip()[:30]
    assert model not in said(room)
    room.press("ArrowRight")
    expect(room.slide).to_contain_text(model)


def test_in_a_sensitive_lesson_no_hand_is_counted(enter):
    room = enter(SENSITIVE)
    for number in range(1, room.all + 1):
        room.page.evaluate(f"location.hash = '#chieu={number}'")
        room.page.wait_for_timeout(10)
        assert room.page.locator("[data-act=count], .vx-hands input").count() == 0
    room.press("h")
    assert room.page.locator("[data-counting]").count() == 0


@pytest.mark.parametrize("path", VIETNAMESE)
def test_no_key_is_on_the_rooms_screen_before_it_is_revealed(enter, path):
    """Also not in what is there unseen: marks, feedback, explanations, gaps, a right order."""
    room = enter(path)
    answers = room.page.evaluate(
        "[...document.querySelectorAll('vx-quiz .vx-explanation, vx-quiz .vx-feedback__text')]"
        ".map(one => one.textContent.trim()).filter(text => text.length > 25)"
    )
    for number in range(1, room.all + 1):
        room.page.evaluate(f"location.hash = '#chieu={number}'")
        room.page.wait_for_timeout(10)
        stage = room.page.evaluate("document.querySelector('.vx-stage').textContent")
        assert "✓" not in stage
        assert "→" not in stage or "vx-ask" not in stage
        assert not [text for text in answers if text in stage]
        assert room.page.locator(".vx-stage [data-right], .vx-stage [data-filled]").count() == 0
        visible = said(room)
        assert not [text for text in answers if text in visible]


# From a USB stick, and for everybody


@pytest.mark.parametrize("size", [(360, 740), (320, 640)], ids=str)
def test_on_a_phone_nothing_is_out_of_reach_and_one_tap_leaves(enter, size):
    room = enter(size=size, has_touch=True, is_mobile=True)
    page = room.page
    reach = """() => {
      const slide = document.querySelector('.vx-stage__view:not(.vx-stage__sheet) .vx-slide');
      const body = slide.querySelector('.vx-slide__body');
      const cut = body.scrollHeight > body.clientHeight + 1 || slide.scrollWidth > innerWidth;
      const lost = [...document.querySelectorAll('.vx-strip button')].filter(one => {
        const box = one.getBoundingClientRect();
        return box.left < 0 || box.right > innerWidth || box.bottom > innerHeight
          || box.width < 44 || box.height < 44;
      });
      return [cut && slide.innerText, ...lost.map(one => one.outerHTML)].filter(one => one);
    }"""
    for number in range(1, room.all + 1):
        room.page.evaluate(f"location.hash = '#chieu={number}'")
        page.wait_for_timeout(15)
        assert page.evaluate(reach) == [], number
        if page.locator("[data-act=count]").count():
            page.locator("[data-act=count]").tap()
            assert page.evaluate(reach) == [], number
    page.get_by_role("button", name="Về bài đọc", exact=True).tap()
    expect(page.locator(".vx-stage")).to_have_count(0)
    expect(page.locator(".vx-lesson h2").first).to_be_visible()


def test_it_works_from_a_file(enter, built_site):
    room = enter(base=built_site.as_uri())
    room.press("ArrowRight", "ArrowRight")
    assert room.at == 3
    room.page.reload()
    expect(room.number).to_have_text(re.compile("^3/"))
    assert not room.page.evaluate(LOOK)


@pytest.mark.parametrize("setting", SETTINGS)
def test_axe_finds_nothing_in_any_state(enter, setting):
    options = dict(SETTINGS[setting])
    size = tuple(options.pop("viewport").values())
    room = enter(with_kind("multiple"), size=size, **options)
    page = room.page
    assert faults(page) == []
    room.press("ArrowRight")
    assert faults(page) == []
    room.ask("multiple")
    assert faults(page) == []
    while not page.locator("[data-act=reveal]").count():
        room.press("ArrowRight")  # large letters: it goes on on the next slide
    room.press("h")
    assert faults(page) == []
    if size[0] > size[1]:
        assert not page.evaluate(LOOK)
    page.locator("[data-act=reveal]").click()
    page.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")
    assert faults(page) == []
    room.slide.locator("[data-key]").first.click()
    assert faults(page) == []
    if size[0] > size[1]:
        assert not page.evaluate(LOOK)
    for key, kind in (("o", "overview"), ("t", "timer"), ("?", "keys")):
        room.open(key, kind)
        assert faults(page) == [], key
        room.press("Escape")
    room.press("End")
    assert faults(page) == []


def test_what_is_fetched_is_small_and_only_when_asked_for(built_site, enter):
    room = enter(at="")
    asked = "performance.getEntriesByType('resource').map(one => one.name)"
    assert not [one for one in room.page.evaluate(asked) if "projector" in one]
    room.press("p")
    expect(room.title).to_be_visible()
    assert [one for one in room.page.evaluate(asked) if "projector" in one]
    # What the key opened: script, words and style. It weighs at most 15 KB of 1,024.
    files = [built_site / "assets" / f"projector.{kind}" for kind in ("vi.js", "css")]
    assert sum(len(gzip.compress(one.read_bytes(), 9, mtime=0)) for one in files) <= 15 * 1024

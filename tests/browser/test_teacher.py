"""The plan's page as the second screen: it drives the room's window, which shows no notes."""

import re

import pytest
from playwright.sync_api import expect
from test_axe import SETTINGS, faults
from test_projector import OPEN, SENSITIVE, STAGE, VIETNAMESE

PLAN = OPEN.replace("index.html", "giao-an.html")
DESK = ".vx-desk"


class Class:
    """A teacher's window and the room's, side by side."""

    def __init__(self, desk, room):
        self.desk, self.room = desk, room
        self.title = room.locator(f"{STAGE} .vx-slide__title")

    def tap(self, name):
        self.desk.locator(DESK).get_by_role("button", name=name, exact=True).first.click()

    def question(self):
        """Turn slides until there is a question to count hands for."""
        for _ in range(80):
            if self.desk.locator(".vx-desk .vx-hands").count() >= 3:
                return
            number = self.room.locator(".vx-strip__number").inner_text()
            self.tap("Tiếp")
            self.room.wait_for_function(
                "before => document.querySelector('.vx-strip__number').textContent !== before"
                " || document.querySelector('.vx-panel:not([hidden])')"
                " || document.querySelector('.vx-slide [data-shown]')",
                arg=number,
            )
            self.desk.wait_for_timeout(60)
        raise AssertionError("no question")


@pytest.fixture(params=["http", "file"])
def base(request, served_site, built_site):
    return served_site if request.param == "http" else built_site.as_uri()


@pytest.fixture
def teach(browser, served_site):
    contexts, errors = [], []

    def open_class(plan=PLAN, base=served_site, **options):
        screen = {"viewport": {"width": 1366, "height": 768}, "bypass_csp": True}
        context = browser.new_context(**(screen | options))
        contexts.append(context)
        desk = context.new_page()
        desk.set_default_timeout(5000)
        desk.on("pageerror", lambda error: errors.append(str(error)))
        desk.goto(f"{base}/{plan}")
        with context.expect_page() as opened:
            desk.locator(".vx-desk-open").click()
        room = opened.value
        room.set_default_timeout(5000)
        room.on("pageerror", lambda error: errors.append(str(error)))
        room.locator(f"{STAGE} .vx-slide").wait_for()
        expect(desk.locator(DESK)).to_have_attribute("data-wire", "on")
        return Class(desk, room)

    yield open_class
    for context in contexts:
        context.close()
    assert not errors, errors


def test_the_desk_turns_slides_and_tells_what_comes_next(teach, base):
    both = teach(base=base)
    assert both.room.url.startswith(base)
    coming = both.desk.locator(".vx-desk__next .vx-desk__title").inner_text()
    both.tap("Tiếp")
    expect(both.title).to_have_text(coming)
    expect(both.desk.locator(".vx-desk__now .vx-desk__title")).to_have_text(coming)
    both.desk.keyboard.press("ArrowLeft")
    expect(both.desk.locator(".vx-desk__now h2")).to_contain_text("1/")
    both.desk.keyboard.press("B")  # with Caps Lock on
    expect(both.room.locator(".vx-stage[data-blank]")).to_have_count(1)
    both.desk.keyboard.press("b")
    expect(both.room.locator(".vx-stage[data-blank]")).to_have_count(0)
    both.tap("Tắt, bật màn hình")
    expect(both.room.locator(".vx-stage[data-blank]")).to_have_count(1)
    expect(both.desk.locator(".vx-desk__dark")).to_be_visible()
    both.desk.locator(".vx-desk__list").select_option("5")
    expect(both.room.locator(".vx-strip__number")).to_have_text(re.compile("^5/"))
    both.desk.locator(".vx-desk__list").select_option("1")
    expect(both.room.locator(".vx-strip__number")).to_have_text(re.compile("^1/"))
    both.tap("Tắt, bật màn hình")
    expect(both.room.locator(".vx-stage[data-blank]")).to_have_count(1)
    # and the other way round: the first press only brings the picture back
    both.room.keyboard.press("ArrowRight")
    both.room.keyboard.press("ArrowRight")
    expect(both.desk.locator(".vx-desk__now h2")).to_contain_text("2/")


def test_hands_are_counted_and_answers_shown_from_the_desk(teach):
    both = teach()
    both.question()
    fields = both.desk.locator(".vx-desk .vx-hands input")
    fields.nth(0).fill("7")
    both.desk.locator(".vx-desk .vx-hands button").nth(3).click()
    expect(both.room.locator(f"{STAGE} .vx-hands input").nth(0)).to_have_value("7")
    expect(both.room.locator(f"{STAGE} .vx-hands input").nth(1)).to_have_value("1")
    # the teacher sees the key, the room does not
    expect(both.desk.locator(".vx-desk__parts")).to_contain_text("✓ đúng")
    assert "✓" not in both.room.locator(".vx-stage").text_content()
    both.tap("Hiện đáp án")
    expect(both.room.locator(f"{STAGE} [data-right]").first).to_be_visible()
    expect(both.room.locator(f"{STAGE} .vx-ask__sum").first).to_have_text("7")
    both.desk.get_by_role("button", name="Vì sao?").first.click()
    expect(both.room.locator(".vx-panel")).to_be_visible()


def test_a_timer_is_pushed_to_the_room(teach):
    both = teach()
    both.desk.locator(".vx-desk__timer input").fill("2,5")
    both.tap("Chiếu đồng hồ")
    expect(both.room.locator(".vx-strip__timer")).to_have_text(re.compile("^2:[23]"))
    both.tap("Tắt đồng hồ")
    expect(both.room.locator(".vx-strip__timer")).to_be_hidden()


def test_the_minutes_of_the_activity_and_of_the_lesson(teach):
    both = teach()
    desk = both.desk
    minutes = [int(one.get_attribute("data-minutes")) for one in desk.locator(".vx-activity").all()]
    left, lesson = desk.locator(".vx-desk__left"), desk.locator(".vx-desk__time")
    expect(left).to_have_text(f"{minutes[0]}:00")
    expect(lesson).to_contain_text(f"Cả tiết còn {sum(minutes)}:00")
    both.tap("Thêm 1\u00a0phút")
    expect(left).to_have_text(f"{minutes[0] + 1}:00")
    expect(lesson).to_contain_text(f"Cả tiết còn {sum(minutes)}:00")
    both.tap("Hoạt động sau")
    expect(left).to_have_text(f"{minutes[1]}:00")
    # what the room may see takes its minutes from the plan
    expect(desk.locator(".vx-desk__timer input")).to_have_value(str(minutes[1]))
    both.tap("Bắt đầu")
    expect(left).not_to_have_text(f"{minutes[1]}:00")
    both.tap("Tạm dừng")
    stopped = left.inner_text()
    desk.reload()
    expect(desk.locator(".vx-desk__left")).to_have_text(stopped)
    # over time it counts on, with a minus
    key = "vung-xanh-gio-" + desk.locator(".vx-teach").get_attribute("data-lesson")
    desk.evaluate(f"sessionStorage.setItem('{key}', JSON.stringify({{ at: 0, spent: 6000 }}))")
    desk.reload()
    expect(desk.locator(".vx-desk__left")).to_have_text(re.compile(r"^−\d+:00$"))
    # what somebody has edited there is as good as not there
    desk.evaluate(f"sessionStorage.setItem('{key}', JSON.stringify({{ at: 'x', spent: 'y' }}))")
    desk.reload()
    expect(desk.locator(".vx-desk__left")).to_have_text(f"{minutes[0]}:00")


def test_a_room_closed_or_reloaded_is_told_and_found_again(teach, base):
    both = teach(base=base)
    wire = both.desk.locator(DESK)
    both.tap("Tiếp")
    both.tap("Tiếp")
    expect(both.desk.locator(".vx-desk__now h2")).to_contain_text("3/")
    both.room.reload()
    expect(both.room.locator(".vx-strip__number")).to_have_text(re.compile("^3/"))
    both.tap("Tiếp")
    expect(both.room.locator(".vx-strip__number")).to_have_text(re.compile("^4/"))
    both.desk.reload()  # the teacher's own window, too
    expect(wire).to_have_attribute("data-wire", "on")
    both.tap("Lùi")
    expect(both.room.locator(".vx-strip__number")).to_have_text(re.compile("^3/"))
    both.room.keyboard.press("Escape")
    expect(wire).to_have_attribute("data-wire", "page")
    both.tap("Chiếu")
    expect(both.title).to_be_visible()
    both.room.close()
    expect(wire).to_have_attribute("data-wire", "gone")
    expect(both.desk.locator(".vx-desk__wire")).to_contain_text("đã đóng")
    with both.desk.context.expect_page() as opened:
        both.tap("Mở lại trang chiếu")
    expect(opened.value.locator(".vx-strip__number")).to_have_text(re.compile("^3/"))
    expect(wire).to_have_attribute("data-wire", "on")


def test_the_plan_comes_back_behind_the_desk(teach):
    both = teach()
    expect(both.desk.locator(".vx-teach")).to_be_hidden()
    both.tap("Về giáo án")
    expect(both.desk.locator(".vx-teach")).to_be_visible()
    expect(both.desk.locator(".vx-desk-open")).to_be_focused()
    both.desk.reload()  # whoever has left the desk reads the plan
    expect(both.desk.locator(".vx-teach")).to_be_visible()
    expect(both.desk.locator(DESK)).to_have_count(0)


@pytest.mark.parametrize("path", VIETNAMESE)
def test_the_rooms_window_never_holds_a_note_or_an_unrevealed_key(teach, path):
    """Each note is at hand on the desk, and nothing of it anywhere in the room's document."""
    both = teach(path.replace("index.html", "giao-an.html"))
    notes = both.desk.evaluate(
        "[...document.querySelectorAll('.vx-teacher-note > *:not(h3)')]"
        ".map(one => one.textContent.trim()).filter(text => text.length > 25)"
    )
    anchors = both.desk.evaluate(
        "[...document.querySelectorAll('.vx-teacher-note')].map(one => one.dataset.section)"
    )
    assert not both.room.evaluate(
        "notes => notes.filter(one => document.documentElement.textContent.includes(one))", notes
    )
    seen = set()
    everything = int(both.room.locator(".vx-strip__number").inner_text().split("/")[1])
    for number in range(1, everything + 1):
        both.room.evaluate(f"location.hash = '#chieu={number}'")
        both.desk.wait_for_timeout(30)
        stage = both.room.locator(".vx-stage").text_content()
        assert not [note for note in notes if note in stage]
        assert "✓" not in stage
        shown = both.desk.locator(".vx-desk__notes").text_content()
        seen.update(note for note in notes if note in shown)
    assert not anchors or seen == set(notes)


def test_of_a_sensitive_lesson_no_hand_is_counted_and_nothing_outlives_the_windows(teach):
    both = teach(SENSITIVE.replace("index.html", "giao-an.html"))
    kept = "JSON.stringify({ ...localStorage })"
    before = both.desk.evaluate(kept)
    for _ in range(30):
        both.tap("Tiếp")
        assert both.desk.locator(".vx-desk .vx-hands").count() == 0
        both.desk.evaluate(  # nor by whoever writes a message of their own
            "open('', 'vx-room-' + document.querySelector('.vx-teach').dataset.lesson)"
            ".postMessage({ vx: 'project', does: 'vote', value: 9, key: '1' }, '*')"
        )
    states = "JSON.stringify(VxProjector.now().slides.map(one => VxProjector.live.of(one)))"
    assert '"votes":{}' in both.room.evaluate(states)
    assert not re.search(r'"votes":\{"', both.room.evaluate(states))
    assert both.desk.evaluate(kept) == both.room.evaluate(kept) == before


def test_nobody_else_is_believed(teach, browser, served_site):
    both = teach()
    before = both.title.inner_text()
    forged = "{ vx: 'project', does: 'act', value: 'forward' }"
    both.room.evaluate(f"postMessage({forged}, '*')")  # from itself, not from its opener
    both.desk.evaluate("postMessage({ vx: 'project', lesson: 'X', is: 'page' }, '*')")
    both.room.wait_for_timeout(300)
    assert both.title.inner_text() == before
    expect(both.desk.locator(DESK)).to_have_attribute("data-wire", "on")
    # a stranger who opens the lesson hears nothing and moves nothing
    context = browser.new_context()
    stranger = context.new_page()
    context.route(
        "https://la.example.vn/**",
        lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"),
    )
    stranger.goto("https://la.example.vn/")
    stranger.evaluate("heard = []; onmessage = event => heard.push(event.data); 0")
    with context.expect_page() as opened:
        stranger.evaluate(f"room = open('{served_site}/{OPEN}#chieu=1'); 0")
    room = opened.value
    room.locator(f"{STAGE} .vx-slide").wait_for()
    stranger.evaluate(f"room.postMessage({forged}, '*')")
    room.wait_for_timeout(2500)
    expect(room.locator(".vx-strip__number")).to_have_text(re.compile("^1/"))
    assert stranger.evaluate("heard.filter(one => one && one.vx)") == []
    context.close()


@pytest.mark.parametrize("setting", SETTINGS)
def test_axe_finds_nothing_at_the_desk(teach, setting):
    both = teach(**SETTINGS[setting])
    assert faults(both.desk) == []
    both.question()
    assert faults(both.desk) == []
    both.tap("Hiện đáp án")
    both.desk.locator(".vx-desk__plan summary").click()
    assert faults(both.desk) == []
    assert faults(both.room) == []
    width = both.desk.viewport_size["width"]
    assert both.desk.evaluate("document.documentElement.scrollWidth") <= width

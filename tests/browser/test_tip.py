"""The short form of a citation and of a term: by mouse, key, touch and screen reader, never cut."""

import pytest
from playwright.sync_api import expect

from projects import REPOSITORY
from vungxanh.readers.project import read_project

LESSON = "can-bo/ung-xu-cong-vu/index.html"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1024, "height": 768}}
OLD = "Quyết định 874/QĐ-BTTTT"
# Brings a link into view; gives the height of the page once what is below has been laid out, too.
SEEN = """async one => {
  const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  for (let before = -1; before !== document.documentElement.scrollHeight; ) {
    before = document.documentElement.scrollHeight;
    one.scrollIntoView({ block: 'center' });
    await frame();
    await frame();
  }
  shifts.length = 0;
  return document.documentElement.scrollHeight;
}"""
LESSONS = [
    prefix + lesson.address("vi")
    for lesson in read_project(REPOSITORY)[0].published()
    for prefix in ("", "en/")
]


@pytest.fixture
def visit(visit_site):
    return lambda path=LESSON, **options: visit_site(path, **options)


def link(page):
    """The citation of the code that was replaced."""
    return page.locator("a.vx-cite[href$='#b-08']").first


def note(page):
    return page.get_by_role("tooltip")


@pytest.mark.parametrize("file", [False, True], ids=["http", "file"])
def test_focus_shows_it_escape_hides_it_and_focus_stays(visit, file):
    page = visit(file=file, **DESK)
    page.locator("a.vx-cite[href$='#b-07']").first.focus()
    page.keyboard.press("Tab")
    expect(link(page)).to_be_focused()
    expect(note(page)).to_have_count(1)
    expect(note(page)).to_contain_text(OLD)
    expect(note(page)).to_contain_text("Đã được thay bằng Quyết định 423/QĐ-BVHTTDL từ 05/3/2026")
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)
    expect(link(page)).to_be_focused()


def test_the_mouse_may_go_onto_it_and_it_goes_when_the_mouse_does(visit):
    page = visit(**DESK)
    link(page).scroll_into_view_if_needed()
    link(page).hover()
    expect(note(page)).to_contain_text(OLD)
    box = note(page).bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2, steps=8)
    page.wait_for_timeout(400)  # longer than it lingers: what must not happen has had its time
    expect(note(page)).to_contain_text(OLD)
    page.mouse.move(5, 5)
    expect(note(page)).to_have_count(0)


def test_escape_hides_what_the_mouse_shows(visit):
    page = visit(**DESK)
    link(page).scroll_into_view_if_needed()
    link(page).hover()
    expect(note(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)


def test_the_first_tap_shows_it_and_the_second_follows_the_link(visit):
    page = visit(**PHONE)
    here = page.url
    link(page).tap()
    expect(note(page)).to_contain_text(OLD)
    assert page.url == here
    page.locator("h1").tap()
    expect(note(page)).to_have_count(0)
    link(page).tap()
    expect(note(page)).to_have_count(1)
    link(page).tap()
    page.wait_for_url("**/phap-luat/index.html#b-08")


def test_the_mouse_and_the_key_follow_the_link_at_once(visit):
    page = visit(**DESK)
    link(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/phap-luat/index.html#b-08")


def test_a_screen_reader_hears_it_as_the_description_of_the_link(visit):
    page = visit(**DESK)
    expect(link(page)).to_have_accessible_description(
        f"{OLD} Bộ Quy tắc ứng xử trên mạng xã hội. "
        "Đã được thay bằng Quyết định 423/QĐ-BVHTTDL từ 05/3/2026."
    )
    expect(link(page)).to_have_accessible_name(
        "Bộ Quy tắc ứng xử trên mạng xã hội (đã được thay thế)"
    )


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", LESSONS)
def test_no_note_is_cut_nor_lies_on_its_link_nor_moves_the_page(visit, path, width):
    page = visit(path, viewport={"width": width, "height": 640})
    page.evaluate("""() => { self.shifts = []; new PerformanceObserver(list => list.getEntries()
      .forEach(one => shifts.push(one.value))).observe({ type: 'layout-shift' }); }""")
    links = page.locator("[data-tip]:visible")
    assert links.count() > 0
    for at in range(links.count()):
        height = links.nth(at).evaluate(SEEN)
        links.nth(at).evaluate("one => one.focus({ preventScroll: true })")
        expect(note(page)).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollHeight") == height
        box = note(page).bounding_box()
        bar = page.locator(".vx-bar").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= bar["y"]
        lines = links.nth(at).evaluate(
            "one => Array.from(one.getClientRects(), ({ top, bottom }) => [top, bottom])"
        )
        top, bottom = lines[0][0], lines[-1][1]
        assert box["y"] >= bottom - 1 or box["y"] + box["height"] <= top + 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("shifts") == []


def test_paper_shows_no_note_and_says_what_was_replaced(visit):
    page = visit(**DESK)
    link(page).focus()
    expect(note(page)).to_have_count(1)
    page.emulate_media(media="print")
    expect(note(page)).to_have_count(0)
    expect(link(page)).to_contain_text("(đã được thay thế)")


def test_terms_are_not_numbered_on_paper(visit):
    page = visit("tin-bai/viet-tin/index.html", **DESK)
    assert page.locator("a.vx-term").count() >= 3
    assert page.locator("a.vx-term[data-link]").count() == 0
    expect(page.locator(".vx-links")).not_to_contain_text("thuat-ngu")


def test_without_a_script_it_is_a_link(visit):
    page = visit(java_script_enabled=False, **DESK)
    link(page).click()
    page.wait_for_url("**/phap-luat/index.html#b-08")


def test_every_lesson_explains_a_word_in_both_languages():
    project, _ = read_project(REPOSITORY)
    for lesson in project.published():
        for locale, document in lesson.documents.items():
            assert any("thuat-ngu/" in one.target for one in document.links), (lesson.path, locale)

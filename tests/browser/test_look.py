"""What one sees, and reaches with the keyboard, before any script has run and after."""

import re

import pytest
from playwright.sync_api import expect

PHONE = {"viewport": {"width": 360, "height": 740}}
# The switch of light and dark is an input without size; what one sees is the label after it.
SEEN = """() => {
  let one = document.activeElement;
  if (!one || one === document.body) return true;
  if (one.matches('.md-option')) one = one.nextElementSibling;
  const { x, y, width, height } = one.getBoundingClientRect();
  const there = document.elementFromPoint(x + Math.min(width, 30) / 2, y + height / 2);
  return !!there && (one.contains(there) || there.contains(one));
}"""
PAGES = ["index.html", "hoc-sinh/index.html", "can-giup-do/index.html", "phap-luat/index.html"]


@pytest.fixture
def visit(browser, served_site):
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served_site}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()


def lightness(page):
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 765


@pytest.mark.parametrize("script", [True, False])
def test_the_device_says_whether_it_is_night_with_and_without_a_script(visit, script):
    for scheme, dark in (("dark", True), ("light", False)):
        page = visit("index.html", color_scheme=scheme, java_script_enabled=script)
        assert (lightness(page) < 0.2) is dark


def test_what_the_reader_chose_goes_before_the_device(visit):
    page = visit("index.html", color_scheme="dark")
    page.locator(".md-header__option label:visible").click()
    assert lightness(page) > 0.9
    page.reload(wait_until="commit")
    page.locator("h1").wait_for()
    assert lightness(page) > 0.9


def test_paper_is_white_at_night(visit):
    page = visit("index.html", color_scheme="dark")
    page.emulate_media(media="print")
    assert lightness(page) > 0.9


def test_four_readers_find_themselves_on_the_first_screen_of_a_phone(visit):
    page = visit("index.html", **PHONE)
    bar = page.locator(".vx-bar").bounding_box()["y"]
    boxes = [card.bounding_box() for card in page.locator(".vx-audience").all()]
    assert sum(box["y"] + box["height"] <= bar for box in boxes) >= 4
    expect(page.locator("article a[href*=can-giup-do]").first).to_be_in_viewport()


def test_the_first_screen_of_the_help_page_has_the_numbers_and_every_door(visit):
    page = visit("can-giup-do/index.html", **PHONE)
    bar = page.locator(".vx-bar").bounding_box()["y"]
    for link in page.locator(
        "article p a[href='tel:111'], .vx-page--help > ul:first-of-type a"
    ).all()[:9]:
        assert link.bounding_box()["y"] + 20 < bar


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1024, 1280])
def test_the_way_to_help_is_in_the_same_corner_of_every_page_and_lies_on_nothing(
    visit, path, width
):
    page = visit(path, viewport={"width": width, "height": 740})
    button, bar = (page.locator(name).bounding_box() for name in (".vx-bar__help", ".vx-bar"))
    assert button["height"] >= 44
    assert width - (button["x"] + button["width"]) < 20
    assert 740 - (button["y"] + button["height"]) < 20
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    foot = page.locator(".vx-foot__small").bounding_box()
    assert foot["y"] + foot["height"] <= bar["y"]


def test_the_menu_opens_with_the_keyboard_and_hides_from_it_when_closed(visit):
    page = visit("index.html", **PHONE)
    link = page.locator(".md-sidebar--primary a", has_text="Thầy cô giáo")
    expect(link).to_be_hidden()
    menu = page.locator(".md-header label[for=__drawer]")
    for _ in range(5):
        page.keyboard.press("Tab")
        if menu.evaluate("one => one === document.activeElement"):
            break
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()


@pytest.mark.parametrize("path", ["index.html", "can-giup-do/index.html"])
@pytest.mark.parametrize("screen", [PHONE, {"viewport": {"width": 1280, "height": 800}}])
def test_what_has_the_focus_is_seen(visit, path, screen):
    """Nothing that is focused lies outside the window, behind the head or behind the strip."""
    page = visit(path, reduced_motion="reduce", **screen)
    for _ in range(40):
        page.keyboard.press("Tab")
        page.wait_for_function(SEEN, timeout=5000)  # search opens with its field

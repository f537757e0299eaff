"""axe (WCAG 2.2 AA and best practice) over every kind of page of the real site, in every state."""

import json

import pytest
from playwright.sync_api import expect

from projects import TESTS

AXE = (TESTS / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "index.html",
    "en/index.html",
    "hoc-sinh/index.html",
    "hoc-sinh/truoc-khi-dang/index.html",
    "en/hoc-sinh/bat-nat-tren-mang/index.html",
    "giao-vien/index.html",
    "hoc-sinh/bat-nat-tren-mang/giao-an.html",
    "en/hoc-sinh/dung-roi-ke/giao-an.html#phieu&ma=2",
    "can-giup-do/index.html",
    "phap-luat/index.html",
    "thuat-ngu/index.html",
    "phap-luat/muc-phat.html",
    "so-lieu/index.html",
    "co-quan/index.html",
    "thay-doi/index.html",
    "ke-hoach/index.html",
    "ke-hoach/tung-dong.html",
    "tien-do/index.html",
    "en/tien-do/index.html",
    "rieng-tu/index.html",
    "so-tay/index.html",
    "so-tay/kiem-tra.html",
    "so-tay/thanh-phan.html",
    "404.html",
]
SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 740}},
    "dark desktop": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
}
# What readers set, one after the other.
SETTINGS = {
    "light": {"viewport": {"width": 1280, "height": 720}},
    "dark": {"viewport": {"width": 1280, "height": 720}, "color_scheme": "dark"},
    "200 %": {"viewport": {"width": 640, "height": 360}},
    "320 pixels": {"viewport": {"width": 320, "height": 640}},
    "forced colours": {"viewport": {"width": 1280, "height": 720}, "forced_colors": "active"},
    "still": {"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce"},
}
LESSON = "hoc-sinh/truoc-khi-dang/index.html"


def faults(page):
    """Return what axe finds, each with its rule and the first element."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    # In forced colours the system picks the colours, and axe reads those that it leaves out.
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    return [
        (rule["id"], rule["nodes"][0]["html"][:160])
        for rule in found["violations"]
        if not (forced and rule["id"] == "color-contrast")
    ]


@pytest.fixture
def visit(browser, served_site):
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(bypass_csp=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{served_site}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_fault(visit, path, screen):
    assert faults(visit(path, **SCREENS[screen])) == []


def answer(page, choice):
    quiz = page.locator("vx-quiz[data-type=single]").first
    quiz.locator(f".vx-choice:nth-of-type({choice}) label").click()
    quiz.locator("button").first.click()
    return quiz


def answer_every_kind(page, right):
    """Answer each kind of question of the handbook's page: right, or partly and wrong."""
    page.evaluate("VungXanh.quiz.flush()")
    for at, truth in enumerate((1, 0, 1, 0), 1):
        page.locator(f"label[for=ve-so-111-{at}-{truth if right or at < 3 else 1 - truth}]").click()
    rows = page.locator("#bi-doa .vx-order__item")
    rows.last.locator("button").first.click()
    for place in range(1, 5 if right else 1):
        while int(rows.nth(place - 1).get_attribute("data-choice")) != place:
            page.locator(f"#bi-doa .vx-order__item[data-choice='{place}'] button").first.click()
    for at in (1, 2, 3):
        page.locator(f"#loi-moi-{at}").select_option(str(at if right or at == 1 else 4))
    page.locator("#loi-dan-1").fill("111" if right else "113")
    page.locator("#loi-dan-2").fill("bằng chứng" if right else "bang chung")
    for name in ("ve-so-111", "bi-doa", "loi-moi", "loi-dan"):
        page.locator(f"#{name} .vx-button--main").click()
    page.locator("#anh-ghep a").last.click()
    page.locator("#noi-gi button").first.click()


@pytest.mark.parametrize("screen", [*SCREENS, "narrow", "forced colours"])
@pytest.mark.parametrize("right", [True, False])
def test_no_kind_of_question_has_a_fault_once_answered(visit, screen, right):
    screens = SCREENS | {
        "narrow": {"viewport": {"width": 320, "height": 640}},
        "forced colours": {"forced_colors": "active", "reduced_motion": "reduce"},
    }
    page = visit("so-tay/thanh-phan.html", **screens[screen])
    answer_every_kind(page, right)
    expect(page.locator("#ve-so-111")).to_have_attribute(
        "data-result", "right" if right else "partly"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert faults(page) == []


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_self_test_has_a_fault_nor_its_result(visit, setting):
    page = visit(LESSON, **SETTINGS[setting])
    page.locator(".vx-selftest button").click()
    hand = page.locator(".vx-test .vx-button--main")
    hand.click()
    assert faults(page) == []
    hand.click()
    expect(page.locator(".vx-result__title")).to_be_focused()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("right", [True, False])
def test_no_answered_question_has_a_fault(visit, scheme, right):
    page = visit(LESSON, color_scheme=scheme, **SCREENS["phone"])
    place = (
        page.locator("vx-quiz[data-type=single]")
        .first.locator("[data-right]")
        .first.get_attribute("data-choice")
    )
    wrong = "1" if place != "1" else "2"
    answer(page, place if right else wrong)
    assert faults(page) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_open_note_has_a_fault(visit, screen):
    page = visit("can-bo/ung-xu-cong-vu/index.html", **SCREENS[screen])
    for kind in ("vx-cite", "vx-term"):
        page.locator(f"a.{kind}").first.focus()
        expect(page.get_by_role("tooltip")).to_have_count(1)
        assert faults(page) == []


def test_no_fault_with_everything_unfolded(visit):
    page = visit(LESSON, **SCREENS["phone"])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert faults(page) == []


def test_no_fault_in_the_drawer_and_the_search(visit):
    page = visit(LESSON, **SCREENS["phone"])
    page.locator(".md-header label[for=__drawer]").click()
    page.wait_for_function("document.getElementById('__drawer').checked")
    page.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")
    assert faults(page) == []
    page.evaluate("document.getElementById('__drawer').click()")
    page.evaluate("document.getElementById('__search').click()")
    page.locator(".md-search__input").press_sequentially("ung xu")
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")
    assert faults(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_screen_of_320_pixels(visit, path):
    """That is also 200 % zoom on a screen of 640."""
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["index.html", LESSON, "can-giup-do/index.html"])
def test_what_is_tapped_is_44_pixels_high(visit, path):
    """Links inside a sentence aside, which may be as high as their line."""
    page = visit(path, **SCREENS["phone"])
    small = page.evaluate("""() => [...document.querySelectorAll(
      '.vx-audience, .vx-card, .vx-bar a, .vx-tools button, .vx-tools a, .vx-choice label, '
      + '.vx-call, summary, .vx-foot__links a, .vx-quiz button, .md-header__button, '
      + '.vx-page--help > ul:first-of-type a')]
      .filter(one => one.getClientRects().length)
      .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
      .filter(([, box]) => box.height < 44 || box.width < 44)
      .map(([html, box]) => `${html} ${box.width}×${box.height}`)""")
    assert small == []

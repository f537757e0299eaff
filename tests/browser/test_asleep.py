"""Questions out of sight are not laid out; nothing else may tell that from a page that is."""

import io
import os
import shutil

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

PAGE = "bai/nhieu.html"  # forty-five questions of all kinds: a-mot … e-xao-y
PHONE = {"viewport": {"width": 360, "height": 740}}
# A scenario shows one step; the others cost nothing as it is.
SHOWN = """() => [...document.querySelectorAll('vx-quiz')]
  .filter(quiz => quiz.dataset.type !== 'scenario')
  .filter(quiz => quiz.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))
  .map(quiz => quiz.id)"""


@pytest.mark.parametrize("device", [PHONE, {"viewport": {"width": 1280, "height": 800}}])
def test_only_what_is_near_the_window_is_laid_out(visit, device):
    page = visit(PAGE, **device)
    page.wait_for_selector("vx-quiz[data-state]")
    assert page.locator("vx-quiz").count() == 45
    shown = page.evaluate(SHOWN)
    assert "a-mot" in shown
    assert len(shown) <= 14  # the first dozen always are
    page.locator("#e-xao-y").scroll_into_view_if_needed()
    page.wait_for_selector("#e-xao-y[data-state]")
    page.wait_for_function(f"({SHOWN})().includes('e-xao-y')")
    assert "c-mot" not in page.evaluate(SHOWN)


def in_sight(page, name):
    """Wait until the head of a question stands in the window, and stays there."""
    page.wait_for_selector(f"#{name}[data-state]")
    frame = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.evaluate(frame)
    top = page.locator(f"#{name} legend").evaluate("one => one.getBoundingClientRect().top")
    assert 0 <= top < 300, top


def test_an_address_leads_to_a_question_far_below(visit):
    page = visit(f"{PAGE}#d-dien", **PHONE)
    in_sight(page, "d-dien")
    page.evaluate("location.hash = 'b-gap-gi'")
    in_sight(page, "b-gap-gi")
    page.go_back()
    in_sight(page, "d-dien")


def test_the_browser_finds_words_in_it(visit):
    page = visit(PAGE, **PHONE)
    found = page.evaluate(
        """() => [1, 2, 3, 4, 5].map(() => {
          window.find('Gặp người lạ xin ảnh, làm gì trước');
          return getSelection().anchorNode.parentElement.closest('vx-quiz').id;
        })"""
    )
    assert found == [f"{at}-ba-viec" for at in "abcde"]
    expect(page.locator("#e-ba-viec .vx-quiz__stem")).to_be_in_viewport()


def test_the_keyboard_reaches_it_and_stays_where_it_is_when_choices_are_shuffled(visit):
    page = visit(PAGE, **PHONE)
    page.wait_for_selector("#a-mot[data-state]")
    assert "e-xao-y" not in page.evaluate(SHOWN)
    page.locator("#e-xao-y-2-0").evaluate("one => one.focus()")
    page.wait_for_selector("#e-xao-y[data-state]")
    page.keyboard.press("Space")
    expect(page.locator("#e-xao-y-2-0")).to_be_checked()
    expect(page.locator("#e-xao-y-2-0 + label")).to_be_in_viewport()


def test_a_screen_reader_is_told_of_all_of_it_and_of_no_answer(browser, served):
    # As where a screen reader runs: its tree is kept up from the start.
    reading = browser.browser_type.launch(
        executable_path=os.environ.get("VUNGXANH_BROWSER") or shutil.which("chromium"),
        args=["--no-sandbox", "--force-renderer-accessibility"],
    )
    page = reading.new_page(**PHONE)
    page.goto(f"{served}/{PAGE}")
    page.wait_for_selector("#a-mot[data-state]")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = [node for node in tree if not node["ignored"] and node.get("name")]
    names = [(node["role"]["value"], node["name"]["value"]) for node in told]
    reading.close()
    assert len([1 for role, name in names if role == "Legend"]) == 45
    assert len([1 for role, name in names if role == "textbox"]) == 5 * (4 + 1)
    asked = [name for role, name in names if role == "group" and "Gặp người lạ xin ảnh" in name]
    assert len(asked) == 5
    for secret in ("dừng trước đã", "Cả đêm, cả ngày nghỉ", "chặng nào cũng có lối ra", "Mẹ nghe"):
        assert not any(secret.lower() in name.lower() for _, name in names), secret


def test_paper_has_all_of_it(visit):
    page = visit(PAGE)
    page.wait_for_selector("#a-mot[data-state]")
    papers = []
    for style in ("body { }", "vx-quiz { content-visibility: visible !important }"):
        page.add_style_tag(content=style)
        papers.append(PdfReader(io.BytesIO(page.pdf(format="A4"))))
    texts = ["".join(sheet.extract_text() for sheet in paper.pages) for paper in papers]
    assert texts[0].count("Ý thứ tư") == 5
    assert texts[0] == texts[1]


@pytest.mark.parametrize("target", ["label", "input"])
def test_the_first_press_on_a_question_that_sleeps_is_not_lost(visit, target):
    """A press wakes what the observer has not come to; here it never does."""
    page = visit(PAGE, script="IntersectionObserver.prototype.observe = () => {};", **PHONE)
    question = page.locator("vx-quiz[data-type=single]").first
    assert question.get_attribute("data-state") is None
    question.locator(f".vx-choice {target}").first.click()
    expect(question.locator("input").first).to_be_checked()
    expect(question.get_by_role("button", name="Trả lời")).not_to_have_attribute(
        "aria-disabled", "true"
    )

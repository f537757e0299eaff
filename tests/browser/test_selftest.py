"""Self-test: nothing is told before “Nộp bài”, then one result with what to read again."""

import json

import component_pages as pages
import pytest
from playwright.sync_api import expect

PAGE, SECRET = "bai/cau-hoi.html", "bai/kin.html"


def words(key, **values):
    return pages.say("selftest", key).format(**values)


def begin(page):
    page.get_by_role("button", name=pages.say("quiz", "test"), exact=True).click()
    expect(hand(page)).to_be_attached()


def hand(page):
    return page.get_by_role("button", name=words("hand"))


def result(page):
    return page.locator(".vx-result")


def answer(page):
    """Three right, one partly, one wrong, and two not answered."""
    page.locator("label[for=mot-1]").click()
    for at in (1, 2, 3):
        page.locator(f"label[for=so-111-{at}-1]").click()
    page.locator("label[for=so-111-4-0]").click()
    for at in (1, 2, 3):
        page.locator(f"#gap-gi-{at}").select_option(str(at))
    for at, text in enumerate(("111", "người lớn", "10.000.000", "đừng “xóa”"), 1):
        page.locator(f"#dien-{at}").fill(text)
    for at in (1, 3, 4):
        page.locator(f"label[for=xao-{at}]").click()


def test_nothing_is_told_until_all_is_handed_in(visit):
    page = visit(PAGE)
    begin(page)
    expect(page.locator(".vx-selftest .vx-status")).to_have_text(words("begun", all=7))
    expect(page.locator(".vx-hint:visible")).to_have_count(0)
    answer(page)
    page.locator("#dien-1").press("Enter")  # in practice this would answer
    expect(page.locator(".vx-choice__feedback")).to_have_count(0)
    expect(page.locator("vx-quiz[data-test] .vx-button:visible")).to_have_count(0)
    hand(page).click()
    missing = page.locator(".vx-test__missing")
    expect(missing).to_contain_text(words("missing", count=2))
    expect(missing.get_by_role("link")).to_have_text(["Câu 3", "Câu 9"])
    expect(result(page)).to_have_count(0)
    hand(page).click()
    expect(page.locator(".vx-result__title")).to_have_text(words("title", right=3, all=7))
    expect(page.locator(".vx-result__title")).to_be_focused()
    outcomes = result(page).locator("li").evaluate_all("all => all.map(one => one.dataset.result)")
    assert outcomes == ["wrong", "partly", "none", "right", "right", "right", "none"]
    again = result(page).get_by_role("link", name=words("again", section="Mở đầu"))
    expect(again).to_have_count(2)
    again.first.click()
    assert page.url.endswith("#mo-dau")
    # each question now tells what was right
    expect(page.locator("vx-quiz#mot .vx-quiz__result")).not_to_be_empty()
    expect(page.locator("vx-quiz#mot .vx-explanation")).to_be_visible()
    kept = json.loads(page.evaluate("localStorage.getItem('vung-xanh')"))["lessons"]["CS-7"]
    assert set(kept) == {"mot", "so-111", "gap-gi", "dien", "xao"}
    expect(page.locator(".vx-score")).to_have_text(pages.say("js", "score").format(right=3, all=7))


def test_it_can_be_left_and_taken_again(visit):
    page = visit(PAGE)
    page.locator("label[for=mot-2]").click()
    page.locator("vx-quiz#mot .vx-button--main").click()
    begin(page)
    expect(page.locator("#mot-2")).not_to_be_checked()  # a test starts empty
    page.get_by_role("button", name=words("stop")).click()
    expect(page.locator("#mot-2")).to_be_checked()  # and practice is as it was
    expect(hand(page)).to_have_count(0)
    begin(page)
    hand(page).click()
    hand(page).click()
    expect(page.locator(".vx-result__title")).to_have_text(words("title", right=0, all=7))
    page.get_by_role("button", name=words("restart")).click()
    expect(result(page)).to_have_count(0)
    expect(hand(page)).to_be_visible()
    expect(page.locator("#mot-1")).to_be_focused()


def test_what_was_left_open_is_explained_too(visit):
    page = visit(PAGE)
    begin(page)
    hand(page).click()
    hand(page).click()
    statements = page.locator("vx-quiz#so-111")
    expect(statements.locator(".vx-choice__feedback:visible")).to_have_count(4)
    for quiz in page.locator("vx-quiz[data-result]").all():
        expect(quiz.locator(".vx-choice__feedback, .vx-feedback").first).to_be_visible()


def test_by_keyboard(visit):
    page = visit(PAGE)
    page.get_by_role("button", name=pages.say("quiz", "test"), exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=words("stop"))).to_be_focused()
    hand(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".vx-result__title")).to_be_focused()


def test_the_result_is_printed_alone(visit):
    page = visit(PAGE, script="window.print = () => { window.printed = "
                 "document.documentElement.getAttribute('data-vx-paper') }")  # fmt: skip
    begin(page)
    hand(page).click()
    hand(page).click()
    page.get_by_role("button", name=words("print")).click()
    assert page.evaluate("printed") == "result"
    page.emulate_media(media="print")
    page.evaluate("document.documentElement.setAttribute('data-vx-paper', 'result')")
    expect(page.locator("vx-quiz:visible")).to_have_count(0)
    expect(page.locator(".vx-result__name")).to_be_visible()
    expect(page.locator(".vx-result button:visible")).to_have_count(0)


SPY = (
    "window.touched = []; for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {"
    " const real = Storage.prototype[name];"
    " Storage.prototype[name] = function (...all) {"
    " window.touched.push(name); return real.apply(this, all) } }"
)


def test_a_sensitive_lesson_keeps_no_result(visit):
    page = visit(SECRET, script=SPY)
    begin(page)
    answer(page)
    hand(page).click()
    hand(page).click()
    expect(result(page)).to_be_visible()
    expect(page.locator(".vx-result__name")).to_have_count(0)
    assert page.evaluate("[touched, Object.keys(localStorage)]") == [[], []]
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(result(page)).to_have_count(0)
    expect(page.locator("#mot-1")).not_to_be_checked()


def draft(page):
    text = page.evaluate("localStorage.getItem('vung-xanh-tu-kiem-tra')")
    return json.loads(text)["lessons"]["CS-7"] if text else None


def go_on(page, count):
    return page.get_by_role("button", name=words("go_on", count=count))


def test_a_test_under_way_outlives_the_page_and_is_gone_on_with(visit):
    page = visit(PAGE)
    page.locator("label[for=xao-1]").click()  # in practice; it stays as it is
    begin(page)
    answer(page)
    page.locator("#ba-viec-2-len").click()
    page.reload()
    expect(hand(page)).to_have_count(0)
    go_on(page, 6).click()
    expect(page.locator(".vx-selftest button")).to_have_text([words("stop")])
    expect(page.locator("#mot-1")).to_be_checked()
    expect(page.locator("#so-111-4-0")).to_be_checked()
    expect(page.locator("#gap-gi-3")).to_have_value("3")
    expect(page.locator("#dien-2")).to_have_value("người lớn")
    expect(page.locator("vx-quiz[data-test] .vx-choice__feedback")).to_have_count(0)
    hand(page).click()
    hand(page).click()
    expect(page.locator(".vx-result__title")).to_have_text(words("title", right=3, all=7))
    assert draft(page) is None
    page.reload()
    expect(page.get_by_role("button", name=pages.say("quiz", "test"), exact=True)).to_be_visible()


def test_or_it_is_begun_again(visit):
    page = visit(PAGE)
    begin(page)
    page.locator("label[for=mot-1]").click()
    page.reload()
    go_on(page, 1).wait_for()
    afresh = page.get_by_role("button", name=words("afresh"), exact=True)
    afresh.focus()
    page.keyboard.press("Enter")
    expect(hand(page)).to_be_attached()
    expect(afresh).to_have_count(0)
    expect(page.locator(".vx-selftest button")).to_be_focused()
    expect(page.locator("#mot-1")).not_to_be_checked()
    page.get_by_role("button", name=words("stop")).click()
    assert draft(page) is None
    expect(page.locator(".vx-selftest button")).to_have_text([pages.say("quiz", "test")])


def test_a_page_from_the_browsers_memory_offers_it_too(visit):
    page = visit(PAGE)
    begin(page)
    page.locator("label[for=mot-1]").click()
    for name in ("pagehide", "pageshow"):
        page.evaluate(f"dispatchEvent(new PageTransitionEvent('{name}', {{persisted: true}}))")
    go_on(page, 1).click()
    expect(page.locator("#mot-1")).to_be_checked()
    expect(hand(page)).to_have_count(1)


def test_erasing_the_answers_erases_it(visit):
    page = visit(PAGE)
    begin(page)
    page.locator("label[for=mot-1]").click()
    page.reload()
    go_on(page, 1).wait_for()
    page.locator(".vx-reset").click()
    page.locator(".vx-reset").click()
    expect(page.locator(".vx-selftest button")).to_have_text([pages.say("quiz", "test")])
    assert draft(page) is None


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "7",
        '{"v":2,"lessons":{"CS-7":{"mot":{"d":"x","c":[1]}}}}',
        '{"v":1,"lessons":{"CS-7":7}}',
        '{"v":1,"lessons":{"CS-7":{"mot":{"d":"x","c":[1]},"khong-co":{"d":"x","c":[1]}}}}',
    ],
)
def test_a_test_that_cannot_be_read_is_none(visit, text):
    page = visit("bai/le.html")
    page.evaluate("text => localStorage.setItem('vung-xanh-tu-kiem-tra', text)", text)
    page.goto(page.url.replace("le.html", "cau-hoi.html"))
    page.wait_for_function("window.VxDraft")
    expect(page.locator(".vx-selftest button")).to_have_text([pages.say("quiz", "test")])
    begin(page)
    page.locator("label[for=mot-1]").click()
    assert set(draft(page)) == {"mot"}


def test_from_a_folder_on_disk(visit, folder):
    page = visit(PAGE, base=folder.as_uri())
    begin(page)
    expect(hand(page)).to_be_visible()


@pytest.mark.parametrize("path", ["bai/bai.html", "bai/le.html"])
def test_no_button_where_none_was_put(visit, path):
    expect(visit(path).get_by_role("button", name=pages.say("quiz", "test"))).to_have_count(0)


def test_without_a_network_the_button_says_so(visit):
    page = visit(PAGE)
    page.context.route("**/selftest.*", lambda route: route.fulfill(status=404, body=""))
    page.get_by_role("button", name=pages.say("quiz", "test"), exact=True).click()
    expect(page.locator(".vx-selftest .vx-status")).to_have_text(pages.say("js", "load_failed"))


def test_wiping_the_answers_ends_the_test(visit):
    page = visit(PAGE)
    begin(page)
    page.locator("label[for=mot-1]").click()
    page.locator(".vx-reset").click()
    page.locator(".vx-reset").click()
    expect(hand(page)).to_have_count(0)
    expect(page.locator("vx-quiz#mot .vx-button--main")).to_be_visible()

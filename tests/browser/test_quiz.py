"""Answering questions: right, wrong, again, several choices, by keyboard, without JavaScript."""

import json

import component_pages as pages
import pytest
from playwright.sync_api import expect

RIGHT, WRONG = "#duong-dan-2", "#duong-dan-1"


def words(key, **values):
    return pages.say("js", key).format(**values)


class Quiz:
    """One question of an open page, by what a reader sees."""

    def __init__(self, page, name="duong-dan"):
        self.root = page.locator(f"#{name}")
        self.button = self.root.locator(".vx-button--main")
        self.reveal = self.root.get_by_role("button", name=words("reveal"))
        self.result = self.root.get_by_role("status")
        self.explanation = self.root.locator(".vx-explanation")
        self.feedback = self.root.locator(".vx-choice__feedback")

    def answer(self, *choices):
        for choice in choices:
            self.root.locator(f"label[for={choice.lstrip('#')}]").click()
        self.button.click()


def stored(page):
    """What is kept, without the minute of each answer."""
    data = json.loads(page.evaluate("localStorage.getItem('vung-xanh')") or "null")
    for answers in data["lessons"].values():
        for answer in answers.values():
            del answer["t"]
    return data


def described(page, selector):
    """What a screen reader says after the name of a choice."""
    return page.eval_on_selector(
        selector,
        "one => (one.getAttribute('aria-describedby') || '').split(' ').filter(Boolean)"
        ".map(id => document.getElementById(id).innerText).join(' ')",
    )


def test_before_an_answer_nothing_is_given_away(visit):
    quiz = Quiz(visit())
    expect(quiz.button).to_have_text(words("answer"))
    expect(quiz.explanation).to_be_hidden()
    expect(quiz.root.locator(".vx-answer")).to_be_hidden()
    expect(quiz.reveal).to_be_hidden()
    expect(quiz.result).to_have_text("")
    expect(quiz.root.locator(".vx-hint summary")).to_be_visible()


def test_pressing_without_a_choice_asks_for_one(visit):
    page = visit()
    quiz = Quiz(page)
    expect(quiz.button).to_have_attribute("aria-disabled", "true")
    quiz.button.focus()
    page.keyboard.press("Enter")
    expect(quiz.result).to_have_text(words("choose_one"))
    page.locator("label[for=duong-dan-1]").click()
    expect(quiz.button).to_have_attribute("aria-disabled", "false")
    several = Quiz(page, "bang-chung")
    several.button.click(force=True)  # it looks disabled, and answers all the same
    expect(several.result).to_have_text(words("choose_some"))


def test_right(visit):
    page = visit()
    quiz = Quiz(page)
    quiz.answer(RIGHT)
    expect(quiz.result).to_have_text(words("right"))
    expect(quiz.explanation).to_be_visible()
    expect(quiz.feedback).to_have_count(1)
    expect(quiz.button).to_have_text(words("again"))
    expect(quiz.button).to_be_focused()
    expect(quiz.reveal).to_be_hidden()
    assert described(page, RIGHT) == "Đúng\n\nNghe giọng An là biết ngay."
    assert described(page, WRONG) == ""
    assert stored(page) == {
        "v": 1,
        "lessons": {"CS-2": {"duong-dan": {"d": "1a2b3c4d", "c": [2], "ok": True}}},
    }


def test_wrong_keeps_the_right_choice_to_itself(visit):
    page = visit()
    quiz = Quiz(page)
    quiz.answer(WRONG)
    expect(quiz.result).to_have_text(words("wrong"))
    expect(quiz.button).to_have_text(words("retry"))
    expect(quiz.button).to_be_focused()
    expect(quiz.reveal).to_be_visible()
    expect(quiz.explanation).to_be_hidden()
    expect(quiz.feedback).to_have_count(1)
    assert described(page, WRONG).startswith("Chưa đúng")
    assert described(page, RIGHT) == ""
    assert "Nghe giọng An" not in quiz.root.inner_text()
    assert stored(page)["lessons"]["CS-2"]["duong-dan"] == {"d": "1a2b3c4d", "c": [1], "ok": False}


def test_try_again_clears_and_goes_to_the_choices(visit):
    page = visit()
    quiz = Quiz(page)
    quiz.answer(WRONG)
    quiz.button.click()
    expect(quiz.feedback).to_have_count(0)
    expect(quiz.result).to_have_text("")
    expect(page.locator(WRONG)).not_to_be_checked()
    expect(page.locator("#duong-dan-1")).to_be_focused()
    expect(quiz.button).to_have_text(words("answer"))
    quiz.answer(RIGHT)
    expect(quiz.result).to_have_text(words("right"))
    assert stored(page)["lessons"]["CS-2"]["duong-dan"]["ok"] is True
    quiz.button.click()  # once more, only to practise
    expect(quiz.explanation).to_be_hidden()
    expect(page.locator("#duong-dan-1")).to_be_focused()


def test_choosing_another_after_a_miss_is_trying_again(visit):
    quiz = Quiz(visit())
    quiz.answer(WRONG)
    quiz.root.locator("label[for=duong-dan-2]").click()
    expect(quiz.feedback).to_have_count(0)
    quiz.button.click()
    expect(quiz.result).to_have_text(words("right"))


def test_show_the_answer(visit):
    page = visit()
    quiz = Quiz(page)
    quiz.answer(WRONG)
    quiz.reveal.click()
    expect(quiz.result).to_have_text(words("revealed", choice="Gọi hỏi An trước"))
    expect(quiz.explanation).to_be_visible()
    expect(quiz.button).to_be_focused()
    expect(quiz.button).to_have_text(words("again"))
    assert described(page, RIGHT).startswith(words("missed"))
    others = quiz.root.locator(".vx-answer summary")
    expect(others).to_have_text(words("others"))
    others.click()
    expect(quiz.root.locator(".vx-feedback > li:visible")).to_have_count(1)
    # Enter in a choice sends an answered form in some browsers: nothing may happen
    page.eval_on_selector("#duong-dan form", "one => one.dispatchEvent(new Event('submit'))")
    expect(quiz.explanation).to_be_visible()


def test_several_choices_show_which_parts_were_right(visit):
    page = visit()
    quiz = Quiz(page, "bang-chung")
    quiz.answer("#bang-chung-1", "#bang-chung-2", "#bang-chung-3")
    expect(quiz.result).to_have_text("Đúng 2 trong 3 ý đúng, có 1 ý chưa đúng.")
    assert described(page, "#bang-chung-1").startswith("Đúng")
    assert described(page, "#bang-chung-2").startswith("Chưa đúng")
    assert described(page, "#bang-chung-3") == "Đúng"  # no feedback written for it
    assert described(page, "#bang-chung-4").startswith(words("missed"))
    expect(quiz.explanation).to_be_visible()
    expect(quiz.root.locator(".vx-answer details")).to_be_hidden()  # nothing left to tell
    assert stored(page)["lessons"]["CS-2"]["bang-chung"]["c"] == [1, 2, 3]
    quiz.button.click()
    quiz.answer("#bang-chung-1", "#bang-chung-4")
    expect(quiz.result).to_have_text("Đúng 2 trong 3 ý đúng.")
    quiz.button.click()
    quiz.answer("#bang-chung-1", "#bang-chung-3", "#bang-chung-4")
    expect(quiz.result).to_have_text(words("right"))


def test_with_the_keyboard_alone(visit):
    page = visit()
    quiz = Quiz(page)
    page.locator("#duong-dan-1").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RIGHT)).to_be_checked()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")  # in a radio, this answers
    expect(quiz.result).to_have_text(words("wrong"))
    page.keyboard.press("Enter")  # and once more must not throw the answer away
    expect(quiz.result).to_have_text(words("wrong"))
    page.keyboard.press("Tab")
    expect(quiz.root.locator(".vx-hint summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(quiz.button).to_be_focused()
    page.keyboard.press("Tab")
    expect(quiz.reveal).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#duong-dan-1")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(quiz.result).to_have_text(words("right"))
    expect(quiz.button).to_be_focused()
    assert "?" not in page.url  # nothing was sent


def test_results_are_said(visit):
    quiz = Quiz(visit())
    expect(quiz.result).to_have_count(1)
    before = quiz.result.element_handle()
    quiz.answer(RIGHT)
    after = quiz.result.element_handle()
    # the same region, there before it spoke: only then screen readers say it
    assert after.evaluate("(one, other) => one === other", before)


def test_the_count_of_the_lesson(visit):
    page = visit()
    score = page.locator(".vx-score")
    expect(score).to_have_text("")
    expect(score).to_have_attribute("role", "status")
    Quiz(page).answer(WRONG)
    expect(score).to_have_text("0/2 câu đúng")
    Quiz(page, "bang-chung").answer("#bang-chung-1", "#bang-chung-3", "#bang-chung-4")
    expect(score).to_have_text("1/2 câu đúng")
    Quiz(page).button.click()
    Quiz(page).answer(RIGHT)
    expect(score).to_have_text("2/2 câu đúng")


def test_answers_come_back_silently(visit):
    page = visit()
    Quiz(page).answer(RIGHT)
    page.reload()
    quiz = Quiz(page)
    expect(page.locator(RIGHT)).to_be_checked()
    expect(quiz.result).to_have_text(words("right"))
    expect(page.locator(".vx-score")).to_have_text("1/2 câu đúng")
    assert page.evaluate("document.activeElement === document.body")
    # a question with another digest is another question; what was kept stays
    page = visit("bai/doi.html", context=page.context)
    expect(page.locator(RIGHT)).not_to_be_checked()
    expect(Quiz(page).button).to_have_text(words("answer"))
    assert stored(page)["lessons"]["CS-2"]["duong-dan"]["d"] == "1a2b3c4d"


def test_a_kept_miss_comes_back_as_a_miss(visit):
    page = visit()
    quiz = Quiz(page)
    quiz.answer(WRONG)
    quiz.reveal.click()
    page.reload()
    expect(quiz.reveal).to_be_visible()
    expect(quiz.explanation).to_be_hidden()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "null",
        "7",
        "[]",
        '{"v":1}',
        '{"v":1,"lessons":[]}',
        '{"v":2,"lessons":{"CS-2":{"duong-dan":{"d":"1a2b3c4d","c":[2],"ok":true}}}}',
    ],
)
def test_broken_or_newer_data_is_set_aside(visit, text):
    page = visit("bai/le.html")
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", text)
    page = visit(context=page.context)
    quiz = Quiz(page)
    expect(quiz.button).to_have_text(words("answer"))
    assert page.evaluate("localStorage.getItem('vung-xanh-cu')") == text
    quiz.answer(RIGHT)
    assert stored(page)["lessons"]["CS-2"]["duong-dan"]["ok"] is True


@pytest.mark.parametrize(
    "answer", ["null", "7", '{"d":"1a2b3c4d"}', '{"d":"1a2b3c4d","c":[9]}', '{"d":5,"c":[2]}']
)
def test_a_broken_answer_is_no_answer(visit, answer):
    page = visit("bai/le.html")
    data = f'{{"v":1,"lessons":{{"CS-2":{{"duong-dan":{answer}}}}}}}'
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", data)
    page = visit(context=page.context)
    expect(Quiz(page).button).to_have_text(words("answer"))


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
GONE = (
    "Object.defineProperty(window, 'localStorage', "
    "{get() { throw new DOMException('no', 'SecurityError') }})"
)


@pytest.mark.parametrize("script", [FULL, GONE])
def test_a_browser_that_keeps_nothing(visit, script):
    page = visit(script=script)
    notes = page.locator(".vx-note")
    expect(notes).to_have_count(1)
    expect(notes).to_have_text(words("not_kept"))
    expect(page.locator("#duong-dan > .vx-note")).to_be_visible()
    quiz = Quiz(page)
    quiz.answer(RIGHT)
    expect(quiz.result).to_have_text(words("right"))
    expect(page.locator(".vx-score")).to_have_text("1/2 câu đúng")
    page.locator(".vx-reset").click()
    page.locator(".vx-reset").click()
    expect(quiz.button).to_have_text(words("answer"))
    page.locator(".vx-reset").click()
    expect(quiz.result).to_have_text(words("right"))
    page = visit("bai/nhay-cam.html", script=script)
    expect(page.locator(".vx-note")).to_have_count(0)


def test_no_note_where_results_are_kept(visit):
    expect(visit().locator(".vx-note")).to_have_count(0)


SPY = (
    "window.touched = []; for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {"
    " const real = Storage.prototype[name];"
    " Storage.prototype[name] = function (...all) {"
    " window.touched.push(name); return real.apply(this, all) } }"
)


def test_a_sensitive_lesson_touches_no_storage(visit):
    page = visit("bai/nhay-cam.html", script=SPY)
    quiz = Quiz(page)
    quiz.answer(WRONG)
    quiz.reveal.click()
    expect(quiz.explanation).to_be_visible()
    expect(page.locator(".vx-score")).to_have_count(0)
    assert page.evaluate("[touched, Object.keys(localStorage)]") == [[], []]
    # the next person, pressing Back, finds the question open
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(quiz.explanation).to_be_hidden()
    expect(page.locator(WRONG)).not_to_be_checked()


def test_a_sensitive_lesson_reads_nothing(visit):
    page = visit("bai/le.html")
    data = '{"v":1,"lessons":{"CS-4":{"duong-dan":{"d":"1a2b3c4d","c":[2],"ok":true}}}}'
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", data)
    page = visit("bai/nhay-cam.html", context=page.context)
    expect(page.locator(RIGHT)).not_to_be_checked()


def test_a_question_outside_a_lesson_keeps_nothing(visit):
    page = visit("bai/le.html", script=SPY)
    quiz = Quiz(page)
    quiz.answer(RIGHT)
    expect(quiz.result).to_have_text(words("right"))
    assert page.evaluate("touched") == []


def test_from_a_folder_on_disk(visit, folder):
    page = visit(base=folder.as_uri())
    quiz = Quiz(page)
    quiz.answer(RIGHT)
    expect(quiz.result).to_have_text(words("right"))
    page.reload()
    expect(quiz.result).to_have_text(words("right"))
    page.goto(f"{folder.as_uri()}/hoc-sinh.html")
    expect(page.locator(".vx-card__progress").first).to_have_text("1/2 câu")


def test_without_javascript_everything_is_there(visit):
    page = visit(java_script_enabled=False)
    root = page.locator("#duong-dan")
    expect(root.get_by_role("radio")).to_have_count(3)
    page.locator("label[for=duong-dan-2]").click()
    expect(page.locator(RIGHT)).to_be_checked()
    expect(root.get_by_role("button")).to_have_count(0)
    summary = root.locator(".vx-answer summary")
    expect(summary).to_have_text(pages.say("quiz", "answer"))
    summary.click()
    for text in ("Nghe giọng An", "An chưa hề gửi", "cả lớp cùng gặp", "Tài khoản quen"):
        expect(root.get_by_text(text).first).to_be_visible()
    root.locator(".vx-hint summary").click()
    expect(root.get_by_text("bị người khác dùng")).to_be_visible()
    # buttons that need a script stay away, the links work
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator("a.vx-exit")).to_have_attribute("href", pages.EXIT)


def test_on_paper(visit):
    page = visit()
    Quiz(page).answer(RIGHT)
    page.emulate_media(media="print")
    for hidden in (
        ".vx-answer",
        ".vx-hint",
        ".vx-quiz__actions",
        ".vx-choice__feedback",
        ".vx-score",
        ".vx-share",
        ".vx-reset",
        ".vx-exit",
        ".vx-report",
    ):
        expect(page.locator(f"{hidden}:visible")).to_have_count(0)
    looks = page.eval_on_selector_all(
        "#duong-dan input",
        "all => all.map(one => { const s = getComputedStyle(one); return s.appearance"
        " + s.borderTopWidth + s.backgroundColor + s.backgroundImage + getComputedStyle("
        "one.nextElementSibling).backgroundColor })",
    )
    assert len(looks) == 3
    assert len(set(looks)) == 1, "paper tells which choice was picked on the screen"
    assert looks[0].startswith("none1px")


def test_targets_are_large_enough(visit):
    page = visit(viewport={"width": 320, "height": 600}, has_touch=True)
    Quiz(page).answer(WRONG)
    small = page.eval_on_selector_all(
        "button, summary, .vx-choice label, a.vx-exit, a.vx-report",
        "all => all.filter(one => one.offsetHeight && one.getBoundingClientRect().height < 44)"
        ".map(one => one.outerHTML)",
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_questions_move_nothing_when_promoted(visit):
    """The button takes the room of the closed answer."""
    with_script = visit().locator("#bang-chung").bounding_box()
    without = visit(java_script_enabled=False).locator("#bang-chung").bounding_box()
    assert abs(with_script["y"] - without["y"]) <= 24


def test_forced_colours_keep_every_sign(visit):
    page = visit(forced_colors="active")
    Quiz(page).answer(WRONG)
    style = page.eval_on_selector(
        ".vx-choice__feedback",
        "one => { const s = getComputedStyle(one); return s.borderLeftStyle + s.borderLeftWidth }",
    )
    assert style == "dashed4px"
    assert page.locator(".vx-choice__feedback .vx-mark").inner_text().endswith("Chưa đúng")

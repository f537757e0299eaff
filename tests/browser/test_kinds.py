"""Each kind of question: mouse, keyboard alone, no JavaScript, partly right, kept, printed."""

import json
import unicodedata

import component_pages as pages
import pytest
from playwright.sync_api import expect

PAGE = "bai/cau-hoi.html"
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}


def words(key, **values):
    return pages.say("js", key).format(**values)


class Question:
    def __init__(self, page, name):
        self.page, self.root = page, page.locator(f"vx-quiz#{name}")
        self.root.scroll_into_view_if_needed()
        page.wait_for_selector(f"vx-quiz#{name}[data-state]")
        self.button = self.root.locator(".vx-button--main")
        self.reveal = self.root.get_by_role("button", name=words("reveal"))
        self.result = self.root.locator(".vx-quiz__result")
        self.explanation = self.root.locator(".vx-explanation")
        self.solution = self.root.locator(".vx-feedback--solution")
        self.marks = self.root.locator(".vx-choice__feedback .vx-mark")

    def state(self):
        return self.root.get_attribute("data-state"), self.root.get_attribute("data-result")

    def order(self):
        return [
            int(row.get_attribute("data-choice"))
            for row in self.root.locator(".vx-order__item").all()
        ]

    def arrange(self):
        """Put the rows in order with the buttons alone."""
        for right in range(1, len(self.order()) + 1):
            while (at := self.order().index(right)) >= right:
                self.root.locator(".vx-order__item").nth(at).locator("button").first.click()


def kept(page, lesson="CS-7"):
    data = json.loads(page.evaluate("localStorage.getItem('vung-xanh')") or "{}")
    return data.get("lessons", {}).get(lesson, {})


# True or false


def test_each_statement_is_marked(visit):
    page = visit(PAGE)
    one = Question(page, "so-111")
    one.root.locator("label[for=so-111-1-1]").click()
    one.button.click(force=True)
    expect(one.result).to_have_text(words("choose_each"))
    for at, way in ((2, 1), (3, 1), (4, 0)):
        one.root.locator(f"label[for=so-111-{at}-{way}]").click()
    one.button.click()
    expect(one.marks).to_have_text(
        [
            words("true_right", answer="Đúng"),
            words("true_wrong", answer="Sai"),
            words("true_right", answer="Đúng"),
            words("true_right", answer="Sai"),
        ]
    )
    expect(one.result).to_have_text(words("parts", found=3, all=4))
    expect(one.explanation).to_be_visible()
    assert one.state() == ("done", "partly")
    assert kept(page)["so-111"]["c"] == [1, 1, 1, 0]
    page.reload()
    one = Question(page, "so-111")
    expect(one.result).to_have_text(words("parts", found=3, all=4))
    one.button.click()
    expect(one.marks).to_have_count(0)
    expect(page.locator("#so-111-1-1")).to_be_focused()


def test_statements_by_keyboard(visit):
    page = visit(PAGE)
    one = Question(page, "so-111")
    page.locator("#so-111-1-1").focus()
    for way in (1, 0, 1, 0):
        page.keyboard.press("Space")
        if not way:
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    expect(one.button).to_be_focused()
    page.keyboard.press("Enter")
    expect(one.result).to_have_text(words("right"))


# Order


def test_an_order_is_made_with_buttons(visit):
    page = visit(PAGE)
    one = Question(page, "ba-viec")
    expect(one.root.locator("select:visible")).to_have_count(0)
    one.button.click(force=True)
    expect(one.result).to_have_text(words("order_first"))
    assert one.order() != [1, 2, 3, 4]
    one.arrange()
    assert one.order() == [1, 2, 3, 4]
    one.button.click()
    expect(one.result).to_have_text(words("right"))
    expect(one.explanation).to_be_visible()
    expect(one.solution).to_be_hidden()  # it stands there already
    assert kept(page)["ba-viec"] == {**kept(page)["ba-viec"], "c": [1, 2, 3, 4], "ok": True}
    page.reload()
    one = Question(page, "ba-viec")
    assert one.order() == [1, 2, 3, 4]
    expect(one.result).to_have_text(words("right"))


def test_an_order_partly_right(visit):
    page = visit(PAGE)
    one = Question(page, "ba-viec")
    one.arrange()
    one.root.locator(".vx-order__item").nth(3).locator("button").first.click()
    one.button.click()
    assert one.state() == ("missed", "partly")
    expect(one.result).to_have_text(words("parts", found=2, all=4))
    assert [one.replace("\n", "") for one in one.marks.all_inner_texts()] == [
        words("part_right"),
        words("part_right"),
        words("part_wrong"),
        words("part_wrong"),
    ]
    expect(one.explanation).to_be_hidden()
    one.reveal.click()
    expect(one.solution.locator("li")).to_have_text(
        ["Dừng tay", "Rời cuộc trò chuyện", "Kể với người lớn", "Gọi 111"]
    )
    expect(one.explanation).to_be_visible()


def test_an_order_by_keyboard_says_the_place_and_keeps_the_focus(visit):
    page = visit(PAGE)
    one = Question(page, "ba-viec")
    row = one.root.locator(".vx-order__item").nth(1)
    text = row.locator("label").inner_text()
    up = row.get_by_role("button", name=words("order_up", text=text))
    up.focus()
    page.keyboard.press("Enter")
    button = one.root.get_by_role("button", name=words("order_up", text=text))
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(page.locator(".vx-unseen[role=status]").last).to_have_text(
        words("order_at", text=text, at=1, all=4)
    )
    page.keyboard.press("Enter")  # nowhere to go, nothing breaks
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert one.root.locator(".vx-order__item label").nth(1).inner_text() == text


def tab_to(page, target):
    """Press Tab until `target` has the focus; so many, as a person would give up after."""
    for _ in range(25):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def test_an_order_with_the_keyboard_alone(visit):
    page = visit(PAGE)
    one = Question(page, "ba-viec")
    page.locator("#so-111-4-0").focus()
    for right in range(1, 5):
        while (at := one.order().index(right)) >= right:
            tab_to(page, one.root.locator(".vx-order__item").nth(at).locator("button").first)
            for _ in range(at + 1 - right):
                page.keyboard.press("Space")
        page.locator("#so-111-4-0").focus()
    assert one.order() == [1, 2, 3, 4]
    tab_to(page, one.button)
    page.keyboard.press("Enter")
    expect(one.result).to_have_text(words("right"))
    expect(one.button).to_be_focused()


# Match


def choose(page, row, position):
    """Press the arrow of the list of a row, which has the focus, until `position` is chosen."""
    field = page.locator(f"#gap-gi-{row}")
    tab_to(page, field)
    for _ in range(5):
        if field.input_value() == str(position):
            return
        page.keyboard.press("ArrowDown")
    expect(field).to_have_value(str(position))


def test_a_match_with_the_keyboard_alone(visit):
    page = visit(PAGE)
    one = Question(page, "gap-gi")
    page.locator("#gap-gi-1").focus()
    choose(page, 1, 1)
    choose(page, 3, 4)
    tab_to(page, one.button)
    page.keyboard.press("Enter")
    expect(one.result).to_have_text(words("match_each"))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#gap-gi-2")).to_be_focused()
    choose(page, 2, 2)
    tab_to(page, one.button)
    page.keyboard.press("Enter")
    expect(one.result).to_have_text(words("parts", found=2, all=3))
    expect(one.button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#gap-gi-3")).to_be_focused()
    choose(page, 3, 3)
    tab_to(page, one.button)
    page.keyboard.press("Enter")
    expect(one.result).to_have_text(words("right"))
    expect(one.explanation).to_be_visible()


def test_a_match(visit):
    page = visit(PAGE)
    one = Question(page, "gap-gi")
    page.locator("#gap-gi-1").select_option("1")
    one.button.click(force=True)
    expect(one.result).to_have_text(words("match_each"))
    page.locator("#gap-gi-2").select_option("4")
    page.locator("#gap-gi-3").select_option("3")
    one.button.click()
    assert one.state() == ("missed", "partly")
    expect(one.result).to_have_text(words("parts", found=2, all=3))
    expect(page.locator("#gap-gi-2")).to_have_attribute("aria-describedby", "gap-gi-2-phan-hoi")
    one.button.click()  # again: what was right stays
    expect(page.locator("#gap-gi-2")).to_be_focused()
    expect(page.locator("#gap-gi-1")).to_have_value("1")
    expect(page.locator("#gap-gi-2")).to_have_value("")
    page.keyboard.press("ArrowDown")
    page.locator("#gap-gi-2").select_option("2")
    one.button.click()
    expect(one.result).to_have_text(words("right"))
    assert kept(page)["gap-gi"]["c"] == [1, 2, 3]
    page.reload()
    Question(page, "gap-gi")
    expect(page.locator("#gap-gi-2")).to_have_value("2")


# Fill


def fill(page, *texts):
    one = Question(page, "dien")
    for at, text in enumerate(texts, 1):
        page.locator(f"#dien-{at}").fill(text)
    one.button.click()
    return one


RIGHT = ("111", "người lớn", "10.000.000", "đừng “xóa”")


@pytest.mark.parametrize(
    "texts",
    [
        RIGHT,
        ("  Một   một  MỘT ", "NGƯỜI LỚN", "10 000 000", 'Đừng "xóa"'),
        ("111", unicodedata.normalize("NFD", "Người lớn"), "10,000,000", "đừng «xoá»"),
        ("111", "người\u00a0lớn", "10000000", "đừng “xóa”\u200b"),
    ],
)
def test_gaps_are_marked_fairly(visit, texts):
    one = fill(visit(PAGE), *texts)
    expect(one.result).to_have_text(words("right"))


@pytest.mark.parametrize("text", ["dung xoa", "đung “xóa”", 'dung "xóa"'])
def test_right_but_for_the_marks_is_almost(visit, text):
    accepted = "đừng “xóa”"
    text = text if '"' in text or "“" in text else 'dung "xoa"'
    assert accepted != text
    one = fill(visit(PAGE), "111", "nguoi lon", "10.000.000", text)
    expect(one.result).to_have_text(words("parts_almost", found=2, all=4, almost=2))
    expect(one.marks.nth(3)).to_have_text(words("part_almost"))
    assert one.state() == ("missed", "partly")
    one.button.click()
    expect(one.page.locator("#dien-2")).to_be_focused()
    expect(one.page.locator("#dien-2")).to_have_value("nguoi lon")  # only the marks are to mend


def test_a_wrong_gap_is_wrong_and_is_kept_as_it_was(visit):
    page = visit(PAGE)
    one = fill(page, "113", "người lạ", "1.000", "xóa ngay")
    expect(one.result).to_have_text(words("parts_none"))
    assert one.state() == ("missed", "wrong")
    one.reveal.click()
    expect(one.solution.locator("li").first).to_have_text("111")
    page.reload()
    one = Question(page, "dien")
    expect(page.locator("#dien-2")).to_have_value("người lạ")
    expect(one.reveal).to_be_visible()


def test_what_was_right_in_another_language_stays_right(visit):
    page = visit(PAGE)
    fill(page, *RIGHT)
    data = page.evaluate("localStorage.getItem('vung-xanh')").replace("người lớn", "an adult")
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", data)
    page.reload()
    one = Question(page, "dien")
    expect(one.result).to_have_text(words("right"))
    expect(page.locator("#dien-2")).to_have_value("người lớn")


def test_a_quotation_among_gaps_keeps_the_lines_of_a_quotation(visit):
    page = visit(PAGE)
    Question(page, "dien")
    space = page.evaluate(
        """() => {
          const text = document.querySelector('#dien .vx-fill');
          text.insertAdjacentHTML('afterbegin', '<blockquote><p>Lời kể.</p></blockquote>');
          const quote = getComputedStyle(text.querySelector('blockquote p'));
          return parseFloat(quote.lineHeight) / parseFloat(quote.fontSize);
        }"""
    )
    assert space <= 1.7


def test_what_was_chosen_before_a_match_came_into_sight_stays(visit):
    page = visit(PAGE)
    assert page.locator("#gap-gi").get_attribute("data-state") is None
    page.locator("#gap-gi-1").evaluate(
        "one => { one.value = '2'; one.dispatchEvent(new Event('change', { bubbles: true })) }"
    )
    one = Question(page, "gap-gi")
    expect(page.locator("#gap-gi-1")).to_have_value("2")
    page.locator("#gap-gi-2").select_option("1")
    page.locator("#gap-gi-3").select_option("3")
    one.button.click()
    expect(one.result).to_have_text(words("parts", found=1, all=3))


def test_with_large_letters_true_and_false_stay_inside(visit):
    page = visit(PAGE, viewport={"width": 360, "height": 740})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    one = Question(page, "so-111")
    outer = one.root.locator(".vx-statement").first.bounding_box()
    for label in one.root.locator(".vx-statement").first.locator("label").all():
        box = label.bounding_box()
        assert box["x"] + box["width"] <= outer["x"] + outer["width"] + 0.5
        assert box["height"] >= 44


def test_gaps_by_keyboard(visit):
    page = visit(PAGE)
    one = Question(page, "dien")
    page.locator("#dien-1").focus()
    for text in RIGHT:
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # in a text field this answers
    expect(one.result).to_have_text(words("right"))
    assert "?" not in page.url


# Scenario


def test_a_scenario_is_walked_step_by_step(visit):
    page = visit(PAGE)
    one = Question(page, "toi-nay")
    steps = one.root.locator(".vx-step:visible")
    back = one.root.get_by_role("button", name=words("back"))
    expect(steps).to_have_count(1)
    expect(back).to_be_hidden()
    page.get_by_role("link", name="Trả lời").focus()
    page.keyboard.press("Enter")
    expect(steps).to_have_attribute("id", "tra-loi")
    expect(page.locator("#tra-loi .vx-step__title")).to_be_focused()
    assert kept(page)["toi-nay"]["c"] == [0, 1]
    back.click()
    expect(steps).to_have_attribute("id", "toi")
    page.locator("#toi a").first.click()
    page.reload()
    Question(page, "toi-nay")
    expect(steps).to_have_attribute("id", "tra-loi")
    page.locator("#tra-loi a").last.click()
    expect(one.result).to_have_text(words("story_end"))
    expect(one.explanation).to_be_visible()
    assert kept(page)["toi-nay"]["ok"] is True
    one.root.get_by_role("button", name=words("story_again")).click()
    expect(steps).to_have_attribute("id", "toi")
    assert "#" not in page.url


def test_a_scenario_with_the_keyboard_alone(visit):
    page = visit(PAGE)
    one = Question(page, "toi-nay")
    back = one.root.get_by_role("button", name=words("back"))
    again = one.root.get_by_role("button", name=words("story_again"))
    title = one.root.locator(".vx-step:visible .vx-step__title")
    ways = one.root.locator(".vx-step:visible .vx-step__ways a")
    page.locator("#dien-4").focus()
    tab_to(page, ways.first)
    page.keyboard.press("Enter")
    expect(title).to_have_text("Tin thứ hai")
    expect(title).to_be_focused()
    tab_to(page, back)
    page.keyboard.press("Space")
    expect(title).to_have_text("22 giờ")
    expect(title).to_be_focused()
    tab_to(page, ways.first)
    page.keyboard.press("Enter")
    tab_to(page, ways.last)
    page.keyboard.press("Enter")
    expect(title).to_have_text("Người ấy xin thêm")
    expect(title).to_be_focused()
    expect(one.explanation).to_be_visible()
    tab_to(page, back)
    page.keyboard.press("Enter")
    expect(title).to_have_text("Tin thứ hai")
    tab_to(page, ways.first)
    page.keyboard.press("Enter")
    expect(title).to_have_text("Mẹ nghe")
    tab_to(page, again)
    page.keyboard.press("Enter")
    expect(title).to_have_text("22 giờ")
    expect(title).to_be_focused()
    assert "#" not in page.url


@pytest.mark.parametrize("path", ["[0,3]", "[7]", '["x"]', "[0,1,2,1]", "[-1]"])
def test_an_impossible_way_starts_anew(visit, path):
    page = visit("bai/le.html")
    page.goto(page.url.replace("le.html", "cau-hoi.html"))
    digest = page.locator("#toi-nay").get_attribute("data-digest")
    data = f'{{"v":1,"lessons":{{"CS-7":{{"toi-nay":{{"d":"{digest}","c":{path},"ok":true}}}}}}}}'
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", data)
    page.reload()
    one = Question(page, "toi-nay")
    expect(one.root.locator(".vx-step:visible")).to_have_attribute("id", "toi")


def test_an_address_of_a_step_shows_it(visit):
    page = visit(f"{PAGE}#ke")
    expect(page.locator("#ke")).to_be_visible()


# Reflect


def test_what_one_thinks_is_kept_nowhere(visit):
    page = visit(PAGE)
    one = Question(page, "nhan-gi")
    page.locator("#nhan-gi-1").fill("Tớ đây.")
    button = one.root.get_by_role("button", name=pages.say("quiz", "model"))
    expect(one.explanation).to_be_hidden()
    button.click()
    expect(one.explanation).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert kept(page) == {}
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(page.locator("#nhan-gi-1")).to_have_value("")


# What they share


def test_hints_come_one_after_the_other(visit):
    one = Question(visit(PAGE), "mot")
    hints = one.root.locator(".vx-hint summary")
    expect(hints.nth(0)).to_be_visible()
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).click()
    expect(hints.nth(1)).to_be_visible()


def test_the_score_counts_what_is_marked(visit):
    page = visit(PAGE)
    fill(page, *RIGHT)
    expect(page.locator(".vx-score")).to_have_text(words("score", right=1, all=7))


def test_choices_have_an_order_of_the_learners_own_that_stays(visit):
    def orders(page):
        Question(page, "xao-y")
        return [
            page.locator(f"#{name} input").evaluate_all("all => all.map(one => one.id)")
            for name in ("xao", "xao-y")
        ]

    seen = set()
    for _ in range(6):
        page = visit(PAGE)
        mine = orders(page)
        assert {len(set(one)) for one in mine} == {4, 8}
        page.reload()
        assert orders(page) == mine
        seen.add(str(mine))
    assert len(seen) > 1
    letters = page.locator("#xao-y .vx-statement__text").all_inner_texts()
    assert [text[:2] for text in letters] == ["a)", "b)", "c)", "d)"]
    for at in (1, 3, 4):
        page.locator(f"label[for=xao-{at}]").click()
    page.locator("#xao .vx-button--main").click()
    assert kept(page)["xao"]["c"] == [1, 3, 4]


def test_a_broken_answer_is_set_aside_and_the_others_stay(visit):
    page = visit(PAGE)
    fill(page, *RIGHT)
    data = json.loads(page.evaluate("localStorage.getItem('vung-xanh')"))
    data["lessons"]["CS-7"]["gap-gi"] = {"d": 7, "c": "không"}
    data["lessons"]["CS-1"] = [1]
    data["lessons"]["CS-7"]["ba-viec"] = {"d": "x", "c": [{}], "ok": True}
    text = json.dumps(data)
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", text)
    page.reload()
    one = Question(page, "dien")
    expect(one.result).to_have_text(words("right"))
    assert len(page.evaluate("localStorage.getItem('vung-xanh-cu')").splitlines()) == 3
    assert set(kept(page)) == {"dien"}


@pytest.mark.parametrize("name", ["mot", "so-111", "ba-viec", "gap-gi", "dien", "xao"])
@pytest.mark.parametrize("answer", ['["x"]', "[99,-3,0.5]", '["",null]', "[1,1,1,1,1,1,1,1,1]"])
def test_an_odd_answer_breaks_nothing(visit, name, answer):
    page = visit("bai/le.html")
    page.goto(page.url.replace("le.html", "cau-hoi.html"))
    digest = page.locator(f"vx-quiz#{name}").get_attribute("data-digest")
    data = f'{{"v":1,"lessons":{{"CS-7":{{"{name}":{{"d":"{digest}","c":{answer},"ok":1}}}}}}}}'
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", data)
    page.reload()
    one = Question(page, name)
    expect(one.button).to_be_visible()


@pytest.mark.parametrize("seed", ["x", "", "-7", "0.5", "1e999", "NaN", "{}"])
def test_an_odd_order_of_choices_breaks_nothing(visit, seed):
    page = visit("bai/le.html")
    page.evaluate("seed => localStorage.setItem('vung-xanh-thu-tu', seed)", seed)
    page.goto(page.url.replace("le.html", "cau-hoi.html"))
    Question(page, "xao")
    inputs = page.locator("#xao input").evaluate_all("all => all.map(one => one.id)")
    assert sorted(inputs) == [f"xao-{at}" for at in range(1, 5)]


def test_without_javascript_every_kind_can_be_answered(visit):
    page = visit(PAGE, java_script_enabled=False)
    page.locator("label[for=so-111-1-1]").click()
    page.locator("#ba-viec-1").select_option("1")
    page.locator("#gap-gi-1").select_option("2")
    page.locator("#dien-1").fill("111")
    page.keyboard.press("Enter")  # sends nothing anywhere
    assert "?" not in page.url
    page.locator("#nhan-gi-1").fill("Tớ đây")
    page.locator("#toi a").first.click()
    assert page.url.endswith("#tra-loi")
    expect(page.locator(".vx-step:visible")).to_have_count(4)
    for summary in page.locator(".vx-answer summary").all():
        summary.click()
    for text in ("dừng trước đã", "Giữ bằng chứng", "chặng nào cũng có lối ra", "Cậu có sao"):
        expect(page.get_by_text(text).last).to_be_visible()
    expect(page.locator("button:visible")).to_have_count(0)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_on_a_small_screen_the_result_stays_in_sight(visit, motion):
    page = visit(PAGE, viewport={"width": 360, "height": 640}, reduced_motion=motion)
    one = Question(page, "mot")
    one.root.locator("label[for=mot-1]").click()
    bottom = "one => scrollBy(0, one.getBoundingClientRect().bottom - innerHeight)"
    one.button.evaluate(bottom)
    one.button.evaluate("one => one.focus({ preventScroll: true })")
    page.keyboard.press("Enter")  # the mouse of the tests would bring the button to the middle
    expect(one.result).to_have_text(words("wrong"))
    expect(one.result).to_be_in_viewport(ratio=1)
    expect(one.root.locator(".vx-choice__feedback")).to_be_in_viewport(ratio=1)
    expect(one.button).to_be_focused()
    one.reveal.focus()
    page.keyboard.press("Enter")
    expect(one.explanation).to_be_visible()
    expect(one.result).to_be_in_viewport(ratio=1)


def test_where_there_is_room_nothing_scrolls(visit):
    page = visit(PAGE, viewport={"width": 1280, "height": 1200})
    one = Question(page, "mot")
    place = page.evaluate("scrollY")
    one.root.locator("label[for=mot-1]").click()
    one.button.click()
    expect(one.result).to_be_in_viewport(ratio=1)
    one.reveal.click()
    assert page.evaluate("scrollY") == place


def test_targets_are_large_and_nothing_is_wider_than_320_pixels(visit):
    page = visit(PAGE, **PHONE)
    for name in ("so-111", "ba-viec", "gap-gi", "dien", "toi-nay", "nhan-gi", "xao-y"):
        Question(page, name)
    small = page.eval_on_selector_all(
        "vx-quiz button, vx-quiz summary, .vx-statement__ways label, select, .vx-gap,"
        " .vx-step__ways a, textarea",
        "all => all.filter(one => one.getClientRects().length).filter(one => {"
        " const box = one.getBoundingClientRect(); return box.height < 44 || box.width < 44 })"
        ".map(one => one.outerHTML)",
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_paper_has_empty_boxes_lines_and_every_step(visit):
    page = visit(PAGE)
    fill(page, *RIGHT)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#dien-1").evaluate("one => getComputedStyle(one).color") == (
        "rgba(0, 0, 0, 0)"
    )
    expect(page.locator(".vx-step:visible")).to_have_count(4)
    for hidden in (".vx-move", ".vx-answer", ".vx-quiz__actions", ".vx-choice__feedback"):
        expect(page.locator(f"{hidden}:visible")).to_have_count(0)


def test_the_projector_can_ask_for_the_answer(visit):
    page = visit(PAGE)
    ask = "id => VungXanh.quiz.answerOf(document.querySelector('vx-quiz#' + id))"
    answers = {name: page.evaluate(ask, name) for name in ("mot", "so-111", "ba-viec", "gap-gi")}
    assert answers == {
        "mot": [2],
        "so-111": [1, 0, 1, 0],
        "ba-viec": [1, 2, 3, 4],
        "gap-gi": [1, 2, 3],
    }
    assert page.evaluate(ask, "dien") == list(RIGHT)
    assert page.evaluate(ask, "nhan-gi") == []


def test_of_forty_questions_only_those_near_are_awake(visit):
    """How long that takes is for `bench --questions` to say."""
    page = visit("bai/nhieu.html", viewport={"width": 360, "height": 740})
    page.wait_for_selector("vx-quiz[data-state]")
    assert page.locator("vx-quiz").count() >= 40
    assert page.locator("vx-quiz[data-state]").count() <= 6


@pytest.mark.parametrize("width", [360, 1280])
def test_a_question_that_wakes_moves_nothing(browser, served, width):
    """Before its script has come, each is as high as after, so that nothing jumps in sight."""
    seen = "vx-quiz { content-visibility: visible !important }"  # those far below, too
    measure = """() => Object.fromEntries([...document.querySelectorAll('vx-quiz')]
      .filter(quiz => !quiz.hasAttribute('data-shuffle'))
      .map(quiz => [quiz.id, Math.round(quiz.getBoundingClientRect().height)]))"""
    heights = []
    for asleep in (True, False):
        context = browser.new_context(viewport={"width": width, "height": 740})
        page = context.new_page()
        if asleep:
            page.route("**/quiz.js", lambda route: route.abort())
        page.goto(f"{served}/{PAGE}", wait_until="load")
        if not asleep:
            page.evaluate("VungXanh.quiz.flush()")
        page.add_style_tag(content=seen)
        heights.append(page.evaluate(measure))
        context.close()
    assert heights[0] == heights[1]

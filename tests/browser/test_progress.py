"""What a browser keeps of a learner: the page that shows it, files, shared devices, bad data."""

import functools
import http.server
import json
import re
import threading
from pathlib import Path

import component_pages as pages
import pytest
from playwright.sync_api import expect
from test_axe import faults

from projects import REPOSITORY, make_buildable
from vungxanh.model.question import SCORED
from vungxanh.readers.project import read_project

PAGE = "tien-do/index.html"
PROJECT, _ = read_project(REPOSITORY)
KEPT = [one for one in PROJECT.published() if not one.meta.sensitive and one.text("vi").questions]
SECRET = next(one for one in PROJECT.published() if one.meta.sensitive)
FIRST, SECOND = KEPT[0], next(one for one in KEPT if one.audience != KEPT[0].audience)


def words(key, locale="vi", group="kept_js", **values):
    return pages.say(group, key, locale).format(**values)


def address(lesson, prefix=""):
    return f"{prefix}{lesson.audience}/{lesson.slug}/index.html"


def counted(lesson):
    return [one for one in lesson.text("vi").questions if one.kind in SCORED]


def one(digest="d", ok=True, minute=1, chosen=(1,)):
    return {"d": digest, "c": list(chosen), "ok": ok, "t": minute}


def answered(lesson, right=1000):
    """Answers to every question that counts, the first `right` of them right."""
    return {q.id: one(q.digest, at < right) for at, q in enumerate(counted(lesson))}


def as_text(lessons, version=1):
    return json.dumps({"v": version, "lessons": lessons}, ensure_ascii=False)


def put(page, lessons, key="vung-xanh"):
    text = lessons if isinstance(lessons, str) else as_text(lessons)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.reload()


def stored(page, place="localStorage"):
    text = page.evaluate(f"{place}.getItem('vung-xanh')")
    return json.loads(text)["lessons"] if text else None


@pytest.fixture
def open_page(visit, served_site):
    return functools.partial(visit, base=served_site)


def rows(page):
    """What the list says: titles with their counts."""
    return [
        (row.locator("a").inner_text(), row.locator("span").inner_text())
        for row in page.locator(".vx-kept li:visible").all()
    ]


# The list


def test_nothing_kept_is_said_kindly(open_page):
    page = open_page(PAGE)
    expect(page.locator(".vx-kept__none")).to_contain_text(words("none", group="kept"))
    assert rows(page) == []
    expect(page.locator(".vx-kept__group:visible, .vx-kept .vx-note:visible")).to_have_count(0)
    page.locator(".vx-kept__save").click()
    expect(page.locator(".vx-kept__said")).to_have_text(words("nothing"))
    page.locator(".vx-kept__none a").click()
    page.wait_for_url(re.compile(r"/index\.html$"))


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_what_is_kept_stands_by_audience(open_page, locale):
    prefix = "" if locale == "vi" else "en/"
    page = open_page(prefix + PAGE)
    put(page, {SECOND.meta.id: answered(SECOND, 1), FIRST.meta.id: answered(FIRST)})
    many, all_of_it = len(counted(SECOND)), len(counted(FIRST))
    assert rows(page) == [
        (FIRST.text(locale).meta.title, words("whole", locale, right=all_of_it, all=all_of_it)),
        (SECOND.text(locale).meta.title, words("count", locale, right=1, all=many)),
    ]
    expect(page.locator(".vx-kept__group:visible")).to_have_count(2)
    expect(page.locator(".vx-kept__none")).to_be_hidden()
    page.locator(".vx-kept li:visible a").first.click()
    page.wait_for_url(f"**/{address(FIRST, prefix)}")


def test_all_wrong_or_outdated_is_begun_all_the_same(open_page):
    page = open_page(PAGE)
    put(page, {FIRST.meta.id: {counted(FIRST)[0].id: one("00000000")}})
    assert rows(page) == [
        (FIRST.text("vi").meta.title, words("count", right=0, all=len(counted(FIRST))))
    ]


def test_a_sensitive_lesson_is_not_there_and_is_forgotten(open_page):
    page = open_page(PAGE)
    put(page, {SECRET.meta.id: answered(SECRET), "ZZ-9": {"a": one(), "b": one()}})
    assert SECRET.text("vi").meta.title not in page.content()
    assert rows(page) == []
    assert list(stored(page)) == ["ZZ-9"]  # of another edition: said, and kept
    expect(page.locator(".vx-kept__others")).to_have_text(words("others", count=2))
    expect(page.locator(".vx-kept__none")).to_be_hidden()


def test_answers_given_in_another_window_appear(open_page):
    page = open_page(PAGE)
    other = open_page("index.html", context=page.context)
    put(other, {FIRST.meta.id: answered(FIRST)})
    expect(page.locator(".vx-kept li:visible")).to_have_count(1)


def test_erasing_and_undoing_show_at_once(open_page):
    page = open_page(PAGE)
    put(page, {FIRST.meta.id: answered(FIRST)})
    button = page.locator(".vx-kept .vx-reset")
    button.click()
    button.click()
    expect(page.locator(".vx-kept__none")).to_be_visible()
    assert stored(page) is None
    button.click()
    expect(page.locator(".vx-kept li:visible")).to_have_count(1)
    assert stored(page) == {FIRST.meta.id: answered(FIRST)}


def test_only_this_page_loads_its_script_and_every_page_leads_here(open_page):
    page = open_page("index.html")
    assert "assets/kept" not in page.content()
    page.locator(".vx-foot__links a", has_text=pages.say("page", "progress")).click()
    page.wait_for_url(f"**/{PAGE}")
    assert "assets/kept.js" in page.content()
    page = open_page(f"en/{FIRST.audience}/index.html", context=page.context)
    page.locator(".vx-onward a", has_text=pages.say("page", "progress", "en")).click()
    page.wait_for_url(f"**/en/{PAGE}")


def test_without_a_script_the_page_says_what_it_is_for(open_page):
    page = open_page(PAGE, java_script_enabled=False)
    expect(page.get_by_text(words("no_script", group="kept"))).to_be_visible()
    expect(page.locator(".vx-page > p").first).to_be_visible()
    expect(page.locator(".vx-kept button:visible, .vx-kept h2:visible")).to_have_count(0)


def test_every_word_exists_and_none_is_idle():
    code = "".join(file.read_text() for file in (pages.ASSETS / "kept").glob("*.js"))
    used = set(re.findall(r"words\.([a-z_]+)|part\('([a-z]+)'", code))
    assert {"".join(pair) for pair in used} == set(pages.UI["kept_js"])


# Files


def bring(page, content, name="vung-xanh.json"):
    """Choose a file; what the page then says."""
    data = content if isinstance(content, bytes) else content.encode()
    said = page.locator(".vx-kept__said")
    said.evaluate("one => { one.textContent = '' }")
    file = {"name": name, "mimeType": "application/json", "buffer": data}
    page.locator(".vx-kept__file").set_input_files(file)
    expect(said).not_to_be_empty()
    return said.inner_text()


def save(page):
    with page.expect_download() as download:
        page.locator(".vx-kept__save").click()
    return download.value


def test_to_another_device_and_back(open_page):
    page = open_page(PAGE)
    lessons = {FIRST.meta.id: answered(FIRST), SECOND.meta.id: answered(SECOND, 1)}
    lessons[FIRST.meta.id]["dien"] = one(chosen=["mật khẩu", "đ̣"])  # what was filled in
    put(page, lessons)
    file = save(page)
    assert re.fullmatch(r"vung-xanh-\d{4}-\d\d-\d\d\.json", file.suggested_filename)
    expect(page.locator(".vx-kept__said")).to_have_text(
        words("saved", name=file.suggested_filename)
    )
    text = Path(file.path()).read_text(encoding="utf-8")
    other = open_page(f"en/{PAGE}")
    count = sum(map(len, lessons.values()))
    assert bring(other, text) == words("came", "en", count=count)
    assert stored(other) == lessons
    expect(other.locator(".vx-kept li:visible")).to_have_count(2)
    # once more brings nothing new
    again = [words("came", "en", count=0), words("same", "en", count=count)]
    assert bring(other, text) == " ".join(again)
    assert json.loads(Path(save(other).path()).read_text())["lessons"] == lessons


def question():
    return counted(FIRST)[0]


@pytest.mark.parametrize(
    ("ours", "theirs", "taken"),
    [
        (one("now", False, 9), one("now", True, 1), True),
        (one("now", True, 1), one("now", False, 9), False),
        (one("now", True, 1), one("now", True, 2), True),
        (one("now", False, 2), one("now", False, 1), False),
        (one("now", False, 2), one("old", True, 9), False),
        (one("old", True, 9), one("now", False, 1), True),
        (one("old", False, 9), one("older", True, 1), True),
        ({"d": "now", "c": [1]}, one("now", False, 1), True),  # from before minutes were kept
        (one("now", True, 1), {"d": "now", "c": [2], "ok": True, "t": "mai"}, False),
    ],
)
def test_of_each_answer_the_better_stays(open_page, ours, theirs, taken):
    ours, theirs = (
        {**answer, "d": question().digest if answer["d"] == "now" else answer["d"]}
        for answer in (ours, theirs)
    )
    page = open_page(PAGE)
    put(page, {FIRST.meta.id: {question().id: ours, "khac": one()}})
    bring(page, as_text({FIRST.meta.id: {question().id: theirs}}))
    kept = theirs if taken else ours
    assert stored(page) == {FIRST.meta.id: {question().id: kept, "khac": one()}}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "foreign"),
        ("{", "foreign"),
        ("null", "foreign"),
        ("[]", "foreign"),
        ('{"v":1}', "foreign"),
        ('{"v":1,"lessons":[]}', "foreign"),
        ('{"lessons":{"PT-1":{}}}', "foreign"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "foreign"),
        (b" " * 5_000_001, "foreign"),
        (as_text({"PT-1": {"a": one()}}, version=2), "newer"),
    ],
)
def test_a_foreign_or_newer_file_changes_nothing(open_page, content, key):
    page = open_page(PAGE)
    put(page, {FIRST.meta.id: answered(FIRST)})
    assert bring(page, content) == words(key)
    assert stored(page) == {FIRST.meta.id: answered(FIRST)}
    assert page.evaluate("localStorage.getItem('vung-xanh-cu')") is None


def test_of_a_damaged_file_the_sound_part_comes(open_page):
    page = open_page(PAGE)
    lessons = {
        FIRST.meta.id: {"a": one(), "b": {"d": 5, "c": [1]}, "c": None, "__proto__": one()},
        SECOND.meta.id: 7,
        SECRET.meta.id: {"x": one(), "y": one()},
        "constructor": {"toString": one()},
    }
    said = bring(page, "\ufeff" + as_text(lessons) + "\r\n")
    parts = [words("came", count=1), words("sensitive", count=2), words("unread", count=5)]
    assert said == " ".join(parts)
    assert stored(page) == {FIRST.meta.id: {"a": one()}}
    page.reload()
    expect(page.locator(".vx-kept__all")).to_be_visible()


ZALO = "Mozilla/5.0 (Linux; Android 12) Chrome/120.0.0.0 Mobile Zalo android/12100641"


def test_in_an_app_that_saves_no_files_it_goes_as_text(open_page):
    page = open_page(PAGE, user_agent=ZALO)
    put(page, {FIRST.meta.id: answered(FIRST)})
    page.locator(".vx-kept__save").click()
    box = page.locator("textarea")
    expect(box).to_be_focused()
    expect(page.locator(".vx-kept__said")).to_have_text(words("shown"))
    text = box.input_value()
    assert page.evaluate("String(getSelection())") == text
    other = open_page(PAGE)
    other.locator(".vx-kept__text summary").click()
    other.locator(".vx-kept__paste").click()
    expect(other.locator(".vx-kept__said")).to_have_text(words("empty"))
    other.locator("textarea").fill(f"  {text}\n")
    other.locator(".vx-kept__paste").click()
    expect(other.locator(".vx-kept__said")).to_contain_text(
        words("came", count=len(answered(FIRST)))
    )
    assert stored(other) == {FIRST.meta.id: answered(FIRST)}
    other.locator("textarea").fill("Chào An")
    other.locator(".vx-kept__paste").click()
    expect(other.locator(".vx-kept__said")).to_have_text(words("foreign"))


def test_from_a_folder_on_disk(browser, built_site):
    # Not by `visit`: the theme asks for its list of editions, which a disk refuses.
    page, other = browser.new_page(), browser.new_page()
    page.goto(f"{built_site.as_uri()}/{PAGE}")
    put(page, {FIRST.meta.id: answered(FIRST)})
    text = Path(save(page).path()).read_text(encoding="utf-8")
    other.goto(f"{built_site.as_uri()}/{PAGE}")
    bring(other, text)
    assert stored(other) == {FIRST.meta.id: answered(FIRST)}
    switch(other).click()
    assert keys(other) == []
    page.close()
    other.close()


@pytest.mark.parametrize("allowed", [True, False])
def test_copying_the_text(open_page, allowed):
    refuse = "" if allowed else "document.execCommand = () => { throw new Error('không') }"
    page = open_page(PAGE, script=refuse, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".vx-kept__text summary").click()
    page.locator(".vx-kept__copy").click()
    expect(page.locator(".vx-kept__said")).to_have_text(words("nothing"))
    put(page, {FIRST.meta.id: answered(FIRST)})
    page.locator(".vx-kept__text summary").click()
    page.locator(".vx-kept__copy").click()
    key = "copied" if allowed else "copy_by_hand"
    expect(page.locator(".vx-kept__said")).to_have_text(words(key))
    if allowed:
        copied = json.loads(page.evaluate("navigator.clipboard.readText()"))
        assert copied["lessons"] == {FIRST.meta.id: answered(FIRST)}


# Shared devices


def switch(page):
    return page.locator(".vx-shared")


def answer_first(page):
    quiz = page.locator("vx-quiz").first
    quiz.locator(".vx-choice label").first.click()
    quiz.locator(".vx-button--main").click()
    return quiz


def keys(page, place="localStorage"):
    found = page.evaluate(f"Object.keys({place})")
    return sorted(key for key in found if key.startswith("vung-xanh"))


# What could not be read, the order of shuffled choices, where the projector stopped.
BESIDE = ["vung-xanh-chieu", "vung-xanh-cu", "vung-xanh-thu-tu"]


@pytest.fixture
def shared(visit):
    """A lesson answered before the mode was turned on."""
    page = visit("bai/bai.html")
    answer_first(page)
    for key in BESIDE:
        put(page, "x", key)
    switch(page).click()
    return page


def test_the_mode_moves_all_into_the_window(shared, visit):
    expect(switch(shared)).to_have_attribute("aria-checked", "true")
    expect(shared.locator(".vx-shared + [role=status]")).to_have_text(
        words("shared_on", group="js")
    )
    assert keys(shared) == []
    assert keys(shared, "sessionStorage") == sorted(["vung-xanh", "vung-xanh-chung", *BESIDE])
    expect(shared.locator("#duong-dan-1")).to_be_checked()  # still seen in this window
    shared.goto(shared.url.replace("bai.html", "doi.html"))
    expect(switch(shared)).to_have_attribute("aria-checked", "true")
    answer_first(shared)
    assert keys(shared) == []
    assert stored(shared, "sessionStorage")["CS-2"]["duong-dan"]["d"] == "99999999"


def test_closing_the_window_forgets_all_and_ends_the_mode(shared, visit):
    context = shared.context
    visit("hoc-sinh.html", context=context)  # the browser itself stays open
    shared.close()
    page = visit("bai/bai.html", context=context)
    expect(switch(page)).to_have_attribute("aria-checked", "false")
    expect(page.locator("#duong-dan-1")).not_to_be_checked()
    assert keys(page) == keys(page, "sessionStorage") == []
    answer_first(page)
    assert keys(page) == ["vung-xanh"]


def test_a_window_opened_beside_follows_and_so_do_those_that_are_open(shared, visit):
    beside = visit("bai/bai.html", context=shared.context)
    expect(switch(beside)).to_have_attribute("aria-checked", "true")
    answer_first(beside)
    assert keys(beside) == []
    # out of the mode in one: out of it in all, and nothing is lost
    switch(beside).click()
    expect(switch(shared)).to_have_attribute("aria-checked", "false")
    assert keys(shared, "sessionStorage") == keys(beside, "sessionStorage") == []
    assert keys(shared) == ["vung-xanh", *BESIDE]
    assert "duong-dan" in stored(shared)["CS-2"]
    # and in again, in all
    switch(shared).click()
    expect(switch(beside)).to_have_attribute("aria-checked", "true")
    assert keys(shared) == []


def test_what_is_half_answered_stays(visit):
    page = visit("bai/bai.html")
    page.locator("label[for=duong-dan-3]").click()
    switch(page).click()
    expect(switch(page)).to_have_attribute("aria-checked", "true")
    expect(page.locator("#duong-dan-3")).to_be_checked()


def test_turning_it_off_joins_what_both_places_keep(shared):
    data = as_text({"CS-2": {"bang-chung": one()}, "CS-3": {"q": one()}})
    shared.evaluate("text => localStorage.setItem('vung-xanh', text)", data)
    switch(shared).click()
    expect(shared.locator(".vx-shared + [role=status]")).to_have_text(
        words("shared_off", group="js")
    )
    kept = stored(shared)
    assert sorted(kept) == ["CS-2", "CS-3"]
    assert sorted(kept["CS-2"]) == ["bang-chung", "duong-dan"]


def test_a_page_from_the_browsers_memory_knows_the_mode(shared):
    shared.evaluate("sessionStorage.clear()")  # turned off on the page after it
    shared.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(switch(shared)).to_have_attribute("aria-checked", "false")


def test_erasing_in_the_mode(shared):
    button = shared.locator(".vx-reset")
    button.click()
    button.click()
    assert keys(shared, "sessionStorage") == ["vung-xanh-chung"]
    button.click()
    assert "vung-xanh" in keys(shared, "sessionStorage")
    assert keys(shared) == []


def test_the_projector_keeps_its_place_in_the_window(open_page):
    page = open_page(address(FIRST), bypass_csp=True)
    switch(page).click()
    page.evaluate("location.hash = '#chieu=3'")
    page.wait_for_function("sessionStorage.getItem('vung-xanh-chieu')")
    assert keys(page) == []


def test_no_switch_where_nothing_is_kept_anyway(open_page):
    page = open_page(address(SECRET))
    expect(switch(page)).to_have_count(0)
    page = open_page(address(FIRST), context=page.context)
    expect(switch(page)).to_be_visible()


# Bad data


def aside(page):
    return page.evaluate("localStorage.getItem('vung-xanh-cu')")


def test_what_is_bad_is_set_aside_and_the_rest_kept(visit):
    page = visit("bai/bai.html")
    good = one("1a2b3c4d", True, 5, [2])
    bad = {"d": "22222222", "c": "2"}
    put(
        page,
        {
            "CS-2": {"duong-dan": good, "bang-chung": bad},
            "CS-3": None,
            "CS-5": {"a": {"d": "x", "c": [{}]}, "b": one("y", chosen=["chữ"])},
        },
    )
    expect(page.locator("#duong-dan-2")).to_be_checked()
    expect(page.locator("#bang-chung input:checked")).to_have_count(0)
    assert stored(page) == {"CS-2": {"duong-dan": good}, "CS-5": {"b": one("y", chosen=["chữ"])}}
    lines = [
        {"CS-2": {"bang-chung": bad}},
        {"CS-3": None},
        {"CS-5": {"a": {"d": "x", "c": [{}]}}},
    ]
    assert [json.loads(line) for line in aside(page).split("\n")] == lines
    # what is set aside later stands below; and it never fills the place
    put(page, "hỏng")
    assert aside(page).endswith("\nhỏng")
    put(page, "x" * 200_000)
    assert len(aside(page)) == 100_000


def test_the_page_says_that_something_is_set_aside(open_page):
    page = open_page(PAGE)
    put(page, {FIRST.meta.id: {**answered(FIRST), "hong": 7}})
    expect(page.locator(".vx-kept__aside")).to_have_text(words("aside"))
    assert len(rows(page)) == 1
    page.locator(".vx-kept .vx-reset").click()
    page.locator(".vx-kept .vx-reset").click()
    expect(page.locator(".vx-kept__aside")).to_be_hidden()
    assert keys(page) == []


# `setItem` refuses whatever is longer than a trial, as a full disk does.
FULL = (
    "const real = Storage.prototype.setItem;"
    "Storage.prototype.setItem = function (key, value) {"
    " if (value.length > 20) throw new DOMException('full', 'QuotaExceededError');"
    " real.call(this, key, value) }"
)
GONE = "".join(
    f"Object.defineProperty(window, '{name}', "
    "{configurable: true, get() { throw new DOMException('no', 'SecurityError') }});"
    for name in ("localStorage", "sessionStorage")
)


def test_storage_that_fills_up_is_said_once_and_breaks_nothing(visit):
    page = visit("bai/bai.html", script=FULL)
    notes = page.locator(".vx-note")
    expect(notes).to_have_count(0)
    answer_first(page)
    expect(page.locator("#duong-dan > .vx-note")).to_have_text(words("not_kept", group="js"))
    page.locator("label[for=bang-chung-1]").click()
    page.locator("#bang-chung .vx-button--main").click()
    expect(notes).to_have_count(1)
    expect(page.locator(".vx-score")).to_have_text("0/2 câu đúng")
    assert stored(page) is None
    # this page remembers, until it is closed
    page.evaluate("document.dispatchEvent(new Event('vx-answers'))")
    expect(page.locator("#duong-dan-1")).to_be_checked()


def test_what_is_erased_in_another_window_does_not_come_back_where_storage_was_full(visit):
    page = visit("bai/bai.html")
    page.evaluate(f"() => {{ {FULL} }}")
    answer_first(page)
    assert stored(page) is None
    other = visit("bai/le.html", context=page.context)
    other.evaluate("localStorage.setItem('vung-xanh', '{}'); localStorage.removeItem('vung-xanh')")
    expect(page.locator("#duong-dan-1")).not_to_be_checked()
    page.evaluate("document.dispatchEvent(new Event('vx-answers'))")
    expect(page.locator("#duong-dan-1")).not_to_be_checked()
    expect(page.locator(".vx-score")).to_be_empty()


def test_bad_data_on_a_full_disk_is_not_thrown_away(visit):
    page = visit("bai/le.html")
    text = as_text({"CS-2": {"duong-dan": one("1a2b3c4d", chosen=[2]), "bang-chung": "hỏng"}})
    put(page, text)
    page.context.add_init_script(FULL)
    page = visit("bai/bai.html", context=page.context)
    expect(page.locator("#duong-dan-2")).to_be_checked()
    assert page.evaluate("localStorage.getItem('vung-xanh')") == text


@pytest.mark.parametrize("script", [GONE, FULL])
def test_a_browser_that_keeps_nothing_shows_and_brings_back_all_the_same(open_page, script):
    page = open_page(PAGE, script=script)
    text = as_text({FIRST.meta.id: answered(FIRST)})
    assert bring(page, text) == words("came", count=len(answered(FIRST)))
    expect(page.locator(".vx-kept > .vx-note:visible")).to_have_text(words("not_kept", group="js"))
    expect(page.locator(".vx-kept li:visible")).to_have_count(1)
    if script is GONE:
        expect(page.locator(".vx-kept__shared")).to_be_hidden()


@pytest.mark.parametrize(
    "script", [GONE, "localStorage.setItem('/.__palette', '{')"], ids=["refused", "edited"]
)
def test_the_rest_of_the_page_works_all_the_same(open_page, script):
    page = open_page("index.html", script=script, color_scheme="light")
    page.locator("label[for=__palette_1]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("mang")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


# What progress survives

TYPO = "Bấm luôn kẻo An buồn"


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """Two editions on one host: in the second a typo is mended and a choice has moved."""
    from vungxanh.site.build import build

    host = tmp_path_factory.mktemp("an-ban")
    page = (REPOSITORY / "docs/tien-do/index.md").read_bytes()
    privacy = (REPOSITORY / "docs/rieng-tu/index.md").read_bytes()
    for edition, choice in {"2026.1": TYPO, "2026.2": "Bấm ngay, kẻo An buồn"}.items():
        files = {"docs/tien-do/index.md": page, "docs/rieng-tu/index.md": privacy}
        root = make_buildable(tmp_path_factory.mktemp("nha"), files)
        lesson = root / "lessons/hoc-sinh/mau/index.md"
        text = lesson.read_text(encoding="utf-8")
        assert TYPO in text
        lesson.write_text(text.replace(TYPO, choice), encoding="utf-8")
        build(root, host / edition)
    handler = functools.partial(Quiet, directory=str(host))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


def test_progress_outlives_an_edition_a_typo_and_the_language(visit, editions):
    lesson = "hoc-sinh/mau/index.html"
    page = visit(f"2026.1/{lesson}", base=editions)
    answer_first(page)
    name = page.locator("vx-quiz").first.get_attribute("id")
    for place in (f"2026.2/{lesson}", f"2026.2/en/{lesson}", f"2026.1/en/{lesson}"):
        page.goto(f"{editions}/{place}")
        expect(page.locator(f"#{name}-1")).to_be_checked()
    assert TYPO not in visit(f"2026.2/{lesson}", base=editions, context=page.context).content()
    for place in (f"2026.2/{PAGE}", f"2026.2/en/{PAGE}"):
        page.goto(f"{editions}/{place}")
        assert len(rows(page)) == 1


# With the keyboard, for everyone


def tab_to(page, selector):
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_with_the_keyboard_alone(open_page):
    page = open_page(PAGE)
    put(page, {FIRST.meta.id: answered(FIRST)})
    tab_to(page, ".vx-kept li a")
    tab_to(page, ".vx-kept__save")
    with page.expect_download():
        page.keyboard.press("Enter")
    page.bring_to_front()  # the browser's own bubble of downloads may have the keys
    tab_to(page, ".vx-kept__open")
    with page.expect_file_chooser():
        page.keyboard.press("Space")
    tab_to(page, ".vx-kept__text summary")
    page.keyboard.press("Enter")
    expect(page.locator("textarea")).not_to_have_value("")  # filled once the fold is open
    tab_to(page, "textarea")
    tab_to(page, ".vx-kept__paste")
    page.keyboard.press("Enter")
    expect(page.locator(".vx-kept__said")).to_contain_text(words("came", count=0))
    tab_to(page, ".vx-shared")
    page.keyboard.press("Space")
    expect(switch(page)).to_have_attribute("aria-checked", "true")
    expect(switch(page)).to_be_focused()
    tab_to(page, ".vx-kept .vx-reset")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".vx-kept__none")).to_be_visible()
    expect(page.locator(".vx-kept .vx-reset")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_has_a_fault(open_page, scheme):
    screen = {"width": 320, "height": 640}
    page = open_page(PAGE, bypass_csp=True, color_scheme=scheme, viewport=screen)
    assert faults(page) == []
    put(page, {FIRST.meta.id: {**answered(FIRST), "hong": 7}, "ZZ-9": {"a": one()}})
    page.locator(".vx-kept__text summary").click()
    bring(page, "không phải")
    switch(page).click()
    page.locator(".vx-kept .vx-reset").click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate("""() => [...document.querySelectorAll(
      '.vx-kept button, .vx-kept summary, .vx-kept li a, .vx-kept textarea')]
      .filter(one => one.getClientRects().length && one.getBoundingClientRect().height < 44)
      .map(one => one.outerHTML.slice(0, 90))""")
    assert small == []


@pytest.mark.parametrize("script", [GONE, FULL])
def test_nor_has_one_where_nothing_is_kept(open_page, script):
    page = open_page(PAGE, bypass_csp=True, script=script)
    bring(page, as_text({FIRST.meta.id: answered(FIRST)}))
    assert faults(page) == []


def test_forced_colours_show_the_switch(open_page):
    page = open_page(PAGE, forced_colors="active")
    look = "getComputedStyle(document.querySelector('.vx-shared'), '::before').borderTopWidth"
    before = page.evaluate(look)
    switch(page).click()
    assert page.evaluate(look) != before

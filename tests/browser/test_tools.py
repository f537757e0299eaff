"""What stands around the lessons: progress, fresh start, exit, sharing, reports, other apps."""

import json
import urllib.parse

import component_pages as pages
import pytest
from playwright.sync_api import expect


def words(key, **values):
    return pages.say("js", key).format(**values)


def put(page, **lessons):
    data = json.dumps(
        {"v": 1, "lessons": {name.replace("_", "-"): of for name, of in lessons.items()}}
    )
    page.evaluate("text => localStorage.setItem('vung-xanh', text)", data)


def ok(digest, right=True):
    return {"d": digest, "c": [1], "ok": right}


LINK, EVIDENCE = ok("1a2b3c4d"), ok("22222222")


# Progress on the page of an audience


def test_nothing_begun_nothing_shown(visit):
    page = visit("hoc-sinh.html")
    expect(page.locator(".vx-progress:visible")).to_have_count(0)
    expect(page.locator(".vx-card__progress:visible")).to_have_count(0)


def test_progress_counts_whole_lessons_and_no_sensitive_one(visit):
    page = visit("hoc-sinh.html")
    put(page, CS_2={"duong-dan": LINK, "bang-chung": EVIDENCE}, CS_4={"duong-dan": LINK})
    page.reload()
    lines, cards = page.locator(".vx-progress"), page.locator(".vx-card__progress")
    expect(lines.nth(0)).to_have_text("1/2 bài")
    expect(lines.nth(1)).to_be_hidden()
    expect(cards.nth(0)).to_have_text(words("card_done"))
    expect(cards.nth(2)).to_be_hidden()


@pytest.mark.parametrize("second", [ok("22222222", False), ok("00000000"), {"d": "22222222"}, None])
def test_a_lesson_half_done(visit, second):
    page = visit("hoc-sinh.html")
    put(page, CS_2={"duong-dan": LINK, "bang-chung": second})
    page.reload()
    expect(page.locator(".vx-progress").first).to_have_text("0/2 bài")
    expect(page.locator(".vx-card__progress").first).to_have_text("1/2 câu")


def test_each_list_has_its_own_count(visit):
    page = visit("hoc-sinh.html")
    put(page, CS_2={"duong-dan": LINK}, PT_1={"x": ok("44444444")})
    page.reload()
    expect(page.locator(".vx-progress")).to_have_text(["0/2 bài", "1/1 bài"])


def test_progress_moves_nothing(visit):
    page = visit("hoc-sinh.html")
    before = page.locator(".vx-cards").first.bounding_box()
    put(page, CS_2={"duong-dan": LINK})
    page.reload()
    expect(page.locator(".vx-progress").first).to_be_visible()
    assert page.locator(".vx-cards").first.bounding_box() == before


# Shared device


@pytest.fixture
def answered(visit):
    page = visit()
    put(page, CS_2={"duong-dan": {"d": "1a2b3c4d", "c": [2], "ok": True}})
    page.evaluate(
        "localStorage.setItem('vung-xanh-cu', 'x'); localStorage.setItem('/.__palette', '1')"
    )
    page.reload()
    return page


def keys(page):
    return sorted(page.evaluate("Object.keys(localStorage)"))


def test_fresh_start_asks_erases_and_undoes(answered):
    button = answered.locator(".vx-reset")
    said = answered.locator(".vx-reset + [role=status]")
    result = answered.locator("#duong-dan .vx-quiz__result")
    expect(button).to_have_text(pages.say("page", "reset"))
    button.click()
    expect(button).to_have_text(words("reset_confirm"))
    expect(said).to_have_text(words("reset_ask"))
    assert keys(answered) == ["/.__palette", "vung-xanh", "vung-xanh-cu"]
    button.click()
    expect(said).to_have_text(words("reset_done"))
    expect(button).to_have_text(words("reset_undo"))
    expect(button).to_be_focused()
    assert keys(answered) == ["/.__palette"]
    expect(result).to_have_text("")
    expect(answered.locator("#duong-dan-2")).not_to_be_checked()
    expect(answered.locator(".vx-score")).to_have_text("")
    button.click()
    expect(said).to_have_text(words("reset_undone"))
    expect(result).to_have_text(words("right"))
    assert keys(answered) == ["/.__palette", "vung-xanh", "vung-xanh-cu"]
    expect(button).to_have_text(pages.say("page", "reset"))


def test_a_double_click_erases_nothing(answered):
    answered.locator(".vx-reset").dblclick()
    expect(answered.locator(".vx-reset")).to_have_text(words("reset_confirm"))
    assert "vung-xanh" in keys(answered)


def test_the_question_and_the_undo_pass(visit):
    page = visit("bai/le.html")
    page.clock.install()
    put(page, CS_2={"duong-dan": {"d": "1a2b3c4d", "c": [2], "ok": True}})
    page.goto(page.url.replace("le.html", "bai.html"))
    button = page.locator(".vx-reset")
    button.click()
    page.keyboard.press("Escape")
    expect(button).to_have_text(pages.say("page", "reset"))
    button.click()
    page.clock.run_for(10_100)
    expect(button).to_have_text(pages.say("page", "reset"))
    button.click()
    button.click()
    page.clock.run_for(9_000)
    expect(button).to_have_text(words("reset_undo"))
    page.clock.run_for(1_100)
    expect(button).to_have_text(pages.say("page", "reset"))
    button.click()
    expect(button).to_have_text(words("reset_confirm"))  # not an undo any more
    assert keys(page) == []


def test_whoever_comes_next_cannot_undo(answered):
    button = answered.locator(".vx-reset")
    button.click()
    button.click()
    answered.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(button).to_have_text(pages.say("page", "reset"))


def test_other_tabs_forget_too(answered, visit):
    other = visit(context=answered.context)
    expect(other.locator("#duong-dan-2")).to_be_checked()
    cards = visit("hoc-sinh.html", context=answered.context)
    expect(cards.locator(".vx-progress").first).to_be_visible()
    answered.locator(".vx-reset").click()
    answered.locator(".vx-reset").click()
    expect(other.locator("#duong-dan-2")).not_to_be_checked()
    expect(cards.locator(".vx-progress").first).to_be_hidden()


def test_a_page_from_the_browsers_memory_is_brought_up_to_date(answered):
    answered.evaluate("localStorage.clear()")
    answered.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(answered.locator("#duong-dan-2")).not_to_be_checked()


# Quick exit


@pytest.fixture
def leaving(visit):
    """A page reached from another one, and what the neutral site is told."""
    page = visit("hoc-sinh.html")
    asked = []
    page.on(
        "request", lambda request: asked.append(request) if "exit.example" in request.url else None
    )
    page.locator("a[href='bai/bai.html']").click()
    page.wait_for_url("**/bai/bai.html")
    page.asked = asked
    return page


def click(page):
    page.locator("a.vx-exit").click()


def shift(page):
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("way", [click, shift])
def test_exit_takes_the_place_of_the_page(leaving, way):
    length = leaving.evaluate("history.length")
    way(leaving)
    leaving.wait_for_url(pages.EXIT)
    assert leaving.evaluate("history.length") == length
    assert "referer" not in leaving.asked[0].all_headers()
    leaving.go_back()
    assert leaving.url.endswith("hoc-sinh.html")


def test_exit_hides_the_page_at_once(leaving):
    shown = leaving.evaluate(
        "() => { document.querySelector('a.vx-exit').click();"
        " return getComputedStyle(document.documentElement).display }"
    )
    assert shown == "none"  # before the other site has answered


@pytest.mark.parametrize(
    "typed",
    [["Shift", "Shift", "a", "Shift"], ["Shift+A", "Shift+B", "Shift+C"], ["Shift+Tab"] * 3],
)
def test_typing_capitals_is_no_exit(leaving, typed):
    for key in typed:
        leaving.keyboard.press(key)
    assert leaving.evaluate("document.documentElement.style.display") == ""


def test_slow_presses_are_no_exit(visit):
    page = visit("bai/le.html")
    page.clock.install()
    page.goto(page.url.replace("le.html", "bai.html"))
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5_100)
    page.keyboard.press("Shift")
    assert page.evaluate("document.documentElement.style.display") == ""


# Sharing

TEXT = (
    "Lên tiếng & “giúp” <bạn> – Biết cách đứng về phía bạn.\nhttps://vung-xanh.example.vn/bai/bai"
)
OLD_WAY = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
CATCH = (
    "document.addEventListener('copy', "
    "() => window.copied = document.activeElement.value || '', true)"
)
NO_WAY = OLD_WAY + "document.execCommand = () => false;"


def test_sharing_copies_title_summary_and_address(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".vx-share").click()
    expect(page.locator(".vx-share + [role=status]")).to_have_text(words("share_done"))
    assert page.evaluate("navigator.clipboard.readText()") == TEXT


def test_sharing_without_a_clipboard(visit):
    page = visit(script=OLD_WAY + CATCH)
    page.locator(".vx-share").click()
    expect(page.locator(".vx-share + [role=status]")).to_have_text(words("share_done"))
    assert page.evaluate("copied") == TEXT
    expect(page.locator("textarea")).to_have_count(0)
    expect(page.locator(".vx-share")).to_be_focused()


def test_sharing_where_copying_is_refused_shows_the_text(visit):
    page = visit(script=NO_WAY)
    page.locator(".vx-share").click()
    said = page.locator(".vx-share + [role=status]")
    expect(said).to_contain_text("https://vung-xanh.example.vn/bai/bai")
    expect(said).to_contain_text("<bạn>")  # as text, never as markup


def test_sharing_from_a_disk_says_where_the_address_leads(visit, folder):
    page = visit(base=folder.as_uri(), script=OLD_WAY + CATCH)
    page.locator(".vx-share").click()
    expect(page.locator(".vx-share + [role=status]")).to_have_text(words("share_local"))
    assert page.evaluate("copied") == TEXT


# Reports


def mail(page):
    """The text of the mail that a click on the link would open."""
    href = page.locator(".vx-report").get_attribute("href")
    return urllib.parse.parse_qs(urllib.parse.urlsplit(href).query)["body"][0]


def hold_mail(page):
    page.evaluate(
        "document.querySelector('.vx-report').addEventListener('click', e => e.preventDefault())"
    )


@pytest.mark.parametrize(
    ("agent", "short"),
    [
        ("(Windows NT 10.0) Chrome/120.0.0.0 Safari/537.36 Edg/121.0", "Edg 121, Windows"),
        (
            "(Windows NT 10.0) coc_coc_browser/118.0 Chrome/112.0 Safari/1",
            "coc_coc_browser 118, Windows",
        ),
        (
            "(iPhone; CPU iPhone OS 16_5 like Mac OS X) Version/16.5 Safari/604.1",
            "Safari 604, iPhone",
        ),
        ("(Linux; Android 12) Chrome/120.0 Mobile Zalo android/12100641", "Zalo 12100641, Android"),
        ("", ", "),
    ],
)
def test_a_report_names_the_browser(visit, agent, short):
    page = visit(user_agent=f"Mozilla/5.0 {agent}")
    hold_mail(page)
    page.locator(".vx-report").click()
    assert mail(page).endswith(f"Trình duyệt: {short}")


def test_a_report_says_where_and_with_what(visit):
    page = visit(user_agent="Mozilla/5.0 (Linux; Android 13) Chrome/126.0.0.0 Mobile Safari/537.36")
    hold_mail(page)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.vx-choice label'))")
    page.locator(".vx-report").click()
    body = mail(page)
    assert body.startswith("Trang: bai\r\nMục: Thử sức\r\n")
    assert "Đoạn: “Bấm luôn kẻo An buồn”" in body
    assert body.endswith("Trình duyệt: Chrome 126, Android")
    page.evaluate("getSelection().removeAllRanges()")
    page.locator(".vx-report").focus()
    page.keyboard.press("Enter")
    assert "Đoạn" not in mail(page)
    assert mail(page).count("Trình duyệt") == 1


def test_a_long_quotation_is_cut_between_letters(visit):
    page = visit()
    hold_mail(page)
    page.evaluate(
        "const p = document.querySelector('.vx-lesson p'); p.textContent = 'ề😀'.repeat(300);"
        "getSelection().selectAllChildren(p)"
    )
    page.locator(".vx-report").focus()
    page.keyboard.press("Enter")
    assert f"“{'ề😀' * 100}”" in mail(page)


# Other apps, and paper

ANDROID = "Mozilla/5.0 (Linux; Android 12; SM-A127F{wv}) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile"
IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15"
INSIDE = {
    "zalo android": ANDROID.format(wv="") + " Zalo android/12100641 ZaloTheme/light",
    "zalo ios": IOS + " Mobile/15E148 Zalo iOS/480 ZaloTheme/light",
    "facebook": ANDROID.format(wv="; wv") + " [FB_IAB/FB4A;FBAV/450.0.0.1;]",
    "messenger ios": IOS + " Mobile/20F66 [FBAN/MessengerForiOS;FBAV/410.0;FBDV/iPhone14,2]",
    "line": IOS + " Safari Line/13.5.0",
    "tiktok": ANDROID.format(wv="; wv") + " musical_ly_2023105030 BytedanceWebview/d8a21c6",
    "webview": ANDROID.format(wv="; wv") + " Version/4.0 Safari/537.36",
}
OUTSIDE = {
    "chrome": ANDROID.format(wv="") + " Safari/537.36",
    "safari": IOS + " Version/16.5 Mobile/15E148 Safari/604.1",
    "coc coc": "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/120.0 Chrome/114 "
    "Safari/537.36",
    "firefox": "Mozilla/5.0 (Android 13; Mobile; rv:121.0) Gecko/121.0 Firefox/121.0",
    "edge": "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0.0.0 Safari/537.36 Edg/120.0",
    "pipeline": "Mozilla/5.0 (X11; Linux) Online/2 Chrome/120.0 Safari/537.36",
}


@pytest.mark.parametrize("name", INSIDE)
def test_inside_another_app(visit, name):
    page = visit(user_agent=INSIDE[name])
    note = page.locator(".vx-webview")
    expect(note).to_contain_text(words("webview_why"))
    expect(page.locator(".vx-print")).to_be_hidden()
    if "Android" in INSIDE[name]:
        link = note.get_by_role("link", name=words("webview_open")).get_attribute("href")
        assert link.startswith(page.url.replace("http://", "intent://") + "#Intent;scheme=http;")
    else:
        expect(note).to_contain_text(words("webview_menu"))


@pytest.mark.parametrize("name", OUTSIDE)
def test_in_a_browser(visit, name):
    page = visit(user_agent=OUTSIDE[name], script="window.print = () => (window.printed = true)")
    expect(page.locator(".vx-webview")).to_be_hidden()
    page.locator(".vx-print").click()
    assert page.evaluate("printed") is True


def test_no_way_out_is_offered_for_a_file(visit, folder):
    page = visit(base=folder.as_uri(), user_agent=INSIDE["webview"])
    expect(page.locator(".vx-webview")).to_be_hidden()


def test_saying_something_to_a_screen_reader(visit):
    page = visit()
    page.evaluate("VungXanh.say('Đã xong')")
    expect(page.locator("body > [role=status].vx-unseen")).to_have_text("Đã xong")

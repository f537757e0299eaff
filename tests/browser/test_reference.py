"""The pages people look things up in: found by typing, by a switch, by an address, on paper."""

import pytest
from playwright.sync_api import expect
from test_axe import faults

PHONE = {"viewport": {"width": 360, "height": 740}}
LAW, PLAN = "phap-luat/index.html", "ke-hoach/tung-dong.html"


@pytest.fixture
def visit(visit_site):
    return lambda path, **options: visit_site(path, **PHONE | options)


def rows(page):
    return page.locator("[data-row]:visible")


@pytest.mark.parametrize("file", [False, True], ids=["http", "file"])
def test_typing_without_marks_leaves_what_holds_the_words(visit, file):
    page = visit(LAW, file=file)
    every = rows(page).count()
    box = page.get_by_role("searchbox", name="Lọc")
    box.press_sequentially("nghi dinh 13/2023")
    expect(rows(page)).to_have_count(2)  # the decree, and the one that tells of replacing it
    expect(page.locator("#b-18")).to_be_visible()
    expect(page.locator(".vx-filter__count")).to_have_text(f"2 trong {every} văn bản")
    assert page.locator("[data-group]:visible").count() == 1
    box.fill("khongcochunay")
    expect(page.locator(".vx-filter__count")).to_have_text(f"0 trong {every} văn bản")
    box.fill("")
    expect(rows(page)).to_have_count(every)


def test_a_switch_worked_by_key_leaves_the_law_of_today(visit):
    page = visit(LAW)
    switch = page.get_by_role("switch", name="Chỉ văn bản đang có hiệu lực")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).to_have_attribute("aria-checked", "true")
    expect(page.locator(".vx-law:not(.vx-law--in-force):visible")).to_have_count(0)
    assert rows(page).count() > 0
    page.keyboard.press("Enter")
    expect(page.locator("#b-08")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [LAW, PLAN])
def test_a_filtered_list_has_no_fault(visit, path, scheme):
    page = visit(path, color_scheme=scheme, bypass_csp=True)
    page.get_by_role("searchbox").fill("mang")
    if path == LAW:
        page.get_by_role("switch").click()
    expect(page.locator(".vx-filter--on")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_address_of_what_is_filtered_out_shows_it(visit):
    page = visit(LAW)
    page.get_by_role("switch").click()
    expect(page.locator("#b-08")).to_be_hidden()
    page.evaluate("location.hash = '#b-08'")
    expect(page.locator("#b-08")).to_be_in_viewport()


@pytest.mark.parametrize("path", [LAW, PLAN])
def test_without_a_script_every_row_is_there_and_no_dead_control(visit, path):
    page = visit(path, java_script_enabled=False)
    expect(page.locator(".vx-filter")).to_be_hidden()
    assert rows(page).count() == page.locator("[data-row]").count() > 40


def test_the_plan_is_filtered_by_unit_and_by_state(visit):
    page = visit(PLAN)
    page.get_by_label("Đơn vị chủ trì").select_option("doan-thanh-nien")
    expect(rows(page)).to_have_count(7)
    page.locator("select[data-key=state]").select_option("open")
    ids = rows(page).evaluate_all("rows => rows.map(row => row.dataset.state)")
    assert ids
    assert set(ids) == {"open"}


def test_the_plan_prints_as_an_annex_with_its_head_on_every_sheet(visit):
    page = visit(PLAN)
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = {box for box in pdf.split(b"/MediaBox")[1:] for box in [box[:30].split(b"]")[0]]}
    wide = [[float(number) for number in size.strip(b" [").split()] for size in sizes]
    assert all(right > top for _, _, right, top in wide)
    page.emulate_media(media="print")
    expect(page.locator(".vx-annex")).to_be_visible()
    expect(page.locator(".vx-annex__date")).to_contain_text("tháng")
    assert page.locator("thead").evaluate("one => getComputedStyle(one).display") == (
        "table-header-group"
    )
    assert page.locator("tbody tr").first.evaluate("one => getComputedStyle(one).breakInside") == (
        "avoid"
    )
    expect(page.locator(".vx-filter")).to_be_hidden()


def test_a_filtered_annex_says_that_it_is_one(visit):
    page = visit(PLAN)
    page.get_by_label("Đơn vị chủ trì").select_option("doan-thanh-nien")
    page.emulate_media(media="print")
    expect(page.locator(".vx-filter__count")).to_be_visible()
    expect(page.get_by_label("Đơn vị chủ trì")).to_be_hidden()


def test_search_finds_a_dead_decree_and_what_replaced_it(visit):
    page = visit("index.html", viewport={"width": 1280, "height": 800})
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("nghi dinh 13")
    found = page.locator(".md-search-result__item a[href*='#b-18']").first
    expect(found).to_be_visible()
    expect(found).to_contain_text("Đã được thay bằng Nghị định 356/2025/NĐ-CP")

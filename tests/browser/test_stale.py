"""Notices at the head of a lesson: what the build knows, and what only the day of reading knows."""

import pytest
from playwright.sync_api import expect
from test_axe import faults

from projects import BASE, make_buildable
from vungxanh.site.build import build

LESSON = "lessons/hoc-sinh/mau/index.md"
PAGE = "hoc-sinh/mau/index.html"
PHONE = {"viewport": {"width": 360, "height": 740}}
SHIFTS = """self.shifts = []; new PerformanceObserver(list => list.getEntries()
  .forEach(one => shifts.push(one.value))).observe({ type: 'layout-shift', buffered: true });"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site whose lesson was reviewed in March 2026 and cites a law that is gone."""
    folder = tmp_path_factory.mktemp("cu")
    head, _, rest = (BASE / LESSON).read_text(encoding="utf-8").partition("\n---\n")
    cited = "## Luật\n\n[Luật An ninh mạng](../../../docs/phap-luat/index.md#b-13)"
    english = LESSON.replace(".md", ".en.md")
    translated = (BASE / english).read_text(encoding="utf-8")
    files = {
        LESSON: f"{head}\nreviewed: 2026-03-05\n---\n{cited}\n\n{rest}",
        english: translated.replace("\n---\n", '\ntranslates: "00000000"\n---\n', 1),
    }
    build(make_buildable(folder, files), folder / "site")
    return (folder / "site").as_uri()


@pytest.fixture
def visit(browser, site):
    contexts, errors = [], []

    def open_page(path, day, **options):
        context = browser.new_context(**PHONE | options)
        contexts.append(context)
        context.add_init_script(SHIFTS)
        page = context.new_page()
        page.clock.set_fixed_time(day)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text))
        page.goto(f"{site}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    # What the theme asks for in vain on `file:` is no matter here; the policy of the page is.
    assert not [error for error in errors if "Security Policy" in error or "Error" in error]


def overdue(page):
    return page.locator(".vx-notice[data-due]")


@pytest.mark.parametrize(
    ("day", "shown"), [("2027-03-04T23:00:00", False), ("2027-03-05T00:01:00", True)]
)
def test_a_lesson_says_that_it_is_overdue_from_that_day_on(visit, day, shown):
    page = visit(PAGE, day)
    expect(overdue(page)).to_be_visible(visible=shown)
    assert page.evaluate("shifts") == []
    if shown:
        expect(overdue(page)).to_contain_text("quá hạn rà soát từ 05/3/2027")
        overdue(page).get_by_role("link").click()
        page.wait_for_url("**/phap-luat/index.html")


def test_without_a_script_the_foot_still_tells_the_day(visit):
    page = visit(PAGE, "2030-01-01T08:00:00", java_script_enabled=False)
    expect(overdue(page)).to_be_hidden()
    expect(page.locator(".vx-about dd").nth(1)).to_have_text("05/3/2027")
    expect(page.locator(".vx-notice:visible")).to_contain_text("đã được thay bằng")


def test_a_dead_law_is_told_at_the_head_with_ways_to_the_part_and_to_the_new_law(visit):
    page = visit(PAGE, "2026-06-01T08:00:00")
    notice = page.locator(".vx-notice:visible")
    expect(notice).to_have_count(1)
    notice.get_by_role("link", name="“Luật”").click()
    expect(page.locator("#luat")).to_be_in_viewport()
    notice.get_by_role("link", name="Luật “An ninh mạng” (116/2025/QH15)").click()
    page.wait_for_url("**/phap-luat/index.html#b-12")
    expect(page.locator("#b-12")).to_be_visible()


def test_a_translation_of_an_older_text_leads_to_the_right_one(visit):
    page = visit(f"en/{PAGE}", "2026-06-01T08:00:00")
    page.locator(".vx-notice:visible").get_by_role("link", name="Vietnamese text").click()
    page.wait_for_url(f"**/site/{PAGE}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_notices_and_the_foot_have_no_fault(visit, scheme):
    page = visit(PAGE, "2030-01-01T08:00:00", color_scheme=scheme, bypass_csp=True)
    expect(page.locator(".vx-notice:visible")).to_have_count(2)
    assert faults(page) == []

"""`serve` shows the problems of a page on the page, as a writer sees them; a built site never."""

import pytest
from playwright.sync_api import expect
from test_axe import SCREENS, faults

from projects import make_buildable
from serving import free_port, start, stopped, wait_for
from vungxanh.site.build import build

LESSON = "lessons/hoc-sinh/mau/index.md"
PAGE = "hoc-sinh/mau/index.html"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A house that is being served: its root and the address of its lesson."""
    root, port = make_buildable(tmp_path_factory.mktemp("viet")), free_port()
    with stopped([start(root, port)]) as processes:
        wait_for(processes[0], r"Trang đã mở")
        yield root, f"http://127.0.0.1:{port}", processes[0]


@pytest.fixture
def lesson(house):
    """The lesson as a function that saves a changed one; it is put back afterwards."""
    root, _, process = house
    path = root / LESSON
    good = path.read_text(encoding="utf-8")

    def save(text):
        path.write_text(text, encoding="utf-8")
        wait_for(process, r"Đã dựng xong")

    yield good, save
    save(good + "\n")


@pytest.fixture
def visit(browser, house):
    contexts = []

    def open_page(path=PAGE, **options):
        context = browser.new_context(bypass_csp=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{house[1]}/{path}")
        return page, page.locator(".vx-faults")

    yield open_page
    for context in contexts:
        context.close()


def faulty(text):
    """Two errors and where they stand: a choice without feedback, a link to nothing."""
    return text.replace("    > Có thể An chưa hề gửi.\n", "").replace("#b-12", "#b-99")


def test_a_save_shows_and_takes_away_what_is_wrong(visit, lesson):
    good, save = lesson
    page, panel = visit()
    expect(panel).to_have_text("Trang này không có lời báo nào")
    save(faulty(good))
    expect(panel.locator("summary")).to_have_text("2 lỗi")
    line = faulty(good)[: faulty(good).index("#b-99")].count("\n") + 1
    entry = panel.locator("li", has_text="link-anchor")
    expect(entry).to_contain_text(f"Lỗi dòng {line}")
    expect(entry).to_contain_text("Cách sửa:")
    save(good)
    expect(panel).to_have_text("Trang này không có lời báo nào")
    assert page.url.endswith(PAGE)


def test_it_folds_away_by_keyboard_and_stays_so_after_a_save(visit, lesson):
    good, save = lesson
    save(faulty(good))
    page, panel = visit()
    summary = panel.locator("summary")
    expect(panel.locator("li").first).to_be_visible()
    summary.focus()
    page.keyboard.press("Enter")
    expect(panel.locator("li").first).to_be_hidden()
    save(faulty(good) + "\nThêm một câu.\n")
    expect(page.get_by_text("Thêm một câu.")).to_be_visible()
    expect(summary).to_have_text("2 lỗi")
    expect(panel.locator("li").first).to_be_hidden()


def test_a_page_shows_its_own_problems_and_errors_that_are_elsewhere(visit, lesson):
    good, save = lesson
    save(faulty(good))
    _, panel = visit("en/hoc-sinh/mau/index.html")
    expect(panel).to_contain_text("Errors in other files: 2")
    expect(panel).to_contain_text(LESSON)
    _, panel = visit("hoc-sinh/index.html")
    expect(panel).to_contain_text("Tệp khác còn 2 lỗi:")


@pytest.mark.parametrize("screen", SCREENS)
def test_it_has_no_fault_of_access_and_fits(visit, lesson, screen):
    good, save = lesson
    save(faulty(good))
    page, panel = visit(**SCREENS[screen])
    summary = panel.locator("summary")
    expect(summary).to_be_visible()
    if screen == "phone":  # folded, for it would cover the page
        expect(panel.locator("li").first).to_be_hidden()
        summary.tap() if page.evaluate("'ontouchstart' in window") else summary.click()
    expect(panel.locator("li").first).to_be_visible()
    assert faults(page) == []
    assert summary.bounding_box()["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    expect(panel).to_be_hidden()


def test_a_built_site_holds_no_byte_of_it(house, tmp_path):
    build(house[0], tmp_path / "site")
    words = ("vx-faults", ".vung-xanh/", "vung-xanh-panel", "Lời báo về trang này")
    for file in (tmp_path / "site").rglob("*"):
        if file.suffix in (".html", ".js", ".css", ".json"):
            text = file.read_text(encoding="utf-8")
            assert not [word for word in words if word in text], file

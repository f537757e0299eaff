"""The page of `check --html` opens by double click, fits a phone and has no fault of access."""

import pytest
from test_axe import SCREENS, faults

from projects import make_project
from vungxanh.checks import check_structure
from vungxanh.cli import main
from vungxanh.commands import check as verb
from vungxanh.commands import common
from vungxanh.problems import in_order
from vungxanh.readers.project import read_project

LESSON = "lessons/hoc-sinh/mau/index.md"


@pytest.fixture(params=["faults", "none"])
def report(request, tmp_path, monkeypatch):
    """The file that the command writes, and how many problems it has."""
    root = make_project(tmp_path)
    if request.param == "faults":
        lesson = root / LESSON
        text = lesson.read_text(encoding="utf-8").replace("- [x]", "- [ ]")
        long = "mot-dia-chi-dai-khong-co-cho-nao-de-xuong-dong/" * 4
        lesson.write_text(f"{text}\n[Gãy]({long}index.md)\n", encoding="utf-8")
    for module in (verb, common):
        monkeypatch.setattr(module, "ROOT", root)
    file = tmp_path / "Kết quả.html"
    count = len(in_order(check_structure(read_project(root)[0])))
    assert main(["check", "--html", str(file)]) == (1 if count else 0)
    return file, count


@pytest.mark.parametrize("screen", SCREENS)
def test_it_opens_by_double_click_and_has_no_fault(browser, report, screen):
    file, count = report
    context = browser.new_context(bypass_csp=True, **SCREENS[screen])
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    assert page.locator("article").count() == count
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []
    assert said == []
    context.close()

"""Tries a built edition in a real browser, as a reader would, before anybody can see it."""

import json
from pathlib import Path

from vungxanh.browsing import NoAnswer, Page, browsing
from vungxanh.publishing.failures import PublishFailed
from vungxanh.serving import served

PATIENCE = 15.0  # seconds, for each thing on a slow machine
_SHOWN = "document.querySelector('{0}') && document.querySelector('{0}').textContent.trim()"
_AWAKE = """(() => {
  const quiz = document.querySelector('vx-quiz[data-type=single]');
  quiz.scrollIntoView();
  return Boolean(quiz.querySelector('.vx-quiz__actions'));
})()"""
_ANSWER = """(() => {
  const quiz = document.querySelector('vx-quiz[data-type=single]');
  quiz.scrollIntoView();
  const [choice, button] = [quiz.querySelector('input'), quiz.querySelector('button[type=submit]')];
  if (!button.hidden && !choice.checked) { choice.click(); button.click(); }
  return quiz.querySelector('.vx-status').textContent;
})()"""
# Focus and a key are what the theme waits for.
_SEARCH = """(() => {
  const box = document.querySelector('.md-search__input');
  box.value = %s;
  for (const kind of ['focus', 'keyup']) box.dispatchEvent(new Event(kind));
  return document.querySelectorAll('.md-search-result__item').length;
})()"""


def smoke(site: Path, version: str, words: str, browser: Path) -> str:
    """Open what readers open most in `site`, search it for `words`; return the browser's name.

    Raises PublishFailed with the page and what it lacks.
    """
    with served(site, version, version) as home:
        try:
            with browsing(browser) as page:
                for name, address, wanted in _steps(site, words):
                    _try(page, name, f"{home}/{address}", wanted)
                return str(
                    page.wait("navigator.userAgent.match(/(Edg|Chrome)\\/[\\d.]+/)[0]", PATIENCE)
                )
        except NoAnswer as failed:
            raise PublishFailed("publish-browser", browser=str(browser)) from failed


def _try(page: Page, name: str, address: str, wanted: str) -> None:
    try:
        page.open(address)
        page.wait(wanted, PATIENCE)
    except NoAnswer as failed:
        raise PublishFailed("publish-smoke", page=address.partition("//")[2], part=name) from failed


def _steps(site: Path, words: str) -> list[tuple[str, str, str]]:
    """Return what is tried, in the reader's words: name, page, what must become true on it."""
    steps = [
        ("trang đầu", "index.html", _SHOWN.format("h1")),
        ("ô chọn ấn bản", "index.html", _SHOWN.format(".md-version__current")),
        ("trang đầu tiếng Anh", "en/index.html", "document.documentElement.lang === 'en'"),
        ("trang báo không thấy", "khong-co-trang-nay.html", _SHOWN.format(".vx-lost h1")),
        ("ô tìm kiếm", "index.html", _SEARCH % json.dumps(words)),
    ]
    quizzes = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("index.html"))
        if 'data-type="single"' in path.read_text(encoding="utf-8")
    ]
    for english, name, wanted in (
        (False, "trả lời một câu hỏi", _ANSWER),
        (True, "câu hỏi tiếng Anh", _AWAKE),
    ):
        if lesson := next((one for one in quizzes if one.startswith("en/") is english), None):
            steps.append((name, lesson, wanted))
    return steps

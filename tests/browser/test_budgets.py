"""What a reader on a phone is sent: how much, from where, and whether it jumps about."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from projects import REPOSITORY
from vungxanh.readers.project import read_project

KILOBYTE = 1000
PAGE, OURS = 100, 20  # of it our own scripts and styles
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
COMPUTER = {"viewport": {"width": 1280, "height": 800}}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9e4}
PROJECT, _ = read_project(REPOSITORY)


def address(path, locale="vi"):
    """Where the text at a repository path stands on the site."""
    place = path.partition("/")[2].removesuffix(".md") + ".html"
    return place if locale == "vi" else f"{locale}/{place}"


LESSONS = [lesson for lesson in PROJECT.published() if lesson.documents["vi"].questions]
UNILLUSTRATED = [
    address(lesson.path, locale)
    for lesson in LESSONS
    for locale in ("vi", "en")
    if not any(link.image for text in lesson.documents.values() for link in text.links)
]
KINDS = [
    place
    for locale in ("vi", "en")
    for place in [
        *(
            address(f"docs/{page}", locale)
            for page in (
                "index.md",
                f"{LESSONS[0].audience}/index.md",
                "can-giup-do/index.md",
                "phap-luat/index.md",
                "thuat-ngu/index.md",
                "ke-hoach/tung-dong.md",
                "tien-do/index.md",
                "rieng-tu/index.md",
                "so-tay/index.md",
                "so-tay/kiem-tra.md",
                "khong-co-trang-nay.md",
            )
        ),
        address(LESSONS[0].path, locale),
    ]
]
SHIFTS = """
self.shifts = [];
new PerformanceObserver(list => {
  for (const one of list.getEntries()) {
    if (!one.hadRecentInput) {
      const who = one.sources.map(source => source.node && source.node.outerHTML);
      shifts.push([one.value, String(who).slice(0, 300)]);
    }
  }
}).observe({ type: 'layout-shift', buffered: true });
"""
SCROLL = """async () => {
  const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  for (let at = 0; at < document.body.scrollHeight; at += innerHeight) {
    scrollTo(0, at);
    await frame();
  }
  await frame();
  return shifts;
}"""


class Traffic:
    """What the network panel of a page has seen: bytes over the wire by address, headers too."""

    def __init__(self, page):
        self.sizes, self._urls = {}, {}
        panel = self.panel = page.context.new_cdp_session(page)
        panel.send("Network.enable")
        panel.on("Network.requestWillBeSent", self._asked)
        panel.on("Network.loadingFinished", self._came)

    def _asked(self, event):
        self._urls[event["requestId"]] = event["request"]["url"]

    def _came(self, event):
        url = self._urls[event["requestId"]]
        self.sizes[url] = self.sizes.get(url, 0) + event["encodedDataLength"]

    def total(self, *, ours=False):
        return sum(size for url, size in self.sizes.items() if not ours or self._is_ours(url))

    def _is_ours(self, url):
        path = urlsplit(url).path
        theirs = "/assets/javascripts/" in path or "/assets/stylesheets/" in path
        return path.endswith((".js", ".css")) and not theirs


@pytest.fixture
def enter(browser, edition_site):
    """Opens a page in a browser that knows nothing of the site; a fault in the console fails."""
    contexts, faults = [], []

    def open_page(path, device=PHONE, slow=False):
        context = browser.new_context(**device)
        contexts.append(context)
        context.add_init_script(SHIFTS)
        page = context.new_page()
        page.asked = []
        context.on("request", lambda request: page.asked.append(request.url))
        page.traffic = Traffic(page)
        if slow:
            page.traffic.panel.send("Network.emulateNetworkConditions", SLOW)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line) if line.type == "error" else None)
        page.goto(f"{edition_site}/{path}", wait_until="networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    missing = "khong-co-trang-nay"  # the browser tells of this page's own status, too
    faults = [text for fault in faults if missing not in (text := f"{fault} {_place(fault)}")]
    assert not faults, faults


def _place(fault):
    return getattr(fault, "location", {}).get("url", "")


def outside(page, site):
    return [url for url in page.asked if not url.startswith((site, "data:", "blob:"))]


@pytest.mark.parametrize("path", UNILLUSTRATED)
def test_the_first_view_of_a_lesson_fits_the_budget(enter, path):
    page = enter(path)
    page.evaluate(SCROLL)
    traffic = page.traffic
    listed = sorted(((size, url) for url, size in traffic.sizes.items()), reverse=True)
    assert traffic.total() <= PAGE * KILOBYTE, listed
    assert traffic.total(ours=True) <= OURS * KILOBYTE, listed


def test_some_lesson_has_no_pictures_to_be_weighed_by():
    assert UNILLUSTRATED


@pytest.mark.parametrize("path", KINDS)
def test_no_page_asks_anything_of_anyone_else(enter, edition_site, path):
    page = enter(path)
    page.evaluate(SCROLL)
    site = edition_site.rpartition("/")[0]
    assert page.asked
    assert not outside(page, site)


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_nor_does_a_search_or_an_answer(enter, edition_site, locale):
    page = enter(address(LESSONS[0].path, locale))
    index = f"/search/{locale}.js"
    assert not any(url.endswith(index) for url in page.asked)
    quiz = page.locator("vx-quiz[data-type=single]").first
    quiz.locator(".vx-choice label").first.click()
    quiz.get_by_role("button").first.click()
    expect(quiz.locator(".vx-quiz__result")).not_to_be_empty()
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("mang")
    page.locator(".md-search__input").press("End")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert any(url.endswith(index) for url in page.asked)
    assert not outside(page, edition_site.rpartition("/")[0])


@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves_after_it_is_shown(enter, path):
    # On a slow line: what scripts change, they change long after the first paint.
    assert enter(path, slow=True).evaluate(SCROLL) == []
    assert enter(path, COMPUTER, slow=True).evaluate(SCROLL) == []

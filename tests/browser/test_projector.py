"""The lesson as slides: nothing cut off, legible from the last row, driven by keys, live in class.

The room's screen must show neither notes nor a key that has not been revealed.
"""

import pytest

from projects import REPOSITORY
from vungxanh.readers.project import read_project

PROJECT, _ = read_project(REPOSITORY)
LESSONS = {
    f"{prefix}{lesson.audience}/{lesson.slug}/index.html": lesson
    for lesson in PROJECT.published()
    for prefix in ("", "en/")
}
VIETNAMESE = [path for path in LESSONS if not path.startswith("en/")]
OPEN = next(path for path in VIETNAMESE if "tap-tin-la" in path)
SENSITIVE = next(path for path in VIETNAMESE if LESSONS[path].meta.sensitive)
SIZES = [(1024, 768), (1280, 720), (1920, 1080)]
STAGE = ".vx-stage__view:not(.vx-stage__sheet)"

# What is too small, cut off or pale on the slide one sees.
LOOK = """() => {
  const slide = document.querySelector('.vx-stage__view:not(.vx-stage__sheet) .vx-slide');
  const found = [];
  const least = innerHeight / 24;
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(one => {
      const part = one / 255;
      return part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
    });
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const room = slide.querySelector('.vx-slide__body').getBoundingClientRect();
  const page = slide.getBoundingClientRect();
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const style = getComputedStyle(element);
    if (!node.data.trim() || !element.getClientRects().length) continue;
    if (element.closest('.vx-unseen') || style.visibility === 'hidden') continue;
    const text = node.data.trim().slice(0, 30);
    if (parseFloat(style.fontSize) < least) found.push(['small', text, style.fontSize]);
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const inBody = !!element.closest('.vx-slide__body');
    const bottom = inBody ? room.bottom : page.bottom;
    if (box.bottom > bottom + 2 || box.right > page.right || box.left < 0) {
      found.push(['cut off', text, box.bottom - bottom]);
    }
    const grounds = [behind(element)];
    const row = element.closest('.vx-ask__row');
    const bar = row && row.querySelector('.vx-ask__bar');
    if (bar && behind(element) === behind(row)) grounds.push(getComputedStyle(bar).backgroundColor);
    grounds.forEach(ground => {
      const ratio = contrast(style.color, ground);
      if (ratio < 7) found.push(['pale', text, ratio]);
    });
  }
  if (slide.scrollHeight > slide.clientHeight + 1) found.push(['overflows', slide.innerText]);
  slide.querySelectorAll('img').forEach(image => {
    const box = image.getBoundingClientRect();
    if (box.bottom > page.bottom || box.right > page.right) found.push(['picture cut off']);
  });
  return found;
}"""


class Room:
    """The screen of the room, by what is seen on it."""

    def __init__(self, page):
        self.page = page
        self.slide = page.locator(f"{STAGE} .vx-slide")
        self.title = page.locator(f"{STAGE} .vx-slide__title")
        self.number = page.locator(".vx-strip__number")

    @property
    def at(self):
        return int(self.number.inner_text().split("/")[0])

    @property
    def all(self):
        return int(self.number.inner_text().split("/")[1])

    def go(self, number):
        self.page.evaluate(f"location.hash = '#chieu={number}'")
        self.page.wait_for_function(
            f"document.querySelector('.vx-strip__number').textContent.startsWith('{number}/')"
        )

    def find(self, selector):
        """Go to the first slide that shows `selector`."""
        for number in range(1, self.all + 1):
            self.page.evaluate(f"location.hash = '#chieu={number}'")
            self.page.wait_for_timeout(20)
            if self.page.locator(f"{STAGE} {selector}").count():
                return number
        raise AssertionError(selector)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)


@pytest.fixture
def enter(browser, served_site):
    """Opens a lesson on the projector; a fault of a script fails the test."""
    contexts, errors = [], []

    def open_room(path=OPEN, at="#chieu=1", size=(1024, 768), base=served_site, **options):
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, bypass_csp=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{base}/{path}{at}")
        if at.startswith("#chieu"):
            page.locator(f"{STAGE} .vx-slide").wait_for()
        return Room(page)

    yield open_room
    for context in contexts:
        context.close()
    assert not errors, errors


CUTS = [(path, size) for path in VIETNAMESE for size in SIZES]
CUTS += [(path, SIZES[0]) for path in LESSONS if path not in VIETNAMESE]


@pytest.mark.parametrize(("path", "size"), CUTS, ids=str)
def test_every_slide_is_whole_and_legible_before_and_after_the_answer(enter, path, size):
    room = enter(path, size=size)
    faulty = []
    for number in range(1, room.all + 1):
        room.page.evaluate(f"location.hash = '#chieu={number}'")
        room.page.wait_for_timeout(15)
        faulty += [(room.at, *one) for one in room.page.evaluate(LOOK)]
        if room.page.locator("[data-act=count]").count():
            room.page.locator("[data-act=count]").click()
            faulty += [(room.at, "counting", *one) for one in room.page.evaluate(LOOK)]
        while room.page.locator("[data-act=reveal]").count() and room.at == number:
            room.page.locator("[data-act=reveal]").click()
            faulty += [(room.at, "open", *one) for one in room.page.evaluate(LOOK)]
    assert not faulty

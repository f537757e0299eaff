"""Search in a real browser: letters with and without marks, languages, help, `file:`."""

import unicodedata

import pytest
from playwright.sync_api import expect

from projects import REPOSITORY

FIND = REPOSITORY / "overrides/assets/search/find.js"
PROMPT = {"vi": "Gõ vài chữ để tìm", "en": "Type a few letters to search"}
FOUND = """items => items.map(item => ({
  heading: item.querySelector('h1').textContent,
  who: item.querySelector('.vx-found').textContent,
  links: [...item.querySelectorAll('a')].map(link => link.href),
}))"""


@pytest.fixture
def enter(browser):
    """Opens a page of a site in a context of its own, and collects what it asks for."""
    contexts, faults = [], []

    def open_page(base, path, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.asked = []
        context.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{base}/{path}")
        page.keyboard.press("/")  # the theme's key for the box, on a phone's screen too
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, faults


def type_in(page, query):
    """Types as a person does: the theme looks when a key is let go."""
    box = page.locator(".md-search__input")
    box.fill(query)
    box.press("End")


def search(page, query, locale="vi"):
    """Returns the pages found, best first."""
    count = page.locator(".md-search-result__meta")
    type_in(page, "")
    expect(count).to_have_text(PROMPT[locale])
    type_in(page, query)
    expect(count).not_to_have_text(PROMPT[locale])
    return page.locator(".md-search-result__item").evaluate_all(FOUND)


# What search means: find.js by itself, on pages small enough to see why.


def entry(title, text="", weight=1, heading="Mục"):
    parts = [["", "", "Tóm tắt."], ["muc", heading, text]]
    return {
        "at": f"{title}.html",
        "title": title,
        "who": "Học sinh",
        "weight": weight,
        "parts": parts,
    }


@pytest.fixture(scope="session")
def finder(browser):
    page = browser.new_page()
    page.add_script_tag(path=FIND)
    yield page
    page.close()


def find(finder, pages, query):
    ask = "([pages, query]) => vungXanhFind(pages)(query)"
    return finder.evaluate(ask, [pages, query])


def titles(groups):
    """The addresses of the groups are their titles, without marks."""
    return [
        next(item["location"] for item in group if "#" not in item["location"])[:-5]
        for group in groups
    ]


CONDUCT, SPACE, VIRTUE = "Văn hóa ứng xử", "Trên không gian mạng", "Đạo đức"
SHELF = [
    entry(CONDUCT),
    entry(SPACE),
    entry(VIRTUE, "Một đường dẫn lạ."),
    entry("Tin", "Nói và làm"),
]


def nfd(text):
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        *[(query, CONDUCT) for query in ("ứng xử", "ỨNG XỬ", "ung xu", "UNG XU", nfd("ứng xử"))],
        *[(query, SPACE) for query in ("không gian mạng", "khong gian mang", "gian mang khong")],
        *[(query, VIRTUE) for query in ("đạo đức", "dao duc", "ĐẠO ĐỨC", nfd("Đạo đức"))],
        *[(query, VIRTUE) for query in ("duong dan", "đường dẫn", "“đường dẫn”?", "đường-dẫn")],
        *[(query, CONDUCT) for query in ("ứ", "ung x", "ung", "hoá", "hóa")],
    ],
)
def test_letters_count_with_or_without_their_marks(finder, query, found):
    assert titles(find(finder, SHELF, query)) == [found]


@pytest.mark.parametrize("query", ["", " ", "?!", "xyzzy", "ngxu", "(", "a*b\\"])
def test_what_is_not_there_is_not_found(finder, query):
    assert find(finder, SHELF, query) == []


@pytest.mark.parametrize(
    ("query", "first"),
    [("mã", "Mã nguồn"), ("má", "Má ma"), ("ma", "Má ma"), ("mả", "Má ma")],
)
def test_marks_as_typed_come_first(finder, query, first):
    shelf = [entry("Má ma"), entry("Mã nguồn")]
    assert titles(find(finder, shelf, query))[0] == first
    assert len(find(finder, shelf, query)) == 2


def test_a_tone_may_stand_on_either_vowel(finder):
    shelf = [entry("Hoa hồng"), entry("Hòa bình")]
    assert titles(find(finder, shelf, "hoà")) == ["Hòa bình", "Hoa hồng"]


def test_a_word_that_is_done_is_not_the_beginning_of_others(finder):
    shelf = [entry("Biết đọc"), entry("Bị dọa"), entry("Photos shared")]
    assert titles(find(finder, shelf, "bi do")) == ["Bị dọa"]
    assert titles(find(finder, shelf, "photo share")) == ["Photos shared"]


@pytest.mark.parametrize(
    "shelf",
    [
        [entry("Chữ", "về bắt nạt"), entry("Bắt nạt")],
        [entry("Chữ", "về bắt nạt"), entry("Đầu mục", heading="Bắt nạt")],
        [entry("Xa", "bắt tay, nạt nộ"), entry("Kề", "bị bắt nạt")],
        [entry("Bài", "bắt nạt"), entry("Giúp", "bắt nạt", weight=3)],
        [entry("Sổ tay về bắt nạt", weight=0), entry("Bài", "bắt nạt")],
        [entry("Bặt nát", weight=3), entry("Sổ tay về bắt nạt", weight=0)],
    ],
)
def test_the_better_page_comes_first(finder, shelf):
    query = "bắt nạt"
    assert titles(find(finder, shelf, query)) == [shelf[1]["at"][:-5], shelf[0]["at"][:-5]]


def test_only_pages_with_most_of_the_words_come_and_say_what_they_lack(finder):
    groups = find(finder, SHELF, "xyzzy ứng xử")
    assert titles(groups) == [CONDUCT]
    assert groups[0][0]["terms"] == {"xyzzy": False, "ứng": True, "xử": True}


def test_a_result_is_safe_html_with_the_words_marked(finder):
    page = entry("Thẻ <b> & “mạng”", "Một <script> trên mạng & mạng <i>")
    (group,) = find(finder, [page], "mang")
    head, part = group
    assert head["title"] == (
        'Thẻ &lt;b&gt; &amp; “<mark>mạng</mark>”<small class="vx-found">Học sinh</small>'
    )
    assert part["text"] == (
        "<p>Một &lt;script&gt; trên <mark>mạng</mark> &amp; <mark>mạng</mark> &lt;i&gt;</p>"
    )


def test_an_excerpt_is_short_and_shows_where_the_words_stand_together(finder):
    text = "đường xa " * 60 + "một đường dẫn lạ " + "và nữa " * 60
    (group,) = find(finder, [entry("Tin", text)], "duong dan")
    part = next(item for item in group if "#" in item["location"])
    assert "<mark>đường</mark> <mark>dẫn</mark> lạ" in part["text"]
    assert part["text"].startswith("<p>… ")
    assert part["text"].endswith(" …</p>")
    assert len(part["text"]) < 300


# The site itself.


def test_nothing_of_the_index_is_asked_for_before_the_first_letters(enter, served_site):
    page = enter(served_site, "hoc-sinh/index.html")
    expect(page.locator(".md-search-result__meta")).to_have_text(PROMPT["vi"])
    before = [url.removeprefix(served_site) for url in page.asked]
    assert "/search/search_index.json" in before
    assert not [url for url in before if url.startswith("/search/") and url.endswith(".js")]
    assert not [url for url in before if "find.js" in url]
    page.asked.clear()
    assert search(page, "mang")
    assert sorted(url.removeprefix(served_site) for url in page.asked) == [
        "/assets/search/find.js",
        "/search/vi.js",
    ]


@pytest.mark.parametrize("query", ["ung xu", "ỨNG XỬ", nfd("Ứng xử")])
def test_a_phone_finds_pages_on_conduct(enter, served_site, query):
    page = enter(served_site, "index.html", viewport={"width": 360, "height": 640})
    results = search(page, query)
    assert "ứng xử" in results[0]["heading"].lower()
    assert "/en/" not in " ".join(link for one in results for link in one["links"])


def test_an_english_reader_finds_english_pages(enter, served_site):
    page = enter(served_site, "en/index.html")
    expect(page.locator(".md-search__input")).to_have_attribute("placeholder", "Search")
    results = search(page, "bullying", "en")
    assert results
    assert all("/en/" in link for one in results for link in one["links"])
    assert "Students · Grades" in " ".join(one["who"] for one in results)


def test_each_result_says_whom_it_is_for(enter, served_site):
    results = search(enter(served_site, "index.html"), "mạng")
    assert all(one["who"] for one in results)
    assert "Học sinh · Lớp 6–9" in [one["who"] for one in results]
    assert "Cán bộ, công chức" in [one["who"] for one in results]


@pytest.mark.parametrize("query", ["giúp", "giup", "bị dọa", "bị doạ", "bi doa", "111"])
def test_help_comes_first(enter, served_site, query):
    results = search(enter(served_site, "hoc-sinh/index.html"), query)
    assert results[0]["links"][0] == f"{served_site}/can-giup-do/index.html"


@pytest.mark.parametrize(
    ("query", "anchor"),
    [("116/2025", "b-12"), ("nghị định 147", "b-19"), ("nghi dinh 147/2024", "b-19")],
)
def test_a_law_is_found_by_its_number(enter, served_site, query, anchor):
    results = search(enter(served_site, "index.html"), query)
    assert results[0]["links"][:2] == [
        f"{served_site}/phap-luat/index.html",
        f"{served_site}/phap-luat/index.html#{anchor}",
    ]


def test_search_works_from_a_usb_stick(enter, built_site):
    page = enter(built_site.as_uri(), "hoc-sinh/bat-nat-tren-mang/index.html")
    results = search(page, "ung xu")
    assert "ứng xử" in results[0]["heading"].lower()
    assert not [url for url in page.asked if not url.startswith("file:")]
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("h1").first).to_contain_text("ứng xử")


def test_go_on_a_phones_keyboard_does_not_load_the_page_anew(enter, served_site):
    page = enter(served_site, "index.html", viewport={"width": 360, "height": 640}, has_touch=True)
    page.evaluate("window.same = true")
    search(page, "xyzzy")
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "Không thấy trang nào. Thử gõ ít chữ hơn."
    )
    page.locator(".md-search__input").press("Enter")
    # Keyboards that compose letters send no Enter: the form is submitted at once.
    page.evaluate("document.forms.search.requestSubmit()")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.same")
    assert page.url == f"{served_site}/index.html"


def test_enter_opens_the_first_result(enter, served_site):
    page = enter(served_site, "index.html")
    first = search(page, "đường dẫn lạ")[0]["links"][0]
    page.locator(".md-search__input").press("Enter")
    page.wait_for_url(f"{first}*")


def test_without_a_network_nothing_is_claimed_and_the_next_letter_tries_again(enter, served_site):
    page = enter(served_site, "index.html")
    count = page.locator(".md-search-result__meta")
    expect(count).to_have_text(PROMPT["vi"])
    page.context.route("**/search/vi.js", lambda route: route.abort())
    with page.context.expect_event("requestfailed"):
        type_in(page, "ung")
    page.context.unroute("**/search/vi.js")
    expect(count).to_have_text(PROMPT["vi"])
    type_in(page, "ung xu")
    expect(count).not_to_have_text(PROMPT["vi"])
    assert page.locator(".md-search-result__item").count() > 0


def test_the_box_is_named_and_its_count_is_told(enter, served_site):
    page = enter(served_site, "index.html")
    expect(page.get_by_role("dialog", name="Tìm, không cần gõ dấu")).to_be_visible()
    search(page, "xyzzy")
    expect(page.get_by_role("status").filter(has_text="Không thấy trang nào")).to_be_attached()

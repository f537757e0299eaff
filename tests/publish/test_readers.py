"""What readers meet on a published site: two editions of a real one, real Chromium."""

import functools
import http.server
import re
import shutil
import threading

import pytest
from small_house import BRANCH, House, git, keep

from projects import BASE, REPOSITORY, make_buildable
from vungxanh.links.run import check_site
from vungxanh.site.build import build

NEW = "---\ntitle: {0}\ndescription: Một trang.\n---\n\n{0}\n"
LESSON = (BASE / "lessons/hoc-sinh/mau/index.md").read_text(encoding="utf-8")
OLD, NOW = "lessons/hoc-sinh/dau-chan/index.md", "lessons/hoc-sinh/dau-chan-so/index.md"
# The foot of every page links to these.
FOOT = {f"docs/{name}/index.md": NEW.format("Trang") for name in ("ke-hoach", "rieng-tu")}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A checkout of the published branch, with editions 2026.1 and 2026.2."""
    folder = tmp_path_factory.mktemp("doc")
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "kho.git")
    house = House(folder)
    lesson = LESSON.replace("id: CS-1", "id: CS-2").replace("img/", "../mau/img/")
    lesson = lesson.replace("Bài mẫu: đường dẫn lạ", "Dấu chân số")
    make_buildable(folder, FOOT | {OLD: lesson})
    shutil.copy(REPOSITORY / ".gitignore", house.root)
    keep(house.root, house.bare)
    house.send("2026.1", build=build)
    (house.root / "docs/moi").mkdir()
    for name, text in (("index.md", "Trang mới"), ("index.en.md", "A new page")):
        (house.root / "docs/moi" / name).write_text(NEW.format(text), encoding="utf-8")
    (house.root / NOW).parent.mkdir()
    moved = lesson.replace("status:", "moved_from: [hoc-sinh/dau-chan]\nstatus:")
    (house.root / NOW).write_text(moved, encoding="utf-8")
    (house.root / OLD).unlink()
    git(house.root, "add", "--all")
    git(house.root, "commit", "--quiet", "--message=Thêm một trang")
    house.send("2026.2", build=build)
    git(folder, "clone", "--quiet", f"--branch={BRANCH}", str(house.bare), "web")
    return folder / "web"


class Web(http.server.SimpleHTTPRequestHandler):
    """Answers as the hosts of static sites do: the root's 404.html for what is not there."""

    def log_message(self, *args):
        """Say nothing."""

    def send_error(self, code, *rest):
        body = (self.server.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def web(published):
    handler = functools.partial(Web, directory=str(published))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.folder = published
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(browser):
    page = browser.new_page()
    page.set_default_timeout(10_000)
    yield page
    page.close()


def choose(page, edition):
    page.locator(".md-version__current").focus()
    with page.expect_navigation():
        page.locator(".md-version__link", has_text=edition).click()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(
    "path", ["index.html", "hoc-sinh/mau/index.html", "hoc-sinh/mau/", "hoc-sinh/mau/#thu-suc"]
)
def test_another_edition_shows_the_same_page(page, web, language, path):
    page.goto(f"{web}/2026.1/{language}{path}")
    choose(page, "2026.2")
    assert page.url == f"{web}/2026.2/{language}{path}"


def test_an_older_edition_is_reached_from_the_newest(page, web):
    page.goto(f"{web}/moi-nhat/en/hoc-sinh/mau/index.html")
    choose(page, "2026.1")
    assert page.url == f"{web}/2026.1/en/hoc-sinh/mau/index.html"


def test_a_page_the_other_edition_has_not_leads_to_its_home(page, web):
    page.goto(f"{web}/2026.2/moi/index.html")
    choose(page, "2026.1")
    assert page.url == f"{web}/2026.1/"


def test_an_untranslated_page_is_found_in_the_other_edition_too(page, web):
    page.goto(f"{web}/2026.1/en/phap-luat/index.html")
    choose(page, "2026.2")
    assert page.url == f"{web}/2026.2/en/phap-luat/index.html"


def test_the_chooser_names_both_editions_and_which_one_this_is(page, web):
    page.goto(f"{web}/moi-nhat/index.html")
    assert page.locator(".md-version__current").inner_text().startswith("2026.2")
    names = page.locator(".md-version__link").all_text_contents()
    assert names == ["2026.2", "2026.1"]


@pytest.mark.parametrize("javascript", [True, False])
def test_the_root_leads_to_the_newest_edition(browser, web, javascript):
    with browser.new_context(java_script_enabled=javascript) as context:
        page = context.new_page()
        page.goto(f"{web}/?tu=zalo#thu")
        page.wait_for_url(re.compile("/moi-nhat/"))
        assert page.url == f"{web}/moi-nhat/" + ("?tu=zalo#thu" if javascript else "")


@pytest.mark.parametrize(
    ("address", "home", "title"),
    [
        ("/khong-co.html", "index.html", "Không thấy trang này"),
        ("/2026.1/en/sau/ba/tang.html", "en/index.html", "Page not found"),
    ],
)
def test_a_wrong_address_shows_a_whole_page_that_leads_back(page, web, address, home, title):
    missing = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)
    page.goto(web + address)
    page.wait_for_load_state("networkidle")
    inner = address.removeprefix("/2026.1")
    assert missing == [web + address, f"{web}/moi-nhat{inner}"]  # the second was asked for
    assert page.locator("h1").all_text_contents() == [title]
    page.locator(".md-content a.md-button").click()
    assert page.url == f"{web}/2026.2/{home}"


def test_without_scripts_a_wrong_address_speaks_both_languages(browser, web):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{web}/khong-co.html")
        titles = page.locator(".vx-lost :is(h1, h2)").all_text_contents()
        assert titles == ["Không thấy trang này", "Page not found"]
        page.locator(".vx-lost [lang=en] a.md-button").click()
        assert page.url == f"{web}/2026.2/en/index.html"


@pytest.mark.parametrize("address", ["hoc-sinh/mau/index.html", "hoc-sinh/mau/", "hoc-sinh/mau"])
def test_an_address_without_an_edition_leads_to_the_newest(page, web, address):
    page.goto(f"{web}/{address}?tu=zalo#thu-suc")
    page.wait_for_url("**/moi-nhat/**")
    assert page.url == f"{web}/moi-nhat/hoc-sinh/mau/index.html?tu=zalo#thu-suc"


def test_a_page_that_only_the_newest_edition_has_is_offered_there(page, web):
    page.goto(f"{web}/2026.1/moi/index.html")
    page.get_by_role("link", name="Trang này có ở bản mới nhất").click()
    assert page.url == f"{web}/moi-nhat/moi/index.html"


def test_a_mistyped_address_gets_the_pages_that_were_perhaps_meant(page, web):
    page.goto(f"{web}/moi-nhat/hoc-sinh/duong-dan-la/index.html")
    page.locator(".vx-lost__near a").first.click()
    assert page.url == f"{web}/2026.2/hoc-sinh/mau/index.html"


@pytest.mark.parametrize("language", ["", "en/"])
def test_an_old_edition_says_so_and_leads_to_the_same_page_in_the_newest(page, web, language):
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{web}/2026.1/{language}hoc-sinh/mau/index.html")
    page.locator(".vx-outdated a").click()
    assert page.url == f"{web}/moi-nhat/{language}hoc-sinh/mau/index.html"
    page.wait_for_load_state("networkidle")
    assert not page.locator(".vx-outdated").is_visible()
    assert faults == []


def test_the_notice_of_an_old_edition_moves_nothing(page, web):
    page.goto(f"{web}/2026.1/hoc-sinh/mau/index.html")
    page.locator(".vx-outdated").wait_for()
    shift = """() => new Promise((done) => new PerformanceObserver((list) =>
        done(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
        .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""
    assert page.evaluate(shift) < 0.01


@pytest.mark.parametrize("javascript", [True, False])
def test_the_former_address_of_a_lesson_leads_to_where_it_is(browser, web, javascript):
    with browser.new_context(java_script_enabled=javascript) as context:
        page = context.new_page()
        page.goto(f"{web}/2026.2/en/hoc-sinh/dau-chan/index.html?tu=zalo#thu-suc")
        page.wait_for_url("**/dau-chan-so/**")
        kept = "?tu=zalo#thu-suc" if javascript else ""
        assert page.url == f"{web}/2026.2/en/hoc-sinh/dau-chan-so/index.html{kept}"


def test_the_chooser_finds_a_lesson_that_has_moved(page, web):
    page.goto(f"{web}/2026.1/hoc-sinh/dau-chan/index.html")
    choose(page, "2026.2")
    page.wait_for_url("**/dau-chan-so/**")
    assert page.url == f"{web}/2026.2/hoc-sinh/dau-chan-so/index.html"


def test_every_link_of_every_edition_and_of_the_alias_works(published):
    assert check_site(published, "https://mau.example.vn/") == []


def test_the_sitemap_names_the_newest_addresses_alone(published):
    text = (published / "2026.1/sitemap.xml").read_text(encoding="utf-8")
    places = re.findall("<loc>(.*?)</loc>", text)
    assert "https://mau.example.vn/moi-nhat/hoc-sinh/mau/" in places
    assert not [
        place for place in places if not place.startswith("https://mau.example.vn/moi-nhat/")
    ]
    assert not [place for place in places if place.endswith("index.html")]

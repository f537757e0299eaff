"""Each repair of the translation plugin, held by a test that fails without it."""

import re
from xml.etree import ElementTree as ET

import pytest

from projects import make_buildable
from vungxanh.site.build import build

BASE = "https://mau.example.vn/moi-nhat/"
ALTERNATE = re.compile(r'<link rel=" alternate" hreflang="(\w+)" href="([^"]*)">')


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hai-tieng")
    home = "---\ntitle: Who are you?\ndescription: A home.\n---\n\n/// audience-cards\n///\n"
    build(make_buildable(folder, {"docs/index.en.md": home}), folder / "site")
    return folder / "site"


def page(site, name):
    return (site / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["index.html", "hoc-sinh/index.html", "hoc-sinh/mau/index.html"])
def test_alternates_are_absolute_and_reciprocal(site, path):
    address = path.removesuffix("index.html")
    expected = {"vi": BASE + address, "en": f"{BASE}en/{address}"}
    assert dict(ALTERNATE.findall(page(site, path))) == expected
    assert dict(ALTERNATE.findall(page(site, f"en/{path}"))) == expected


def test_the_theme_sees_no_alternate_whose_sitemap_it_would_fetch(site):
    for path in site.rglob("*.html"):
        assert 'rel="alternate"' not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_language_link_stays_in_the_edition_also_on_the_home_page(site, prefix):
    for path in ("index.html", "hoc-sinh/mau/index.html"):
        html = page(site, prefix + path)
        link = re.search(r'<a class="[^"]*vx-language[^"]*" href="([^"]*)"', html)[1]
        assert not link.startswith(("/", "http"))
        target = (site / (prefix + path)).parent / link
        other = "" if prefix else "en/"
        assert target.resolve() == (site / (other + path)).resolve()


def test_each_language_has_a_not_found_page_of_its_own(site):
    vietnamese, english = page(site, "404.html"), page(site, "en/404.html")
    assert '<html lang="vi"' in vietnamese
    assert "Không thấy trang này" in vietnamese
    assert '<html lang="en"' in english
    assert "Page not found" in english


def test_the_not_found_page_names_no_page_as_its_twin(site):
    assert ALTERNATE.findall(page(site, "404.html")) == []
    assert "vx-language" not in page(site, "404.html")


def test_a_page_without_translation_says_so_and_keeps_its_language(site):
    english = page(site, "en/phap-luat/index.html")
    assert '<html lang="en"' in english
    assert "This page has not been translated yet." in english
    assert re.search(r'<div class="vx-page[^"]*" lang="vi">', english)
    assert "has not been translated" not in page(site, "en/hoc-sinh/index.html")


def test_a_text_in_one_language_has_one_address_for_crawlers(site):
    for path in ("phap-luat/index.html", "en/phap-luat/index.html"):
        assert f'<link rel="canonical" href="{BASE}phap-luat/">' in page(site, path)
        assert ALTERNATE.findall(page(site, path)) == []


def test_the_canonical_address_is_that_of_the_newest_edition_without_index_html(site):
    html = page(site, "hoc-sinh/mau/index.html")
    assert f'<link rel="canonical" href="{BASE}hoc-sinh/mau/">' in html


def test_the_sitemap_lists_each_page_with_its_twin_and_no_untranslated_one(site):
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ET.fromstring(page(site, "sitemap.xml"))
    places = [node.text for node in tree.iter(f"{space}loc")]
    assert f"{BASE}hoc-sinh/mau/" in places
    assert f"{BASE}en/hoc-sinh/mau/" in places
    assert f"{BASE}en/phap-luat/" not in places
    assert len(places) == len(set(places))


def test_interface_words_follow_the_language(site):
    assert "Câu 1" in page(site, "hoc-sinh/mau/index.html")
    assert "Question 1" in page(site, "en/hoc-sinh/mau/index.html")
    assert "Sample site" in page(site, "en/index.html")

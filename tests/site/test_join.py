"""docs/ and lessons/ become one site, in both languages, from a small project built for real."""

import re

import pytest

from projects import make_buildable
from vungxanh.site.build import build

LESSON = "lessons/hoc-sinh/mau/index.md"
# The only kinds of file a reader's browser ever asks for.
KINDS = {".html", ".css", ".js", ".json", ".svg", ".png", ".xml", ".txt"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("noi")
    draft = make_buildable(folder)
    text = (draft / LESSON).read_text(encoding="utf-8")
    hidden = draft / "lessons/hoc-sinh/nhap"
    hidden.mkdir()
    text = text.replace("id: CS-1", "id: CS-2").replace("status: published", "status: draft")
    text = text.replace("img/tin-nhan.svg", "../mau/img/tin-nhan.svg")
    (hidden / "index.md").write_text(text, encoding="utf-8")
    (draft / "lessons/hoc-sinh/mau/img/tin-nhan.en.svg").write_text("<svg/>", encoding="utf-8")
    build(draft, folder / "site")
    return folder / "site"


def page(site, name):
    return (site / name).read_text(encoding="utf-8")


def test_a_lesson_has_the_address_of_its_audience_in_both_languages(site):
    assert "19\u00a0giờ, một tin nhắn" in page(site, "hoc-sinh/mau/index.html")
    assert "Seven o'clock" in page(site, "en/hoc-sinh/mau/index.html")


def test_links_between_docs_and_lessons_lead_to_pages(site):
    lesson = page(site, "hoc-sinh/mau/index.html")
    assert 'href="../../phap-luat/index.html#b-12"' in lesson
    assert 'href="mau/index.html"' in page(site, "hoc-sinh/index.html")


def test_pictures_come_along_each_in_its_language(site):
    assert (site / "hoc-sinh/mau/img/tin-nhan.svg").is_file()
    english = page(site, "en/hoc-sinh/mau/index.html")
    picture = re.search(r'src="([^"]*tin-nhan[^"]*)"', english)[1]
    assert (site / "en/hoc-sinh/mau" / picture).read_text(encoding="utf-8") == "<svg/>"


def test_a_draft_is_nowhere_in_a_built_site(site):
    assert not (site / "hoc-sinh/nhap").exists()
    assert all("hoc-sinh/nhap" not in page(site, name) for name in ("sitemap.xml", "index.html"))
    assert "CS-2" not in page(site, "hoc-sinh/index.html")


def test_headings_have_ascii_addresses(site):
    assert 'id="thu-suc"' in page(site, "hoc-sinh/mau/index.html")
    assert 'id="19-gio-mot-tin-nhan"' in page(site, "hoc-sinh/mau/index.html")


def test_nothing_but_what_a_reader_asks_for_is_published(site):
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds <= KINDS, kinds - KINDS
    names = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    assert not [name for name in names if "_data" in name or name.endswith((".map", ".md"))]


def test_the_nav_names_audiences_not_folders(site):
    home = page(site, "index.html")
    assert re.search(r'md-tabs__link">\s*Học sinh', home)
    assert re.search(r'md-tabs__link">\s*Pupils', page(site, "en/index.html"))
    assert "Hoc sinh" not in home

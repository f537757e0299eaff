"""Content that nobody planned for becomes the page its author meant."""

import re

import pytest

from projects import BASE, make_buildable
from vungxanh.site.build import build

LESSON = "lessons/hoc-sinh/mau/index.md"
ENGLISH = "lessons/hoc-sinh/mau/index.en.md"
REGISTRY = "docs/_data/site.yml"
HANDBOOK = "---\ntitle: Sổ tay\ndescription: Cách viết.\n---\n\n## Thẻ\n\n/// audience-cards\n///\n"


def base(name):
    return (BASE / name).read_text(encoding="utf-8")


def with_line(text, key, value):
    return re.sub(rf"^{key}: .*$", lambda _: f"{key}: {value}", text, count=1, flags=re.M)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Give the text of a page of a site made of oddities, by its place."""
    lesson = with_line(base(LESSON), "title", "'Nói \"không\" & 5 < 7'")
    lesson = with_line(lesson, "summary", '"Ghi <b> & \\"b\\""')
    lesson = lesson.replace("- Nhận ra đường dẫn lạ", "- Nhận ra <script>", 1)
    english = with_line(base(ENGLISH), "title", "no")
    registry = with_line(base(REGISTRY), "name", "{vi: 'Trường \"A\" & B', en: School A}")
    folder = tmp_path_factory.mktemp("la")
    leaflet = "lessons/hoc-sinh/mau/to-roi.txt"
    lesson += "\n[Tờ rơi](to-roi.txt)\n"
    files = {LESSON: lesson, ENGLISH: english, REGISTRY: registry, leaflet: "Mang về nhà."}
    files["docs/so-tay/index.md"] = HANDBOOK
    build(make_buildable(folder, files), folder / "site")
    return lambda name: (folder / "site" / name).read_text(encoding="utf-8")


def test_signs_of_html_in_front_matter_are_letters(page):
    html = page("hoc-sinh/mau/index.html")
    title = "Nói &#34;không&#34; &amp; 5 &lt; 7"
    assert f"<h1>{title}</h1>" in html
    assert f'<meta property="og:title" content="{title}">' in html
    assert '<p class="vx-head__summary">Ghi &lt;b&gt; &amp; &#34;b&#34;</p>' in html
    assert "<li>Nhận ra &lt;script&gt;</li>" in html
    assert "5 < 7" not in html


def test_so_are_those_in_the_name_of_the_site(page):
    html = page("index.html")
    assert '<meta property="og:site_name" content="Trường &#34;A&#34; &amp; B">' in html
    assert 'aria-label="Trường &quot;A&quot; &amp; B"' in html


def test_a_title_that_yaml_takes_for_a_truth_value_is_a_word(page):
    html = page("en/hoc-sinh/mau/index.html")
    assert "<h1>no</h1>" in html
    assert "False" not in html


def test_a_site_that_chose_no_colours_has_ours(page):
    assert "--vx-green:#1b6b4a;" in page("index.html")


def test_the_foot_leads_to_the_pages_that_are_there(page):
    foot = page("hoc-sinh/mau/index.html").partition('class="vx-foot__links"')[2]
    places = re.findall(r'<li><a href="([^"]*)"', foot)
    assert places == ["../../can-giup-do/index.html", "../../phap-luat/index.html"]


def test_whatever_lies_beside_a_lesson_comes_along(page):
    assert 'href="to-roi.txt"' in page("hoc-sinh/mau/index.html")
    assert page("hoc-sinh/mau/to-roi.txt") == "Mang về nhà."


def test_a_page_that_shows_a_block_keeps_its_own_contents(page):
    contents = re.compile(r'<div class="md-sidebar md-sidebar--secondary"[^>]*>')
    assert " hidden" in contents.search(page("index.html"))[0]
    assert " hidden" in contents.search(page("hoc-sinh/index.html"))[0]
    assert " hidden" not in contents.search(page("so-tay/index.html"))[0]

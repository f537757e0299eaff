"""The search of a built site: what is written, and that no answer of a quiz is in it."""

import json
import re

import pytest

from projects import REPOSITORY, make_buildable
from vungxanh.readers.project import read_project
from vungxanh.render.search_index import HANDBOOK
from vungxanh.site.build import build


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tim")
    build(make_buildable(folder), folder / "site")
    return folder / "site"


def index(site, locale):
    text = (site / "search" / f"{locale}.js").read_text(encoding="utf-8")
    return json.loads(text.removeprefix("var vungXanhIndex=").removesuffix(";\n"))


def test_one_index_a_language_with_that_languages_pages_alone(site):
    vi, en = index(site, "vi"), index(site, "en")
    assert not [page["at"] for page in vi if page["at"].startswith("en/")]
    assert not [page["at"] for page in en if not page["at"].startswith("en/")]
    for page in vi + en:
        assert (site / page["at"]).is_file()


def test_every_section_found_is_in_its_page(site):
    for page in index(site, "vi"):
        html = (site / page["at"]).read_text(encoding="utf-8")
        for anchor, _, _ in page["parts"][1:]:
            assert f'id="{anchor}"' in html, page["at"]


def test_what_the_theme_asks_for_on_every_page_is_empty(site):
    stub = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert json.loads(stub)["docs"] == []
    script = (site / "search/search_index.js").read_text(encoding="utf-8")
    assert json.loads(script.removeprefix("var __index=").removesuffix(";\n")) == json.loads(stub)


def test_the_themes_own_search_is_not_published(site):
    assert not list(site.rglob("lunr*"))
    assert not (site / "assets/javascripts/workers").exists()


@pytest.mark.parametrize(
    ("page", "ours"),
    [
        ("index.html", "assets/search/search.js?vi"),
        ("hoc-sinh/mau/index.html", "../../assets/search/search.js?vi"),
        ("en/hoc-sinh/mau/index.html", "../../../assets/search/search.js?en"),
    ],
)
def test_the_theme_is_told_of_our_search(site, page, ours):
    html = (site / page).read_text(encoding="utf-8")
    settings = re.search(r'<script id="__config"[^>]*>(.*?)</script>', html, re.S)
    assert json.loads(settings[1])["search"] == ours
    assert html.index("assets/search/box.js") < html.index("assets/javascripts/bundle")


def answers(project):
    for document in project.documents:
        if document.path.startswith(HANDBOOK):  # it shows how its samples are written
            continue
        for question in document.questions:
            told = [choice.feedback for choice in question.choices]
            for text in filter(None, (question.explanation, *told, *question.hints)):
                # Without marks of Markdown it stands so in the page; a short one may be anyone's.
                if len(text) > 25 and not re.search(r"[*\[\]`_\n]", text):
                    yield text


def test_the_questions_of_a_quiz_are_in_the_index(site):
    page = next(page for page in index(site, "vi") if page["at"] == "hoc-sinh/mau/index.html")
    assert "kèm một đường dẫn" in " ".join(text for _, _, text in page["parts"])


def test_no_answer_of_any_quiz_is_in_the_index(built_site):
    project, _ = read_project(REPOSITORY)
    known = list(answers(project))
    assert len(known) > 100
    for locale in ("vi", "en"):
        text = " ".join(part[2] for page in index(built_site, locale) for part in page["parts"])
        assert [one for one in known if one in text] == []

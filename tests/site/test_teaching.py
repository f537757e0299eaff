"""What is for teachers is on teachers' pages alone: looked for in every file of a built site."""

import json
import re

import pytest

import paper_lesson
from projects import BASE, make_buildable
from vungxanh.site.build import build

# Words of a note and of a plan that stand nowhere else.
NOTE = "Để ý chiếc lá xanh thẫm của Khuê."
PLAN = "Ba em nói cách của mình"
KEY = "Mã đề 100"
SAMPLE = "lessons/hoc-sinh/mau/index.md"
TEACHERS = """---
title: Thầy cô giáo
description: Cho thầy cô.
---

/// plan-list
///
"""
ENGLISH = """\
## I. Objectives

### Knowledge

- Know it.

### Competences

- Do it.

### Qualities

- Care.

## II. Equipment and materials

- A board.

## III. Procedure

### Activity 1: Opening (45 minutes)

**Aim:** See it.

**Content:** Read it.

**Product:** A line.

**Organisation:**

1. **Task:** Read.
2. **Work:** Think.
3. **Report:** Say.
4. **Conclusion:** Keep.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("day hoc")
    files = paper_lesson.files(NOTE, sensitive=True)
    files["docs/giao-vien/index.md"] = TEACHERS
    files[f"{paper_lesson.FOLDER}/giao-an.en.md"] = ENGLISH
    # The other lesson has an English text, in which nobody has put the notes yet.
    sample = (BASE / SAMPLE).read_text(encoding="utf-8")
    note = "/// teacher-note\nĐể ý.\n///\n\n/// family-note\nHỏi con.\n///\n\n/// help"
    files[SAMPLE] = sample.replace("/// help", note)
    root = make_buildable(folder, files)
    build(root, folder / "site")
    return folder / "site"


def page(site, name):
    return (site / name).read_text(encoding="utf-8")


def index(site, locale):
    script = page(site, f"search/{locale}.js")
    return json.loads(script.partition("=")[2].rstrip(";\n"))


@pytest.mark.parametrize("secret", [NOTE, PLAN, KEY])
def test_no_page_of_a_pupil_has_any_of_it(site, secret):
    holding = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if secret in file.read_text(encoding="utf-8")
    }
    assert holding
    assert {name.rpartition("/")[2] for name in holding} == {"giao-an.html"}


def test_the_teachers_page_alone_leads_to_a_plan(site):
    leading = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if re.search(r'href="[^"]*giao-an\.html["#]', file.read_text(encoding="utf-8"))
    }
    lessons = {name for name in leading if not name.endswith("giao-an.html")}
    assert lessons == {"giao-vien/index.html", "en/giao-vien/index.html"}


def test_a_search_finds_it_as_material_for_teachers_only(site):
    entries = index(site, "vi")
    teaching = [one for one in entries if one["at"].endswith("giao-an.html")]
    assert {one["who"] for one in teaching} == {"Giáo án"}  # the small site has no teachers
    assert all(one["title"].startswith("Dạy bài: ") for one in teaching)
    assert NOTE in json.dumps(teaching, ensure_ascii=False)
    others = json.dumps([one for one in entries if one not in teaching], ensure_ascii=False)
    assert not [secret for secret in (NOTE, PLAN, KEY) if secret in others]
    assert paper_lesson.EXPLANATION not in json.dumps(entries, ensure_ascii=False)


def test_crawlers_leave_it_alone(site):
    assert '<meta name="robots" content="noindex">' in page(site, "hoc-sinh/moi-loai/giao-an.html")
    locations = re.findall(r"<loc>(.*?)</loc>", page(site, "sitemap.xml"))
    assert not [one for one in locations if "giao-an" in one]


def test_the_teachers_page_of_a_sensitive_lesson_keeps_the_quick_exit(site):
    html = page(site, "hoc-sinh/moi-loai/giao-an.html")
    assert 'class="vx-exit"' in html
    assert "Mọi loại" not in re.search("<title>(.*?)</title>", html)[1]
    assert "data-sensitive" in html


def test_the_english_page_has_the_plan_in_vietnamese_and_says_so(site):
    html = page(site, "en/hoc-sinh/mau/giao-an.html")
    assert '<div lang="vi">' in html
    assert "I. Mục tiêu" in html.partition('<div lang="vi">')[2]
    sheet = html.partition('id="phieu"')[2]
    assert "Question 1." in sheet
    assert "Câu 1." not in sheet
    assert '<div class="vx-teacher-note" data-section="thu-suc" lang="vi">' in html
    assert '<div lang="vi">' in html.partition('id="gia-dinh"')[2]


def test_an_english_plan_stands_in_the_english_page(site):
    html = page(site, "en/hoc-sinh/moi-loai/giao-an.html")
    assert "Activity 1: Opening (45 minutes)" in html
    assert "I. Objectives" in html
    assert PLAN not in html


def test_its_scripts_are_loaded_there_only(site):
    assert "assets/paper.js" in page(site, "hoc-sinh/moi-loai/giao-an.html")
    assert "assets/paper" not in page(site, "hoc-sinh/moi-loai/index.html")


def test_a_draft_has_no_teachers_page(tmp_path):
    files = paper_lesson.files()
    name = f"{paper_lesson.FOLDER}/index.md"
    files[name] = files[name].replace("status: published", "status: draft")
    root = make_buildable(tmp_path, files)
    build(root, tmp_path / "site")
    assert not (tmp_path / "site/hoc-sinh/moi-loai").exists()


def test_a_plan_in_another_language_is_announced(site):
    words = "The plan itself is in Vietnamese"
    assert words in page(site, "en/hoc-sinh/mau/giao-an.html")
    assert words not in page(
        site, f"en/{paper_lesson.FOLDER.removeprefix('lessons/')}/giao-an.html"
    )

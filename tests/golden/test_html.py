"""Markdown of this site becomes the HTML beside it: `html/NAME.md` → `html/NAME.html`.

The first line of a case is the path and the language it is rendered for.
"""

from pathlib import Path

import pytest

from golden.render import render
from projects import make_project
from vungxanh.readers.blocks import read_blocks
from vungxanh.readers.quiz import read_question

CASES = sorted((Path(__file__).parent / "html").glob("*.md"))


def rendered(case: Path, folder: Path):
    head, text = case.read_text(encoding="utf-8").split("\n", 1)
    file, locale = head.split()
    return text, *render(make_project(folder), text, file, locale)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_markdown_becomes_this_html(case, tmp_path):
    _, html, _ = rendered(case, tmp_path)
    assert html + "\n" == case.with_suffix(".html").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_reader_saw_the_questions_that_were_rendered(case, tmp_path):
    text, _, context = rendered(case, tmp_path)
    blocks, _ = read_blocks(text, 1, case.name)
    read = [read_question(block, case.name)[0] for block in blocks if block.name == "quiz"]
    shapes = [(q.id, q.kind, q.stem, q.digest) for q in context.rendered]
    assert shapes == [(q.id, q.kind, q.stem, q.digest) for q in read]


def test_questions_are_numbered_anew_on_each_page(tmp_path):
    text, html, context = rendered(next(c for c in CASES if c.stem == "quiz-single"), tmp_path)
    again, _ = render(tmp_path / "du-an", text, "lessons/hoc-sinh/mau/index.md")
    assert again == html
    assert context.number == 1

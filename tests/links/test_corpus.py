"""Every case of the corpus is told exactly; both readers of pages see the same in it."""

import pytest

from links.corpus import CASES, rows
from vungxanh.links.html import read_html
from vungxanh.links.read import PAGES, read_tags


def test_the_corpus_is_large_enough():
    assert len(CASES) > 200


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_wrong_is_told_and_nothing_else(case, tmp_path):
    assert rows(case.check(tmp_path), case.said) == sorted(case.said, key=lambda row: row[:1])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_tag_by_tag_says_what_the_parser_says(case):
    for path, text in case.files.items():
        if path.endswith(PAGES):
            tags, tree = read_tags(path, text), read_html(path, text)
            for page in (tags, tree):
                page.loads.sort()  # of one page, style sheets come last from the parser
            assert tags == tree

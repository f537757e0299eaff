"""Every page of the site of this repository: no link of it is broken, and readers find it.

One item a page, so that a broken link is a failing test with the name of its page.
"""

from collections import defaultdict

import pytest

from projects import REPOSITORY
from vungxanh.links.run import check_site
from vungxanh.links.sources import origins_in
from vungxanh.links.sources.pages import site_paths
from vungxanh.problems import Level
from vungxanh.readers.registries import read_registries
from vungxanh.reporting import report

TEXTS = [
    path.relative_to(REPOSITORY).as_posix()
    for top in ("docs", "lessons")
    for path in (REPOSITORY / top).rglob("*.md")
]
PAGES = sorted({page for text in TEXTS for page in site_paths(text)})


@pytest.fixture(scope="module")
def told(built_site):
    """What is told, by page: errors and warnings."""
    registries, _ = read_registries(REPOSITORY)
    problems = check_site(
        built_site, registries.site.url, "index.html", origins=origins_in(REPOSITORY)
    )
    found = defaultdict(list)
    for problem in problems:
        if problem.level is not Level.ADVICE:
            found[problem.page if problem.page in PAGES else "the rest"].append(problem)
    return found


@pytest.mark.parametrize("page", [*PAGES, "the rest"])
def test_every_link_of_the_page_works(told, page):
    assert report(told[page], "text", "vi") == ""

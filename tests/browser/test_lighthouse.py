"""Lighthouse, as on a middling phone, finds nothing wanting but perhaps time."""

import pytest

from projects import REPOSITORY
from vungxanh.bench.pages import look, typical


@pytest.mark.parametrize("page", typical(REPOSITORY))
def test_access_practices_and_search_engines_are_served(edition_site, page):
    seen = look(REPOSITORY, edition_site, page)
    scores = {name: score for name, score in seen.scores.items() if name != "performance"}
    assert scores == {"accessibility": 100, "best-practices": 100, "seo": 100}, seen.wanting

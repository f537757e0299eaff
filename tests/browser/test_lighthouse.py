"""Lighthouse, as on a middling phone, finds nothing wanting but perhaps time."""

import pytest

from projects import REPOSITORY
from vungxanh.bench.pages import look, typical


@pytest.mark.parametrize("page", typical(REPOSITORY))
def test_access_practices_and_search_engines_are_served(edition_site, page):
    seen = look(REPOSITORY, edition_site, page)
    scores = {name: score for name, score in seen.scores.items() if name != "performance"}
    # Of questions asleep it takes clipped targets for covered; test_axe.py sees them awake.
    if seen.wanting == ("accessibility: Touch targets do not have sufficient size or spacing.",):
        scores["accessibility"] = 100
    assert scores == {"accessibility": 100, "best-practices": 100, "seo": 100}, seen.wanting

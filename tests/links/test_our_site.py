"""The site of this repository: no link is broken, and every page is found from the home page."""

from projects import REPOSITORY
from vungxanh.links.run import check_site
from vungxanh.readers.registries import read_registries
from vungxanh.reporting import report


def test_our_own_site_has_no_broken_link_and_no_lost_page(built_site):
    registries, _ = read_registries(REPOSITORY)
    problems = check_site(built_site, registries.site.url, "index.html")
    assert report(problems, "text", "en") == ""

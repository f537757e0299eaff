"""The links of a site that lead to other sites: asked, and what is found told where they stand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from vungxanh.links import external
from vungxanh.links.addresses import Elsewhere
from vungxanh.links.check import read_site
from vungxanh.links.finding import Finding
from vungxanh.links.page import Page
from vungxanh.links.site import Fault, Site
from vungxanh.links.telling import Origins, problems_of
from vungxanh.problems import Problem


def check_abroad(
    folder: Path,
    base_url: str | None,
    ours: str,
    setup: external.Setup,
    *,
    origins: Callable[[Site], Origins] | None = None,
    only: Callable[[external.Finding], bool] = lambda one: True,
) -> list[Problem]:
    """Return what is to be told of the links in `folder` that lead to other sites.

    Addresses under `ours`, where the site is or will be published, are never asked. `origins`
    is asked for what knows the sources of pages; `only` picks what is to be told.
    """
    site, _ = read_site(folder, base_url)
    links = [link for link in _links(site) if not link[2].startswith(ours)]
    report = external.ask_external([address for _, _, address in links], setup)
    found = [
        Finding(
            page.path,
            one.code,
            written,
            fault=Fault(one.code),
            values=dict(one.values),
            right=tuple(one.suggestions),
        )
        for page, written, address in links
        for one in report.findings.get(address, [])
        if only(one)
    ]
    return report.notes + problems_of(site, found, origins(site) if origins else Origins())


def _links(site: Site) -> Iterator[tuple[Page, str, str]]:
    """Yield each page, the address on it, and what that address is in full."""
    for page in site.pages.values():
        for address in page.addresses:
            if site.addresses.place(page.path, page.base, address) is Elsewhere.OTHER:
                yield page, address, urljoin(page.base, address) if page.base else address

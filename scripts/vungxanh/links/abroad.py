"""The links of a site that lead to other sites: asked, and what is found told where they stand."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from vungxanh.links.addresses import Addresses, Elsewhere
from vungxanh.links.external import Finding, Setup, ask_external
from vungxanh.links.pages import Page, Reference, read_page
from vungxanh.problems import Problem

_READ = (".html", ".htm", ".xhtml", ".css", ".svg")


def check_abroad(site: Path, base_url: str | None, ours: str, setup: Setup) -> list[Problem]:
    """Return what is to be told of the links in the folder `site` that lead to other sites.

    Addresses under `ours`, where the site is or will be published, are never asked.
    """
    links = [link for link in _links(site, base_url) if not link[2].startswith(ours)]
    report = ask_external([address for _, _, address in links], setup)
    found = [
        _problem(page, reference, finding)
        for page, reference, address in links
        for finding in report.findings.get(address, [])
    ]
    return report.notes + found


def _links(site: Path, base_url: str | None) -> Iterator[tuple[Page, Reference, str]]:
    addresses = Addresses(base_url, alone=True)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not name.endswith(_READ):
            continue
        page = read_page(name, path.read_bytes())
        for reference in page.references:
            if addresses.place(name, page.base, reference.target) is Elsewhere.OTHER:
                target = urljoin(page.base, reference.target) if page.base else reference.target
                yield page, reference, target


def _problem(page: Page, reference: Reference, finding: Finding) -> Problem:
    seen = f"{page.path}:{reference.line}"
    return Problem(
        page.path,
        None,
        finding.code,
        {"seen": seen, "value": reference.written, **finding.values},
        suggestions=finding.suggestions,
        page=page.path,
        value=reference.written,
        page_line=reference.line,
    )

"""From a site folder to problems: what `links`, `publish` and the tests call."""

from collections.abc import Callable
from pathlib import Path

from vungxanh.links.check import judge, read_site
from vungxanh.links.settings import ignored
from vungxanh.links.site import Site
from vungxanh.links.telling import Origins, problems_of
from vungxanh.links.workers import Progress
from vungxanh.problems import Problem


def check_site(
    site: Path,
    base_url: str | None = None,
    entry: str | None = None,
    *,
    ignore: tuple[str, ...] = (),
    origins: Callable[[Site], Origins] | None = None,
    progress: Progress | None = None,
) -> list[Problem]:
    """Return every link, asset and anchor of the built `site` that leads nowhere, and more.

    With `base_url`, full addresses under it count as the site's own; other hosts are never asked.
    With `entry`, a page path in the folder, pages that no link leads to from there are told too.
    `ignore` are patterns, see `settings`. `origins` is asked, once there is a finding, for what
    knows the sources of pages, see `sources`. `progress` hears how many files are read, and of how
    many. Raises OSError where `site` is no folder.
    """
    read, found = read_site(site, base_url, progress)
    findings = [one for one in (*found, *judge(read, entry)) if not ignored(one, ignore)]
    if not findings:
        return []
    return problems_of(read, findings, origins(read) if origins else Origins())

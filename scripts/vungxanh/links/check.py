"""The whole check of a site folder: read, resolve, judge. Faults come out as Findings."""

from collections.abc import Iterator
from pathlib import Path

from vungxanh.links.addresses import ALIAS, Addresses
from vungxanh.links.finding import Finding
from vungxanh.links.folder import Folder, read_folder
from vungxanh.links.languages import check_languages
from vungxanh.links.orphans import check_orphans
from vungxanh.links.page import Page
from vungxanh.links.read import LARGEST, is_read
from vungxanh.links.redirects import check_redirects
from vungxanh.links.rules import check_page
from vungxanh.links.site import Site
from vungxanh.links.workers import Progress, read_all

_UNREAD = {
    "out": "site-file-outside",
    "loop": "site-file-dead",
    "dead": "site-file-dead",
    "special": "site-file-locked",
    "locked": "site-file-locked",
}


def read_site(
    root: Path, base_url: str | None = None, progress: Progress | None = None
) -> tuple[Site, list[Finding]]:
    """Return what lies in the folder `root`, with the files that could not be read.

    With `base_url`, full addresses under it count as the site's own. Raises OSError where the
    folder itself cannot be listed.
    """
    folder = read_folder(root)
    found = [Finding(path, _UNREAD[why]) for path, why in sorted(folder.unread.items())]
    sizes = {path: size for path, size in folder.files.items() if is_read(path)}
    for path in [path for path, size in sizes.items() if size > LARGEST]:
        megabytes = str(sizes.pop(path) // 1_000_000)
        found.append(Finding(path, "site-file-large", values={"size": megabytes}))
    pages: dict[str, Page] = {}
    for path, said in read_all(root, sizes, progress).items():
        if isinstance(said, Page):
            pages[path] = said
        else:
            found.append(Finding(path, "site-file-locked"))
    addresses = Addresses(base_url, alone=not _has_editions(folder))
    return Site(folder, pages, addresses), found


def _has_editions(folder: Folder) -> bool:
    return ALIAS in folder.folders or ALIAS in folder.aliases


def judge(site: Site, entry: str | None = None) -> Iterator[Finding]:
    """Yield every fault of `site`; with `entry`, pages that nobody finds from there, too."""
    if not site.documents:
        yield Finding(".", "site-empty", values={"example": "site"})
        return
    for page in site.pages.values():
        yield from check_page(site, page)
    yield from check_redirects(site)
    yield from check_languages(site)
    if entry:
        yield from check_orphans(site, entry)

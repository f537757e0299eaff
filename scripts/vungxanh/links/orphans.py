"""Pages that nobody finds who starts at the entry page."""

from collections.abc import Iterator
from difflib import get_close_matches

from vungxanh.links.finding import Finding
from vungxanh.links.site import Site


def check_orphans(site: Site, entry: str) -> Iterator[Finding]:
    """Yield the pages that no link leads to from `entry`, a page of the folder."""
    if entry not in site.document_set:
        near = get_close_matches(entry, site.documents, 1, 0.3)
        right = tuple(near) or ("index.html",)
        yield Finding(entry, "site-entry-missing", entry, right=right)
        return
    reached, waiting = {entry}, [entry]
    while waiting:
        page = site.pages[waiting.pop()]
        for address in [*page.links, page.refresh]:
            file = site.goal(page, address)
            if file in site.document_set and file not in reached:
                reached.add(file)
                waiting.append(file)
    for path in site.documents:
        if path not in reached and not path.endswith("404.html"):
            yield Finding(path, "site-page-unreached", path, values={"entry": entry})

"""Back to the source: which line of the repository put a link on a built page."""

from collections.abc import Callable
from pathlib import Path

from vungxanh.links.site import Site
from vungxanh.links.telling import Origins

_TOPS = ("docs", "lessons")


def origins_in(root: Path) -> Callable[[Site], Origins]:
    """Return what knows the sources of a site, if that was built from the repository `root`."""

    def origins(site: Site) -> Origins:
        # Most texts have their page where theirs would be; that is seen without reading any.
        texts = [
            path.relative_to(root / top) for top in _TOPS for path in (root / top).rglob("*.md")
        ]
        made = {text.as_posix().removesuffix(".md") + ".html" for text in texts}
        pages = {path for path in made if not path.endswith(".en.html")}
        if len(pages & site.document_set) * 2 <= len(pages):
            return Origins()
        from vungxanh.links.sources.origins import ProjectOrigins  # only here: it takes a while
        from vungxanh.readers.project import read_project

        project, _ = read_project(root)
        return ProjectOrigins(project, site.addresses)

    return origins

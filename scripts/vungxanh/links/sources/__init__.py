"""Back to the source: which line of the repository put a link on a built page."""

from collections.abc import Callable
from pathlib import Path

from vungxanh.links.site import Site
from vungxanh.links.sources.origins import ProjectOrigins
from vungxanh.links.telling import Origins
from vungxanh.readers.project import read_project


def origins_in(root: Path) -> Callable[[Site], Origins]:
    """Return what knows the sources of a site, if that was built from the repository `root`."""

    def origins(site: Site) -> Origins:
        project, _ = read_project(root)
        found = ProjectOrigins(project, site.addresses)
        return found if found.sources.fits(set(site.documents)) else Origins()

    return origins

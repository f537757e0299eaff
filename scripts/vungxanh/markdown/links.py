"""Repository paths in links become site paths, ahead of MkDocs' own link processor.

`docs/` and `lessons/` lie side by side in the repository and on top of each other on the site.
"""

import posixpath
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from xml.etree import ElementTree as ET

from markdown.treeprocessors import Treeprocessor


def site_path(repository_path: str) -> str:
    """Return where a file of the repository lies in the site's sources (`docs/a.md` → `a.md`)."""
    return repository_path.partition("/")[2]


def mapped(target: str, file: str) -> str:
    """Return `target`, written in `file` as a repository path, as a path between site sources."""
    scheme, host, path, query, anchor = urlsplit(target)
    if scheme == "repo":
        found = path
    elif scheme or host or not path or path.startswith("/"):
        return target
    else:
        found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    here = posixpath.dirname(site_path(file)) or "."
    relative = posixpath.relpath(site_path(found), here)
    return urlunsplit(("", "", relative, query, anchor))


class RepositoryLinks(Treeprocessor):
    """Maps every `href` and `src` of the page in `context.file`."""

    def __init__(self, md: Any, context: Any) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Map the links of one page."""
        for element in root.iter():
            for name in ("href", "src"):
                if target := element.get(name):
                    element.set(name, mapped(target, self.context.file))

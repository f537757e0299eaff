"""Repository paths in links become site paths, ahead of MkDocs' own link processor.

`docs/` and `lessons/` lie side by side in the repository and on top of each other on the site.
"""

import posixpath
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from xml.etree import ElementTree as ET

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE


def site_path(repository_path: str) -> str:
    """Return where a file of the repository lies in the site's sources (`docs/a.md` → `a.md`)."""
    return repository_path.partition("/")[2]


def mapped(target: str, file: str) -> str:
    """Return `target`, written in `file` as a repository path, as a path between site sources.

    What leads nowhere stays as it is, or goes: the checks have told the writer.
    """
    try:
        scheme, host, path, query, anchor = urlsplit(target)
    except ValueError:
        return ""
    if scheme == "repo":
        found = path
    elif scheme or host or not path or path.startswith("/"):
        return target
    else:
        found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if not site_path(found):
        return target
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
                target = element.get(name)
                # An e-mail address comes as a row of entities, which is no path.
                if target and AMP_SUBSTITUTE not in target:
                    element.set(name, mapped(target, self.context.file))

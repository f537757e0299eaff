"""Links on paper: a small number after the words, and below the text a list of short addresses.

Both are there for paper alone; what a reader of the page does not see is not counted.
"""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from vungxanh.markdown.links import site_path
from vungxanh.markdown.tree import add

# What is not on paper, or says itself where to go.
_UNPRINTED = frozenset(
    ("vx-answer", "vx-hint", "vx-help", "vx-teach__tools", "vx-links", "vx-address", "vx-term")
)


class PrintedLinks(Treeprocessor):
    """Numbers the links of a lesson, and of each form of a teacher's page."""

    def __init__(self, md: Any, context: Any) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Number the links of one page; pages that are no lesson are not for paper."""
        if not self.context.base or not self.context.file.startswith("lessons/"):
            return
        forms = root.findall(".//section[@data-form]")
        for part in forms or [root]:
            self._number(part)

    def _number(self, part: ET.Element) -> None:
        addresses: list[str] = []
        for link in _links(part):
            address = self._address(link.get("href") or "")
            if address:
                if address not in addresses:
                    addresses.append(address)
                link.set("data-link", str(addresses.index(address) + 1))
        if not addresses:
            return
        section = add(part, "section", class_="vx-links", data_search_exclude="")
        add(section, "p", self.context.say("plan", "links"))
        rows = add(section, "ol")
        for address in addresses:
            add(rows, "li", address)

    def _address(self, target: str) -> str:
        """Return the public address of a link, short; nothing for one within its page."""
        if not target or AMP_SUBSTITUTE in target:
            return ""
        scheme, host, path, _, anchor = urlsplit(target)
        if scheme in ("http", "https"):
            return (host + path).rstrip("/")
        if scheme or not path:
            return ""
        here = posixpath.dirname(site_path(self.context.file))
        found = posixpath.normpath(posixpath.join(here, path))
        if found.endswith(".md"):
            found = found.removesuffix(".md") + ".html"
            found = found if self.context.locale == "vi" else f"{self.context.locale}/{found}"
        if posixpath.basename(found) == "index.html":
            found = found.removesuffix("index.html")
        address = self.context.base.partition("//")[2] + found
        return f"{address}#{anchor}" if anchor else address


def _links(part: ET.Element) -> Iterator[ET.Element]:
    if part.tag == "a":
        yield part
    for child in part:
        classes = frozenset((child.get("class") or "").split())
        if not classes & _UNPRINTED:
            yield from _links(child)

"""Links to rows of registries bring their short form along, and say when not to rely on them."""

from typing import Any
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from vungxanh.markdown.tree import add
from vungxanh.readers.citations import PAGE_OF, row_of
from vungxanh.render.tips import tip


class Citations(Treeprocessor):
    """Marks the links of a page before their addresses are mapped.

    Within the page that shows the registry a link is no citation. `overrides/assets/tip/tip.js`
    reads `data-tip`: a head and a text, parted by a line end.
    """

    def __init__(self, md: Markdown, context: Any) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Mark the links of one page."""
        here = self.context.file.replace(".en.md", ".md")
        for link in root.iter("a"):
            target = link.get("href") or ""
            row = None if AMP_SUBSTITUTE in target else row_of(target, self.context.file)
            if row is None or PAGE_OF[row.registry] == here:
                continue
            short = tip(self.context.registries, row, self.context.locale)
            if short is None:
                continue
            kind = "vx-term" if short.kind == "glossary" else "vx-cite"
            link.set("class", f"{link.get('class', '')} {kind}".strip())
            link.set("data-tip", f"{short.head}\n{short.text}")
            if short.state:  # behind the words of the link, a part of what is read out
                state = AtomicString(f" ({short.state})")
                add(link, "span", state, class_="vx-cite__state")

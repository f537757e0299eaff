"""The place of the button “Self-test”, before the first question of a lesson.

It is in the page from the start, so that nothing moves when the script shows the button.
"""

from typing import Any
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from vungxanh.markdown.tree import add
from vungxanh.model.question import SCORED

FEWEST = 2  # questions worth a test


class SelfTest(Treeprocessor):
    """Puts the button where a lesson has questions that are marked."""

    def __init__(self, md: Markdown, context: Any) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ET.Element) -> None:
        """Put it before the first question of the page, if the page is a lesson."""
        marked = sum(question.kind in SCORED for question in self.context.rendered)
        folder, _, name = self.context.file.rpartition("/")
        if not folder.startswith("lessons/") or not name.startswith("index.") or marked < FEWEST:
            return
        for parent in root.iter():
            for at, child in enumerate(parent):
                if child.tag == "vx-quiz":
                    place = ET.Element("div", {"class": "vx-selftest", "data-search-exclude": ""})
                    word = AtomicString(self.context.say("quiz", "test"))
                    button = add(place, "button", word, class_="vx-button", type="button")
                    button.set("hidden", "")
                    parent.insert(at, place)
                    return

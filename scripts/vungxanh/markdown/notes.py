"""`/// teacher-note` leaves no trace on a lesson's page; `/// family-note` is an aside for home."""

from xml.etree import ElementTree as ET

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from vungxanh.markdown.tree import add


class TeacherNote(Block):
    """A note for the teacher: read from the source for the teacher's page, shown to no pupil."""

    NAME = "teacher-note"

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Return an element to collect the text in; it goes again at the end."""
        self.parent = parent
        return ET.SubElement(parent, "div")

    def on_markdown(self) -> str:
        """Ask for the text as it is written: nothing in it may become a part of the page."""
        return "raw"

    def on_end(self, block: ET.Element) -> None:
        """Take the note off the page."""
        self.parent.remove(block)


class FamilyNote(Block):
    """A note for the family, under a heading of its own."""

    NAME = "family-note"

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Return the aside, its heading already in it."""
        aside = add(parent, "aside", class_="vx-family")
        words = AtomicString(self.config["context"].say("plan", "family"))
        add(aside, "h2", words, id="gia-dinh")
        return aside

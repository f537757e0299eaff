"""XHTML strings become elements whose text the inline parser leaves alone."""

from xml.etree import ElementTree as ET

from markdown.util import AtomicString


def fragment(xhtml: str) -> ET.Element:
    """Return the one element in `xhtml`; its texts are final, so `*` and `[` stay as they are."""
    root = ET.fromstring(xhtml)  # noqa: S314 - our own strings, escaped where they were made
    for element in root.iter():
        if element.text:
            element.text = AtomicString(element.text)
        if element.tail:
            element.tail = AtomicString(element.tail)
    return root


def add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Append an element with Markdown `text`; `class_` and `data_x` become `class` and `data-x`."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    element = ET.SubElement(parent, tag, named)
    element.text = text
    return element

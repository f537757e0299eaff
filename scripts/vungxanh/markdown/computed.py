"""Blocks whose content is computed from registries: `/// help`, `/// lesson-list` and their kin."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from pymdownx.blocks.block import Block

from vungxanh.markdown.tree import fragment


class ComputedBlock(Block):
    """A block without content of its own; `render` returns one XHTML element for a context."""

    ARGUMENT = False
    render: Callable[[Any], str]

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Return the element that `render` computes for the page at hand."""
        element = fragment(type(self).render(self.config["context"]))
        parent.append(element)
        return element


def computed(name: str, render: Callable[[Any], str]) -> type[ComputedBlock]:
    """Return a block class called `name`."""
    return type(name, (ComputedBlock,), {"NAME": name, "render": staticmethod(render)})

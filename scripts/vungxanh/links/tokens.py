"""Reads tags from left to right: slower than a parser, but knows lines, and no input is too odd.

Time grows with the length of the text alone, whatever is in it. Used for pages that the parser
should not be given, and to find the line of what has been found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from vungxanh.links.roles import Role, roles
from vungxanh.links.styles import addresses_of_style
from vungxanh.links.words import HINTS, silent

_TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<odd>[!?]|/[^a-zA-Z])|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+))"
)
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+"""
)
_END = re.compile(r"[\s/]*+>?")
_CLOSE = re.compile(r"--!?>")
# Their content is text, whatever it looks like.
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}


@dataclass(slots=True)
class Tag:
    """A start tag: its name, its attributes as written, and where each value starts."""

    name: str
    at: int
    values: dict[str, str | None] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Mark:
    """One address or id: what for, as the browser reads it, as written, and where in the text.

    `words` are those of a link, and None for everything else. `detail` is that of `roles`,
    and `name` for a place named in the old way, which may share its name with an id.
    """

    role: Role
    value: str
    written: str
    at: int
    words: str | None = None
    detail: str = ""


def marks(text: str) -> Iterator[Mark]:
    """Yield every address and every id of `text`, in its order; a link where its words end."""
    reader = _Reader(text)
    yield from reader.run()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.templates = 0
        self.drawings = 0
        self.open: list[Mark] = []
        self.words: list[str] = []
        self.label, self.hints = "", [""]

    def run(self) -> Iterator[Mark]:
        text, position = self.text, 0
        while match := _TAG.search(text, position):
            if self.open:
                self.words.append(text[position : match.start()])
            if match["comment"]:
                position = self._comment(match.end())
            elif match["odd"]:
                position = self._after(">", match.start() + 2)
            elif match["end"]:
                yield from self._ended(match["name"].lower())
                position = self._after(">", match.end())
            else:
                tag, position, alone = self._tag(match)
                yield from self._started(tag)
                if tag.name in _RAW and not (self.drawings and (alone or tag.name == "title")):
                    start, position = position, self._raw(tag.name, position)
                    if tag.name == "style" and not self.templates:
                        yield from _style(text[start:position], start)
                elif tag.name == "plaintext":
                    break
        yield from self._link_ended()

    def _after(self, sign: str, start: int) -> int:
        found = self.text.find(sign, start)
        return found + len(sign) if found >= 0 else len(self.text)

    def _comment(self, start: int) -> int:
        if self.text.startswith(">", start) or self.text.startswith("->", start):
            return start + 1
        match = _CLOSE.search(self.text, start)
        return match.end() if match else len(self.text)

    def _raw(self, name: str, start: int) -> int:
        match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.text, start)
        return match.start() if match else len(self.text)

    def _tag(self, match: re.Match[str]) -> tuple[Tag, int, bool]:
        """Return the tag, where the text goes on, and whether it closes itself."""
        tag, position = Tag(match["name"].lower(), match.start()), match.end()
        while found := _ATTRIBUTE.match(self.text, position):
            name, position = found[1].lower(), found.end()
            group = found.lastindex or 1
            if name not in tag.values:  # the first of two counts
                tag.values[name] = found[group] if group > 1 else None
                tag.places[name] = found.start(group)
        closing = _END.match(self.text, position)
        end = closing.end() if closing else position
        return tag, end, self.text[end - 2 : end] == "/>"

    def _started(self, tag: Tag) -> Iterator[Mark]:
        if tag.name == "template":
            self.templates += 1
        if tag.name == "svg":
            self.drawings += 1
        if self.templates:
            return
        read = {name: value and unescape(value) for name, value in tag.values.items()}
        if tag.name == "a":
            yield from self._link_ended()
        if self.open:
            self.hints += [read.get(name) or "" for name in HINTS]
        if read.get("id"):
            yield self._mark(tag, Role.PLACE, "id", read["id"] or "")
        if tag.name == "a" and read.get("name") and read.get("name") != read.get("id"):
            mark = self._mark(tag, Role.PLACE, "name", read["name"] or "")
            mark.detail = "name"
            yield mark
        for role, name, address, detail in roles(tag.name, read):
            mark = self._mark(tag, role, name, address)
            mark.detail = detail
            if tag.name == "a" and role is Role.LINK and not silent(read):
                self.open, self.words = [mark], []
                self.label, self.hints = read.get("aria-label") or "", [read.get("title") or ""]
            else:
                yield mark

    def _mark(self, tag: Tag, role: Role, name: str, address: str) -> Mark:
        """Return a mark; an address that is the whole attribute is shown as it was written."""
        written = tag.values.get(name) or ""
        whole = unescape(written).strip() == address
        inside = written.find(address) if not whole else len(written) - len(written.lstrip())
        at = tag.places.get(name, tag.at) + max(inside, 0)
        return Mark(role, address, written.strip() if whole else address, at)

    def _ended(self, name: str) -> Iterator[Mark]:
        if name == "template":
            self.templates = max(self.templates - 1, 0)
        elif name == "svg":
            self.drawings = max(self.drawings - 1, 0)
        elif name == "a":
            yield from self._link_ended()

    def _link_ended(self) -> Iterator[Mark]:
        for mark in self.open:
            words = unescape("".join(self.words))
            mark.words = self.label.strip() or words.strip() or "".join(self.hints).strip()
            yield mark
        self.open = []


def _style(text: str, start: int) -> Iterator[Mark]:
    for address, at in addresses_of_style(text):
        yield Mark(Role.LOAD, address, address, start + at)

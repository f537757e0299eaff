"""Cuts the HTML of a page into sections: what stands under which heading, as plain text."""

import unicodedata
from html.parser import HTMLParser
from typing import NamedTuple

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNREAD = frozenset(("script", "style", "template", "svg"))
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "source", "wbr"))
# What stands inside a word or a sentence; every other tag parts two words.
_INLINE = frozenset(
    ("a", "abbr", "b", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup")
)


class Section(NamedTuple):
    """A heading with an id, and the text up to the next one; the first has neither."""

    anchor: str
    heading: str
    text: str


def sections(html: str) -> list[Section]:
    """Return the sections of `html` in their order, the one before any heading first.

    An element marked `data-search-exclude` is left out with everything in it.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return [Section(anchor, _plain(heading), _plain(text)) for anchor, heading, text in parser.cut]


def _plain(parts: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join("".join(parts).split()))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cut: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self.heading = ""  # the tag of the heading we are in
        self.unread = 0  # how deep we are in what is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self.unread or tag in _UNREAD or "data-search-exclude" in values:
            self.unread += tag not in _VOID
        elif tag in _HEADINGS and values.get("id"):
            self.heading = tag
            self.cut.append((values["id"] or "", [], []))
        else:
            self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.unread:
            self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.unread:
            self.unread -= tag not in _VOID
        elif tag == self.heading:
            self.heading = ""
        else:
            self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self._here().append(data)

    def _here(self) -> list[str]:
        _, heading, text = self.cut[-1]
        return heading if self.heading else text

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self._here().append(" ")

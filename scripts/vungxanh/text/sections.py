"""Cuts the HTML of a page into sections: what stands under which heading, as plain text."""

import re
import unicodedata
from html import unescape
from typing import NamedTuple

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNREAD = frozenset(("template", "svg"))
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "source", "wbr"))
# What stands inside a word or a sentence; every other tag parts two words.
_INLINE = frozenset(
    ("a", "abbr", "b", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup")
)
# A fifth of what the parser of the standard library takes, and pages have a thousand tags. Groups:
# `/` or nothing, tag, attributes; text. Comments and scripts match without a group.
_TOKEN = re.compile(
    r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>"
    r"|<(/?)([a-z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>"
    r"|([^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_ID = re.compile(r"\bid=(?:\"([^\"]+)\"|'([^']+)')")


class Section(NamedTuple):
    """A heading with an id, and the text up to the next one; the first has neither."""

    anchor: str
    heading: str
    text: str


def sections(html: str) -> list[Section]:
    """Return the sections of `html` in their order, the one before any heading first.

    An element marked `data-search-exclude` is left out with everything in it.
    """
    found: list[tuple[str, list[str], list[str]]] = [("", [], [])]
    here = found[0][2]  # where the next text goes
    inside = ""  # the tag of the heading we are in
    unread = 0  # how deep we are in what is left out
    for closing, name, attributes, text in _TOKEN.findall(html):
        tag = name.lower()
        content = tag not in _VOID and not attributes.endswith("/")
        if unread:
            if tag and content:
                unread += -1 if closing else 1
        elif text:
            here.append(text)
        elif closing and tag == inside:
            here, inside = found[-1][2], ""
        elif tag in _UNREAD or "data-search-exclude" in attributes:
            unread += content
        elif tag in _HEADINGS and (anchor := _ID.search(attributes)):
            found.append((anchor[1] or anchor[2], [], []))
            here, inside = found[-1][1], tag
        elif tag not in _INLINE:
            here.append(" ")
    return [Section(anchor, _plain(heading), _plain(text)) for anchor, heading, text in found]


def _plain(parts: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(unescape("".join(parts)).split()))

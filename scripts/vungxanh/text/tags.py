"""HTML tags among Markdown: what a browser would take for one, and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_QUOTED = r"\"[^\"]*\"|'[^']*'"
# A tag with an open quotation is still a tag to a browser: the second form takes its line.
_TAG = re.compile(rf"<(/?)([A-Za-z][\w:-]*)((?:(?:{_QUOTED}|[^\"'<>])*)(?=>)|[^\n]*)")
_ATTRIBUTE = re.compile(rf"([^\s\"'<>/=]+)(?:\s*=\s*({_QUOTED}|[^\s\"'>]+))?")
# Lists of attributes after a heading, a picture or a link: { onclick="…" }.
_LIST = re.compile(r"\{:?[ ]*([^{}\n]*=[^{}\n]*)\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^( *)(`{3,}|~{3,})[^\n`]*\n.*?^ *\2[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_CONTROL = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True)
class Tag:
    """An opening tag, or with no `name` a list of attributes; `start` and `end` are offsets.

    Names of attributes are in lower case, their values without quotation marks and entities.
    """

    name: str
    attributes: dict[str, str]
    start: int
    end: int


def without_code(text: str) -> str:
    """Return `text` with blanks for code and comments, which no browser runs; offsets hold."""
    for pattern in (_FENCE, _COMMENT, _CODE):
        text = pattern.sub(_blank, text)
    return text


def tags(text: str) -> Iterator[Tag]:
    """Yield the opening tags and lists of attributes of `text`, which has no code in it."""
    for match in _TAG.finditer(text):
        if not match[1]:
            end = match.end() + text.startswith(">", match.end())
            yield Tag(match[2].lower(), _attributes(match[3]), match.start(), end)
    for match in _LIST.finditer(text):
        yield Tag("", _attributes(match[1]), match.start(), match.end())


def runs(address: str) -> bool:
    """Return whether a browser would run `address` rather than go there."""
    bare = _CONTROL.sub("", unescape(address)).lower()
    return bare.startswith(("javascript:", "vbscript:", "data:text/html", "data:image/svg"))


def remote(address: str) -> bool:
    """Return whether a browser would fetch `address` from another site."""
    bare = _CONTROL.sub("", unescape(address)).lower()
    return bare.startswith(("http:", "https:", "//", "ws:", "wss:", "ftp:"))


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(text)}


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])

"""Which attributes hold addresses, and what each address is for. HTML in both readers' words."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from vungxanh.links.styles import addresses_of_style


class Role(StrEnum):
    """What an address is for."""

    LINK = "a reader gets there"
    LOAD = "the browser takes it"
    CANONICAL = "the page's own address"
    ALTERNATE = "the page in another language"
    REFRESH = "the reader is sent there"
    BASE = "relative addresses start there"
    PLACE = "an id, which is no address"
    STYLE = "a style element, for what it says"


# Selects every element that `roles` has an answer for; `a` and `[id]` are read apart.
ELSEWHERE = (
    "[href]:not(a),[src],[srcset],[imagesrcset],[poster],[style],[xlink\\:href],[cite],"
    "[action],[formaction],object[data],meta[content]"
)
_PLAIN = ("href", "xlink:href", "src", "poster", "cite", "action", "formaction")
_SETS = ("srcset", "imagesrcset")
_SHARED = {"og:url", "og:image", "og:image:url", "twitter:image"}  # other services take these
_READER = {"a", "area", "iframe", "frame"}
_HINTS = {"preconnect", "dns-prefetch"}  # name a host, not a page
_SEND = ("action", "formaction")  # an empty one means the page itself, and is common
_REFRESH = re.compile(
    r"""([\d.]*+)(?:\s*+[;,]\s*+|\s++)(?:url\s*+=\s*+)?["']?([^"']+)""", re.IGNORECASE
)

Attributes = Mapping[str, str | None]


def roles(tag: str, attributes: Attributes) -> Iterator[tuple[Role, str, str, str]]:
    """Yield what each address on one element is for, its attribute, the address, and a detail.

    The detail is the language of a translation, or the seconds before a reader is sent on.
    """
    if tag == "meta":
        yield from _meta(attributes)
        return
    for name in _PLAIN:
        value = attributes.get(name)
        if value is None and name not in attributes:
            continue
        address = (value or "").strip()
        if name in _SEND and not address:
            continue
        if tag == "base":
            yield Role.BASE, name, address, ""
        elif tag == "link":
            yield from _link(attributes, name, address)
        else:
            yield (Role.LINK if tag in _READER else Role.LOAD), name, address, ""
    if tag == "object" and attributes.get("data"):
        yield Role.LOAD, "data", (attributes["data"] or "").strip(), ""
    for name in _SETS:
        for address in _candidates(attributes.get(name) or ""):
            yield Role.LOAD, name, address, ""
    for address, _ in addresses_of_style(attributes.get("style") or ""):
        yield Role.LOAD, "style", address, ""


def _candidates(value: str) -> list[str]:
    """Return the addresses of a `srcset`: each may have a width or a density behind it."""
    found: list[str] = []
    described = False
    for word in value.split():
        if described:
            _, comma, word = word.partition(",")
            described = not comma
        address = word.strip(",")
        if address and not described:
            found.append(address)
            described = not word.endswith(",")
    return found


def _meta(attributes: Attributes) -> Iterator[tuple[Role, str, str, str]]:
    content = (attributes.get("content") or "").strip()
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        if match := _REFRESH.match(content):
            yield Role.REFRESH, "content", match[2].strip(), match[1]
    elif content and (attributes.get("property") or attributes.get("name")) in _SHARED:
        yield Role.LOAD, "content", content, ""


def _link(attributes: Attributes, name: str, address: str) -> Iterator[tuple[Role, str, str, str]]:
    kinds = set((attributes.get("rel") or "").lower().split())
    if "canonical" in kinds:
        yield Role.CANONICAL, name, address, ""
    elif attributes.get("hreflang") and (not kinds or "alternate" in kinds):
        yield Role.ALTERNATE, name, address, (attributes["hreflang"] or "").strip()
    elif not kinds & _HINTS:
        yield Role.LOAD, name, address, ""

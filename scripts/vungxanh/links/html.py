"""An HTML page becomes a Page, read by the parser that reads as browsers do (lexbor)."""

from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vungxanh.links.page import Page
from vungxanh.links.roles import ELSEWHERE, Role, roles
from vungxanh.links.styles import addresses_of_style
from vungxanh.links.words import HINTS, LONGEST, say_nothing, silent

_HINT = ",".join(f"[{name}]" for name in HINTS)


def read_html(path: str, text: str) -> Page:
    """Return what the page `text` says. Odd input may take long, or end the process: `workers`."""
    page = Page(path)
    tree = LexborHTMLParser(text)
    links: dict[str, None] = {}
    for node in tree.css("a[href],a[xlink\\:href]"):
        _link(page, node, links)
    loads: dict[str, None] = {}
    for node in tree.css(ELSEWHERE):
        tag = (node.tag or "").lower()
        if tag == "a":  # its style, for one
            continue
        for role, _, address, detail in roles(tag, node.attributes):
            file_under(page, role, address, links, loads, detail)
    for node in tree.css("style"):
        loads.update((address, None) for address, _ in addresses_of_style(node.text()))
    page.links, page.loads = list(links), list(loads)
    _places(page, tree)
    return page


def file_under(
    page: Page,
    role: Role,
    address: str,
    links: dict[str, None],
    loads: dict[str, None],
    detail: str,
) -> None:
    """Put one address where it belongs on `page`; `links` and `loads` keep the order."""
    if role is Role.LINK:
        links[address] = None
    elif role is Role.LOAD:
        loads[address] = None
    elif role is Role.BASE:
        page.base = page.base or address
    elif role is Role.CANONICAL and page.canonical is None:
        page.canonical = address
    elif role is Role.REFRESH and page.refresh is None:
        page.refresh, page.at_once = address, not detail.strip("0.")
    elif role is Role.ALTERNATE:
        page.alternates.append((detail, address))


def _link(page: Page, node: LexborNode, links: dict[str, None]) -> None:
    """Most of what a page holds are links, so they take the shortest way."""
    attributes = node.attributes
    address = (attributes.get("href") or attributes.get("xlink:href") or "").strip()
    links[address] = None
    words = attributes.get("aria-label") or node.text(deep=True)
    if len(words) > LONGEST or silent(attributes):
        return
    words = words.strip()
    if not words and not _hinted(node, attributes):
        page.unnamed.append(address)
    elif words and say_nothing(words):
        page.vague.append((address, words))


def _hinted(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    if (attributes.get("title") or "").strip():
        return True
    return any(
        (inner.attributes.get(name) or "").strip() for inner in node.css(_HINT) for name in HINTS
    )


def _places(page: Page, tree: LexborHTMLParser) -> None:
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    page.repeated = [one for one, times in Counter(ids).items() if times > 1 and one]
    names = [node.attributes["name"] or "" for node in tree.css("a[name]")]
    page.ids = [one for one in dict.fromkeys([*ids, *names]) if one]

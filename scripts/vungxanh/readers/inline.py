"""One run of Markdown becomes what is read of it, with a map back to where each letter stood."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from vungxanh.model.passage import OBJECT

# Groups, of which one matches: what is kept of a gap, an escape or an address; a character
# reference; or nothing is kept. `object` leaves a mark, `alt` is a text of its own.
_MARKS = re.compile(
    r"""
      (?P<object>(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`))
    | !\[(?P<alt>[^\[\]]*)\]\((?:[^()\n]|\([^()\n]*\))*\)
    | \[\[(?P<gap>[^\]|\n]*)(?:\|[^\]\n]*)?\]\]
    | \\(?P<escape>[!-/:-@\[-`{-~])
    | <!--.*?-->
    | <(?P<address>(?:https?|mailto):[^>\s]+)>
    | (?P<break><br[ ]*/?>)
    | </?[A-Za-z][^<>]*>
    | &(?P<reference>\#\d+|\#[xX][0-9A-Fa-f]+|[A-Za-z]+);
    | \[\^[\w-]+\]
    | \[(?=(?:[^\[\]]|\[[^\[\]]*\])*\](?:\(|\[[\w-]))
    | \]\((?:[^()\n]|\([^()\n]*\))*\)
    | \]\[[\w-]+\]
    | [ ]*\{:?[ ]*[#.][^{}\n]*\}
    | (?<![\s*])\*{1,3} | \*{1,3}(?![\s*])
    | (?<!\w)_{1,3}(?=\w) | (?<=\S)_{1,3}(?!\w)
    """,
    re.VERBOSE | re.DOTALL,
)
_SPECIAL = re.compile(r"[`!\[\\<&{*_\]]")


class Piece(NamedTuple):
    """A part of the text that is read: it stands in the source at `origin`, from 0."""

    text: str
    origin: int


def read_inline(source: str) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces of `source` that are read in a run, and the texts of its pictures."""
    if not _SPECIAL.search(source):
        return [Piece(source, 0)], []
    pictures: list[Piece] = []
    return list(_pieces(source, pictures)), pictures


def _pieces(source: str, pictures: list[Piece]) -> Iterator[Piece]:
    at = 0
    for match in _MARKS.finditer(source):
        if match.start() > at:
            yield Piece(source[at : match.start()], at)
        at = match.end()
        kind = match.lastgroup
        if kind == "alt":
            pictures.append(Piece(match["alt"], match.start("alt")))
        if kind in ("object", "tick", "alt"):
            yield Piece(OBJECT, match.start())
        elif kind == "break":
            yield Piece("\n", match.start())
        elif kind == "reference":
            yield Piece(unescape(match[0]), match.start())
        elif kind is not None:  # a gap, an escape, an address
            yield Piece(match[kind], match.start(kind))
    if at < len(source):
        yield Piece(source[at:], at)

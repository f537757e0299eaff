"""Documents, plans and registries become passages: the prose in them, with its places.

What is read here is what a reader reads. Code, addresses, tags, options of blocks, ids and the
writing of Markdown are left out, so a check of language never meets them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from pydantic import BaseModel

from vungxanh.model.entry import Words
from vungxanh.model.lesson import LOCALES, Document, Locale
from vungxanh.model.passage import OBJECT, Kind, Passage
from vungxanh.model.plan import LessonPlan
from vungxanh.model.registry import LISTS, Registries, Written
from vungxanh.readers.blocks import shown
from vungxanh.readers.inline import Piece, read_inline
from vungxanh.readers.registries import registry_file

_START = re.compile(r"^ {0,3}/{3,}[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$")
_END = re.compile(r"^ {0,3}/{3,}[ \t]*$")
_OPTION = re.compile(r"^ {4,}[\w-]+:")
_HEADING = re.compile(r"^ {0,3}#{1,6} +(.*?)(?: +#+)?[ \t]*$")
_QUOTE = re.compile(r"^( *)(?:> ?)+(.*)$")
_ITEM = re.compile(r"^ *(?:[-*+]|\d+[.)])[ \t]+(\[.?\][ \t]*)?(.*)$")
_ROW = re.compile(r"^ {0,3}\|.*\|[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
_RULE = re.compile(r"^[\s|:=-]+$")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:")
_NOTE = re.compile(r"^ {0,3}\[\^[\w-]+\]:[ \t]*(.*)$")
_PART = re.compile(r"^(Gợi ý|Hint|Giải thích|Explanation) ?: *(.*)$")
_WORD = re.compile(rf"[^\s{OBJECT}]+")
_QUOTED = ("competences",)  # names that the programmes of schools gave
_NOTHING = f" \n{OBJECT}"
_PLACEHOLDER = re.compile(r"\{\w+\}")  # filled in by the page
_CODE = re.compile(r"^(?: {4}|\t)")
_FRONT: dict[str, Kind] = {
    "title": "title",
    "summary": "summary",
    "description": "summary",
    "objectives": "objective",
}


def passages(document: Document | LessonPlan) -> tuple[Passage, ...]:
    """Return the prose of `document` in its order, front matter first."""
    reader = _Reader(document.path, document.locale, document.source)
    first = 1
    if isinstance(document, Document):
        first = document.body_line
        for key, kind in _FRONT.items():
            value = getattr(document.meta, key, None)
            if value and key in document.lines:
                texts = (value,) if isinstance(value, str) else value
                reader.values(texts, key, document.lines[key], kind)
    reader.body(first)
    return tuple(reader.found)


def registry_passages(registries: Registries) -> tuple[Passage, ...]:
    """Return the words of the registries, in both languages.

    Words are what readers are shown; quotations and notes for the office are none.
    """
    found: list[Passage] = []
    for name, written in registries.written.items():
        file = registry_file(name)
        readers = {locale: _Reader(file, locale, written.text) for locale in LOCALES}
        if name in _QUOTED:
            for reader in readers.values():
                reader.quoted = True
        if name in LISTS:
            for row in getattr(registries, name.replace("-", "_")):
                _words(row, (row.id,), written, readers)
        elif name == "site":
            _words(registries.site, (), written, readers)
        else:
            for group, words in registries.ui.items():
                for key, value in words.items():
                    _words(value, (group, key), written, readers)
        found += (passage for reader in readers.values() for passage in reader.found)
    return tuple(found)


def _words(
    value: object, place: tuple[str | int, ...], written: Written, readers: dict[Locale, "_Reader"]
) -> None:
    if isinstance(value, Words):
        for locale, reader in readers.items():
            if line := written.lines.get((*place, locale)):
                text = _PLACEHOLDER.sub(lambda match: OBJECT * len(match[0]), value.in_(locale))
                reader.values((text,), locale, line, "words")
    elif isinstance(value, BaseModel):
        for key in type(value).model_fields:
            _words(getattr(value, key), (*place, key), written, readers)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            _words(one, (*place, index), written, readers)


@dataclass
class _Reader:
    """Reads one file line by line; `pieces` is the run that is being read."""

    file: str
    locale: Locale
    source: str
    found: list[Passage] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    kind: Kind = "paragraph"
    quoted: bool = False
    block: str = ""
    part: Kind = "paragraph"  # what plain lines of the block are: a hint goes on over blank lines
    item: bool = False  # in a list, where indented text is no code

    def __post_init__(self) -> None:
        lengths = (len(line) + 1 for line in self.source.split("\n"))
        self.lines = (0, *accumulate(lengths))

    def values(self, texts: tuple[str, ...], key: str, line: int, kind: Kind) -> None:
        """Read values of YAML that stand after `key`, which stands on `line`.

        A value may be quoted, folded or escaped, so each of its words is looked for in the source.
        """
        at = max(self.source.find(f"{key}:", self.lines[line - 1]), 0) + len(key) + 1
        for text in texts:
            runs = []
            for word in _WORD.finditer(text):
                place = self.source.find(word[0], at)
                if place >= 0:
                    runs.append((word.start(), place))
                    at = place + len(word[0])
            if runs:
                joined = [
                    run for i, run in enumerate(runs)
                    if i == 0 or run[1] - runs[i - 1][1] != run[0] - runs[i - 1][0]
                ]  # fmt: skip
                self._emit(kind, text, joined)

    def body(self, first: int) -> None:
        """Read the Markdown that begins on line `first`."""
        lines = self.source.split("\n")
        last, blank, options = -1, True, False
        for index, line in shown(lines[first - 1 :]):
            offset = self.lines[index + first - 1]
            if index != last + 1 or not line.strip():
                self._flush()
                blank = True
            last = index
            if not line.strip():
                continue
            if match := _START.match(line):
                self._open(match, offset)
                options = True
            elif _END.match(line):
                self._flush()
                self.block, self.part, self.item = "", "paragraph", False
            elif not (options and _OPTION.match(line)):
                options = False
                if not (blank and _CODE.match(line) and not self.item):
                    self._line(line, offset)
            blank = False
        self._flush()

    def _open(self, match: re.Match[str], offset: int) -> None:
        self._flush()
        self.block, self.part, self.item = match[1], "paragraph", False
        if match[2]:
            self._begin("stem", match[2], offset + match.start(2))
            self._flush()

    def _line(self, line: str, offset: int) -> None:
        """Put one line of text where it belongs."""
        if quote := _QUOTE.match(line):
            text, start = quote[2], offset + quote.start(2)
            feedback = self.block == "quiz" and len(quote[1]) >= 2 and self.part == "choice"
            kind: Kind = "feedback" if feedback else "quotation"
            if kind != self.kind or not text.strip():
                self._flush()
            if item := _ITEM.match(text):
                self._begin(kind, item[2], start + item.start(2), quoted=not feedback)
            elif text.strip():
                self._go_on(kind, text, start, quoted=not feedback)
        elif self.kind in ("feedback", "quotation") and self.pieces:
            self._flush()
            self._line(line, offset)
        else:
            self._plain(line, offset)

    def _plain(self, line: str, offset: int) -> None:
        if heading := _HEADING.match(line):
            self.item = False
            self._begin("heading", heading[1], offset + heading.start(1))
            self._flush()
        elif _ROW.match(line):
            self._flush()
            for cell in _CELL.finditer(line):
                if not _RULE.match(cell[0]):
                    self._begin("cell", cell[0], offset + cell.start())
                    self._flush()
        elif item := _ITEM.match(line):
            self.item = True
            choice = self.block == "quiz" and item[1] is not None
            if choice:
                self.part = "choice"
            self._begin("choice" if choice else "list-item", item[2], offset + item.start(2))
        elif self.block == "quiz" and (part := _PART.match(line)):
            self.part = "hint" if part[1] in ("Gợi ý", "Hint") else "explanation"
            self._begin(self.part, part[2], offset + part.start(2))
        elif note := _NOTE.match(line):
            self._begin("paragraph", note[1], offset + note.start(1))
        elif _DEFINITION.match(line):
            self._flush()
        else:
            if not line.startswith(" "):
                self.item = self.item and bool(self.pieces)
            kind = self.part if self.part != "choice" else "paragraph"
            self._go_on(self.kind if self.pieces else kind, line, offset)

    def _begin(self, kind: Kind, text: str, offset: int, quoted: bool = False) -> None:
        self._flush()
        self._go_on(kind, text, offset, quoted)

    def _go_on(self, kind: Kind, text: str, offset: int, quoted: bool = False) -> None:
        """Add text that stands at `offset` of the file to the run."""
        left = len(text) - len(text.lstrip())
        self.kind, self.quoted = kind, quoted
        if text.strip():
            self.pieces.append(Piece(text.strip(), offset + left))

    def _flush(self) -> None:
        """End the run: what its Markdown says becomes a passage."""
        lines, self.pieces = self.pieces, []
        if not lines:
            return
        source = "\n".join(line.text for line in lines)
        starts = (0, *accumulate(len(line.text) + 1 for line in lines))
        pieces, pictures = read_inline(source)
        for picture in pictures:
            if picture.text.strip():
                self._emit("alt", *_joined([picture], starts, lines))
        text, runs = _joined(pieces, starts, lines)
        if text.strip(_NOTHING):
            self._emit(self.kind, text, runs)

    def _emit(self, kind: Kind, text: str, runs: list[tuple[int, int]]) -> None:
        starts, origins = zip(*runs, strict=True)
        self.found.append(
            Passage(
                self.file, self.locale, kind, text, starts, origins, self.lines,
                self.quoted and kind in ("quotation", "words"), self.block,
            )
        )  # fmt: skip


def _joined(
    pieces: list[Piece], starts: tuple[int, ...], lines: list[Piece]
) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of `pieces` of a run, and where its parts stand in the file.

    The run is made of `lines`, each of which begins in it at one of `starts`.
    """
    runs: list[tuple[int, int]] = []
    length = 0
    for text, origin in pieces:
        line = bisect_right(starts, origin) - 1
        runs.append((length, lines[line].origin + origin - starts[line]))
        end = origin + len(text)
        while starts[line + 1] < end and line + 1 < len(lines):
            line += 1
            runs.append((length + starts[line] - origin, lines[line].origin))
        length += len(text)
    return "".join(piece.text for piece in pieces), runs

"""A Markdown file becomes a Document: front matter, questions, links and anchors, with lines."""

import re
from difflib import get_close_matches
from typing import TypeVar

from vungxanh.model.lesson import Document, FrontMatter, Link, Locale
from vungxanh.problems import Problem
from vungxanh.readers.blocks import BLOCKS, Block, read_blocks, shown
from vungxanh.readers.notes import NOTES, read_notes
from vungxanh.readers.quiz import read_question
from vungxanh.readers.schema import read_yaml, validate
from vungxanh.readers.source import digest
from vungxanh.text.fold import slug

Meta = TypeVar("Meta", bound=FrontMatter)

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6} +(.*?)(?: +#+)?[ \t]*$")
_EXPLICIT = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}[ \t]*$")
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]"
    r"\(\s*<?(?P<target>[^)\s>]+)>?(?:\s+[\"'][^)]*)?\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:[ \t]*<?(?P<target>[^\s>]+)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def read_document(
    text: str, file: str, locale: Locale, schema: type[Meta]
) -> tuple[Document | None, list[Problem]]:
    """Return the document in `text`; None where its front matter does not hold."""
    front = _FRONT.match(text)
    if not front:
        return None, [Problem(file, 1, "front-matter-none")]
    value, lines, problems = read_yaml(front[1], file, 2)
    if problems:
        return None, problems
    meta, problems = validate(schema, value, lines, file)
    body = text[front.end() :]
    first = front[0].count("\n") + 1
    blocks, faults = read_blocks(body, first, file)
    problems += faults
    questions = []
    notes, family, faults = read_notes(body, blocks, first, file)
    problems += faults
    for block in blocks:
        if block.name not in BLOCKS:
            near = tuple(get_close_matches(block.name, BLOCKS, 1))
            values = {"name": block.name, "known": ", ".join(near or BLOCKS)}
            problems.append(Problem(file, block.line, "block-unknown", values, suggestions=near))
        elif block.name == "quiz":
            question, faults = read_question(block, file)
            questions.append(question)
            problems += faults
        elif block.name in NOTES:
            continue
        elif block.argument or block.options or any(map(str.strip, block.lines)):
            problems.append(Problem(file, block.line, "block-bare", {"name": block.name}))
    if meta is None:
        return None, problems
    document = Document(
        path=file,
        locale=locale,
        meta=meta,
        body=body,
        body_line=first,
        digest=digest(_translatable(meta, body)),
        questions=tuple(questions),
        links=tuple(find_links(body, first)),
        anchors=frozenset(find_anchors(body, blocks)),
        lines={str(key[0]): line for key, line in lines.items() if len(key) == 1},
        blocks=tuple((block.name, block.line) for block in blocks),
        notes=notes,
        family=family,
        source=text,
    )
    return document, problems


def _translatable(meta: FrontMatter, body: str) -> str:
    """Return what a translator renders: dates and statuses may change without a new translation."""
    words = meta.model_dump(include={"title", "summary", "description", "objectives"})
    return "\n".join([*map(str, words.values()), body])


def find_links(body: str, first: int) -> list[Link]:
    """Return the links and pictures of `body`, whose first line is `first` of its file."""
    found = []
    for index, line in shown(body.split("\n")):
        bare = _CODE.sub(lambda match: " " * len(match[0]), line)
        start = 0
        while match := _LINK.search(bare, start):
            words = line[slice(*match.span("text"))]
            place = first + index, match.start() + 1
            found.append(Link(match["target"], *place, match["image"] == "!", words))
            start = match.start("text")  # a picture may stand in the text of a link
        if match := _DEFINITION.match(bare):
            found.append(Link(match["target"], first + index, match.start() + 1))
    return found


def find_anchors(body: str, blocks: list[Block]) -> list[str]:
    """Return the ids that links can name: of blocks and of headings."""
    found = [block.options["id"] for block in blocks if block.options.get("id")]
    for _, line in shown(body.split("\n")):
        if match := _HEADING.match(line):
            explicit = _EXPLICIT.search(match[1])
            found.append(explicit[1] if explicit else slug(match[1]))
    return found

"""Raw HTML that could run code, or make the reader's browser call somebody else.

A page asks nobody but its own site, and runs no script but the site's (DESIGN of the front end).
Its policy makes a browser refuse the rest; this check tells the writer before, and where.
"""

import re
from collections.abc import Iterator

from vungxanh.model.lesson import Document
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.readers.source import read_text
from vungxanh.text.tags import Tag, remote, runs, tags, without_code

# Elements that run code, or take the page for their own.
_RUNNING = frozenset(("script", "base", "meta", "set", "animate"))
# Elements that show or fetch what is not ours to answer for.
_FETCHING = frozenset(
    ("applet", "embed", "frame", "frameset", "iframe", "link", "object", "portal", "style")
)
_SENDING = frozenset(("action", "formaction", "ping"))
_LOADING = frozenset(("background", "data", "poster", "src", "srcset"))
_REFERRING = frozenset(("href", "xlink:href"))
# A drawing may name a part of itself: fill: url(#la).
_STYLE = re.compile(r"url\s*\((?!\s*[\"']?#)|@import|expression\s*\(|image-set\s*\(", re.IGNORECASE)
_DRAWING = ".svg"
# Files that would be pages or scripts of ours, though nobody made them here.
_PROGRAMS = (".html", ".htm", ".xhtml", ".js", ".mjs")
_LONGEST = 60
# What the check cannot do without: a tag, or a list with a value in it.
_HTML = re.compile(r"<[A-Za-z]|\{[^}\n]*=")


def check_markup(project: Project) -> list[Problem]:
    """Return the places of lessons, plans, pages and drawings where HTML would run or call."""
    found = [one for file in sorted(project.files) for one in _file(project, file)]
    for text in project.texts:
        if isinstance(text, Document):  # its front matter is printed as letters
            found += _unsafe(text.path, text.body, text.body_line)
        else:
            found += _unsafe(text.path, text.source, 1)
        for link in text.links:
            code = ""
            if runs(link.target):
                code = "html-code"
            elif link.image and remote(link.target):
                code = "html-remote"
            if code:
                values = {"found": link.target[:_LONGEST]}
                line = text.source.split("\n")[link.line - 1]
                column = line.find(link.target, link.column - 1) + 1
                found.append(Problem(text.path, link.line, code, values, column))
    return found


def _file(project: Project, file: str) -> Iterator[Problem]:
    """A drawing that is opened by itself is a page of ours, without our policy; so is a program."""
    if file.endswith(_PROGRAMS):
        yield Problem(file, None, "html-code", {"found": file.rpartition("/")[2]})
    if not file.endswith(_DRAWING):
        return
    text, _ = read_text(project.root, file)
    if text is None:
        return
    yield from (one for one in _unsafe(file, text, 1) if one.values["found"] != "<style>")
    if match := _STYLE.search(text):
        line, found = 1 + text.count("\n", 0, match.start()), {"found": match[0]}
        yield Problem(file, line, "html-remote", found)


def _unsafe(file: str, text: str, first: int) -> Iterator[Problem]:
    if not _HTML.search(text):  # as in most lessons; the rest takes a hundred times as long
        return
    bare = without_code(text)
    for tag in tags(bare):
        if code := _code(tag):
            line = first + bare.count("\n", 0, tag.start)
            column = tag.start - bare.rfind("\n", 0, tag.start)
            values = {"found": " ".join(text[tag.start : tag.end].split())[:_LONGEST]}
            yield Problem(file, line, code, values, column)


def _code(tag: Tag) -> str:
    """Return the code of what is wrong with `tag`, or nothing."""
    if tag.name in _RUNNING or any(
        name.startswith("on") or runs(value) for name, value in tag.attributes.items()
    ):
        return "html-code"
    if tag.name in _FETCHING or any(_calls(tag, *one) for one in tag.attributes.items()):
        return "html-remote"
    return ""


def _calls(tag: Tag, name: str, value: str) -> bool:
    """Return whether an attribute sends something, or fetches from elsewhere.

    A link that the reader follows is no call; one that a drawing or a picture loads is.
    """
    if name in _SENDING:
        return True
    if name == "style":
        return bool(_STYLE.search(value))
    if name in _LOADING:
        return any(remote(part) for part in value.split(","))
    return name in _REFERRING and tag.name not in ("a", "area", "") and remote(value)

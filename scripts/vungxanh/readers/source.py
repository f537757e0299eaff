"""A file on disk becomes text, with the flaws of its encoding as problems."""

import hashlib
import re
from pathlib import Path

from vungxanh.problems import Problem
from vungxanh.text.encoding import Flaw, decode, flaws

# Bytes. The longest lesson is a hundredth of it; more is a picture pasted into the text.
LARGEST = 1_000_000
_HEAD = 2000  # bytes in which an id is looked for
_ID = re.compile(rb"^id:[ \t]*[\"']?([A-Z]{2}-[1-9][0-9]*)", re.MULTILINE)


def read_text(root: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of `file` (a path from `root`), None where it cannot be read as UTF-8."""
    size = (root / file).stat().st_size
    if size > LARGEST:
        return None, [Problem(file, None, "file-large", {"size": f"{size / 1e6:.0f}"})]
    text, flaw = decode((root / file).read_bytes())
    if flaw:
        return None, [_problem(file, flaw)]
    return text, [_problem(file, found) for found in flaws(text)]


def written_id(root: Path, file: str) -> str | None:
    """Return the `id` that stands at the head of a lesson which cannot be read as a whole."""
    with (root / file).open("rb") as source:
        found = _ID.search(source.read(_HEAD))
    return found[1].decode() if found else None


def digest(text: str) -> str:
    """Return eight hex digits that change when `text` changes, trailing blanks aside."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


def _problem(file: str, flaw: Flaw) -> Problem:
    values = {"found": flaw.found, "right": flaw.right or "?"}
    suggestions = (flaw.right,) if flaw.right else ()
    return Problem(file, flaw.line, flaw.kind, values, flaw.column, suggestions)

"""Floor 5: changes to sources that a person asked for. Each file is written whole or not at all."""

import datetime
import os
import re
import tempfile
from pathlib import Path

from vungxanh.model.lesson import LessonMeta
from vungxanh.readers.project import Project


def confirm(project: Project, paths: list[str], today: datetime.date) -> list[str]:
    """Write down that a person has looked at `paths` today; return the files that changed.

    A translation gets the digest of the Vietnamese text it renders, a lesson its review date.
    """
    changed = []
    for owner in (*project.lessons, *project.pages):
        for locale, document in owner.documents.items():
            if document.path not in paths:
                continue
            if locale != "vi":
                _set(project.root / document.path, "translates", owner.documents["vi"].digest)
            elif isinstance(document.meta, LessonMeta):
                _set(project.root / document.path, "reviewed", today.isoformat())
            else:
                continue
            changed.append(document.path)
    return changed


def write(path: Path, text: str) -> None:
    """Replace the text of `path` in one step, so that an interruption never leaves half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _set(path: Path, key: str, value: str) -> None:
    """Set one key of the front matter, leaving every other line as its author wrote it."""
    text = path.read_text(encoding="utf-8")
    front, body = re.match(r"(---\n.*?\n)(---\n.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    line = f'{key}: "{value}"\n' if key == "translates" else f"{key}: {value}\n"
    if re.search(rf"^{key}:", front, re.MULTILINE):
        front = re.sub(rf"^{key}:.*\n", line, front, flags=re.MULTILINE)
    else:
        front += line
    write(path, front + body)

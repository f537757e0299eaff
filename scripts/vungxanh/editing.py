"""Floor 5: changes to sources that a person asked for. Each file is written whole or not at all."""

import datetime
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import cast

from vungxanh.model.lesson import LessonMeta
from vungxanh.readers.project import Project

_FRONT = re.compile(
    r"(\ufeff?---[ \t]*\r?\n.*?)(^(?:---|\.\.\.)[ \t]*\r?$.*)", re.DOTALL | re.MULTILINE
)


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
                digest = owner.documents["vi"].digest
                _set(project.root / document.path, "translates", f'"{digest}"')
            elif isinstance(document.meta, LessonMeta):
                _set(project.root / document.path, "reviewed", today.isoformat())
            else:
                continue
            changed.append(document.path)
    return changed


def write(path: Path, text: str) -> None:
    """Replace the text of `path` in one step, so that an interruption never leaves half of it.

    Line ends are those of `text`.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        shutil.copymode(path, name)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _set(path: Path, key: str, value: str) -> None:
    """Set one key of the front matter, leaving every other byte as its author wrote it."""
    text = path.read_bytes().decode("utf-8")
    found = _FRONT.match(text) or _FRONT.match(text.replace("\r", "\n"))
    front, rest = cast(re.Match[str], found).groups()  # the reader found it there
    line = f"{key}: {value}"
    front, known = re.subn(rf"^{key}:[^\r\n]*", line, front, flags=re.MULTILINE)
    if not known:
        front += line + ("\r\n" if front.endswith("\r\n") else "\n")
    write(path, front + rest)

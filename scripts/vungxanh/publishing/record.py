"""`edition.json`, which stands in each edition: what it was made from, and every file it has.

Whoever holds an edition can tell with it whether a file was changed on the way (`verify`), which
lessons it teaches, and which documents of law they lean on.
"""

import datetime
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from vungxanh.model.change import Change
from vungxanh.model.lesson import Lesson
from vungxanh.readers.citations import citations
from vungxanh.readers.project import Project

NAME = "edition.json"


class Part(BaseModel):
    """What is kept of a file or a lesson; unknown keys of a later version are let through."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Taught(Part):
    """One lesson: its title, its address in the edition, a digest of its words, what it cites."""

    title: str
    address: str
    digest: str
    cites: tuple[str, ...] = ()
    english: str = ""


class Told(Part):
    """One row of a registry that readers see: its name, and a digest of all that they see."""

    vi: str
    en: str
    digest: str


class Record(Part):
    """All of `edition.json`.

    `files` maps a path in the edition to its SHA-256, `size` is that of all of them in bytes.
    `source` is the commit it was built from and `made` that commit's date; `lock` is the SHA-256 of
    `requirements.lock`. `facts` are rows of registries by `registry:id`, `history` is what this
    edition and those before it changed, the newest first. `browser` names the one that tried the
    site out, None where none did. `retired` is the day its pages gave way to a notice, and `whole`
    the git tree it was before.
    """

    version: str
    title: str
    source: str
    made: datetime.date
    lock: str
    browser: str | None = None
    lessons: dict[str, Taught] = {}
    facts: dict[str, Told] = {}
    history: tuple[Change, ...] = ()
    files: dict[str, str] = {}
    size: int = 0
    retired: datetime.date | None = None
    whole: str | None = None

    def text(self) -> str:
        """Return it as it stands in the file."""
        return self.model_dump_json(indent=1, exclude_none=True) + "\n"


def read(text: str) -> Record | None:
    """Return the record in `text`; None where it is none, or was damaged."""
    try:
        return Record.model_validate_json(text)
    except ValidationError:
        return None


def lessons(project: Project) -> dict[str, Taught]:
    """Return the published lessons of `project` by their ids."""
    laws = {row.id.lower(): row.id for row in project.registries.legal}
    return {one.meta.id: _taught(one, laws) for one in project.published()}


def _taught(lesson: Lesson, laws: Mapping[str, str]) -> Taught:
    """Return what is kept of `lesson`; `laws` maps the anchor of a document to its id."""
    words = "".join(document.digest for document in lesson.documents.values())
    cites = {
        laws[one.row.anchor]
        for document in lesson.documents.values()
        for one in citations(document)
        if one.row.registry == "legal" and one.row.anchor in laws
    }
    return Taught(
        title=lesson.documents["vi"].meta.title,
        address=lesson.address("vi"),
        digest=digest_of(words.encode())[:16],
        cites=tuple(sorted(cites)),
        english=lesson.text("en").meta.title,
    )


def size(folder: Path) -> int:
    """Return how many bytes the files under `folder` have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Digested(Protocol):
    """What is kept with a digest of what readers see of it."""

    @property
    def digest(self) -> str:
        """Return the digest; another one means another text."""


One = TypeVar("One", bound=Digested)


def compared(old: Mapping[str, One], new: Mapping[str, One]) -> dict[str, dict[str, One]]:
    """Return what of `new` is `added` and `changed`, and what of `old` is `removed`, by id."""
    return {
        "added": {id_: one for id_, one in new.items() if id_ not in old},
        "changed": {
            id_: one for id_, one in new.items() if id_ in old and old[id_].digest != one.digest
        },
        "removed": {id_: one for id_, one in old.items() if id_ not in new},
    }


def digest_of(content: bytes) -> str:
    """Return the SHA-256 by which a file of an edition is known."""
    return hashlib.sha256(content).hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file under `folder` but the record itself, by path."""
    return {
        path.relative_to(folder).as_posix(): digest_of(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / NAME
    }

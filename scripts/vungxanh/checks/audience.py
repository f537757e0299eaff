"""For whom a text is written: what may be said, and how one is spoken to, depends on it."""

from dataclasses import dataclass

from vungxanh.model.lesson import Level
from vungxanh.model.passage import Passage
from vungxanh.readers.notes import NOTES
from vungxanh.readers.project import Project, translation


@dataclass(frozen=True)
class Readers:
    """The readers of a lesson: `address` is the word it speaks to them with (`em`)."""

    audience: str
    level: Level | None
    address: str

    @property
    def young(self) -> bool:
        """Return whether they are pupils below upper secondary school."""
        return self.level in ("TH", "THCS")


def readers(project: Project) -> dict[str, Readers]:
    """Return the readers of each lesson and its translation, by repository path."""
    known = {audience.id: audience for audience in project.registries.audiences}
    found = {}
    for lesson in project.lessons:
        if audience := known.get(lesson.audience):
            level = lesson.meta.level
            address = next(
                (one.address for one in audience.levels if one.id == level and one.address),
                audience.address,
            )
            for file in (lesson.path, translation(lesson.path)):
                found[file] = Readers(audience.id, level, address)
    return found


def for_readers(passage: Passage) -> bool:
    """Return whether a passage of a lesson speaks to its own readers, not to grown-ups beside."""
    return passage.block not in NOTES and not passage.quoted

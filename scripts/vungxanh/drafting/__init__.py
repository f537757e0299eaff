"""Floor 5: a lesson or a page to begin with. It passes `check`, and hints in it say where to write.

The texts lie beside this file. What is new is written whole or not at all, and never over anything.
"""

import json
import os
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from string import Template

from vungxanh.model.registry import Audience, LevelOfSchool
from vungxanh.readers.project import PLAN, Project

# How much of a lesson is for opening, learning, practising and applying; the rest is for learning.
_SHARES = {"opening": 0.15, "practice": 0.3, "applying": 0.15}
SHORTEST = 10  # minutes: four activities need some


class Taken(Exception):  # noqa: N818 - read aloud: taken
    """Something has this place already; `path` is its repository path."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class NewLesson:
    """What only a person can say about a lesson; `level` is None where its readers have none."""

    audience: Audience
    level: LevelOfSchool | None
    slug: str
    title: str
    minutes: int
    english: bool = True


def lesson_files(project: Project, new: NewLesson) -> dict[str, str]:
    """Return the files of a new lesson: repository path → text."""
    folder = f"lessons/{new.audience.id}/{new.slug}"
    prefix = new.level.code if new.level else new.audience.codes[0]
    pupils = new.audience.id == "hoc-sinh"
    values = {
        "id": project.free_id(prefix),
        "title": _quoted(new.title),
        "order": _next_order(project, new),
        "minutes": new.minutes,
        "you": "bạn" if new.level and new.level.id == "THPT" else new.audience.address,
        "school": _school(new.level),
        **_times(new.minutes),
    }
    plan = "plan-2345.md" if new.level and new.level.id == "TH" else "plan-5512.md"
    files = {
        "index.md": _filled("lesson.md", values, family=_text("family.md") if pupils else ""),
        PLAN: _filled(plan, values),
    }
    if new.english:
        family = _text("family.en.md") if pupils else ""
        files["index.en.md"] = _filled("lesson.en.md", values, family=family)
    return {f"{folder}/{name}": text for name, text in files.items()}


def page_files(place: str, title: str, english: bool = True) -> dict[str, str]:
    """Return the files of a new page: `gioi-thieu` has a folder, `so-tay/moi` lies in one."""
    stem = f"docs/{place}" if "/" in place else f"docs/{place}/index"
    files = {f"{stem}.md": _filled("page.md", {"title": _quoted(title)})}
    if english:
        files[f"{stem}.en.md"] = _text("page.en.md")
    return files


def write_new(root: Path, files: dict[str, str]) -> None:
    """Write `files`, all of them or, whatever happens meanwhile, none. Raises Taken."""
    for path in files:
        if os.path.lexists(root / path):
            raise Taken(path)
    with tempfile.TemporaryDirectory(prefix=".moi-", dir=root) as name:
        for number, text in enumerate(files.values()):
            (Path(name) / str(number)).write_text(text, encoding="utf-8", newline="")
        done: list[Path] = []
        try:
            for number, path in enumerate(files):
                target = root / path
                done += _folders(root, target.parent)
                done.append(target)
                (Path(name) / str(number)).rename(target)
        except BaseException:
            for made in reversed(done):
                made.rmdir() if made.is_dir() else made.unlink(missing_ok=True)
            raise


def _folders(root: Path, folder: Path) -> list[Path]:
    """Make `folder` and what is above it; return what was not there before."""
    missing = [one for one in (*reversed(folder.parents), folder) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _filled(name: str, values: dict[str, object], **more: str) -> str:
    return Template(_text(name)).substitute(values | more)


def _text(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _quoted(title: str) -> str:
    """Return `title` as YAML: what JSON quotes, YAML reads."""
    return json.dumps(unicodedata.normalize("NFC", title.strip()), ensure_ascii=False)


def _school(level: LevelOfSchool | None) -> str:
    if level is None:
        return ""
    return f"level: {level.id}\ngrades: [{', '.join(map(str, level.grades))}]\n"


def _next_order(project: Project, new: NewLesson) -> int:
    """Return the order after the last lesson of the same readers, of the same level if any has."""
    same = [one for one in project.lessons if one.audience == new.audience.id]
    level = new.level.id if new.level else None
    orders = [one.meta.order for one in same if one.meta.level == level]
    return max(orders or [one.meta.order for one in same], default=0) + 1


def _times(minutes: int) -> dict[str, int]:
    """Return how long each activity takes; together they take `minutes`."""
    times = {name: max(1, round(minutes * share)) for name, share in _SHARES.items()}
    return times | {"learning": minutes - sum(times.values())}

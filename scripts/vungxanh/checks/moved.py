"""Former addresses of lessons: each leads on to one lesson, and stands where no page is."""

import re

from vungxanh.model.lesson import Lesson
from vungxanh.problems import Problem
from vungxanh.readers.project import Project

_OLD = re.compile(r"[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*")


def check_moved(project: Project) -> list[Problem]:
    """Return the former addresses that are none, that are still in use, or claimed twice."""
    there = {owner.address("vi").removesuffix("/index.html") for owner in project.owners.values()}
    claimed: dict[str, Lesson] = {}
    problems = []
    for lesson in project.lessons:
        for old in lesson.meta.moved_from:
            line = lesson.documents["vi"].lines.get("moved_from", 1)
            example = f"{lesson.audience}/ten-cu"
            values = {"old": old, "example": example, "other": ""}
            if not _OLD.fullmatch(old):
                problems.append(Problem(lesson.path, line, "moved-malformed", values))
            elif old in there:
                values["other"] = f"lessons/{old}/index.md"
                problems.append(Problem(lesson.path, line, "moved-taken", values))
            elif old in claimed:
                values["other"] = claimed[old].path
                problems.append(Problem(lesson.path, line, "moved-twice", values))
            claimed.setdefault(old, lesson)
    return problems

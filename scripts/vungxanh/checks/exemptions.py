"""Exemptions at work: what a writer let stand is not told, and what excuses nothing is."""

from collections import defaultdict
from difflib import get_close_matches

from vungxanh.problems import Problem, catalogue
from vungxanh.readers.exemptions import Exemption, read_exemptions
from vungxanh.readers.project import Project


def excuse(project: Project, problems: list[Problem]) -> list[Problem]:
    """Return `problems` without those that are excused, and what is wrong with the exemptions."""
    left: list[Problem] = []
    known: dict[str, list[Exemption]] = defaultdict(list)
    for text in project.texts:
        for one in read_exemptions(text.path, text.source):
            if faults := _faults(one):
                left += faults
            else:
                known[one.file].append(one)
    used: set[Exemption] = set()
    for problem in problems:
        here = [
            one
            for one in known.get(problem.file, ())
            if one.code == problem.code and one.covers(problem.line)
        ]
        used.update(here)
        if not here:
            left.append(problem)
    left += [
        Problem(one.file, one.line, "exemption-unused", {"code": one.code})
        for exemptions in known.values()
        for one in exemptions
        if one not in used and (project.focus is None or one.file in project.focus)
    ]
    return left


def _faults(one: Exemption) -> list[Problem]:
    """An exemption names a code that there is, and says why."""
    if one.code not in catalogue():
        near = tuple(get_close_matches(one.code, catalogue(), 1))
        values = {"code": one.code, "right": near[0] if near else "spelling"}
        return [Problem(one.file, one.line, "exemption-unknown", values, suggestions=near)]
    if not one.reason:
        return [Problem(one.file, one.line, "exemption-no-reason", {"code": one.code})]
    return []

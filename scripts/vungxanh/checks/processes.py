"""Runs checks in as many processes as there are cores, where there is enough to check.

A process of its own costs a twentieth of a second and reads nothing anew: it is a copy of this one.
Systems without such copies (Windows) check one after the other.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Sequence

from vungxanh.problems import Problem
from vungxanh.readers.project import Project

Check = Callable[[Project], list[Problem]]

# Texts. With fewer, starting processes takes longer than they save.
ENOUGH = 150
_shared: tuple[Project, Sequence[Check]] | None = None


def side_by_side(checks: Sequence[Check], project: Project) -> list[Problem]:
    """Return what all of `checks` find, in their order."""
    cores = os.cpu_count() or 1
    if cores < 2 or len(project.texts) < ENOUGH or not hasattr(os, "fork"):
        return [problem for check in checks for problem in check(project)]
    global _shared
    _shared = project, checks
    _ = project.prose  # read once, before there are copies
    gc.freeze()  # else collecting would write into what the copies share
    try:
        with multiprocessing.get_context("fork").Pool(min(cores, len(checks))) as pool:
            found = pool.map(_one, range(len(checks)), chunksize=1)
    finally:
        gc.unfreeze()
        _shared = None
    return [problem for problems in found for problem in problems]


def _one(number: int) -> list[Problem]:
    assert _shared is not None  # noqa: S101 - set before the copy was made
    project, checks = _shared
    return checks[number](project)

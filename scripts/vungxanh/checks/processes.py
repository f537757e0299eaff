"""Runs checks of language and law in as many processes as there are cores, each on its own files.

What such a check finds in a file depends on that file and on the registries, so the files can be
dealt out; a lesson stays with its translation and its plan. A process is a copy of this one, which
costs a twentieth of a second and reads nothing anew. Systems without such copies (Windows) check
everything in this one.
"""

import gc
import multiprocessing
import os
import posixpath
from collections.abc import Callable, Sequence

from vungxanh.problems import Problem
from vungxanh.readers.project import Project

Check = Callable[[Project], list[Problem]]

# Texts. With fewer, starting processes takes longer than they save.
ENOUGH = 150
_shared: tuple[Project, Sequence[Check], dict[str, int]] | None = None


def side_by_side(
    checks: Sequence[Check], project: Project, meanwhile: Callable[[], list[Problem]]
) -> tuple[list[Problem], list[Problem]]:
    """Return what `meanwhile` finds, in this process, and what all of `checks` find."""
    cores = os.cpu_count() or 1
    if cores < 2 or len(project.texts) < ENOUGH or not hasattr(os, "fork"):
        return meanwhile(), [problem for check in checks for problem in check(project)]
    global _shared
    _shared = project, checks, _dealt(project, cores)
    gc.freeze()  # else collecting would write into what the copies share
    try:
        with multiprocessing.get_context("fork").Pool(cores) as pool:
            shares = pool.map_async(_share, range(cores), chunksize=1)
            here = meanwhile()
            found = shares.get()
    finally:
        gc.unfreeze()
        _shared = None
    return here, [problem for problems in found for problem in problems]


def _dealt(project: Project, hands: int) -> dict[str, int]:
    """Return which hand each file is dealt to, so that all have about as much to read."""
    sizes: dict[str, int] = {}
    for text in project.texts:
        folder = posixpath.dirname(text.path)
        sizes[folder] = sizes.get(folder, 0) + len(text.source)
    loads = [0] * hands
    owner: dict[str, int] = {}
    for folder, size in sorted(sizes.items(), key=lambda one: -one[1]):
        owner[folder] = loads.index(min(loads))
        loads[owner[folder]] += size
    return {file: owner.get(posixpath.dirname(file), 0) for file in project.files}


def _share(hand: int) -> list[Problem]:
    """Return what the checks find in the files of one hand; the first has those of nobody."""
    assert _shared is not None  # noqa: S101 - set before the copy was made
    gc.disable()  # the process ends before there is anything to collect
    project, checks, dealt = _shared
    mine = frozenset(file for file, whose in dealt.items() if whose == hand)
    focused = project.focused(mine if project.focus is None else mine & project.focus)
    found = (problem for check in checks for problem in check(focused))
    return [problem for problem in found if dealt.get(problem.file, 0) == hand]

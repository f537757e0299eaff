"""Which files somebody has changed since the last commit, and what a change of them may concern."""

import posixpath
import subprocess
from pathlib import Path

from vungxanh.readers.project import Project
from vungxanh.readers.registries import FOLDER


def changed(root: Path) -> frozenset[str] | None:
    """Return the changed and new files below `root`, as paths from it; None where git knows none.

    What is gone and what has been renamed is named too, by the names it had.
    """
    prefix = _git(root, "rev-parse", "--show-prefix")
    listed = _git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", ".")
    if prefix is None or listed is None:
        return None
    names: list[str] = []
    entries = iter(listed.split("\0"))
    for entry in entries:
        if entry:
            names.append(entry[3:])
            if "R" in entry[:2] or "C" in entry[:2]:  # the old name follows
                names.append(next(entries))
    within = prefix.strip()
    return frozenset(name.removeprefix(within) for name in names)


def concerned(project: Project, names: frozenset[str]) -> frozenset[str] | None:
    """Return the files whose language and law a change of `names` may concern; None for all.

    A lesson is one thing with its translation and its plan. All texts lean on the registries.
    """
    if any(name.startswith(f"{FOLDER}/") for name in names):
        return None
    owners = {_owner(name) for name in names}
    return frozenset(file for file in project.files if _owner(file) in owners)


def _owner(file: str) -> str:
    """Return what `file` belongs to: the folder of a lesson, or a page in all its languages."""
    folder = posixpath.dirname(file)
    if file.startswith("lessons/"):
        return "/".join(file.split("/")[:3])
    return f"{folder}/{posixpath.basename(file).removesuffix('.md').removesuffix('.en')}"


def _git(root: Path, *arguments: str) -> str | None:
    command = ["git", "-C", str(root), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return None if result.returncode else result.stdout

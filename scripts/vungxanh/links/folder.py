"""The files of a site folder, as they are spelled, and nothing outside it.

In: the folder. Out: a Folder, which every other step asks instead of the disk: a disk that ignores
capitals must not hide a fault, and a link in the folder must not lead out of it.
"""

import os
import stat
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from vungxanh.links.twins import twin

_HIDDEN = {".git", ".svn", ".hg"}  # what a version control system keeps is no part of a site


@dataclass
class Folder:
    """What a site folder holds; paths are relative to it, with `/`.

    Attributes:
        root: the folder itself.
        files: its files and their size in bytes, in order of their paths.
        folders: every folder, `.` for the site folder.
        aliases: symbolic links to a file or folder of the site, and what they stand for.
        unread: what is neither, and why: it leads `out` of the folder, is a `loop`, `dead`,
            `special` (no plain file), or `locked`.
    """

    root: Path
    files: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=lambda: {"."})
    aliases: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """The files by how they are spelled without regard to capitals and kinds of marks."""
        return {twin(file): file for file in self.files}

    def real(self, path: str) -> str:
        """Return `path` with its symbolic links followed, as far as they stay in the folder."""
        if not self.aliases:
            return path
        for _ in range(40):  # as many as Linux follows
            parts = path.split("/")
            for length in range(len(parts), 0, -1):
                target = self.aliases.get("/".join(parts[:length]))
                if target is not None:
                    path = "/".join([*([target] if target else []), *parts[length:]])
                    break
            else:
                return path
        return path


def read_folder(root: Path) -> Folder:
    """Return what lies in the folder `root`. Raises OSError where it cannot be listed at all."""
    folder = Folder(root)
    top = root.resolve()
    waiting = [""]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(root / here), key=lambda entry: entry.name)
        except OSError:
            if not here:
                raise
            folder.unread[here] = "locked"
            continue
        for entry in entries:
            path = f"{here}/{entry.name}" if here else entry.name
            if entry.is_symlink():
                _follow(folder, top, path)
            elif entry.is_dir():
                if entry.name not in _HIDDEN:
                    folder.folders.add(path)
                    waiting.append(path)
            else:
                _file(folder, path, entry)
    folder.files = dict(sorted(folder.files.items()))
    return folder


def _file(folder: Folder, path: str, entry: os.DirEntry[str]) -> None:
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError:
        folder.unread[path] = "locked"
        return
    if not stat.S_ISREG(about.st_mode):  # to open a pipe is to wait for ever
        folder.unread[path] = "special"
    else:
        folder.files[path] = about.st_size


def _follow(folder: Folder, top: Path, path: str) -> None:
    try:
        target = (folder.root / path).resolve(strict=True)
    except FileNotFoundError:
        folder.unread[path] = "dead"
    except (OSError, RuntimeError):  # RuntimeError: a circle, before Python 3.13
        folder.unread[path] = "loop"
    else:
        if target == top or target.is_relative_to(top):
            inner = PurePosixPath(target.relative_to(top).as_posix())
            folder.aliases[path] = "" if str(inner) == "." else str(inner)
        else:
            folder.unread[path] = "out"

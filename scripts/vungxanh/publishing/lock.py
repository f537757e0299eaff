"""One publication at a time in one clone, and a working folder that goes with it.

The lock is the operating system's: it falls with the process, however that ends. What an ended
process could not take away, its working folder, is named in the lock file and taken away by the
next one.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from vungxanh.publishing.failures import PublishFailed

_NAME = "vung-xanh-publish.lock"
_PREFIX = "vung-xanh-publish-"


@contextmanager
def alone(folder: Path) -> Iterator[Path]:
    """Hold the lock in `folder` and give a fresh working folder; raises PublishFailed if held."""
    with (folder / _NAME).open("a+", encoding="utf-8") as file:
        mine, before = _lock(file), _content(file)
        if not mine:
            raise PublishFailed("publish-running", process=str(before.get("process", "?")))
        _take_away(before.get("work", ""))
        work = Path(tempfile.mkdtemp(prefix=_PREFIX))
        file.truncate(0)
        file.write(json.dumps({"process": os.getpid(), "work": str(work)}))
        file.flush()
        try:
            yield work
        finally:
            _take_away(str(work))


def _content(file: IO[str]) -> dict[str, str]:
    file.seek(0)
    try:
        found = json.loads(file.read() or "{}")
    except ValueError:  # written halfway when the machine stopped
        return {}
    return found if isinstance(found, dict) else {}


def _take_away(work: str) -> None:
    if Path(work).name.startswith(_PREFIX):
        for path in Path(work).rglob("*"):
            with suppress(OSError):
                path.chmod(0o700)  # git writes read-only files, which Windows would keep
        shutil.rmtree(work, ignore_errors=True)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> bool:
        file.seek(1 << 30)  # far behind the text, which others may read meanwhile
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

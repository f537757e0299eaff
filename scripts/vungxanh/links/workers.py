"""Reads the pages of a folder in two processes, and outlives them.

The parser is quick, but written in C, and some input makes it slow beyond use. So it never runs in
this process: one that ends, or takes too long over its pages, is replaced, and the pages it had are
read tag by tag here. No page is left out, and none can stop the rest.
"""

import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from vungxanh.links.page import Page
from vungxanh.links.read import LARGE, read

COUNT = 2
_SMALL = 200_000  # bytes that are read tag by tag sooner than a process starts
_PORTION = 1_000_000  # bytes of pages a process is given at a time: some ten milliseconds of work
_PATIENCE = 5.0  # seconds, some hundred times what a portion takes
_PACKAGES = Path(__file__).resolve().parents[2]

Said = Page | str
Answers = queue.Queue[dict[str, Said] | BaseException]
Progress = Callable[[int, int], None]


def read_all(
    root: Path, sizes: dict[str, int], progress: Progress | None = None
) -> dict[str, Said]:
    """Return each file of `sizes` (path to bytes) as a Page, or the reason why it is none.

    The order is that of `sizes`, however the work was shared. `progress` hears how many are done.
    """
    if sum(sizes.values()) < _SMALL:
        return {path: careful(root, path) for path in sizes}
    found: dict[str, Said] = {}
    portions = list(_portions(sizes))
    waiting: queue.Queue[list[str]] = queue.Queue()
    for portion in portions:
        waiting.put(portion)
    answers: Answers = queue.Queue()
    for _ in range(min(COUNT, len(portions))):
        threading.Thread(target=_serve, args=(root, waiting, answers), daemon=True).start()
    for _ in portions:
        answer = answers.get()
        if isinstance(answer, BaseException):
            raise answer
        found.update(answer)
        if progress:
            progress(len(found), len(sizes))
    return {path: found[path] for path in sizes}


def _portions(sizes: dict[str, int]) -> Iterator[list[str]]:
    portion: list[str] = []
    weight = 0
    for path, size in sizes.items():
        portion.append(path)
        weight += min(size, LARGE)
        if weight >= _PORTION or size >= LARGE:
            yield portion
            portion, weight = [], 0
    if portion:
        yield portion


def _serve(root: Path, waiting: queue.Queue[list[str]], answers: Answers) -> None:
    """Keep one process at work until no portion is left; a new one for each that fails."""
    process: _Process | None = None
    try:
        while True:
            portion = waiting.get_nowait()
            process = process or _Process(root)
            said = process.ask(portion)
            if said is None:
                process.end()
                process = None
                said = [careful(root, path) for path in portion]
            answers.put(dict(zip(portion, said, strict=True)))
    except queue.Empty:
        pass
    except BaseException as error:  # raised again where it is waited for
        answers.put(error)
    finally:
        if process:
            process.end()


def careful(root: Path, path: str) -> Said:
    """Return the file at `path`, read tag by tag, or the reason why it cannot be read."""
    try:
        return read(root, path, careful=True)
    except OSError as error:
        return error.strerror or "?"


class _Process:
    """One `worker`, which may fail."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vungxanh.links.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_PACKAGES,
        )
        self._send(root.resolve())

    def _send(self, what: object) -> bool:
        assert self.process.stdin  # noqa: S101 - a pipe was asked for
        try:
            pickle.dump(what, self.process.stdin)
            self.process.stdin.flush()
        except OSError:
            return False
        return True

    def ask(self, paths: Sequence[str]) -> list[Said] | None:
        """Return what the files at `paths` say; None where the process failed at it."""
        patience = threading.Timer(_PATIENCE, self.process.kill)
        patience.daemon = True
        patience.start()
        try:
            if not self._send(list(paths)):
                return None
            assert self.process.stdout  # noqa: S101 - a pipe was asked for
            said: list[Said] = pickle.load(self.process.stdout)  # noqa: S301 - from our own child
        except (EOFError, pickle.UnpicklingError):
            return None
        else:
            return said
        finally:
            patience.cancel()

    def end(self) -> None:
        """End the process; it holds nothing that could be lost."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()

"""The room everything runs in: .venv, exactly as the locks say.

In: the root of the clone and the locks a verb needs. Out: the Python of .venv, or a Refusal that
leaves the room as it was. A stamp inside .venv, written last, says which locks it holds: so a
second call starts at once, a changed lock is noticed, and nothing half-made is ever trusted.
"""

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from runner.faults import COMMAND, Refusal, say
from runner.programs import quietly

RUNTIME = "requirements.lock"
TESTS = "tests/requirements.lock"
STAMP = "vung-xanh.json"
PATIENCE = 0.2


class Room:
    """The .venv of one clone.

    Attributes:
        root: the clone.
        folder: where the room is.
        python: its Python.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / (
            "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        )
        self._stamp = self.folder / STAMP
        self._former = root / ".venv.old"

    def ensure(self, locks: Sequence[str]) -> None:
        """Make the room hold what these locks say, and say so while it takes time."""
        wanted = {lock: self._digest(lock) for lock in locks}
        if self._holds(wanted):
            return
        with alone(self.root):
            held = self._held()
            if self._holds(wanted):  # another call made it while we waited
                return
            stale = [lock for lock in wanted if held.get(lock, wanted[lock]) != wanted[lock]]
            if RUNTIME in held and not stale:
                self._install([lock for lock in locks if lock not in held])
            else:
                self._rebuild(locks)
                held = {}
            self._write_stamp(held | wanted)
        say("Xong.")

    def variables(self) -> dict[str, str]:
        """Give the environment in which the house runs: the person's own, and our package."""
        return {
            **{name: value for name, value in os.environ.items() if name != "PYTHONHOME"},
            "PYTHONPATH": str(self.root / "scripts"),
            "PYTHONUTF8": "1",
            # What `serve` says is read at once, through a pipe too.
            "PYTHONUNBUFFERED": "1",
            # Material for MkDocs would print, on each build, a notice about a MkDocs we do not use.
            "NO_MKDOCS_2_WARNING": "1",
        }

    def _digest(self, lock: str) -> str:
        """Name a room for this lock: by its content, the Python, the place (rooms cannot move)."""
        try:
            content = (self.root / lock).read_bytes()
        except FileNotFoundError:
            raise Refusal(
                f"Chưa chạy được: thiếu tệp {lock}.\n  Cách sửa: git restore {lock}"
            ) from None
        context = json.dumps([sys.version_info[:2], sys.platform, str(self.root)]).encode()
        return hashlib.sha256(context + content).hexdigest()

    def _held(self) -> dict[str, str]:
        """Read which locks the room holds; a half-made room holds none."""
        try:
            held = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return {}
        return held if isinstance(held, dict) and self.python.exists() else {}

    def _holds(self, wanted: dict[str, str]) -> bool:
        return wanted.items() <= self._held().items()

    def _write_stamp(self, held: dict[str, str]) -> None:
        """Say what the room holds; in one stroke, as the last thing done."""
        draft = self._stamp.with_suffix(".new")
        draft.write_text(json.dumps(held, indent=1), encoding="utf-8")
        draft.replace(self._stamp)

    def _rebuild(self, locks: Sequence[str]) -> None:
        """Make the room anew; if that fails, the former one is back in its place."""
        if os.path.lexists(self.folder) and not self._stamp.exists():
            raise Refusal(
                f"Chưa chạy được: đã có {self.folder}, nhưng không phải do lệnh này tạo ra.\n"
                "  Cách sửa: đổi tên hoặc xóa nó, rồi gọi lại; lệnh này sẽ tự tạo .venv mới."
            )
        first = not self.folder.exists()
        say("Lần đầu chạy trên máy này:" if first else "Thư viện đã đổi:", end=" ")
        say("chuẩn bị thư viện vào .venv, mất một, hai phút…")
        if self.folder.exists():
            if self._held():
                shutil.rmtree(self._former, ignore_errors=True)
                self.folder.rename(self._former)
            else:
                shutil.rmtree(self.folder)
        try:
            self.folder.mkdir()
            self._stamp.touch()  # ours from the first moment, and empty until it is whole
            say("  tạo .venv")
            base = getattr(sys, "_base_executable", sys.executable)
            quietly([base, "-I", "-m", "venv", self.folder])
            self._install(locks)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            if self._former.exists():
                self._former.rename(self.folder)
            raise
        shutil.rmtree(self._former, ignore_errors=True)

    def _install(self, locks: Sequence[str]) -> None:
        """Install with hashes and without running any package's own setup."""
        for lock in locks:
            total = (self.root / lock).read_text(encoding="utf-8").count("==")
            say(f"  cài {total} gói của {lock}")
            quietly(
                [
                    self.python, "-I", "-X", "utf8", "-m", "pip", "install",
                    "--require-hashes", "--only-binary", ":all:", "--no-user", "--no-input",
                    "--disable-pip-version-check", "--progress-bar", "off",
                    "--requirement", self.root / lock,
                ],
                seen=_counter(total),
            )  # fmt: skip


def _counter(total: int) -> Callable[[str], None]:
    """Show on a terminal which package pip is at; say nothing in a pipe."""
    done = 0

    def seen(line: str) -> None:
        nonlocal done
        word, _, rest = line.strip().partition(" ")
        if word == "Collecting":
            done += 1
            text = f"  {done}/{total} {rest.split('==')[0]}"
        elif word == "Installing":
            text = "  đang chép vào .venv"
        else:
            return
        say(f"\r{text:<60}", end="\r")

    return seen if sys.stderr.isatty() else lambda line: None


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let one call at a time make things in this clone; the lock dies with its process."""
    with (root / ".venv.lock").open("a+b") as handle:
        if not _locked(handle):
            say(f"Một lệnh khác đang chuẩn bị thư viện; chờ nó xong rồi chạy tiếp ({COMMAND})…")
            while not _locked(handle):
                time.sleep(PATIENCE)
        yield


def _locked(handle: IO[bytes]) -> bool:
    """Try to take the lock, for as long as the handle is open."""
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""`run.py update`: the newest versions that pyproject.toml and tests/package.json allow.

In: those two files. Out: requirements.lock, tests/requirements.lock and tests/package-lock.json
made anew, what changed, and the verdict of the tests. They are replaced only when all are ready.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from runner import environment, node
from runner.environment import Room
from runner.faults import say
from runner.programs import quietly

NODE_LOCK = "tests/package-lock.json"
# Universal: one lock for Linux, macOS and Windows. Fewest: one version of a package for all three.
COMPILE = (
    "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url",
    "--fork-strategy", "fewest", "--only-binary", ":all:", "--python-version", "3.11",
)  # fmt: skip
HEADER = {"UV_CUSTOM_COMPILE_COMMAND": "python3 scripts/run.py update"}


def run(room: Room) -> int:
    """Remake the locks, say what changed, and run the tests with them."""
    room.ensure([environment.RUNTIME, environment.TESTS])
    locks = [environment.RUNTIME, environment.TESTS, NODE_LOCK]
    before = {lock: versions(room.root / lock) for lock in locks}
    say("Tìm phiên bản mới trong giới hạn của pyproject.toml và tests/package.json…")
    with tempfile.TemporaryDirectory() as name:
        draft = Path(name)
        (draft / "tests").mkdir()
        shutil.copy(room.root / "pyproject.toml", draft)
        shutil.copy(room.root / "tests/package.json", draft / "tests")
        shutil.copy(room.root / "tests/.npmrc", draft / "tests")
        runtime = ["pyproject.toml", "--output-file", environment.RUNTIME]
        tests = ["--group", "test", "--constraint", environment.RUNTIME]
        tests += ["--output-file", environment.TESTS]
        uv = room.python.parent / "uv"
        quietly([uv, *COMPILE, *runtime], draft, os.environ | HEADER)
        quietly([uv, *COMPILE, *tests], draft, os.environ | HEADER)
        program = node.node(room)
        remake = [*node.npm(program), "install", "--package-lock-only", "--ignore-scripts"]
        quietly(remake, draft / "tests", node.variables(program))
        for lock in locks:
            shutil.copy(draft / lock, room.root / lock)
    changes = [
        line
        for lock in locks
        for line in _difference(lock, before[lock], versions(room.root / lock))
    ]
    print("\n".join(changes) or "Không có phiên bản nào mới.", flush=True)
    status = subprocess.call([sys.executable, room.root / "scripts/run.py", "test"])
    if status and changes:
        say("Test chưa đạt với phiên bản mới. Trở về như cũ: git restore " + " ".join(locks))
    return status


def versions(lock: Path) -> dict[str, str]:
    """Read which version of what a lock names."""
    text = lock.read_text(encoding="utf-8") if lock.exists() else ""
    pairs = re.findall(
        r'^([a-z0-9.-]+)==([^ ;\\]+)|"node_modules/([^"]+)": \{\s+"version": "([^"]+)"', text, re.M
    )
    return {python or package: one or other for python, one, package, other in pairs}


def _difference(lock: str, old: dict[str, str], new: dict[str, str]) -> list[str]:
    lines = []
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            lines.append(f"{lock}: {name} {old.get(name, '(mới)')} → {new.get(name, '(bỏ)')}")
    return lines

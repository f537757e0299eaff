"""`run.py test`: everything that must hold before a change is good.

In: arguments for pytest, or none for all checks. Out: each check's own output, a total, and 0 or 1.
All checks run, even when one has failed: one run shows all there is to mend.
"""

import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from runner import browser, environment, node
from runner.environment import Room


def prepare(room: Room) -> dict[str, str]:
    """Bring the tools of the tests into the room; give the environment that names them."""
    room.ensure([environment.RUNTIME, environment.TESTS])
    program = str(node.ensure(room))
    # Playwright's own Node asks for a library that a bare Debian lacks.
    variables = room.variables() | {node.VARIABLE: program, "PLAYWRIGHT_NODEJS_PATH": program}
    variables[browser.VARIABLE] = str(browser.ensure(room, variables))
    return variables


def run(room: Room, arguments: Sequence[str]) -> int:
    """Run all checks; with arguments, only pytest with these."""
    variables = prepare(room)
    if arguments:
        return _call([room.python, "-m", "pytest", *arguments], room, variables)
    results = []
    for name, command in _checks(room, Path(variables[node.VARIABLE])):
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        status = _call(command, room, variables)
        results.append((name, status, time.monotonic() - start))
    print()
    for name, status, seconds in results:
        killed = f" (bị dừng bởi tín hiệu {-status})" if status < 0 else ""
        print(f"{'HỎNG' if status else 'đạt '} {seconds:6.1f} s  {name}{killed}")
    failed = [name for name, status, _ in results if status]
    print(f"Cần sửa: {', '.join(failed)}" if failed else "Tất cả đều đạt.", flush=True)
    return 1 if failed else 0


def _checks(room: Room, program: Path) -> list[tuple[str, list[str | Path]]]:
    """Name the checks, the quick ones first; pytest closes, so that its count stands last."""
    python = room.python
    return [
        ("ruff check", [python, "-m", "ruff", "check", "."]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        ("mypy", [python, "-m", "mypy", "scripts"]),
        ("import-linter", [python.parent / "lint-imports", "--no-logo"]),
        ("tsc", [program, node.tsc(room.root), "--project", "tests"]),
        ("pytest", [python, "-m", "pytest", "--numprocesses", "auto"]),
    ]


def _call(command: Sequence[str | Path], room: Room, variables: dict[str, str]) -> int:
    return subprocess.run(command, cwd=room.root, env=variables, check=False).returncode

"""Which verb needs what: `test` and `update` are ours, everything else is the CLI's.

In: the arguments after run.py. Out: an exit status (2 with a message if the machine or the clone is
at fault). On POSIX the CLI takes the place of this process.
"""

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from runner import browser, environment, faults

ROOT = Path(__file__).resolve().parents[2]
REFUSED = 2
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one verb, and tell faults of the machine apart from everything else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    signal.signal(signal.SIGTERM, _stop)
    try:
        return _run(arguments)
    except faults.Refusal as refusal:
        faults.say(str(refusal))
    except OSError as error:
        faults.say(faults.explain(str(error)))
    except KeyboardInterrupt:
        faults.say("\nĐã dừng; không có gì dở dang để lại.")
        return INTERRUPTED
    return REFUSED


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop as Ctrl+C does, so that what is half-made is taken away."""
    raise KeyboardInterrupt


def _run(arguments: Sequence[str]) -> int:
    if not shutil.which("git"):
        raise faults.Refusal(faults.no_git())
    room = environment.Room(ROOT)
    verb = arguments[0] if arguments else ""
    if verb == "test":
        from runner import testing

        return testing.run(room, arguments[1:])
    if verb == "update":
        from runner import locks

        return locks.run(room)
    if verb == "bench" and "--pages" in arguments:  # with the browser and Lighthouse of the tests
        from runner import testing

        variables = testing.prepare(room)
    else:
        room.ensure([environment.RUNTIME])
        variables = room.variables()
        if _needs_browser(verb, arguments):
            variables[browser.VARIABLE] = str(browser.present())
    return _hand_over([str(room.python), "-m", "vungxanh.cli", *arguments], variables)


def _needs_browser(verb: str, arguments: Sequence[str]) -> bool:
    """`publish` without a version only proposes one."""
    if {"-h", "--help", "--no-browser"} & set(arguments):
        return False
    return verb in ("print", "preview") or (verb == "publish" and len(arguments) > 1)


def _hand_over(command: list[str], variables: dict[str, str]) -> int:
    """Become the CLI; where a process cannot become another, wait for it and let it have Ctrl+C."""
    if os.name == "posix":
        os.execve(command[0], command, variables)  # noqa: S606 – a list, no shell
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(command, env=variables)

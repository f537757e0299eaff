"""Runs a whole program and tells what it cost, start-up and everything it started included."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class Unmeasured(Exception):  # noqa: N818 - read aloud: unmeasured
    """There is nothing to report: the program failed, or this system keeps no such count."""


@dataclass(frozen=True)
class Cost:
    """What one run took: `cpu` and `wall` in seconds, `peak` memory in MB."""

    cpu: float
    wall: float
    peak: float


def run(
    command: Sequence[str], folder: Path, variables: Mapping[str, str], fine: Container[int] = (0,)
) -> Cost:
    """Run `command` in `folder` with `variables` besides the environment.

    Raises Unmeasured, also where its exit status is none of `fine`.
    """
    if sys.platform == "win32":
        raise Unmeasured("Windows không cho biết một chương trình đã dùng bao nhiêu CPU")
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | variables, stdout=output, stderr=output
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in fine:
            output.seek(0)
            last = output.read().decode("utf-8", "replace").strip()[-600:]
            raise Unmeasured(f"{' '.join(command)}\n{last}")
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit)

"""Runs the tools that install things: without their chatter, and explained when they fail.

In: a command. Out: nothing, or a Refusal that says what the output means for the person waiting.
"""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from runner.faults import Refusal, explain

Command = Sequence[str | Path]


def quietly(
    command: Command,
    folder: Path | None = None,
    variables: Mapping[str, str] = os.environ,
    seen: Callable[[str], None] = lambda line: None,
) -> None:
    """Run a tool to its end; it is never left running when we are stopped.

    Args:
        command: the tool and its arguments.
        folder: where it runs; here, if nothing is said.
        variables: its environment.
        seen: is told each line of its output, for progress.
    """
    lines: list[str] = []
    with subprocess.Popen(
        command, cwd=folder, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        try:
            for line in process.stdout or ():
                lines.append(line)
                seen(line)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise Refusal(explain("".join(lines)))


def answer(command: Command, variables: Mapping[str, str] = os.environ) -> str:
    """Ask a program something; no answer if it fails."""
    done = subprocess.run(
        command, env=variables, stdin=subprocess.DEVNULL, capture_output=True, check=False,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    return done.stdout.strip() if done.returncode == 0 else ""

"""`serve` in a process of its own, for tests that look at what it shows."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(root, port):
    variables = os.environ | {"PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "vungxanh.cli", "serve", "--port", str(port)],
        env=variables, cwd=root, stderr=subprocess.STDOUT, stdout=subprocess.PIPE,
        text=True, encoding="utf-8",
    )  # fmt: skip


def wait_for(process, pattern):
    """Read what the server says until a line matches; end of output fails the test."""
    said = []
    for line in process.stdout:
        said.append(line)
        if re.search(pattern, line):
            return "".join(said)
    pytest.fail(f"never said {pattern!r}:\n{''.join(said)}")


@contextmanager
def stopped(processes):
    """Stop `processes` as Ctrl+C does, whatever happened."""
    try:
        yield processes
    finally:
        for process in processes:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=30) in (0, 2)
            process.stdout.close()

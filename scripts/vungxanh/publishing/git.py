"""Git, asked from the checkout; its answers are text, its refusals an exception."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

# Set by git for its hooks: with these, every git started there would work on that repository.
HOOKS = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH",
)  # fmt: skip


_SECRET = re.compile(r"(?<=://)[^/@\s]+(?=@)")


def masked(text: str) -> str:
    """Return `text` without the name and the token that an address in it may carry."""
    return _SECRET.sub("***", text)


class GitFailed(Exception):  # noqa: N818 - read aloud: git failed
    """Git refused; the text is its own reason."""


class Unreachable(GitFailed):
    """The remote did not answer."""


def git(
    root: Path, *arguments: str, data: str | None = None, extra: Mapping[str, str] | None = None
) -> str:
    """Return what git says to `arguments` in `root`; raises GitFailed.

    `data` is what git reads, `extra` are variables of its environment.
    """
    given = None if data is None else data.encode()
    return git_bytes(root, *arguments, data=given, extra=extra).decode("utf-8", "replace")


def git_bytes(
    root: Path, *arguments: str, data: bytes | None = None, extra: Mapping[str, str] | None = None
) -> bytes:
    """Return what git says, where that is no text; raises GitFailed."""
    environment = {name: value for name, value in os.environ.items() if name not in HOOKS}
    environment |= extra or {}
    command = ["git", *arguments]
    result = subprocess.run(
        command, cwd=root, env=environment, input=data, capture_output=True, check=False
    )
    if result.returncode:
        said = masked(result.stderr.decode("utf-8", "replace").strip())
        raise GitFailed(said or f"git {arguments[0]}: {result.returncode}")
    return result.stdout

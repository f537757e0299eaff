"""Where pages went: what git remembers of files that were moved or renamed."""

import subprocess
from pathlib import Path

from vungxanh.links.sources.pages import site_paths

_SECONDS = 20
# `-M50`: more than half of a file is still what it was.
_LOG = (
    "log",
    "-M50",
    "--diff-filter=R",
    "--name-status",
    "--format=",
    "-z",
    "--",
    "docs",
    "lessons",
)


def moved_pages(root: Path) -> dict[str, str]:
    """Return the former path in the built site of each page that was moved, and its path now.

    Empty where `root` is no git repository, or git is not there.
    """
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *_LOG], capture_output=True, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    parts = done.stdout.decode("utf-8", "replace").split("\0")
    now: dict[str, str] = {}
    rows = (parts[start : start + 3] for start in range(0, len(parts) - 2, 3))
    for _, old, new in rows:  # the newest first, so that of two moves the last one is known
        now.setdefault(old, now.get(new, new))
    return {
        before: after
        for old, new in now.items()
        for before, after in zip(site_paths(old), site_paths(new), strict=False)
        if before != after
    }

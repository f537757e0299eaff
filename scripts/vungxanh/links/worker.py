"""A process that reads pages. It starts in a moment: nothing but the reader is imported.

In, on standard input: the folder, then one list of paths after the other, as pickles. Out, on
standard output: a list of Pages, or of the words of an OSError, for each list. It ends with its
input. Only its own parent writes to it, so pickles are safe here.
"""

import pickle
import sys
from pathlib import Path

from vungxanh.links.page import Page
from vungxanh.links.read import read


def main() -> None:
    """Answer until there is nothing more to read."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    root: Path = pickle.load(source)  # noqa: S301 - from our own parent
    while paths := pickle.load(source):  # noqa: S301 - from our own parent
        sink.write(pickle.dumps([_read(root, path) for path in paths], pickle.HIGHEST_PROTOCOL))
        sink.flush()


def _read(root: Path, path: str) -> Page | str:
    try:
        return read(root, path)
    except OSError as error:
        return error.strerror or "?"


if __name__ == "__main__":
    main()

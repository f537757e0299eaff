"""`verify`: is what a server or a folder holds the very thing that was published?

Each edition is held against its own `edition.json`, byte for byte.
"""

import gzip
import json
import urllib.error
import urllib.parse
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from vungxanh.problems import Problem
from vungxanh.publishing import record
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.record import Record
from vungxanh.publishing.shelf import VERSIONS

Read = Callable[[str], bytes | None]

_AT_ONCE = 8  # a small server is not to be overrun
_PATIENCE = 30  # seconds


def verify(place: str) -> list[Problem]:
    """Return every difference between `place`, an address or a folder, and what it should hold.

    It holds one edition, or all of them below a `versions.json`. Raises PublishFailed where there
    is neither, or nobody answers.
    """
    folder = None if place.startswith(("http://", "https://")) else Path(place)
    read: Read = partial(_from_folder, folder) if folder else partial(_from_web, place)
    problems = []
    for top in _editions(place, read):
        known = _record(read, top)
        if not known:
            problems.append(Problem(f"{top}{record.NAME}", None, "verify-no-record", {"top": top}))
            continue
        problems += _differences(read, top, known)
        if folder:
            problems += _strangers(folder / top, top, known)
    return problems


def _editions(place: str, read: Read) -> list[str]:
    """Return the folders of the editions below `place`; the empty name is `place` itself."""
    if read(record.NAME):
        return [""]
    listed = read(VERSIONS)
    try:
        rows = json.loads(listed or "[]")
        names = [name for row in rows for name in (row["version"], *row["aliases"])]
    except (ValueError, KeyError, TypeError):
        names = []
    if not names:
        raise PublishFailed("verify-nothing", place=place, file=record.NAME)
    return [f"{name}/" for name in names]


def _record(read: Read, top: str) -> Record | None:
    raw = read(f"{top}{record.NAME}")
    return record.read(raw.decode("utf-8", "replace")) if raw else None


def _differences(read: Read, top: str, known: Record) -> Iterator[Problem]:
    with ThreadPoolExecutor(_AT_ONCE) as several:
        found = several.map(lambda path: _digest(read(f"{top}{path}")), known.files)
        for (path, wanted), digest in zip(known.files.items(), found, strict=True):
            if digest != wanted:
                code = "verify-changed" if digest else "verify-missing"
                yield Problem(f"{top}{path}", None, code, {"version": known.version})


def _digest(content: bytes | None) -> str:
    return "" if content is None else record.digest_of(content)


def _strangers(folder: Path, top: str, known: Record) -> Iterator[Problem]:
    """Only a folder can say what it has beyond what it should."""
    for path in sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*")):
        own = path in known.files or path == record.NAME
        if (folder / path).is_file() and not own and not _packed(folder / path):
            yield Problem(f"{top}{path}", None, "verify-stranger", {"version": known.version})


def _packed(file: Path) -> bool:
    """Return whether `file` is its neighbour, packed: servers send the one for the other."""
    other = file.with_suffix("")
    if file.suffix != ".gz" or not other.is_file():
        return False
    try:
        return gzip.decompress(file.read_bytes()) == other.read_bytes()
    except (OSError, EOFError, zlib.error):
        return False


def _from_folder(folder: Path, path: str) -> bytes | None:
    file = folder / path
    return file.read_bytes() if file.is_file() else None


def _from_web(place: str, path: str) -> bytes | None:
    address = f"{place.rstrip('/')}/{urllib.parse.quote(path)}"
    request = urllib.request.Request(address, headers={"Accept-Encoding": "identity"})  # noqa: S310 - http(s) only, see verify
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError as error:
        if error.code in (404, 410):
            return None
        raise PublishFailed("verify-unreachable", address=address, reason=str(error)) from error
    except (OSError, ValueError) as error:
        raise PublishFailed("verify-unreachable", address=address, reason=str(error)) from error

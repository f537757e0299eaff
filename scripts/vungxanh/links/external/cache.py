"""What is known of addresses, kept on disk between runs: nobody is asked every day.

One folder, and in it one JSON file a run. A run reads all files there, and at its end writes one
new file and removes those it has read. So two runs at once lose nothing, nothing is ever half
written, and a file that cannot be read costs no more than asking again.
"""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from vungxanh.links.external.verdict import State, Verdict

GOOD = timedelta(days=7)
BAD = timedelta(days=1)
_KEPT = timedelta(days=90)  # of what no page links to any more
_FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """A verdict, when it was found, whether places were looked for, and since when it is dead."""

    verdict: Verdict
    asked: datetime
    looked: bool
    since: date | None = None


class Cache:
    """The entries in `folder` as of `now`; it need not exist. None as `folder` keeps nothing."""

    def __init__(self, folder: Path | None, now: datetime) -> None:
        self._folder, self._now = folder, now
        self._entries: dict[str, Entry] = {}
        self._read: list[Path] = []
        self._changed = False
        for path in sorted(folder.glob("*.json")) if folder else ():
            self._take(path)

    def verdict(self, asked: str, *, look: bool) -> Verdict | None:
        """Return the verdict on `asked` if it is fresh, and if places are known where wanted."""
        entry = self._entries.get(asked)
        if entry is None or (look and not entry.looked and entry.verdict.state is State.ALIVE):
            return None
        age = GOOD if entry.verdict.state is State.ALIVE else BAD
        return entry.verdict if self._now - entry.asked < age else None

    def since(self, asked: str) -> date | None:
        """Return since when `asked` has been found dead, without a living day between."""
        entry = self._entries.get(asked)
        return entry.since if entry else None

    def put(self, asked: str, verdict: Verdict, *, looked: bool) -> None:
        """Keep what was just found out."""
        since = self.since(asked) or self._now.date() if verdict.state.dead else None
        self._entries[asked] = Entry(verdict, self._now, looked, since)
        self._changed = True

    def save(self) -> None:
        """Write the folder anew, if anything was found out. Raises OSError."""
        if self._folder is None or not self._changed:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        rows = {
            asked: _row(entry)
            for asked, entry in sorted(self._entries.items())
            if self._now - entry.asked < _KEPT
        }
        text = json.dumps({"format": _FORMAT, "addresses": rows}, ensure_ascii=False, indent=0)
        handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(Path(name).with_suffix(".json"))
        for path in self._read:
            with suppress(OSError):  # another run was faster
                path.unlink()

    def _take(self, path: Path) -> None:
        self._read.append(path)
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))
            rows = rows["addresses"] if rows["format"] == _FORMAT else {}
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return
        for asked, row in rows.items() if isinstance(rows, dict) else ():
            try:
                entry = _entry(row)
            except (ValueError, LookupError, TypeError, OverflowError):
                continue
            known = self._entries.get(asked)
            if entry.asked <= self._now and (known is None or known.asked < entry.asked):
                self._entries[asked] = entry


def _row(entry: Entry) -> dict[str, Any]:
    verdict = entry.verdict
    places = verdict.places
    return {
        "asked": entry.asked.isoformat(timespec="seconds"),
        "since": entry.since.isoformat() if entry.since else None,
        "state": verdict.state.value,
        "status": verdict.status,
        "detail": verdict.detail,
        "moved": verdict.moved,
        "fragment": verdict.fragment,
        "looked": entry.looked,
        "places": None if places is None else sorted(places),
    }


def _entry(row: dict[str, Any]) -> Entry:
    """Return an entry from what stood in a file; raises ValueError, LookupError or TypeError."""
    detail, moved, fragment, places = (row[n] for n in ("detail", "moved", "fragment", "places"))
    if not all(isinstance(text, str) for text in (detail, moved, fragment, *(places or ()))):
        raise TypeError
    known = None if places is None else frozenset(places)
    verdict = Verdict(State(row["state"]), int(row["status"]), detail, moved, fragment, known)
    asked = datetime.fromisoformat(row["asked"])
    since = date.fromisoformat(row["since"]) if row["since"] else None
    return Entry(verdict, asked.astimezone(UTC), bool(row["looked"]), since)

"""The names that most resemble a wrong one, among thousands, in no time.

Letters are compared without their marks and capitals. Names that share triples of letters are
found through an index; only the best of them are compared whole.
"""

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from vungxanh.text.fold import fold

_COMPARED = 24  # whole comparisons a lookup; the index has done the rest
_RAREST = 16  # triples a lookup; those that every name has tell nothing
_LONGEST = 300  # letters; an address beyond that is data, and resembles nothing


class Near:
    """Names, and which of them are nearest to another."""

    def __init__(self, names: Iterable[str], least: float) -> None:
        """Take `least` as the likeness, from 0 to 1, that a name must have."""
        self.least = least
        self.names = [name for name in names if len(name) <= _LONGEST]
        self.folded = [fold(name) for name in self.names]
        self.index: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.folded):
            for triple in _triples(name):
                self.index[triple].append(number)

    def best(self, wanted: str, limit: int = 3) -> list[str]:
        """Return up to `limit` names, the nearest first."""
        if len(wanted) > _LONGEST:
            return []
        plain = fold(wanted)
        shared: Counter[int] = Counter()
        triples = sorted(_triples(plain), key=lambda one: (len(self.index.get(one, ())), one))
        for triple in triples[:_RAREST]:
            shared.update(self.index.get(triple, ()))
        sizes = len(triples)
        likely = sorted(
            shared, key=lambda n: (-shared[n] / (sizes + len(self.folded[n])), self.names[n])
        )
        scored = [(self._likeness(plain, self.folded[n]), n) for n in likely[:_COMPARED]]
        least = 1.0 if any(score == 1.0 for score, _ in scored) else self.least
        kept = sorted((-score, self.names[n]) for score, n in scored if score >= least)
        return [name for _, name in kept[:limit]]

    def _likeness(self, wanted: str, name: str) -> float:
        """Return 0 to 1; a name that has only moved to another folder counts as near."""
        whole = SequenceMatcher(None, wanted, name, autojunk=False).ratio()
        moved = "/" in name + wanted and _last(wanted) == _last(name)
        return max(whole, 0.9) if moved else whole


def _triples(name: str) -> set[str]:
    padded = f"  {name} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def _last(path: str) -> str:
    """Return what names a page: its file, or its folder where the file is only an index."""
    folder, name = posixpath.split(path)
    return posixpath.basename(folder) if name in ("index", "index.html") else name

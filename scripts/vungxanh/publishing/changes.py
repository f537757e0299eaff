"""What an edition changes: its lessons and facts, held against those of the one before.

The records of the two editions are compared, not the history of git. So it is true of what readers
really had, from wherever it was published, and stands in the page for whoever has no git.
"""

import hashlib
from collections.abc import Mapping

from vungxanh.model.change import Change, Changed
from vungxanh.model.registry import (
    Body,
    Contact,
    Figure,
    Fine,
    LegalDocument,
    Registries,
    Term,
    Words,
)
from vungxanh.publishing.record import Record, Taught, Told

# What the office keeps for itself, and what changes whenever somebody looks again.
_UNSEEN = {"note", "sources", "checked_on", "confirmed", "basis", "listed"}

Row = LegalDocument | Fine | Figure | Term | Body | Contact


def facts(registries: Registries) -> dict[str, Told]:
    """Return every row that readers find on the page of its registry, by `registry:id`."""
    shown: dict[str, list[tuple[Row, Words]]] = {
        "legal": [(row, row.title) for row in registries.legal if row.listed],
        "fines": [(row, row.act) for row in registries.fines if row.printable],
        "figures": [(row, row.says) for row in registries.figures if row.basis != "unconfirmed"],
        "glossary": [(row, row.term) for row in registries.glossary if row.basis != "unconfirmed"],
        "bodies": [
            (row, row.name) for row in registries.bodies if row.gone and row.basis != "unconfirmed"
        ],
        "contacts": [(row, row.name) for row in registries.contacts if row.printable],
    }
    found = {}
    for name, rows in shown.items():
        for row, words in rows:
            seen = row.model_dump_json(exclude=_UNSEEN)
            digest = hashlib.sha256(seen.encode()).hexdigest()[:16]
            found[f"{name}:{row.id}"] = Told(vi=words.vi, en=words.en, digest=digest)
    return found


def change(record: Record, before: Record | None) -> Change:
    """Return what `record` changes for readers who had `before`."""
    if before is None:
        return Change(version=record.version, made=record.made)
    rows = _compared(_lessons(before), _lessons(record))
    if before.facts:  # an edition from before facts were kept tells nothing of them
        others = _compared(_facts(before), _facts(record))
        rows = {kind: (*found, *others[kind]) for kind, found in rows.items()}
    return Change(version=record.version, made=record.made, before=before.version, **rows)


def _lessons(record: Record) -> dict[str, tuple[str, Changed]]:
    """Return digest and name of each lesson."""
    return {
        id_: (one.digest, Changed(vi=one.title, en=one.english or one.title, path=_source(one)))
        for id_, one in record.lessons.items()
    }


def _source(lesson: Taught) -> str:
    return "lessons/" + lesson.address.removesuffix(".html") + ".md"


def _facts(record: Record) -> dict[str, tuple[str, Changed]]:
    found = {}
    for key, one in record.facts.items():
        registry, _, id_ = key.partition(":")
        row = Changed(vi=one.vi, en=one.en, registry=registry, anchor=id_.lower())
        found[key] = (one.digest, row)
    return found


def _compared(
    old: Mapping[str, tuple[str, Changed]], new: Mapping[str, tuple[str, Changed]]
) -> dict[str, tuple[Changed, ...]]:
    """Return what is new, changed and gone, each in its own order."""
    return {
        "added": tuple(row for id_, (_, row) in new.items() if id_ not in old),
        "changed": tuple(
            row for id_, (digest, row) in new.items() if id_ in old and old[id_][0] != digest
        ),
        "removed": tuple(row for id_, (_, row) in old.items() if id_ not in new),
    }

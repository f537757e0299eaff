"""What an edition changes: its lessons and facts, held against those of the one before.

The records of the two editions are compared, not the history of git. So it is true of what readers
really had, from wherever it was published, and stands in the page for whoever has no git.
"""

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
from vungxanh.publishing.record import Record, Taught, Told, compared, digest_of

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
            digest = digest_of(seen.encode())[:16]
            found[f"{name}:{row.id}"] = Told(vi=words.vi, en=words.en, digest=digest)
    return found


def change(record: Record, before: Record | None) -> Change:
    """Return what `record` changes for readers who had `before`."""
    if before is None:
        return Change(version=record.version, made=record.made)
    rows = {
        kind: tuple(map(_lesson, found.values()))
        for kind, found in compared(before.lessons, record.lessons).items()
    }
    if before.facts:  # an edition from before facts were kept tells nothing of them
        for kind, told in compared(before.facts, record.facts).items():
            rows[kind] += tuple(_fact(key, one) for key, one in told.items())
    return Change(version=record.version, made=record.made, before=before.version, **rows)


def _lesson(one: Taught) -> Changed:
    path = "lessons/" + one.address.removesuffix(".html") + ".md"
    return Changed(vi=one.title, en=one.english or one.title, path=path)


def _fact(key: str, one: Told) -> Changed:
    registry, _, id_ = key.partition(":")
    return Changed(vi=one.vi, en=one.en, registry=registry, anchor=id_.lower())

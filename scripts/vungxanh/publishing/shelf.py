"""The editions that are out: what `versions.json` lists, and what each says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mike.versions import Versions

from vungxanh.model.registry import Registries
from vungxanh.publishing import record
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.git import GitFailed
from vungxanh.publishing.record import Record
from vungxanh.publishing.session import Say, Session
from vungxanh.publishing.store import Entry, Store

VERSIONS = "versions.json"


@dataclass(frozen=True)
class Shelved:
    """One edition; `record` is None for one that was published before there were records."""

    version: str
    title: str
    aliases: tuple[str, ...]
    record: Record | None


def versions(store: Store, where: str) -> Versions:
    """Return mike's list of editions at the commit `where`; raises PublishFailed if it is broken.

    An empty `where` is a branch that does not exist yet.
    """
    if not where or VERSIONS not in store.entries(where):
        return Versions()
    try:
        return Versions.loads(store.read(f"{where}:{VERSIONS}"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishFailed("publish-versions-broken", branch=store.branch) from error


def kept(store: Store, known: Versions) -> Entry:
    """Keep the list of editions as mike writes it."""
    return store.keep(known.dumps() + "\n")


def look(root: Path, say: Say) -> list[Shelved]:
    """Return the editions that are out, newest first; raises PublishFailed, as Session does."""
    with Session(root, "", say).open() as session:
        tip = session.fetch()
        return shelf(session.store, tip)


def outdated(record: Record, registries: Registries) -> dict[str, list[str]]:
    """Return which documents that no longer hold are cited, each with the lessons that cite it."""
    over = {row.id for row in registries.legal if row.status in ("replaced", "ended")}
    citing: dict[str, list[str]] = {}
    for id_, lesson in record.lessons.items():
        for document in over.intersection(lesson.cites):
            citing.setdefault(document, []).append(id_)
    return dict(sorted(citing.items()))


def shelf(store: Store, where: str) -> list[Shelved]:
    """Return the editions at the commit `where`, newest first."""
    return [
        Shelved(
            str(one.version),
            one.title,
            tuple(sorted(one.aliases)),
            recorded(store, f"{where}:{one.version}"),
        )
        for one in versions(store, where)
    ]


def recorded(store: Store, folder: str) -> Record | None:
    """Return what the edition in `folder`, `<commit>:<version>`, says of itself."""
    try:
        return record.read(store.read(f"{folder}/{record.NAME}"))
    except GitFailed:
        return None


def found(store: Store, where: str, version: str) -> str:
    """Return `version` if it is out; raises PublishFailed, with those that are, if it is not."""
    listed = [str(one.version) for one in versions(store, where)]
    if version not in listed:
        raise PublishFailed("edition-unknown", version=version, known=_and(listed))
    return version


def _and(names: Iterable[str]) -> str:
    return ", ".join(names) or "–"

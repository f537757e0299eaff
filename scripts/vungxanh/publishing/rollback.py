"""`rollback`: an edition that is out already becomes the newest again, whatever its size."""

from pathlib import Path

from vungxanh.links.addresses import ALIAS
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.session import Say, Session
from vungxanh.publishing.shelf import VERSIONS, found, kept, recorded, versions
from vungxanh.publishing.store import Store

_NOT_FOUND = "404.html"


def rollback(root: Path, version: str, say: Say) -> str:
    """Let readers find `version` as the newest edition; return the commit that does it.

    Nothing is built and no page is sent: the alias only names another folder that is there.
    Raises PublishFailed, as Session does.
    """
    with Session(root, version, say).open() as session:
        session.fetch()
        return session.send(lambda base: _point(session.store, base, version), ALIAS)


def _point(store: Store, base: str, version: str) -> str:
    known = versions(store, base)
    found(store, base, version)
    entries = store.entries(base)
    if entries.get(ALIAS) == entries[version] and ALIAS in known[version].aliases:
        raise PublishFailed("rollback-already", version=version)
    if (record := recorded(store, f"{base}:{version}")) and record.retired:
        raise PublishFailed("rollback-retired", version=version)
    known.update(version, aliases=[ALIAS], update_aliases=True)
    entries[ALIAS] = entries[version]
    entries[VERSIONS] = kept(store, known)
    entries[_NOT_FOUND] = store.entries(f"{base}:{version}")[_NOT_FOUND]
    return store.commit(base, entries, f"Quay về ấn bản {version}")

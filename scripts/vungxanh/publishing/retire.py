"""`retire` and `restore`: an edition whose pages only say where to read on, and the way back.

No address dies: each page of the edition answers with a notice and a link to the same page, or the
same lesson, in the current edition. What it was stays in the history of the branch.
"""

import datetime
from pathlib import Path

from vungxanh.links.addresses import ALIAS
from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Registries
from vungxanh.publishing import record
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.git import GitFailed
from vungxanh.publishing.notice import notice
from vungxanh.publishing.record import Record
from vungxanh.publishing.session import Say, Session
from vungxanh.publishing.shelf import VERSIONS, found, kept, recorded, versions
from vungxanh.publishing.store import Entry, Store

_HELP = "can-giup-do/index.html"


def retire(root: Path, version: str, today: datetime.date, say: Say) -> str:
    """Let the pages of `version` give way to notices; return the commit that does it.

    Raises PublishFailed, as Session does.
    """
    with Session(root, version, say).open() as session:
        session.fetch()

        def make(base: str) -> str:
            store = session.store
            before = _record(store, base, version)
            if ALIAS in versions(store, base)[version].aliases:
                raise PublishFailed("retire-current", version=version)
            if before.retired:
                raise PublishFailed("retire-already", version=version)
            entries = store.entries(base)
            whole = store.files(entries[version].id)
            notices = _Notices(session.registries, store, base, before).all(whole)
            digests = {path: record.digest_of(text.encode()) for path, text in notices.items()}
            after = before.model_copy(
                update={
                    "retired": today,
                    "whole": entries[version].id,
                    "files": before.files | digests,
                }
            )
            texts = notices | {record.NAME: after.text()}
            room = session.work / base
            room.mkdir()
            entries[version] = store.tree_of(whole | store.keep_all(texts, room))
            entries[VERSIONS] = _hidden(store, base, version, True)
            return store.commit(base, entries, f"Rút ấn bản {version}")

        return session.send(make, version)


def restore(root: Path, version: str, say: Say) -> str:
    """Put a retired edition back as it was; return the commit that does it.

    Raises PublishFailed, as Session does.
    """
    with Session(root, version, say).open() as session:
        session.fetch(history=True)

        def make(base: str) -> str:
            store = session.store
            now = _record(store, base, version)
            if not now.whole:
                raise PublishFailed("restore-not-retired", version=version)
            try:
                store.entries(now.whole)
            except GitFailed as failed:
                raise PublishFailed("restore-lost", version=version, tree=now.whole) from failed
            entries = store.entries(base)
            entries[version] = Entry("040000", "tree", now.whole)
            entries[VERSIONS] = _hidden(store, base, version, False)
            return store.commit(base, entries, f"Đưa ấn bản {version} trở lại")

        return session.send(make, version)


def _record(store: Store, base: str, version: str) -> Record:
    found(store, base, version)
    known = recorded(store, f"{base}:{version}")
    if not known:
        raise PublishFailed("edition-no-record", version=version, file=record.NAME)
    return known


def _hidden(store: Store, base: str, version: str, hidden: bool) -> Entry:
    """Return the list of editions in which the chooser shows `version`, or does not."""
    known = versions(store, base)
    known[version].set_property("hidden", hidden)
    return kept(store, known)


class _Notices:
    """The pages that stand in for those of one edition."""

    def __init__(self, registries: Registries, store: Store, base: str, retiring: Record) -> None:
        self.registries = registries
        self.current = set(store.files(f"{base}:{ALIAS}"))
        newest = recorded(store, f"{base}:{ALIAS}")
        now = newest.lessons if newest else {}
        # Where the lesson of an old folder is taught today.
        self.moved = {
            _folder(lesson.address): _folder(now[id_].address)
            for id_, lesson in retiring.lessons.items()
            if id_ in now
        }

    def all(self, files: dict[str, Entry]) -> dict[str, str]:
        """Return a notice for each page among `files`, by path."""
        return {path: self._page(path) for path in files if path.endswith(".html")}

    def _page(self, path: str) -> str:
        locale: Locale = "en" if path.startswith("en/") else "vi"
        root = "../" * (path.count("/") + 1) + f"{ALIAS}/"
        target = self._target(path, locale)
        help_page = f"{_tree(locale)}{_HELP}"
        return notice(
            self.registries,
            "retired",
            locale,
            link="link" if target == path else "link_near",
            href=root + target,
            help_href=root + (help_page if help_page in self.current else _home(locale)),
            canonical=f"{self.registries.site.url}{ALIAS}/{target.removesuffix('index.html')}",
        )

    def _target(self, path: str, locale: Locale) -> str:
        """Return the same page of the current edition; else the same lesson; else its home."""
        if path in self.current:
            return path
        bare = path.removeprefix("en/")
        if new := self.moved.get(_folder(bare)):
            for name in (bare.rpartition("/")[2], "index.html"):
                for tree in (_tree(locale), ""):
                    if (moved := f"{tree}{new}{name}") in self.current:
                        return moved
        return _home(locale) if _home(locale) in self.current else "index.html"


def _folder(address: str) -> str:
    return address.rpartition("/")[0] + "/"


def _tree(locale: Locale) -> str:
    return "" if locale == "vi" else f"{locale}/"


def _home(locale: Locale) -> str:
    return f"{_tree(locale)}index.html"

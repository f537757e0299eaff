"""`publish`: a clean checkout becomes a published edition, or the published branch stays as it was.

In: the checkout, what the edition is called, and callables: `check` (the content), `build` (the
site), `approve` (the last word) and `say` (progress). Out: Published, or PublishFailed.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from vungxanh.links.addresses import ALIAS
from vungxanh.publishing.edition import commit, prove
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.made import Abroad, Build, Check, make
from vungxanh.publishing.session import Say, Session
from vungxanh.publishing.shelf import recorded, versions
from vungxanh.publishing.store import Store
from vungxanh.publishing.summary import Summary, compare

Approve = Callable[[Summary], bool]

_VERSION = re.compile(r"20\d\d\.[1-9]\d?")
_ALIAS = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Published:
    """The edition that is out: its `version`, the commit `sha` that holds it, its public `url`."""

    version: str
    sha: str
    url: str


def publish(
    root: Path,
    version: str,
    *,
    build: Build,
    check: Check,
    say: Say,
    title: str = "",
    alias: str = ALIAS,
    browser: Path | None = None,
    abroad: Abroad | None = None,
    approve: Approve = lambda summary: True,
) -> Published | None:
    """Publish the checkout at `root` as edition `version`, such as `2026.1`.

    `build(root, out, site_url)` writes the strict site into `out`; what it raises passes through.
    `title` is what the chooser of editions shows, `alias` the other name readers find it by;
    `browser` tries the site out, `abroad` asks other sites, see `make`. When all is ready,
    `approve` sees what would change; None if it says no. Raises PublishFailed, as Session does.
    """
    if not _VERSION.fullmatch(version):
        raise PublishFailed("publish-version-malformed", version=version)
    if not _ALIAS.fullmatch(alias):
        raise PublishFailed("publish-alias-malformed", alias=alias)
    with Session(root, version, say).open() as session:
        session.source.unchanged()
        base, store = session.fetch(), session.store
        _free(store, base, version, alias)
        before = recorded(store, f"{base}:{ALIAS}") if base else None
        made = make(
            session,
            version,
            title or version,
            build=build,
            check=check,
            browser=browser,
            before=before,
            abroad=abroad,
        )
        if not approve(compare(made.record, before)):
            return None

        def add(base: str) -> str:
            _free(store, base, version, alias)
            message = f"Ấn bản {version}, từ bản nguồn {session.source.commit[:9]}"
            new = commit(store, made, alias, session.registries.site.url, message)
            prove(store, base, new, made, alias)
            return new

        return Published(version, session.send(add, version), made.url)


def _free(store: Store, base: str, version: str, alias: str) -> None:
    """A published edition is never rewritten, and an alias takes no name that is something else."""
    known = versions(store, base)
    there = store.entries(base) if base else {}
    taken = {*(str(one.version) for one in known), *there}
    if version in taken:
        year = version.partition(".")[0]
        raise PublishFailed("publish-version-taken", version=version, free=following(taken, year))
    aliases = {name for one in known for name in one.aliases}
    if alias != ALIAS and (ALIAS not in aliases or alias in there.keys() - aliases):
        raise PublishFailed("publish-alias-unfit", alias=alias, newest=ALIAS)


def following(taken: Iterable[str], year: str) -> str:
    """Return the name of the next edition in `year` after those that are `taken`."""
    numbers = [one.partition(".")[2] for one in taken if one.startswith(f"{year}.")]
    return f"{year}.{max((int(number) for number in numbers if number.isdecimal()), default=0) + 1}"

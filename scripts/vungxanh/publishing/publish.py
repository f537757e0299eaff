"""`publish`: a clean checkout becomes a published edition, or the published branch stays as it was.

In: the checkout, the name of the edition, and three callables: `check` (the content), `build` (the
site) and `say` (progress). Out: Published, or PublishFailed with what to do.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vungxanh.links import check_site
from vungxanh.links.addresses import EDITION
from vungxanh.problems import Level, Problem
from vungxanh.publishing import record
from vungxanh.publishing.edition import commit, prove
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.record import Record
from vungxanh.publishing.session import Say, Session
from vungxanh.publishing.shelf import versions
from vungxanh.publishing.store import Store
from vungxanh.readers.project import read_project

Build = Callable[[Path, Path, str], None]
Check = Callable[[], Sequence[Problem]]
LOCK = "requirements.lock"
_VERSION = re.compile(r"20\d\d\.[1-9]\d?")


@dataclass(frozen=True)
class Published:
    """The edition that is out: its `version`, the commit `sha` that holds it, its public `url`."""

    version: str
    sha: str
    url: str


def publish(root: Path, version: str, *, build: Build, check: Check, say: Say) -> Published:
    """Publish the checkout at `root` as edition `version`, such as `2026.1`.

    `build(root, out, site_url)` writes the strict site into `out`; what it raises passes through.
    Raises PublishFailed, as Session does.
    """
    if not _VERSION.fullmatch(version):
        raise PublishFailed("publish-version-malformed", version=version)
    with Session(root, version, say).open() as session:
        session.source.unchanged()
        base = session.fetch()
        _free(session.store, base, version)
        say("Đang kiểm tra nội dung…")
        _stop_at(check(), "publish-content")
        base_url, site = session.registries.site.url, session.work / "site"
        url = f"{base_url}{version}/"
        say(f"Đang dựng ấn bản {version}…")
        with _edition(version):
            build(root, site, url)
        session.source.unchanged()
        _complete(site)
        (site / record.NAME).write_text(_record(session, version, site).text(), encoding="utf-8")
        say("Đang kiểm tra mọi đường dẫn của trang đã dựng…")
        _stop_at(check_site(site, url), "publish-links", url=base_url)

        def make(base: str) -> str:
            _free(session.store, base, version)
            message = f"Ấn bản {version}, từ bản nguồn {session.source.commit[:9]}"
            made = commit(session.store, site, version, base_url, message)
            prove(session.store, base, made, site, version)
            return made

        return Published(version, session.send(make, version), url)


def _record(session: Session, version: str, site: Path) -> Record:
    """Say what the edition in `site` is made from, and which files it has."""
    project, _ = read_project(session.root)
    return Record(
        version=version,
        title=version,
        source=session.source.commit,
        made=session.source.date(),
        lock=session.source.digest(LOCK),
        lessons=record.lessons(project),
        files=record.digests(site),
    )


def _complete(site: Path) -> None:
    for name in ("index.html", "404.html"):
        if not (site / name).is_file():
            raise PublishFailed("publish-incomplete", name=name)


def _free(store: Store, base: str, version: str) -> None:
    """A published edition is never rewritten."""
    listed = [str(one.version) for one in versions(store, base)]
    taken = {*listed, *store.entries(base)} if base else set()
    if version in taken:
        year = version.partition(".")[0]
        numbers = [one.partition(".")[2] for one in taken if one.startswith(f"{year}.")]
        free = max(int(number) for number in numbers if number.isdecimal()) + 1
        raise PublishFailed("publish-version-taken", version=version, free=f"{year}.{free}")


def _stop_at(problems: Sequence[Problem], code: str, **values: str) -> None:
    """Warnings stop an edition, as errors do."""
    grave = [one for one in problems if one.level.weight >= Level.WARNING.weight]
    if grave:
        raise PublishFailed(code, grave, count=str(len(grave)), **values)


@contextmanager
def _edition(version: str) -> Iterator[None]:
    before = os.environ.get(EDITION)
    os.environ[EDITION] = version
    try:
        yield
    finally:
        os.environ.pop(EDITION)
        if before is not None:
            os.environ[EDITION] = before

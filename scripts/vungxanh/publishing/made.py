"""An edition before anybody sees it: checked, built into a private folder, whole."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vungxanh.links.addresses import EDITION
from vungxanh.links.run import check_site
from vungxanh.problems import Level, Problem
from vungxanh.publishing import record
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.record import Record
from vungxanh.publishing.session import Session
from vungxanh.publishing.smoke import smoke
from vungxanh.readers.project import read_project
from vungxanh.text.fold import fold

Build = Callable[[Path, Path, str], None]
Check = Callable[[], Sequence[Problem]]
LOCK = "requirements.lock"


@dataclass(frozen=True)
class Made:
    """What is to be published: the folder `site`, what it says of itself, its public `url`."""

    site: Path
    record: Record
    url: str


def make(
    session: Session,
    version: str,
    title: str,
    *,
    build: Build,
    check: Check,
    browser: Path | None,
) -> Made:
    """Make edition `version` from the clone of `session`; raises PublishFailed.

    `browser` tries it out; the record says when none did.
    """
    session.source.unchanged()
    session.say("Đang kiểm tra nội dung…")
    _stop_at(check(), "publish-content")
    base_url, site = session.registries.site.url, session.work / "site"
    url = f"{base_url}{version}/"
    session.say(f"Đang dựng ấn bản {version}…")
    with _edition(version):
        build(session.root, site, url)
    session.source.unchanged()
    _complete(site)
    session.say("Đang kiểm tra mọi đường dẫn của trang đã dựng…")
    _stop_at(check_site(site, url), "publish-links", url=base_url)
    made = _record(session, version, title, site)
    if browser:
        session.say("Đang mở thử bằng trình duyệt…")
        words = next((fold(one.title) for one in made.lessons.values()), title)
        made = made.model_copy(update={"browser": smoke(site, version, words, browser)})
    (site / record.NAME).write_text(made.text(), encoding="utf-8", newline="\n")
    return Made(site, made, url)


def _record(session: Session, version: str, title: str, site: Path) -> Record:
    """Say what the edition in `site` is made from, and which files it has."""
    project, _ = read_project(session.root)
    return Record(
        version=version,
        title=title,
        source=session.source.commit,
        made=session.source.date(),
        lock=session.source.digest(LOCK),
        lessons=record.lessons(project),
        files=record.digests(site),
        size=record.size(site),
    )


def _complete(site: Path) -> None:
    for name in ("index.html", "404.html"):
        if not (site / name).is_file():
            raise PublishFailed("publish-incomplete", name=name)


def _stop_at(problems: Sequence[Problem], code: str, **values: str) -> None:
    """Warnings stop an edition, as errors do."""
    grave = [one for one in problems if one.level.weight >= Level.WARNING.weight]
    if grave:
        raise PublishFailed(code, grave, count=str(len(grave)), **values)


@contextmanager
def _edition(version: str) -> Iterator[None]:
    """Tell the build which edition it makes."""
    before = os.environ.get(EDITION)
    os.environ[EDITION] = version
    try:
        yield
    finally:
        os.environ.pop(EDITION)
        if before is not None:
            os.environ[EDITION] = before

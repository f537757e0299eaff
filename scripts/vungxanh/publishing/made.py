"""An edition before anybody sees it: checked, built into a private folder, whole."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vungxanh.links.addresses import CHANGES, EDITION
from vungxanh.links.run import check_site
from vungxanh.links.sources import origins_in
from vungxanh.model.change import HISTORY
from vungxanh.problems import Level, Problem
from vungxanh.publishing import record
from vungxanh.publishing.changes import change, facts
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.record import Record
from vungxanh.publishing.session import Session
from vungxanh.publishing.smoke import smoke
from vungxanh.readers.project import read_project
from vungxanh.text.fold import fold

Build = Callable[[Path, Path, str], None]
Check = Callable[[], Sequence[Problem]]
Abroad = Callable[[Path, str], Sequence[Problem]]
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
    before: Record | None,
    abroad: Abroad | None = None,
) -> Made:
    """Make edition `version` from the clone of `session`; raises PublishFailed.

    `browser` tries it out; the record says when none did. `before` is what readers have now, None
    if there is nothing yet. `abroad(site, url)` returns the links to other sites that have been
    dead for too long.
    """
    session.source.unchanged()
    session.say("Đang kiểm tra nội dung…")
    _stop_at(check(), "publish-content")
    base_url, site = session.registries.site.url, session.work / "site"
    url = f"{base_url}{version}/"
    session.say(f"Đang dựng ấn bản {version}…")
    made = _record(session, version, title, before)
    changes = session.work / "changes.json"
    changes.write_bytes(HISTORY.dump_json(made.history))
    with _told({EDITION: version, CHANGES: str(changes)}):
        build(session.root, site, url)
    session.source.unchanged()
    _complete(site)
    files = {"files": record.digests(site), "size": record.size(site)}
    made = made.model_copy(update=files)
    session.say("Đang kiểm tra mọi đường dẫn của trang đã dựng…")
    _stop_at(check_site(site, url, origins=origins_in(session.root)), "publish-links", url=base_url)
    if abroad:
        session.say("Đang hỏi trang của nơi khác xem còn sống không…")
        _stop_at(abroad(site, url), "publish-external")
    if browser:
        session.say("Đang mở thử bằng trình duyệt…")
        words = next((fold(one.title) for one in made.lessons.values()), title)
        made = made.model_copy(update={"browser": smoke(site, version, words, browser)})
    (site / record.NAME).write_text(made.text(), encoding="utf-8", newline="\n")
    return Made(site, made, url)


def _record(session: Session, version: str, title: str, before: Record | None) -> Record:
    """Say what the edition is made from, and what it changes."""
    project, _ = read_project(session.root)
    made = Record(
        version=version,
        title=title,
        source=session.source.commit,
        made=session.source.date(),
        lock=session.source.digest(LOCK),
        lessons=record.lessons(project),
        facts=facts(project.registries),
    )
    history = (change(made, before), *(before.history if before else ()))
    return made.model_copy(update={"history": history})


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
def _told(values: Mapping[str, str]) -> Iterator[None]:
    """Tell the build, through its environment, which edition it makes and what that changes."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value

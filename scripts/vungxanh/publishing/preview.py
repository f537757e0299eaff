"""`preview`: an edition for whoever must approve; listed nowhere, and replaced by the next one."""

from pathlib import Path

from vungxanh.links.addresses import ALIAS, PREVIEW
from vungxanh.publishing.made import Build, Check, make
from vungxanh.publishing.publish import Published
from vungxanh.publishing.session import Say, Session
from vungxanh.publishing.shelf import recorded


def preview(
    root: Path, *, build: Build, check: Check, say: Say, browser: Path | None = None
) -> Published:
    """Put the checkout at `root` where only those who know the address find it.

    Chooser and sitemap do not name it, and its pages ask search engines to stay away. Raises
    PublishFailed, as Session does.
    """
    with Session(root, PREVIEW, say).open() as session:
        base, store = session.fetch(), session.store
        before = recorded(store, f"{base}:{ALIAS}") if base else None
        made = make(
            session, PREVIEW, PREVIEW, build=build, check=check, browser=browser, before=before
        )
        tree = store.keep_folder(made.site)

        def put(base: str) -> str:
            entries = store.entries(base) if base else {".nojekyll": store.keep("")}
            source = session.source.commit[:9]
            return store.commit(base, entries | {PREVIEW: tree}, f"Bản xem trước, từ {source}")

        return Published(PREVIEW, session.send(put, PREVIEW), made.url)

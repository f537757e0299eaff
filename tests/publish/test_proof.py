"""Before anything is sent, the commit is held against the disk and what was there before."""

import datetime

import pytest
from small_house import BRANCH, build, git

from vungxanh.links.addresses import ALIAS
from vungxanh.publishing import PublishFailed
from vungxanh.publishing.edition import commit, prove
from vungxanh.publishing.made import Made
from vungxanh.publishing.record import Record
from vungxanh.publishing.source import Source
from vungxanh.publishing.store import Store

DAY = datetime.date(2026, 11, 24)
URL = "https://mau.example.vn/"


@pytest.fixture
def made(house, tmp_path, monkeypatch):
    """A store with edition 2026.2 committed: store, base, what was made."""
    monkeypatch.setenv("VUNGXANH_EDITION", "2026.2")
    store = Store(Source(house.root), tmp_path / "rieng", "origin", BRANCH)
    site, base = tmp_path / "site", store.fetch()
    build(house.root, site, URL)
    what = Made(site, Record(version="2026.2", title="2026.2", source="", made=DAY, lock=""), URL)
    commit(store, what, ALIAS, URL, "Ấn bản 2026.2")
    return store, base, what


def complaint(made):
    store, base, what = made
    with pytest.raises(PublishFailed) as failed:
        prove(store, base, store.tip(), what, ALIAS)
    assert failed.value.code == "publish-not-whole"
    return str(failed.value)


def spoil(made, path, entry):
    """Change one entry of the commit as a fault of the machine or of a program would."""
    store, _, _ = made
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_INDEX_FILE", str(store.folder / "index"))
        patch.setenv("GIT_DIR", str(store.folder))
        git(store.folder, "read-tree", BRANCH)
        git(store.folder, "rm", "-r", "--cached", "--quiet", path)
        if entry:
            git(store.folder, "update-index", "--add", "--cacheinfo", f"100644,{entry},{path}")
        tree = git(store.folder, "write-tree")
        author = ("-c", "user.name=A", "-c", "user.email=a@b.example")
        new = git(store.folder, *author, "commit-tree", tree, "-p", BRANCH, "-m", "x")
        git(store.folder, "update-ref", store.ref, new)


def test_only_what_stands_there_now_is_fetched_not_its_history(made):
    store, base, _ = made
    assert store.git("rev-list", "--count", base).strip() == "1"


def test_what_was_built_is_what_was_committed(made):
    store, base, what = made
    prove(store, base, store.tip(), what, ALIAS)


def test_a_file_that_differs_from_the_disk(made):
    (made[2].site / "bai/a.html").write_text("khác", encoding="utf-8")
    assert "2026.2/bai/a.html" in complaint(made)


def test_a_file_on_the_disk_that_was_not_committed(made):
    (made[2].site / "bai/đẹp.html").write_text("thêm", encoding="utf-8")
    assert "2026.2/bai/đẹp.html" in complaint(made)


def test_a_file_that_was_committed_and_not_built(made):
    (made[2].site / "bai/a.html").unlink()
    assert "2026.2/bai/a.html" in complaint(made)


@pytest.mark.parametrize(
    "path", ["moi-nhat/bai/a.html", "2026.1/bai/a.html", "2026.1", "robots.txt", "404.html"]
)
def test_anything_else_that_is_lost(made, path):
    spoil(made, path, None)
    assert path.split("/")[0] in complaint(made)


def test_an_older_edition_that_was_changed(made):
    store, _, _ = made
    spoil(made, "2026.1/index.html", store.files(BRANCH)["404.html"].id)
    assert "2026.1" in complaint(made)


@pytest.mark.parametrize(
    "text", ['[{"version": "2026.2", "title": "2026.2", "aliases": ["moi-nhat"]}]', "[]"]
)
def test_an_edition_that_is_no_longer_listed(made, text):
    store, _, _ = made
    spoil(made, "versions.json", store.git("hash-object", "-w", "--stdin", data=text).strip())
    assert "versions.json" in complaint(made)

"""Editions that are out: rolled back to, retired, restored; each time the whole branch is held."""

import datetime
import json

import pytest
from small_house import BRANCH, PAGE, build, git

from vungxanh.publishing import PublishFailed, restore, retire, rollback

TODAY = datetime.date(2026, 12, 1)


@pytest.fixture
def two(house):
    """A house with editions 2026.1 and 2026.2, the second the newest."""
    house.edit("Bản hai")
    house.send("2026.2")
    return house


def tree(house, path=""):
    return git(house.bare, "rev-parse", f"{BRANCH}:{path}")


def fails(house, code, act, *given):
    """Demand the failure `code`, and that nothing has moved."""
    before = house.tip()
    with pytest.raises(PublishFailed) as failed:
        act(house.root, *given, house.said.append)
    assert failed.value.code == code
    assert house.tip() == before
    return str(failed.value)


def test_readers_find_the_earlier_edition_as_the_newest_again(two):
    rollback(two.root, "2026.1", two.said.append)
    assert two.editions() == [("2026.2",), ("2026.1", "moi-nhat")]
    assert tree(two, "moi-nhat") == tree(two, "2026.1")
    assert two.show("404.html") == two.show("2026.1/404.html")


def test_a_rollback_touches_nothing_else(two):
    before = {name: tree(two, name) for name in ("2026.1", "2026.2", "index.html", "robots.txt")}
    rollback(two.root, "2026.1", two.said.append)
    assert {name: tree(two, name) for name in before} == before
    assert git(two.bare, "log", "-1", "--format=%an %cn %s", BRANCH) == (
        "Người thử Người thử Quay về ấn bản 2026.1"
    )


def test_a_rollback_is_undone_by_another(two):
    before = tree(two)
    rollback(two.root, "2026.1", two.said.append)
    rollback(two.root, "2026.2", two.said.append)
    assert tree(two, "moi-nhat") == tree(two, "2026.2")
    assert json.loads(two.show("versions.json"))
    assert two.editions() == [("2026.2", "moi-nhat"), ("2026.1",)]
    assert tree(two) == before


def test_the_next_edition_is_published_after_a_rollback(two):
    rollback(two.root, "2026.1", two.said.append)
    two.edit("Bản ba")
    two.send("2026.3")
    assert two.editions() == [("2026.3", "moi-nhat"), ("2026.2",), ("2026.1",)]
    assert two.show("moi-nhat/index.html") == PAGE.format("Bản ba")


@pytest.mark.parametrize("version", ["2026.9", "moi-nhat", "../2026.1", "", "bản một"])
def test_what_is_no_edition_cannot_be_rolled_back_to(two, version):
    assert "2026.2, 2026.1" in fails(two, "edition-unknown", rollback, version)


def test_the_newest_is_the_newest_already(two):
    fails(two, "rollback-already", rollback, "2026.2")


def test_an_alias_that_was_deleted_by_hand_comes_back(two):
    two.meddle(lambda branch: git(branch, "rm", "-r", "--quiet", "moi-nhat"))
    rollback(two.root, "2026.2", two.said.append)
    assert tree(two, "moi-nhat") == tree(two, "2026.2")


def test_every_page_of_a_retired_edition_leads_to_the_same_page_of_the_newest(two):
    paths = two.paths()
    retire(two.root, "2026.1", TODAY, two.said.append)
    assert two.paths() == paths
    page = two.show("2026.1/bai/a.html")
    assert 'href="../../moi-nhat/bai/a.html"' in page
    assert "Mở trang này ở bản mới" in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical" href="https://mau.example.vn/moi-nhat/bai/a.html"' in page
    assert 'href="../moi-nhat/index.html"' in two.show("2026.1/index.html")
    assert tree(two, "moi-nhat") == tree(two, "2026.2")


def test_a_page_that_is_no_more_leads_to_the_home_page(house):
    def without(root, out, url):
        build(root, out, url)
        (out / "bai/a.html").unlink()
        (out / "index.html").write_text("<title>x</title>", encoding="utf-8")

    house.send("2026.2", build=without)
    retire(house.root, "2026.1", TODAY, house.said.append)
    page = house.show("2026.1/bai/a.html")
    assert 'href="../../moi-nhat/index.html"' in page
    assert "Mở bản mới" in page


def test_the_chooser_of_editions_does_not_show_a_retired_one(two):
    retire(two.root, "2026.1", TODAY, two.said.append)
    rows = {row["version"]: row for row in json.loads(two.show("versions.json"))}
    assert rows["2026.1"]["properties"] == {"hidden": True}
    assert "properties" not in rows["2026.2"]


def test_a_restored_edition_is_what_it_was(two):
    before = tree(two, "2026.1")
    retire(two.root, "2026.1", TODAY, two.said.append)
    two.edit("Bản ba")
    two.send("2026.3")
    assert tree(two, "2026.1") != before
    restore(two.root, "2026.1", two.said.append)
    assert tree(two, "2026.1") == before
    assert {row["version"] for row in json.loads(two.show("versions.json"))} == {
        "2026.1", "2026.2", "2026.3"
    }  # fmt: skip
    retire(two.root, "2026.1", TODAY, two.said.append)


def test_the_newest_edition_cannot_be_retired(two):
    assert "rollback" in fails(two, "retire-current", retire, "2026.2", TODAY)


def test_a_retired_edition_cannot_be_retired_or_rolled_back_to(two):
    retire(two.root, "2026.1", TODAY, two.said.append)
    fails(two, "retire-already", retire, "2026.1", TODAY)
    assert "restore 2026.1" in fails(two, "rollback-retired", rollback, "2026.1")


def test_an_edition_that_is_not_retired_cannot_be_restored(two):
    fails(two, "restore-not-retired", restore, "2026.1")


def test_a_record_that_was_damaged(two):
    two.meddle(lambda branch: (branch / "2026.1/edition.json").write_text("{"))
    assert "edition.json" in fails(two, "edition-no-record", retire, "2026.1", TODAY)
    rollback(two.root, "2026.1", two.said.append)
    assert two.editions() == [("2026.2",), ("2026.1", "moi-nhat")]


def test_a_history_that_was_cut_off(two):
    retire(two.root, "2026.1", TODAY, two.said.append)

    other = two.folder / "cat"
    git(two.folder, "clone", "--quiet", f"--branch={BRANCH}", str(two.bare), str(other))
    git(other, "checkout", "--quiet", "--orphan", "moi")
    git(other, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "x")
    git(other, "push", "--quiet", "--force", "origin", f"moi:{BRANCH}")
    git(two.bare, "gc", "--quiet", "--prune=now")
    fails(two, "restore-lost", restore, "2026.1")

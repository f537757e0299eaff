"""A publication that fails says why and what to do, and leaves the published branch as it was."""

import os
import shutil

import pytest
from small_house import BRANCH, build, git

from vungxanh.problems import Problem
from vungxanh.publishing import PublishFailed


def fails(house, code, version="2026.2", moved=False, **given):
    """Publish, demand the failure `code`, and look that nothing has moved."""
    before = house.tip(), git(house.root, "for-each-ref")
    with pytest.raises(PublishFailed) as failed:
        house.send(version, **given)
    assert failed.value.code == code
    assert moved or (house.tip(), git(house.root, "for-each-ref")) == before
    assert str(failed.value) == failed.value.text("vi")
    assert "\n  Mend: " in failed.value.text("en")
    return failed.value


def never(root, out, url):
    """Fail where a site is built although it is clear that it cannot be published."""
    pytest.fail("built in vain")


@pytest.mark.parametrize(
    "version", ["", "2026", "2026.", "2026.0", "2026.01", "v2026.2", "26.1", "2026.2 ", "moi-nhat"]
)
def test_a_name_that_is_no_edition(new, version):
    assert "publish 2026.2" in str(fails(new, "publish-version-malformed", version))


def test_an_edition_that_is_out_already(house):
    house.send("2026.9")
    failed = fails(house, "publish-version-taken", "2026.1", build=never)
    assert "publish 2026.10" in str(failed)


def test_a_folder_on_the_branch_is_an_edition_although_it_is_not_listed(house):
    house.meddle(lambda branch: shutil.copytree(branch / "2026.1", branch / "2026.2"))
    fails(house, "publish-version-taken")


def test_files_that_are_not_committed(house):
    (house.root / "docs/index.md").write_text("khác", encoding="utf-8")
    (house.root / "docs/bài mới.md").write_text("mới", encoding="utf-8")
    text = str(fails(house, "publish-tree-changed", build=never))
    assert "docs/index.md" in text
    assert "docs/bài mới.md" in text
    assert "…" not in text


def test_many_files_that_are_not_committed_are_counted(house):
    for number in range(12):
        (house.root / f"docs/{number:02}.md").write_text("mới", encoding="utf-8")
    text = str(fails(house, "publish-tree-changed"))
    assert "docs/09.md, … (+2)" in text
    assert "docs/10.md" not in text


def test_a_file_that_changes_while_the_site_is_built(house):
    def meddle(root, out, url):
        build(root, out, url)
        (root / "docs/index.md").write_text("khác", encoding="utf-8")

    assert "docs/index.md" in str(fails(house, "publish-tree-changed", build=meddle))


def test_a_commit_made_while_the_site_is_built(house):
    before = git(house.root, "rev-parse", "HEAD")

    def meddle(root, out, url):
        build(root, out, url)
        git(root, "commit", "--quiet", "--allow-empty", "--message=x")

    failed = fails(house, "publish-commit-changed", build=meddle, moved=True)
    assert before[:9] in str(failed)
    assert house.editions() == [("2026.1", "moi-nhat")]


def test_a_folder_that_is_no_clone(house):
    shutil.rmtree(house.root / ".git")
    with pytest.raises(PublishFailed) as failed:
        house.send("2026.2")
    assert failed.value.code == "publish-no-git"


def test_a_clone_that_names_nobody(house):
    git(house.root, "config", "--unset", "user.email")
    assert "git config user.email" in str(fails(house, "publish-no-name"))


def test_a_clone_without_the_remote(house):
    git(house.root, "remote", "rename", "origin", "goc")
    assert "git remote add origin" in str(fails(house, "publish-no-remote"))


def test_a_remote_that_does_not_answer(house):
    git(house.root, "remote", "set-url", "origin", "../khong-co.git")
    assert "khong-co.git" in str(fails(house, "publish-no-network"))


def test_a_remote_that_refuses(house):
    house.hook("pre-receive", "echo nhánh được bảo vệ >&2; exit 1")
    assert "nhánh được bảo vệ" in str(fails(house, "publish-refused"))


def test_a_warning_stops_an_edition_before_anything_is_built(house):
    warning = Problem("index.html", 1, "site-id-duplicate", {"value": "a", "line": "1"})
    failed = fails(house, "publish-content", check=lambda: [warning], build=never)
    assert failed.problems == [warning]


def test_a_registry_that_does_not_hold(house):
    (house.root / "docs/_data/site.yml").write_text("name: 1\n")
    git(house.root, "commit", "--quiet", "--all", "--message=x")
    assert fails(house, "publish-content").problems


def test_a_broken_link_in_the_built_site(house):
    def broken(root, out, url):
        build(root, out, url)
        (out / "bai/a.html").write_text('<a href="khong-co.html">Không có</a>')

    failed = fails(house, "publish-links", build=broken)
    assert [(one.page, one.value) for one in failed.problems] == [("bai/a.html", "khong-co.html")]
    assert "links site --base-url https://mau.example.vn/" in str(failed)


def test_links_to_other_sites_that_have_been_dead_for_too_long(house):
    seen = []

    def abroad(site, url):
        seen.append(((site / "index.html").is_file(), url))
        return [Problem("index.html", None, "external-gone")]

    failed = fails(house, "publish-external", abroad=abroad)
    assert [one.code for one in failed.problems] == ["external-gone"]
    assert seen == [(True, "https://mau.example.vn/2026.2/")]
    assert house.send("2026.2", abroad=lambda site, url: []).version == "2026.2"


@pytest.mark.parametrize("name", ["index.html", "404.html"])
def test_a_site_that_is_not_whole(house, name):
    def half(root, out, url):
        build(root, out, url)
        (out / name).unlink()

    assert name in str(fails(house, "publish-incomplete", build=half))


def test_a_site_that_git_did_not_take_whole(house):
    def odd(root, out, url):
        build(root, out, url)
        (out / ".git").mkdir()  # mike leaves out what looks like git's own
        (out / ".git/a.txt").write_text("a")

    assert "2026.2/.git/a.txt" in str(fails(house, "publish-not-whole", build=odd))


def test_a_failing_build_says_so_itself(house, monkeypatch):
    class BuildFailed(Exception):  # noqa: N818
        pass

    def broken(root, out, url):
        raise BuildFailed

    monkeypatch.delenv("VUNGXANH_EDITION", raising=False)
    before = house.tip()
    with pytest.raises(BuildFailed):
        house.send("2026.2", build=broken)
    assert house.tip() == before
    assert "VUNGXANH_EDITION" not in os.environ


def test_a_full_disk(house):
    def full(root, out, url):
        raise OSError(28, "No space left on device")

    assert "No space left" in str(fails(house, "publish-machine", build=full))


@pytest.mark.parametrize("text", ["[", '[{"version": "2026.1"}]', "[1]"])
def test_a_list_of_editions_that_cannot_be_read(house, text):
    house.meddle(lambda branch: (branch / "versions.json").write_text(text))
    assert "versions.json" in str(fails(house, "publish-versions-broken"))


def test_ctrl_c_while_building(house):
    def stopped(root, out, url):
        raise KeyboardInterrupt

    fails(house, "publish-interrupted", build=stopped)


def after_sending(act):
    """Return a `say` that acts when the edition has been sent."""
    return lambda text: act() if text.startswith("Đã gửi") else None


def test_ctrl_c_when_it_was_sent_already(house):
    def stop():
        raise KeyboardInterrupt

    fails(house, "publish-uncertain", say=after_sending(stop), moved=True)
    fails(house, "publish-version-taken")


def test_a_network_that_goes_when_it_was_sent(house):
    away = house.folder / "di-mat.git"
    with pytest.raises(PublishFailed) as failed:
        house.send("2026.2", say=after_sending(lambda: house.bare.rename(away)))
    assert failed.value.code == "publish-uncertain"


def test_a_remote_that_does_not_hold_what_was_sent(house):
    before = house.tip()
    lose = after_sending(lambda: git(house.bare, "update-ref", f"refs/heads/{BRANCH}", before))
    fails(house, "publish-not-arrived", say=lose)


def test_a_remote_that_holds_nothing_at_all(house):
    lose = after_sending(lambda: git(house.bare, "update-ref", "-d", f"refs/heads/{BRANCH}"))
    fails(house, "publish-not-arrived", say=lose, moved=True)

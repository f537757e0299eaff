"""A publication that goes well: what stands on the published branch, and what was left alone."""

import os
import shutil
from importlib import metadata

import pytest
from small_house import BRANCH, PAGE, build, git

from vungxanh.problems import Problem
from vungxanh.publishing import Published

URL = "https://mau.example.vn/"


def test_the_first_edition_is_there_under_its_name_and_as_the_newest(new):
    new.edit("Ứng xử đẹp")
    published = new.send("2026.1")
    assert published == Published("2026.1", new.tip(), f"{URL}2026.1/")
    site = ["404.html", "bai/a.html", "edition.json", "index.html"]
    assert new.paths() == sorted(
        [f"{top}/{name}" for top in ("2026.1", "moi-nhat") for name in site]
        + [".nojekyll", "404.html", "index.html", "robots.txt", "versions.json"]
    )
    assert new.show("2026.1/index.html") == PAGE.format("Ứng xử đẹp")
    assert new.editions() == [("2026.1", "moi-nhat")]


def test_the_root_leads_to_the_newest_edition_also_without_scripts(house):
    page = house.show("index.html")
    assert '<noscript><meta http-equiv="refresh" content="0; url=moi-nhat/"></noscript>' in page
    assert 'location.replace("moi-nhat/" + location.search + location.hash)' in page
    assert house.show("robots.txt").endswith(f"Sitemap: {URL}moi-nhat/sitemap.xml")
    assert house.show("404.html") == house.show("2026.1/404.html")


def test_the_builder_is_told_the_edition_and_its_address(house, monkeypatch):
    monkeypatch.setenv("VUNGXANH_EDITION", "cũ")
    house.send("2026.2")
    assert house.show("2026.2/404.html") == f'<a href="{URL}2026.2/">2026.2</a>'
    assert os.environ["VUNGXANH_EDITION"] == "cũ"


def test_a_second_edition_takes_the_alias_and_leaves_the_first_untouched(house):
    first = git(house.bare, "rev-parse", f"{BRANCH}:2026.1")
    house.edit("Hai")
    house.send("2026.2")
    assert git(house.bare, "rev-parse", f"{BRANCH}:2026.1") == first
    assert house.show("moi-nhat/index.html") == PAGE.format("Hai")
    assert house.show("404.html") == house.show("2026.2/404.html")
    assert house.editions() == [("2026.2", "moi-nhat"), ("2026.1",)]


def test_other_files_and_aliases_of_the_branch_stay(house):
    def add(branch):
        (branch / "CNAME").write_text("mau.example.vn")
        shutil.copytree(branch / "2026.1", branch / "on-thi")
        list_of = branch / "versions.json"
        list_of.write_text(list_of.read_text().replace('"moi-nhat"', '"moi-nhat", "on-thi"'))

    house.meddle(add)
    house.send("2026.2")
    assert house.show("CNAME") == "mau.example.vn"
    assert house.editions() == [("2026.2", "moi-nhat"), ("2026.1", "on-thi")]


def test_the_clone_is_as_it_was_and_nothing_is_left_behind(house, tmp_path, monkeypatch):
    temporary = tmp_path / "tam"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    before = git(house.root, "for-each-ref"), (house.root / ".git/index").read_bytes()
    house.send("2026.2")
    assert (git(house.root, "for-each-ref"), (house.root / ".git/index").read_bytes()) == before
    assert git(house.root, "status", "--porcelain") == ""
    assert list(temporary.iterdir()) == []


def test_a_second_work_tree_publishes_as_well(house):
    git(house.root, "worktree", "add", "--quiet", str(house.folder / "du-an-2"))
    house.root = house.folder / "du-an-2"
    house.send("2026.2")
    assert house.editions()[0] == ("2026.2", "moi-nhat")


def test_advice_stops_nothing(house):
    advice = Problem("lessons/a.md", 1, "translation-stale", {"name": "lessons/a.md"})
    assert house.send("2026.2", check=lambda: [advice]).sha == house.tip()


def test_progress_is_said_step_by_step(house):
    house.send("2026.2")
    assert len(house.said) == 6
    assert "2026.2" in house.said[2]


def test_who_publishes_is_named_in_the_history(house):
    line = git(house.bare, "log", "-1", "--format=%cn <%ce> %s", BRANCH)
    source = git(house.root, "rev-parse", "--short=9", "HEAD")
    assert line == f"Người thử <thu@mau.example.vn> Ấn bản 2026.1, từ bản nguồn {source}"


def test_a_publication_started_from_a_git_hook_works_on_its_own_clone(house, monkeypatch):
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(house.folder / "khong-co"))
    house.send("2026.2")
    monkeypatch.undo()
    assert "2026.2/index.html" in house.paths()


def test_the_remote_may_be_an_address_instead_of_a_name(house):
    git(house.root, "remote", "remove", "origin")
    with (house.root / "docs/_data/site.yml").open("a") as file:
        file.write('remote: "../kho.git"\n')
    git(house.root, "commit", "--quiet", "--all", "--message=x")
    house.send("2026.2")
    assert house.editions()[0] == ("2026.2", "moi-nhat")


def test_git_settings_of_the_person_and_of_the_clone_do_no_harm(house, monkeypatch):
    """A default branch and a tag called like ours, hooks of other projects, a name by folder."""
    git(house.bare, "tag", BRANCH, f"refs/heads/{BRANCH}")
    hooks = house.folder / "moc"
    hooks.mkdir()
    for name in ("pre-push", "reference-transaction"):
        (hooks / name).write_text("#!/bin/sh\nexit 1\n")
        (hooks / name).chmod(0o755)
    (house.folder / "ten").write_text("[user]\nname = Người khác\nemail = khac@mau.example.vn\n")
    (house.folder / "gitconfig").write_text(
        f'[init]\ndefaultBranch = {BRANCH}\n[includeIf "gitdir:{house.root}/"]\npath = ten\n'
    )
    git(house.root, "config", "--remove-section", "user")
    git(house.root, "config", "core.hooksPath", str(hooks))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(house.folder / "gitconfig"))
    house.send("2026.2")
    assert house.editions()[0] == ("2026.2", "moi-nhat")
    assert git(house.bare, "log", "-1", "--format=%cn", f"refs/heads/{BRANCH}") == "Người khác"


def test_a_second_edition_with_the_same_root_files(house):
    def same(root, out, url):
        build(root, out, url)
        (out / "404.html").write_text("Không thấy", encoding="utf-8")

    for version in ("2026.2", "2026.3"):
        house.send(version, build=same)
    assert house.show("404.html") == "Không thấy"


def test_no_other_builder_is_installed_that_mike_would_prefer():
    with pytest.raises(metadata.PackageNotFoundError):
        metadata.version("properdocs")

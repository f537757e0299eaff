"""A publication that goes well: what stands on the published branch, and what was left alone."""

import shutil
from importlib import metadata

import pytest
from small_house import BRANCH, PAGE, git

from vungxanh.problems import Problem
from vungxanh.publishing import Published

URL = "https://mau.example.vn/"


def test_the_first_edition_is_there_under_its_name_and_as_the_newest(new):
    new.edit("Ứng xử đẹp")
    published = new.send("2026.1")
    assert published == Published("2026.1", new.tip(), f"{URL}2026.1/")
    site = ["404.html", "bai/a.html", "index.html"]
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


def test_no_other_builder_is_installed_that_mike_would_prefer():
    with pytest.raises(metadata.PackageNotFoundError):
        metadata.version("properdocs")

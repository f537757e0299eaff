"""A built edition is tried in a real browser before anybody can see it."""

import os
import re
import shutil
from pathlib import Path

import pytest
from small_house import House, git, keep

from projects import REPOSITORY, make_buildable
from vungxanh.publishing import PublishFailed
from vungxanh.publishing.smoke import smoke
from vungxanh.site.build import build

HOME = "---\ntitle: Who are you?\ndescription: A home.\n---\n\n/// audience-cards\n///\n"


@pytest.fixture(scope="module")
def chromium():
    return Path(os.environ.get("VUNGXANH_BROWSER") or shutil.which("chromium"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("thu")
    root = make_buildable(folder, {"docs/index.en.md": HOME})
    build(root, folder / "site", "https://mau.example.vn/2026.1/")
    return folder / "site"


@pytest.fixture
def site(built, tmp_path):
    return shutil.copytree(built, tmp_path / "site")


def test_a_whole_site_works_and_the_browser_is_named(site, chromium):
    assert re.fullmatch(r"Chrome/[\d.]+", smoke(site, "2026.1", "duong dan la", chromium))


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("index.html", "trang đầu"),
        ("en/index.html", "trang đầu tiếng Anh"),
        ("404.html", "trang báo không thấy"),
        ("assets/search/search.js", "ô tìm kiếm"),
        ("assets/quiz.js", "trả lời một câu hỏi"),
    ],
)
def test_what_does_not_work_is_named(site, chromium, path, part, monkeypatch):
    monkeypatch.setattr("vungxanh.publishing.smoke.PATIENCE", 2)
    (site / path).write_text("", encoding="utf-8")
    with pytest.raises(PublishFailed) as failed:
        smoke(site, "2026.1", "duong dan la", chromium)
    assert failed.value.code == "publish-smoke"
    assert failed.value.problem.values["part"] == part


def test_a_browser_that_does_not_start(site, tmp_path):
    broken = tmp_path / "trinh-duyet"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    with pytest.raises(PublishFailed) as failed:
        smoke(site, "2026.1", "duong dan la", broken)
    assert failed.value.code == "publish-browser"


def test_an_edition_says_which_browser_tried_it(tmp_path, chromium):
    root = make_buildable(tmp_path, {"docs/index.en.md": HOME})
    shutil.copy(REPOSITORY / ".gitignore", root)
    house = House(tmp_path)
    keep(root, house.bare)
    git(tmp_path, "init", "--quiet", "--bare", str(house.bare))
    house.send("2026.1", build=build, browser=chromium)
    assert '"browser": "Chrome/' in house.show("2026.1/edition.json")
    house.send("2026.2", build=build)
    assert '"browser"' not in house.show("2026.2/edition.json")

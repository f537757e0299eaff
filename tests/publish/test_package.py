"""Packages: one edition on a stick opens by itself, all of them are what a server needs."""

import hashlib
import json
import shutil
import zipfile

import pytest
from small_house import BRANCH, House, git, keep

from projects import REPOSITORY, make_buildable
from vungxanh.publishing import PublishFailed, package, verify
from vungxanh.publishing.servers import servers
from vungxanh.site.build import build

PAGE = "---\ntitle: {0}\ndescription: Một trang.\n---\n\n{0}\n"
FILES = {
    **{f"docs/{name}/index.md": PAGE.format("Trang") for name in ("ke-hoach", "rieng-tu")},
    "docs/index.en.md": PAGE.format("Home"),
}


def packed(house, folder, **given):
    """Return the package, unpacked, and what it is called."""
    folder.mkdir()
    target = package(house.root, folder, house.said.append, **given)
    with zipfile.ZipFile(target) as archive:
        archive.extractall(folder)
    assert [one.name for one in folder.iterdir() if one.is_file()] == [target.name]
    return folder / target.stem


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A house that has published a real site."""
    folder = tmp_path_factory.mktemp("goi")
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "kho.git")
    house = House(folder)
    make_buildable(folder, FILES)
    shutil.copy(REPOSITORY / ".gitignore", house.root)
    keep(house.root, house.bare)
    house.send("2026.1", build=build)
    return house


def test_a_package_is_the_edition_with_checksums_and_a_manifest(house, tmp_path):
    place = packed(house, tmp_path / "goi")
    assert place.name == "vung-xanh-2026.1"
    assert (place / "index.html").read_text(encoding="utf-8") == house.show("2026.1/index.html")
    assert json.loads((place / "edition.json").read_text())["version"] == "2026.1"
    for line in (place / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, path = line.partition("  ")
        assert hashlib.sha256((place / path).read_bytes()).hexdigest() == digest
    assert (place / "may-chu/nginx.conf").is_file()


def test_the_same_edition_makes_the_same_bytes(house, tmp_path):
    files = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        files.append(package(house.root, tmp_path / name, house.said.append).read_bytes())
    assert files[0] == files[1]


def test_an_older_edition_is_packed_by_its_name(house, tmp_path):
    house.edit("Hai")
    house.send("2026.2")
    old = packed(house, tmp_path / "cu", version="2026.1")
    assert "Hai" not in (old / "index.html").read_text(encoding="utf-8")
    assert "Hai" in (packed(house, tmp_path / "moi") / "index.html").read_text(encoding="utf-8")


def test_a_whole_branch_is_what_a_server_needs(house, tmp_path):
    place = packed(house, tmp_path / "goi", whole=True)
    published = set(house.paths()) - {".nojekyll"}
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert published < there
    extra = {name for name in there - published if not name.endswith(".gz")}
    assert extra == {".htaccess", "nginx.conf", "web.config", "_headers", "SHA256SUMS"}
    assert verify(str(place)) == []


@pytest.mark.parametrize("version", ["2026.9", "../x", "moi-nhat"])
def test_an_edition_that_is_not_there(house, tmp_path, version):
    with pytest.raises(PublishFailed) as failed:
        package(house.root, tmp_path, house.said.append, version=version)
    assert failed.value.code == "edition-unknown"
    assert not list(tmp_path.glob("*.zip*"))


def test_nothing_is_published_yet(new, tmp_path):
    with pytest.raises(PublishFailed) as failed:
        package(new.root, tmp_path, new.said.append)
    assert failed.value.code == "edition-unknown"


def test_an_audience_that_is_none(house, tmp_path):
    with pytest.raises(PublishFailed) as failed:
        package(house.root, tmp_path, house.said.append, audience="hoc-sin")
    assert failed.value.code == "package-audience"


def test_pupils_get_nothing_that_is_for_teachers(real, tmp_path):
    whole = packed(real, tmp_path / "het")
    place = packed(real, tmp_path / "goi", audience="hoc-sinh")
    assert place.name == "vung-xanh-2026.1-hoc-sinh"
    plans = [path for path in place.rglob("*.html") if path.name == "giao-an.html"]
    assert len(plans) == len(list(whole.rglob("giao-an.html")))
    for plan in plans:
        text = plan.read_text(encoding="utf-8")
        assert len(text) < 2500
        assert ("Trang này không có trong gói này" in text) is ("/en/" not in plan.as_posix())
    for search in (place / "search").glob("??.js"):
        assert "giao-an.html" not in search.read_text(encoding="utf-8")
    assert verify(str(place)) != []  # the sums and the servers' files are no part of the edition
    assert {one.code for one in verify(str(place))} == {"verify-stranger"}


def test_a_package_opens_by_double_click(real, tmp_path, browser):
    place = packed(real, tmp_path / "USB của cô")
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        faults = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto((place / "index.html").as_uri())
        page.goto((place / "hoc-sinh/index.html").as_uri())
        page.locator('a[href*="mau/index.html"]').first.click()
        question = page.locator("vx-quiz").first
        question.locator("input").first.check()
        question.get_by_role("button", name="Trả lời").click()
        question.locator(".vx-status").filter(has_text=".").wait_for()
        page.locator(".md-search__input").click()
        page.keyboard.type("duong dan")
        page.locator(".md-search-result__item").first.wait_for()
        assert faults == []


def test_what_servers_are_told_allows_just_the_scripts_of_the_pages():
    text = servers({"'sha256-b='", "'sha256-a='"})
    for name in ("nginx.conf", ".htaccess", "web.config", "_headers"):
        assert "script-src 'self' 'sha256-a=' 'sha256-b=';" in text[name].replace("&#39;", "'")
        assert "unsafe-inline" not in text[name].partition("script-src")[2].partition(";")[0]


def test_the_branch_of_the_published_repository_is_as_it_was(house, tmp_path):
    before = house.tip()
    packed(house, tmp_path / "goi", whole=True)
    assert house.tip() == before
    assert git(house.bare, "rev-parse", BRANCH) == before

"""Each edition tells what it changed for those who had the one before, on a page of its own."""

import os
import re
from pathlib import Path

import pytest
from small_house import House, build, git, keep

from projects import make_buildable
from vungxanh.model.change import HISTORY
from vungxanh.publishing import preview
from vungxanh.publishing.record import read
from vungxanh.site.build import build as real_build

LESSON = "lessons/hoc-sinh/mau/index.md"
LEGAL, FIGURES = "docs/_data/legal.yml", "docs/_data/figures.yml"
PAGE = "---\ntitle: {0}\ndescription: {0}.\n---\n/// changes\n///\n"


def rewrite(house, name, old, new):
    """Commit a change of one file."""
    file = house.root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    git(house.root, "commit", "--quiet", "--all", f"--message={name}")


def history(house, version):
    return read(house.show(f"{version}/edition.json")).history


def names(rows):
    return [row.vi for row in rows]


def test_the_first_edition_changes_nothing_for_nobody(house):
    [first] = history(house, "2026.1")
    assert (first.version, first.before, first.added) == ("2026.1", "", ())


def test_an_edition_tells_what_is_changed_and_keeps_what_those_before_it_told(house):
    rewrite(house, LESSON, "bấm", "chạm")
    rewrite(house, LEGAL, "Luật giữ cho mạng", "Luật giữ mạng")
    house.send("2026.2")
    rewrite(house, FIGURES, "basis: seen", "basis: unconfirmed")
    house.send("2026.3")
    third, second, first = history(house, "2026.3")
    assert (third.version, third.before) == ("2026.3", "2026.2")
    assert names(third.removed) == ["số bạn trẻ từng bị bắt nạt"]
    assert names(second.changed) == ["Bài mẫu: đường dẫn lạ", "An ninh mạng"]
    assert (second.changed[0].path, second.changed[1].anchor) == (LESSON, "b-12")
    assert second.changed[0].en == "Sample lesson: strange links"
    assert first.version == "2026.1"


@pytest.mark.parametrize(
    ("old", "new"),
    [("checked_on: 2026-11-23", "checked_on: 2026-12-01"), ("basis: seen", "basis: known")],
)
def test_looking_again_changes_no_fact(house, old, new):
    rewrite(house, FIGURES, old, new)
    house.send("2026.2")
    assert not history(house, "2026.2")[0].changed


def test_an_edition_from_before_facts_were_kept_tells_nothing_of_them(house):
    def forget(branch):
        for folder in ("2026.1", "moi-nhat"):
            record = read((branch / folder / "edition.json").read_text(encoding="utf-8"))
            bare = record.model_copy(update={"facts": {}, "history": ()})
            (branch / folder / "edition.json").write_text(bare.text(), encoding="utf-8")

    house.meddle(forget)
    house.send("2026.2")
    [second] = history(house, "2026.2")
    assert (second.before, second.added) == ("2026.1", ())


def test_the_build_is_handed_the_changes_and_the_environment_is_left_as_it_was(house):
    handed = []

    def look(root, out, url):
        handed.extend(HISTORY.validate_json(Path(os.environ["VUNGXANH_CHANGES"]).read_bytes()))
        build(root, out, url)

    preview(house.root, build=look, check=list, say=house.said.append)
    assert [(one.version, one.before) for one in handed] == [
        ("xem-truoc", "2026.1"),
        ("2026.1", ""),
    ]
    assert "VUNGXANH_CHANGES" not in os.environ


def test_readers_of_a_published_edition_find_it_on_the_page(tmp_path):
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "kho.git")
    pages = {
        "docs/thay-doi/index.md": PAGE.format("Có gì mới"),
        "docs/thay-doi/index.en.md": PAGE.format("New"),
    }
    root = make_buildable(tmp_path, pages)
    (root / ".gitignore").write_text("__pycache__/\n", encoding="utf-8")
    keep(root, tmp_path / "kho.git")
    house = House(tmp_path)
    house.send("2026.1", build=real_build)
    assert "Ấn bản đầu tiên" in house.show("2026.1/thay-doi/index.html")
    rewrite(house, LESSON, "Bài mẫu: đường dẫn lạ", "Bài mẫu & đường dẫn")
    rewrite(house, LEGAL, "Luật giữ cho mạng", "Luật giữ mạng")
    house.send("2026.2", build=real_build)
    page = house.show("moi-nhat/thay-doi/index.html")
    assert "so với ấn bản 2026.1" in page
    assert '<a href="../hoc-sinh/mau/index.html">Bài mẫu &amp; đường dẫn</a>' in page
    assert re.search(r'Văn bản: <a [^>]*href="../phap-luat/index.html#b-12">An ninh mạng</a>', page)
    assert page.index('id="2026.2"') < page.index('id="2026.1"')
    english = house.show("moi-nhat/en/thay-doi/index.html")
    assert "Law: <a " in english

"""Before an edition is out: what it would change, on the screen and on paper, and a preview."""

import json

import pytest
from small_house import BRANCH, build, git

from vungxanh.publishing import PublishFailed, preview
from vungxanh.publishing.slip import slip
from vungxanh.readers.registries import read_registries


def summary(house, version="2026.2", **given):
    """Return what `approve` is shown; it says no."""
    seen = []

    def approve(one):
        seen.append(one)
        return False

    before = house.tip()
    assert house.send(version, approve=approve, **given) is None
    assert house.tip() == before
    return seen[0]


def write(house, path, text):
    file = house.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    git(house.root, "add", "--all")
    git(house.root, "commit", "--quiet", f"--message={path}")


def test_whoever_says_no_has_published_nothing(new):
    assert new.send("2026.1", approve=lambda summary: False) is None
    assert new.tip() == ""
    assert new.send("2026.1").sha == new.tip()


def test_the_first_edition_adds_everything(new):
    shown = summary(new, "2026.1")
    assert shown.before == ""
    assert list(shown.added) == list(shown.record.lessons) != []
    assert "chưa có ấn bản nào trước" in shown.text()


def test_an_edition_without_new_lessons_says_so(house):
    assert "không bài nào thêm, sửa hay bỏ" in summary(house).text()
    assert summary(house).before == "2026.1"


def test_lessons_that_are_new_changed_and_gone(house):
    lesson = next(iter(summary(house).record.lessons))
    path = next((house.root / "lessons").glob("*/*/index.md")).relative_to(house.root).as_posix()
    text = (house.root / path).read_text(encoding="utf-8")
    write(house, path, text + "\nThêm một câu.\n")
    assert list(summary(house).changed) == [lesson]
    other = text.replace(f"id: {lesson}", f"id: {lesson}9")
    write(house, f"{path.rsplit('/', 2)[0]}/bai-moi/index.md", other)
    shown = summary(house)
    assert (list(shown.added), list(shown.changed), shown.removed) == ([f"{lesson}9"], [lesson], {})
    house.send("2026.2")
    git(house.root, "rm", "-r", "--quiet", f"{path.rsplit('/', 2)[0]}/bai-moi")
    git(house.root, "commit", "--quiet", "--message=bỏ")
    assert list(summary(house, "2026.3").removed) == [f"{lesson}9"]


def test_a_change_of_dates_alone_is_no_new_lesson(house):
    path = next((house.root / "lessons").glob("*/*/index.md")).relative_to(house.root).as_posix()
    text = (house.root / path).read_text(encoding="utf-8")
    write(house, path, text.replace("status:", "reviewed: 2026-11-24\nstatus:", 1))
    assert summary(house).changed == {}


def test_the_slip_says_the_same_on_paper(house):
    registries, _ = read_registries(house.root)
    page = slip(summary(house, title="Năm học <mới>"), registries.site)
    assert "Phiếu trình duyệt" in page
    assert "Ấn bản 2026.2: Năm học &lt;mới&gt;" in page
    assert "Người duyệt" in page


def test_an_edition_has_the_title_it_was_given(house):
    house.send("2026.2", title="Năm học mới")
    assert json.loads(house.show("versions.json"))[0]["title"] == "Năm học mới"


def test_another_alias_leaves_the_newest_edition_alone(house):
    before = git(house.bare, "rev-parse", f"{BRANCH}:moi-nhat"), house.show("404.html")
    house.edit("Ôn thi")
    house.send("2026.2", alias="on-thi")
    assert (git(house.bare, "rev-parse", f"{BRANCH}:moi-nhat"), house.show("404.html")) == before
    assert house.editions() == [("2026.2", "on-thi"), ("2026.1", "moi-nhat")]


@pytest.mark.parametrize("alias", ["", "Ôn thi", "../x", "2026.1", "a/b", "-a", "moi nhat"])
def test_a_name_that_is_no_alias(house, alias):
    with pytest.raises(PublishFailed) as failed:
        house.send("2026.2", alias=alias)
    assert failed.value.code == "publish-alias-malformed"


def test_an_alias_that_is_something_else_already(house):
    house.meddle(lambda branch: (branch / "tai-lieu").mkdir() or (branch / "tai-lieu/a").touch())
    with pytest.raises(PublishFailed) as failed:
        house.send("2026.2", alias="tai-lieu")
    assert failed.value.code == "publish-alias-unfit"


def test_the_very_first_edition_is_the_newest(new):
    with pytest.raises(PublishFailed) as failed:
        new.send("2026.1", alias="on-thi")
    assert failed.value.code == "publish-alias-unfit"


def show(house):
    return preview(house.root, build=build, check=list, say=house.said.append)


def test_a_preview_is_listed_nowhere_and_changes_no_edition(house):
    names = ("2026.1", "moi-nhat", "versions.json", "404.html", "index.html")
    before = [git(house.bare, "rev-parse", f"{BRANCH}:{name}") for name in names]
    house.edit("Chờ duyệt")
    assert show(house).url == "https://mau.example.vn/xem-truoc/"
    assert "Chờ duyệt" in house.show("xem-truoc/index.html")
    assert [git(house.bare, "rev-parse", f"{BRANCH}:{name}") for name in names] == before


def test_the_next_preview_takes_the_place_of_the_one_before(house):
    house.edit("Một")
    show(house)
    house.edit("Hai")
    show(house)
    assert "Hai" in house.show("xem-truoc/index.html")
    house.send("2026.2")
    assert "Hai" in house.show("xem-truoc/index.html")


def test_a_preview_may_come_before_any_edition(new):
    show(new)
    assert new.paths()[:2] == [".nojekyll", "xem-truoc/404.html"]
    new.send("2026.1")
    assert new.editions() == [("2026.1", "moi-nhat")]
    assert "xem-truoc/index.html" in new.paths()

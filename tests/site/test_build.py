"""A build is whole or not there: the last good site stays through every failure."""

import pytest

from projects import make_buildable
from vungxanh.site.build import BuildFailed, _replace, build

LESSON = "lessons/hoc-sinh/mau/index.md"


def tree(folder):
    return {path.relative_to(folder): path.stat().st_mtime_ns for path in folder.rglob("*")}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A project and a good site of it; tests break copies of the project, never the site."""
    folder = tmp_path_factory.mktemp("dung")
    root = make_buildable(folder)
    build(root, folder / "site")
    return root, folder / "site"


def test_a_fault_in_the_content_leaves_the_last_good_site(built):
    root, site = built
    before = tree(site)
    good = (root / LESSON).read_text(encoding="utf-8")
    (root / LESSON).write_text(good.replace("- [x] Gọi", "- [ ] Gọi"), encoding="utf-8")
    with pytest.raises(BuildFailed) as failed:
        build(root, site)
    (root / LESSON).write_text(good, encoding="utf-8")
    assert [problem.code for problem in failed.value.problems] == ["quiz-no-correct-choice"]
    assert tree(site) == before
    assert [path.name for path in site.parent.iterdir() if path.name.startswith(".site")] == []


def test_a_file_in_the_way_of_the_folder_is_said_not_raised(built, tmp_path):
    root, _ = built
    (tmp_path / "tep").write_text("một tệp", encoding="utf-8")
    with pytest.raises(BuildFailed) as failed:
        build(root, tmp_path / "tep" / "site")
    assert failed.value.reasons
    assert (tmp_path / "tep").read_text(encoding="utf-8") == "một tệp"


def test_two_builds_of_the_same_sources_are_the_same_bytes(built, tmp_path):
    root, _ = built
    build(root, tmp_path / "mot")
    build(root, tmp_path / "hai")
    one = {p.relative_to(tmp_path / "mot"): p.read_bytes() for p in (tmp_path / "mot").rglob("*.*")}
    two = {p.relative_to(tmp_path / "hai"): p.read_bytes() for p in (tmp_path / "hai").rglob("*.*")}
    assert one == two


@pytest.mark.parametrize("place", [".", "docs", "lessons/hoc-sinh", "mkdocs.yml"])
def test_what_is_no_site_is_never_replaced(built, place):
    root, _ = built
    before = tree(root)
    with pytest.raises(BuildFailed) as failed:
        build(root, root / place)
    assert "không phải trang đã dựng" in failed.value.reasons[0]
    assert tree(root) == before


def test_an_empty_folder_takes_a_site(built, tmp_path):
    root, _ = built
    build(root, tmp_path)
    assert (tmp_path / "index.html").is_file()


def test_a_site_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path):
    """The new site is gone when its turn comes, as when a cleaner takes it."""
    work, out = tmp_path / "lam", tmp_path / "site"
    work.mkdir()
    out.mkdir()
    (out / "index.html").write_text("bản tốt", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        _replace(work, out)
    assert (out / "index.html").read_text(encoding="utf-8") == "bản tốt"

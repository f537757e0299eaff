"""A link broken on purpose is reported where a person can mend it, with the right value."""

import subprocess

import pytest

from projects import make_buildable
from vungxanh.links.run import check_site
from vungxanh.links.sources import origins_in
from vungxanh.problems import in_order
from vungxanh.site.build import build

HOME = "https://mau.example.vn/"
LESSON = "lessons/hoc-sinh/mau/index.md"
ENGLISH = "lessons/hoc-sinh/mau/index.en.md"
REGISTRY = "docs/_data/site.yml"
TEMPLATE = "overrides/partials/vx-footer.html"


def git(root, *arguments):
    who = ("-c", "user.name=Mẫu", "-c", "user.email=mau@example.vn")
    subprocess.run(["git", "-C", root, *who, *arguments], check=True, capture_output=True)


def keep(root):
    git(root, "add", "-A")
    git(root, "commit", "-qm", "một bản")


def added(root, file, text):
    """Put `text` at the end of a file; return its line there."""
    path = root / file
    before = path.read_text(encoding="utf-8").rstrip()
    path.write_text(f"{before}\n\n{text}\n", encoding="utf-8")
    return before.count("\n") + 3


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A project in git, in which one page has moved."""
    text = "---\ntitle: {0}\ndescription: Một trang.\n---\n\n## {0}\n"
    pages = {
        f"docs/{name}/index.md": text.format(title)
        for name, title in (("rieng-tu", "Riêng tư"), ("lich-truc", "Lịch trực"))
    }
    root = make_buildable(tmp_path_factory.mktemp("nha"), pages)
    git(root, "init", "-q")
    keep(root)
    (root / "docs/nguoi-truc").mkdir()
    git(root, "mv", "docs/lich-truc/index.md", "docs/nguoi-truc/index.md")
    keep(root)
    return root


@pytest.fixture(scope="module")
def broken(house, tmp_path_factory):
    """Where each link was broken on purpose, and what is told of the built site."""
    lines = {
        "lesson": added(house, LESSON, 'Xem <a href="../../lich-truc/index.html">lịch trực</a>.'),
        "english": added(house, ENGLISH, 'See <a href="../../../rieng-tu/rieng.html">privacy</a>.'),
        "registry": added(house, REGISTRY, 'exit_url: "https://mau.example.vn/rieng-tu/indx.html"'),
        "template": added(
            house, TEMPLATE, "<a href=\"{{ 'can-giup-do/idex.html' | url }}\">Cần giúp đỡ</a>"
        ),
    }
    added(house, "docs/index.md", "Xem thêm [tại đây][giup].")
    lines["reference"] = added(house, "docs/index.md", "[giup]: can-giup-do/index.md")
    added(house, "docs/rieng-tu/index.md", '## Cùng tên {#cung}\n\n<p id="cung">Hai.</p>')
    site = tmp_path_factory.mktemp("dung") / "site"
    build(house, site, HOME)
    return lines, in_order(check_site(site, HOME, origins=origins_in(house)))


@pytest.mark.parametrize(
    ("name", "file", "column", "right", "more"),
    [
        ("lesson", LESSON, 14, "../../nguoi-truc/index.html", False),
        ("english", ENGLISH, 14, "../../../rieng-tu/index.html", False),
        ("registry", REGISTRY, 12, "rieng-tu/index.html", True),
        ("template", TEMPLATE, 14, "can-giup-do/index.html", True),
    ],
)
def test_a_link_broken_on_purpose_is_told_at_its_own_line(broken, name, file, column, right, more):
    lines, problems = broken
    (problem,) = [one for one in problems if one.file == file]
    assert (problem.line, problem.column) == (lines[name], column)
    assert problem.code == "site-link-missing"
    assert problem.suggestions[0].endswith(right)
    assert problem.page.endswith(".html")
    assert (" (+" in problem.values["seen"]) is more


def test_a_link_by_reference_is_told_where_it_is_defined(broken):
    lines, problems = broken
    (problem,) = [one for one in problems if one.code == "site-link-vague"]
    assert (problem.file, problem.line) == ("docs/index.md", lines["reference"])


def test_of_two_places_with_one_name_the_second_is_told(broken):
    (problem,) = [one for one in broken[1] if one.code == "site-id-duplicate"]
    text = "docs/rieng-tu/index.md"
    assert (problem.file, problem.line, problem.column) == (text, 10, 4)


def test_nothing_else_is_told(broken):
    assert len(broken[1]) == 6

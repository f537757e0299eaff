"""Pages of fines, figures and offices: certain things in full, uncertain ones without a number."""

from html import escape

import pytest

from projects import BASE, REPOSITORY, make_project
from vungxanh.readers.project import read_project
from vungxanh.readers.registries import read_registries
from vungxanh.render.bodies import bodies
from vungxanh.render.figures import figures
from vungxanh.render.fines import amounts, fines

REAL, _ = read_registries(REPOSITORY)


def registries(folder, name, old, new):
    text = (BASE / f"docs/_data/{name}.yml").read_text(encoding="utf-8")
    assert old in text
    root = make_project(folder, {f"docs/_data/{name}.yml": text.replace(old, new)})
    return read_project(root)[0].registries


def test_no_amount_that_is_not_confirmed_is_on_the_page(tmp_path):
    read = registries(tmp_path / "1", "fines", "basis: unconfirmed", "basis: unconfirmed")
    assert "triệu" not in fines(read, "vi")
    read = registries(tmp_path / "2", "fines", "basis: unconfirmed", "basis: seen")
    html = fines(read, "vi")
    assert "Cá nhân: từ 5 đến 10 triệu đồng" in html
    assert html.index("Cá nhân") < html.index("Tổ chức: từ 10 đến 20 triệu đồng")


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_real_page_tells_no_uncertain_amount(locale):
    known, _, open_ = fines(REAL, locale).partition('id="dang-cho"')
    assert "triệu" not in open_
    assert "million" not in open_
    for row in REAL.fines:
        assert (f'id="{row.id.lower()}"' in known) is row.printable
        assert (escape(row.act.in_(locale)) in open_) is not row.printable


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("{least: 2500000, most: 5000000}", "từ 2,5 đến 5 triệu đồng"),
        ("{least: 0, most: 3000000}", "nhiều nhất 3 triệu đồng"),
    ],
)
def test_amounts_are_said_in_millions(amount, said, tmp_path):
    read = registries(tmp_path, "fines", "{least: 5000000, most: 10000000}", amount)
    assert said in amounts(read, read.fines[0], "vi")[0]


def test_an_uncertain_figure_is_not_on_the_page(tmp_path):
    read = registries(tmp_path, "figures", "basis: seen", "basis: unconfirmed")
    assert "21%" not in figures(read, [], "vi")


def test_a_figure_without_a_sample_says_so(tmp_path):
    read = registries(
        tmp_path, "figures", "sample: {vi: người tự nguyện trả lời, en: volunteers}", "sample: null"
    )
    assert "UNICEF, 2019; nguồn không nói hỏi bao nhiêu người" in figures(read, [], "vi")


def test_an_office_of_which_nothing_is_certain_is_named_without_a_successor(tmp_path):
    read = registries(
        tmp_path, "bodies", "into: [{body: phong-vhxh}]\n  basis: known",
        "into: [{body: phong-vhxh}]\n  basis: unconfirmed",
    )  # fmt: skip
    html = bodies(read, "vi")
    assert "Chưa có gì chắc chắn" in html
    assert "Nay tìm đến" not in html


def test_every_office_of_the_real_registry_that_is_gone_is_found_by_name():
    html = bodies(REAL, "vi")
    for row in REAL.bodies:
        assert (f'id="{row.id}"' in html) is (row.gone and row.basis != "unconfirmed"), row.id

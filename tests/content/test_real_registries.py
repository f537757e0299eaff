"""What the office would be blamed for: the real registries say no more than is certain."""

import re

import pytest

from projects import REPOSITORY
from vungxanh.model.registry import LISTS
from vungxanh.readers.registries import read_registries

REGISTRIES, PROBLEMS = read_registries(REPOSITORY)
TEXTS = {
    name: (REPOSITORY / f"docs/_data/{name}.yml").read_text(encoding="utf-8") for name in LISTS
}


def test_every_registry_holds():
    assert PROBLEMS == []
    assert all(REGISTRIES.ids(name) for name in LISTS)


def test_the_plan_is_whole():
    wanted = [f"M-{n}" for n in range(1, 6)] + [f"R-{n}" for n in range(1, 4)]
    wanted += [f"P-{n:02}" for n in range(1, 59)]
    assert [row.id for row in REGISTRIES.plan] == wanted
    supported = {row.id for row in REGISTRIES.plan if row.role == "supported"}
    assert supported == {"P-22", "P-44", "P-45", "P-47", "P-49"}


def test_every_document_of_the_fact_base_is_there():
    wanted = {f"B-{n:02}" for n in range(1, 53)} | {"B-21b", "B-34b"}
    assert {row.id for row in REGISTRIES.legal} == wanted


def test_only_what_is_confirmed_is_printed():
    printed = {row.id for row in REGISTRIES.contacts if row.printable}
    assert printed == {"C-01", "C-03", "C-03b", "C-03c", "C-09", "C-13"}


def test_a_draft_or_a_document_nobody_may_cite_is_not_listed():
    hidden = {row.id for row in REGISTRIES.legal if not row.listed}
    assert hidden == {"B-15", "B-21", "B-21b", "B-25", "B-52"}


def test_a_fine_of_an_unconfirmed_decree_is_not_printed():
    status = {row.id: row.status for row in REGISTRIES.legal}
    for fine in REGISTRIES.fines:
        assert not (fine.printable and status[fine.law] != "in-force"), fine.id


@pytest.mark.parametrize("name", [name for name in LISTS if name != "fines"])
def test_amounts_of_fines_stand_in_one_registry(name):
    fined = re.compile(r"phạt[^.\n]{0,60}\d[\d.,]* (?:triệu|nghìn|tỷ)", re.IGNORECASE)
    assert fined.findall(TEXTS[name]) == []


@pytest.mark.parametrize("name", LISTS)
def test_no_registry_holds_an_address_of_a_person(name):
    assert "@" not in TEXTS[name]


def test_every_child_is_told_apart_from_adults():
    ages = [(row.least or 0, row.under or 99) for row in REGISTRIES.ages]
    assert ages == [(0, 14), (14, 16), (16, 18), (18, 99)]


def test_what_is_gone_has_a_successor_or_a_question_to_the_office():
    for body in REGISTRIES.bodies:
        if body.gone and not body.into:
            assert body.note, body.id


def test_a_figure_without_a_sample_is_known_to_have_none():
    for figure in REGISTRIES.figures:
        assert figure.basis == "unconfirmed" or figure.sources, figure.id


def test_every_open_point_is_still_to_be_answered_or_answered():
    for point in REGISTRIES.open_points:
        assert (point.answered is None) is (point.answer is None), point.id

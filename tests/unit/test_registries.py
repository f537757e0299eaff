"""Registries as read, and what the checks make of documents that contradict one another."""

from projects import BASE, make_project
from vungxanh.checks.law import check_law
from vungxanh.checks.registries import REFERENCES
from vungxanh.model.registry import LISTS
from vungxanh.readers.project import read_project
from vungxanh.readers.registries import read_registries

LEGAL = "docs/_data/legal.yml"
FIRST = (BASE / LEGAL).read_text(encoding="utf-8").partition("- id: B-13")[0]


def row(id_: str, *, replaced_by: str = "null", replaces: str = "[]") -> str:
    text = FIRST.replace("B-12", id_).replace("replaces: [B-13]", f"replaces: {replaces}")
    status = "replaced" if replaced_by != "null" else "in-force"
    return text.replace("status: in-force", f"status: {status}\n  replaced_by: {replaced_by}")


def faults(tmp_path, *rows: str) -> list[tuple[str, str]]:
    project, problems = read_project(make_project(tmp_path, {LEGAL: "".join(rows)}))
    assert problems == []
    return [(one.code, one.values.get("way", one.values["id"])) for one in check_law(project)]


def test_a_document_that_replaces_itself(tmp_path):
    assert faults(tmp_path, row("B-12", replaced_by="B-12")) == [("legal-circle", "B-12 → B-12")]


def test_three_in_a_circle_are_told_once_and_the_one_beside_them_not(tmp_path):
    rows = (
        row("B-01", replaced_by="B-02"),
        row("B-02", replaced_by="B-03", replaces="[B-01]"),
        row("B-03", replaced_by="B-04", replaces="[B-02]"),
        row("B-04", replaced_by="B-02", replaces="[B-03]"),
    )
    assert faults(tmp_path, *rows) == [("legal-circle", "B-02 → B-03 → B-04 → B-02")]


def test_two_circles_are_two_problems(tmp_path):
    rows = [row(f"B-0{n}", replaced_by=f"B-0{n + 1 if n % 2 else n - 1}") for n in (1, 2, 3, 4)]
    found = faults(tmp_path, *rows)
    assert [way for _, way in found] == ["B-01 → B-02 → B-01", "B-03 → B-04 → B-03"]


def test_one_document_may_be_replaced_by_two(tmp_path):
    rows = (
        row("B-01", replaced_by="B-02"),
        row("B-02", replaces="[B-01]"),
        row("B-03", replaces="[B-01]"),
    )
    assert faults(tmp_path, *rows) == []


def test_a_broken_row_keeps_its_id_and_its_lines(tmp_path):
    text = FIRST.replace("status: in-force", "status: maybe") + row("B-13")
    registries, problems = read_registries(make_project(tmp_path, {LEGAL: text}))
    assert [problem.code for problem in problems] == ["field-value"]
    assert registries.ids("legal") == ("B-12", "B-13")
    assert [one.id for one in registries.legal] == ["B-13"]
    assert registries.line("legal", "B-12", "status") == problems[0].line
    assert registries.line("legal", "B-12", "no-such-key") == 1
    assert registries.whole


def test_a_file_that_is_no_list_leaves_the_others_whole(tmp_path):
    files = {LEGAL: "B-12: luật\n", "docs/_data/site.yml": "name: [\n"}
    registries, problems = read_registries(make_project(tmp_path, files))
    assert [problem.code for problem in problems] == ["registry-shape", "yaml-broken"]
    assert registries.ids("legal") is None
    assert registries.ids("contacts") == ("C-01", "C-02")
    assert not registries.whole


def test_references_name_registries_and_fields_that_there_are():
    for one in REFERENCES:
        assert one.field in LISTS[one.source].model_fields
        assert one.target in LISTS

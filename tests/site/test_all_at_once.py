"""Nine things that go wrong in one house: each is one clear problem, and one run tells them all."""

import json
import os
import resource
import subprocess
import sys

import pytest

from projects import BASE, make_buildable

LESSON = "lessons/hoc-sinh/mau/index.md"
ENGLISH = "lessons/hoc-sinh/mau/index.en.md"
PLAN = "lessons/hoc-sinh/mau/giao-an.md"
LAW = "docs/_data/legal.yml"


def read(file):
    return (BASE / file).read_text(encoding="utf-8")


def law(id_, **more):
    """One more document; what is given replaces what it has."""
    keys = {
        "number": f"{id_[2:]}/2020/NĐ-CP", "type": "{vi: Nghị định, en: Decree}",
        "title": "{vi: Một việc, en: Something}", "body": "{vi: Chính phủ, en: Government}",
        "issued": "2020-01-01", "status": "in-force", "meaning": "{vi: Một, en: One}",
        "basis": "seen", "checked_on": "2026-11-23",
    }  # fmt: skip
    lines = [f"{key}: {value}" for key, value in (keys | more).items()]
    return f"\n- id: {id_}\n  " + "\n  ".join(lines)


def lesson(number, body="", english=None):
    """The sample lesson under another id, with more at its end."""
    folder = f"lessons/hoc-sinh/bai-{number}"
    text = read(LESSON).replace("id: CS-1", f"id: CS-{number}").replace("](img/", "](../mau/img/")
    files = {f"{folder}/index.md": text + body, f"{folder}/giao-an.md": read(PLAN)}
    return files | ({f"{folder}/index.en.md": english} if english else {})


CIRCLE = law("B-81", status="replaced", replaced_by="B-82", replaces="[B-82]") + law(
    "B-82", status="replaced", replaced_by="B-81", replaces="[B-81]"
)
EARLY = law("B-83", status="replaced", replaced_by="B-84", issued="2022-05-05") + law(
    "B-84", issued="2021-03-03", replaces="[B-83]"
)
NO_DATE = law("B-85", issued="31/02/2021")
CONTACT = """
- id: C-03
  name: {vi: Nơi mới, en: A new place}
  number: "156"
  use: {vi: Khi cần, en: When needed}
  confirmed: true
  basis: seen
"""
ROW = """
- {id: P-40, part: II.1, quote: "Một việc", lead: null, kind: [L], role: served, here: [CS-77]}
"""
LONGER = read(ENGLISH).replace("](img/", "](../mau/img/").replace(
    "/// help", "/// quiz | One more?\n    id: mot-cau-nua\n    type: reflect\n\n"
    "Explanation: think about it.\n///\n\n/// help"
)  # fmt: skip
PASTE = "data:image/png;base64," + "iVBORw0KGgo" * 460_000
CASES = {
    "two documents that replace one another": ({LAW: read(LAW) + CIRCLE}, LAW, "legal-circle"),
    "a date that is none": ({LAW: read(LAW) + NO_DATE}, LAW, "field-date"),
    "replaced before it was issued": ({LAW: read(LAW) + EARLY}, LAW, "legal-replaced-early"),
    "a citation of nothing": (
        lesson(21, "\nXem [luật](../../../docs/phap-luat/index.md#b-21).\n"),
        "lessons/hoc-sinh/bai-21/index.md",
        "link-anchor",
    ),
    "a contact nobody confirmed": (
        {"docs/_data/contacts.yml": read("docs/_data/contacts.yml") + CONTACT},
        "docs/_data/contacts.yml",
        "contact-unconfirmed",
    ),
    "a row without its lesson": (
        {"docs/_data/plan.yml": read("docs/_data/plan.yml") + ROW},
        "docs/_data/plan.yml",
        "plan-lesson-unknown",
    ),
    "a registry that is no list": (
        {"docs/_data/figures.yml": "một dòng\n"},
        "docs/_data/figures.yml",
        "registry-shape",
    ),
    "five megabytes of a picture": (
        lesson(22, f"\n![Ảnh]({PASTE})\n"),
        "lessons/hoc-sinh/bai-22/index.md",
        "file-large",
    ),
    "one more question in English": (
        lesson(23, english=LONGER),
        "lessons/hoc-sinh/bai-23/index.en.md",
        "parity-question-extra",
    ),
}


def check(root):
    return subprocess.run(
        [sys.executable, "-m", "vungxanh.cli", "check", "--format", "json"],
        env=os.environ | {"PYTHONPATH": str(root / "scripts"), "PYTHONUTF8": "1"},
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def told(root):
    """Return the file and the code of each problem that is no advice."""
    result = check(root)
    assert result.returncode == 1
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert all(one["line"] for one in found if one["code"] != "file-large")
    return [(one["file"], one["code"]) for one in found if one["level"] != "advice"]


@pytest.mark.parametrize("name", CASES)
def test_each_is_one_problem(name, tmp_path):
    files, file, code = CASES[name]
    assert told(make_buildable(tmp_path, files)) == [(file, code)]


def test_all_of_them_are_told_in_one_run_within_seconds(tmp_path):
    files = {}
    for case, _, _ in CASES.values():
        files |= case
    files[LAW] = read(LAW) + CIRCLE + NO_DATE + EARLY
    root = make_buildable(tmp_path, files)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = told(root)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert sorted(found) == sorted((file, code) for _, file, code in CASES.values())
    # Of the processor: a busy machine takes longer, and is not slower.
    assert after.ru_utime - before.ru_utime < 3


def test_the_nearest_id_and_the_way_round_are_named(tmp_path):
    files = {LAW: read(LAW) + CIRCLE, **CASES["a citation of nothing"][0]}
    found = {one["code"]: one for one in json.loads(check(make_buildable(tmp_path, files)).stdout)}
    assert found["link-anchor"]["suggestions"][0] == "b-82"
    assert "“#b-82”" in found["link-anchor"]["fix"]
    assert "B-81 → B-82 → B-81" in found["legal-circle"]["message"]


def test_a_lesson_that_cannot_be_read_hides_no_row_but_its_own(tmp_path):
    row = ROW.replace("[CS-77]", "[CS-22, CS-77]")
    files = {"docs/_data/plan.yml": read("docs/_data/plan.yml") + row}
    files |= CASES["five megabytes of a picture"][0]
    found = json.loads(check(make_buildable(tmp_path, files)).stdout)
    assert [one["message"] for one in found if one["code"] == "plan-lesson-unknown"] == [
        "Dòng “P-40” của Kế hoạch ghi “CS-77”, mà không có bài hay trang nào như vậy."
    ]

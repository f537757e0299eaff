"""Each problem code has two documents, one wrong on purpose and one right, and its exact words.

A case `CODE.wrong.md` (or .yml) starts with the path it has in the project; the rest is the file.
It is put into the small project in `base/`; a line `>>> PATH` begins one more file. `CODE.txt` is
the report, in both languages. Another case of the same code is called `CODE.NAME.wrong.md`, with
`CODE.NAME.txt` beside it.
"""

from pathlib import Path

import pytest

from projects import make_project
from vungxanh.checks import check_all
from vungxanh.problems import Problem, catalogue, in_order
from vungxanh.readers.project import read_project
from vungxanh.reporting import report

CASES = Path(__file__).parent / "problems"
WRONG = sorted(CASES.glob("*.wrong.*"))
RIGHT = sorted(CASES.glob("*.right.*"))


def problems_of(case: Path, folder: Path) -> list[Problem]:
    parts = ("\n>>> " + case.read_text(encoding="utf-8")).split("\n>>> ")[1:]
    root = make_project(folder, dict(part.split("\n", 1) for part in parts))
    project, problems = read_project(root)
    return in_order(check_all(project) if project else problems)


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_the_wrong_document_gets_its_code_and_its_words(case, tmp_path):
    name = case.name.partition(".wrong.")[0]
    problems = problems_of(case, tmp_path)
    assert name.partition(".")[0] in {problem.code for problem in problems}
    expected = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    assert report(problems, "text", "vi") + "\n" + report(problems, "text", "en") == expected


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case.name)
def test_the_right_document_has_no_problem(case, tmp_path):
    assert problems_of(case, tmp_path) == []


def test_the_base_project_has_no_problem(tmp_path):
    project, _ = read_project(make_project(tmp_path))
    assert check_all(project) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_code_has_words_and_a_mend_in_both_languages(lang):
    for code, words in catalogue().items():
        assert words["level"] in ("error", "warning", "advice"), code
        assert words[lang].endswith((".", "?", "!", "”")), code
        assert words[f"{lang}_fix"], code

"""Rules of law, safety and tone on single sentences, with the registries that the site has.

`rules.jsonl` is for whoever writes a rule: `code` is what a sentence must get, null what gets none.
It says nothing of precision; `labelled.jsonl` does.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from projects import REPOSITORY
from vungxanh.checks import WRITING
from vungxanh.checks.citations import check_citations
from vungxanh.problems import Level
from vungxanh.readers.project import read_project

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("rules.jsonl").read_text(encoding="utf-8").splitlines()
]
PREFIXES = {"TH": "TH", "THCS": "CS", "THPT": "PT"}
CODES = {"can-bo": "CB", "giao-vien": "GV", "doan-vien": "DV", "cong-dong": "PH", "tin-bai": "CT"}
LESSON = """---
id: {id}
title: Bài
summary: Tóm tắt.
{level}order: 1
minutes: 30
objectives:
  - Một
status: draft
---

{text}

/// help
///
"""
# The rules that this file is about; those of spelling have a set of their own.
CHECKS = [check for check in WRITING if ".language" not in check.__module__]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """Give the codes, advice left out, that each row gets when it is a lesson of its own."""
    root = tmp_path_factory.mktemp("cau")
    for folder in ("docs/_data", "docs/phap-luat"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for number, row in enumerate(ROWS):
        level = row.get("level")
        prefix = PREFIXES[level] if level else CODES[row["audience"]]
        path = root / f"lessons/{row['audience']}/cau-{number}/index.md"
        path.parent.mkdir(parents=True)
        names = {"id": f"{prefix}-{number + 1}", "level": f"level: {level}\n" if level else ""}
        path.write_text(LESSON.format(text=row["text"], **names), encoding="utf-8")
    project, _ = read_project(root)
    codes: dict[int, set[str]] = {}
    for problem in (one for check in CHECKS for one in check(project)):
        match = re.match(r"lessons/[\w-]+/cau-(\d+)/", problem.file)
        if match and problem.level is not Level.ADVICE:
            codes.setdefault(int(match[1]), set()).add(problem.code)
    return codes


@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda number: ROWS[number]["text"][:40])
def test_a_sentence_gets_its_code_or_none(number, found):
    code, codes = ROWS[number]["code"], found.get(number, set())
    assert codes == set() if code is None else code in codes


@pytest.mark.parametrize("cited", ["b-07", "b-09", "b-12", "b-16", "b-33", "b-37"])
def test_a_document_that_ends_is_told_wherever_a_lesson_cites_it(cited, tmp_path):
    for folder in ("docs/_data", "docs/phap-luat", "lessons"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    registry = tmp_path / "docs/_data/legal.yml"
    row = re.compile(rf"(- id: {cited.upper()}\n.*?^  status: )[\w-]+", re.DOTALL | re.MULTILINE)
    text = row.sub(r"\1ended", registry.read_text(encoding="utf-8"), count=1)
    registry.write_text(text, encoding="utf-8")
    project, _ = read_project(tmp_path)
    citing = {
        (text.path, link.line)
        for text in project.texts
        for link in text.links
        if text.path.startswith("lessons/") and link.target.endswith(f"#{cited}")
    }
    assert citing
    assert citing <= {(problem.file, problem.line) for problem in check_citations(project)}

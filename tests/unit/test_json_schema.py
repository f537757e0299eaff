"""What an editor knows of our files is what the machine checks."""

import json
import re
from itertools import pairwise

import pytest

from projects import REPOSITORY, make_project
from vungxanh.checks import check_all
from vungxanh.model.json_schema import FOLDER, front_matter_schemas, registry_schemas
from vungxanh.model.question import KINDS
from vungxanh.model.registry import LISTS, LegalDocument
from vungxanh.problems import Level, Problem
from vungxanh.readers.project import read_project
from vungxanh.readers.schema import validate
from vungxanh.reporting import report

SETTINGS = REPOSITORY / ".vscode"
LESSON = "lessons/hoc-sinh/mau/index.md"
VALUES = {"id": "B-08", "other": "B-07", "field": "replaces"}
SCHEMAS = registry_schemas() | front_matter_schemas()


def settings(name: str):
    """Read a file of VS Code, which may hold comments."""
    text = (SETTINGS / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r"(?m)^\s*//.*$", "", text))


SNIPPETS = settings("vung-xanh.code-snippets")
QUIZZES = [name for name, one in SNIPPETS.items() if one["body"][0].startswith("/// quiz")]
NOTES = ["Ghi chú cho thầy cô", "Lời cho gia đình", "Dẫn luật"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_in_the_repository_is_that_of_the_model(name, request):
    file = REPOSITORY / FOLDER / f"{name}.json"
    if request.config.getoption("--rewrite"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SCHEMAS[name], encoding="utf-8")
    mend = "python3 scripts/run.py test tests/unit/test_json_schema.py --rewrite"
    assert file.is_file(), mend
    assert file.read_text(encoding="utf-8") == SCHEMAS[name], mend


def test_no_schema_is_left_of_a_registry_that_is_gone():
    assert {file.stem for file in (REPOSITORY / FOLDER).iterdir()} == set(SCHEMAS)


def test_every_registry_is_completed_by_its_own_schema():
    chosen = settings("settings.json")["yaml.schemas"]
    names = [*LISTS, "site", "ui"]
    assert chosen == {f"{FOLDER}/{name}.json": f"docs/_data/{name}.yml" for name in names}
    files = {file.stem for file in (REPOSITORY / "docs/_data").glob("*.yml")}
    assert files == set(names)


def test_an_editor_refuses_what_the_machine_refuses():
    schema = json.loads(SCHEMAS["legal"])
    row = schema["$defs"]["LegalDocument"]
    assert schema["type"] == "array"
    assert row["additionalProperties"] is False
    _, problems = validate(LegalDocument, {}, {}, "legal.yml")
    assert set(row["required"]) == {problem.values["name"] for problem in problems}
    assert row["properties"]["status"]["enum"] == ["in-force", "replaced", "ended", "unconfirmed"]
    assert row["properties"]["title"]["description"].startswith("trích yếu")


def test_the_check_task_finds_every_line_of_a_report():
    task = next(one for one in settings("tasks.json")["tasks"] if one["label"] == "Kiểm tra")
    problems = [
        Problem("docs/_data/legal.yml", 9, "legal-circle", {"way": "B-07 → B-08", "id": "B-07"}),
        Problem("docs/_data/legal.yml", 12, "legal-one-sided", VALUES),
        Problem("docs/a.en.md", 1, "translation-stale", {"name": "docs/a.en.md"}),
    ]  # fmt: skip
    found = []
    lines = report(problems, "text", "vi").splitlines()
    for matcher in task["problemMatcher"]:
        place, words = matcher["pattern"]
        for first, second in pairwise(lines):
            head, said = re.search(place["regexp"], first), re.search(words["regexp"], second)
            if head and said:
                groups = (head[place[key]] for key in ("file", "line", "code"))
                found.append((matcher["severity"], *groups, said[words["message"]]))
    assert found == [
        (
            {"advice": "info"}.get(p.level.value, p.level.value),
            p.file,
            str(p.line),
            p.code,
            p.message("vi"),
        )
        for p in problems
    ]


def test_the_snippet_of_a_lesson_has_every_key_a_lesson_must_have():
    body = settings("vung-xanh.code-snippets")["Bài mới"]["body"]
    keys = {line.partition(":")[0] for line in body if re.match(r"[a-z]+:", line)}
    required = set(json.loads(SCHEMAS["lesson"])["required"])
    assert required <= keys <= set(json.loads(SCHEMAS["lesson"])["properties"])


def expanded(name):
    """What a snippet writes when nothing is typed into it."""
    text = "\n".join(settings("vung-xanh.code-snippets")[name]["body"])
    text = re.sub(r"\$\{\d+\|([^|,]*)[^}]*\}", r"\1", text)
    return re.sub(r"\$\d+", "", re.sub(r"\$\{\d+:([^{}]*)\}", r"\1", text))


def test_every_kind_of_question_has_its_snippet():
    types = [re.search(r"^    type: (.*)$", expanded(name), re.M) for name in QUIZZES]
    assert {found[1] if found else "single" for found in types} == set(KINDS)


@pytest.mark.parametrize("name", [*QUIZZES, *NOTES])
def test_what_a_snippet_writes_has_no_problem(name, tmp_path):
    root = make_project(tmp_path)
    text = (root / LESSON).read_text(encoding="utf-8")
    text = text.replace("published", "draft").replace("/// help", f"{expanded(name)}\n/// help")
    (root / LESSON).write_text(text, encoding="utf-8")
    (root / LESSON.replace("index", "index.en")).unlink()  # it has one question less
    told = [one for one in check_all(read_project(root)[0]) if one.level is not Level.ADVICE]
    assert told == []


def test_an_activity_of_a_plan_is_whole(tmp_path):
    root = make_project(tmp_path)
    plan = root / LESSON.replace("index", "giao-an")
    with plan.open("a", encoding="utf-8") as file:
        file.write("\n" + expanded("Hoạt động của giáo án"))
    assert check_all(read_project(root)[0]) == []

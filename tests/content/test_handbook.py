"""The handbook keeps its word: every problem code is explained, and its examples are true.

An example in “Kiểm tra” is a piece of the sample lesson in “Viết một bài”: with the wrong piece in
its place the lesson must get the code, and the right piece must stand in the sample, which has no
problem at all. An example that is a whole question is added to the sample instead.
"""

import re
import shutil
from pathlib import Path

import pytest

from projects import REPOSITORY
from vungxanh.checks import check_all
from vungxanh.cli import main
from vungxanh.problems import catalogue, in_order
from vungxanh.readers.project import read_project
from vungxanh.reporting import report

HANDBOOK = REPOSITORY / "docs/so-tay"
LESSON = "lessons/hoc-sinh/tra-sua-mien-phi"
LABELS = {"": ("Sai", "Đúng"), ".en": ("Wrong", "Right")}
# The sample links into these, and shares its list of ids with the lesson.
AROUND = ("docs/_data", "docs/can-giup-do", "docs/phap-luat", "lessons/hoc-sinh/bat-nat-tren-mang")

# A section ends at the next heading with an id; those in examples have none.
_SECTION = re.compile(
    r"^### ([a-z0-9-]+): [^\n]*? \{#([a-z0-9-]+)\}$\n(.*?)(?=^###? [^\n]*\{#[a-z0-9-]+\}$|\Z)",
    re.M | re.S,
)
_FENCE = re.compile(r"^```\n(.*?)\n```$", re.M | re.S)


def page(name: str) -> str:
    return (HANDBOOK / name).read_text(encoding="utf-8")


def sections(locale: str) -> dict[str, str]:
    found = _SECTION.findall(page(f"kiem-tra{locale}.md"))
    assert [(code, anchor) for code, anchor, _ in found if code != anchor] == []
    assert len({code for code, _, _ in found}) == len(found)
    return {code: body for code, _, body in found}


def sample(locale: str) -> str:
    """The last two fences of “Viết một bài”: the lesson and its translation, in both languages."""
    return _FENCE.findall(page(f"viet-bai{locale}.md"))[-2:]


VIETNAMESE, ENGLISH = sample("")
PAIRS = {code: _FENCE.findall(body) for code, body in sections("").items()}


def original(right: str) -> str | None:
    """Name the file of the sample that `right` stands in."""
    if right in VIETNAMESE:
        return "index.md"
    return "index.en.md" if right in ENGLISH else None


PIECES = {code: pair for code, pair in PAIRS.items() if len(pair) == 2 and original(pair[1])}


# A whole question to be added to the sample, for kinds that the sample does not have.
QUESTIONS = {
    code: pair
    for code, pair in PAIRS.items()
    if len(pair) == 2 and all(re.match(r"/// quiz.*\n///\Z", text, re.S) for text in pair)
}


# Kinds of codes whose examples are passages: they are added to the sample, and it is read again.
ADDED = (
    "alt", "child", "citation", "document", "figure", "fine", "heading", "html", "link-words",
    "link-empty", "mail", "personal", "stale", "sentence", "telephone", "tone",
    "translation-english", "web",
)  # fmt: skip
PASSAGES = {
    code: pair
    for code, pair in PAIRS.items()
    if code.startswith(ADDED) and len(pair) == 2 and code not in PIECES
}


# A sentence of its own: spelling and typography.
SENTENCES = {
    code: pair
    for code, pair in PAIRS.items()
    if code.split("-")[0] in
    ("spelling", "word", "date", "number", "document", "quote", "spacing", "ellipsis", "dash",
     "nbsp")
}  # fmt: skip


PLAN = _FENCE.findall(page("giao-an.md"))[-1]
# What no piece of the sample plan shows: other files, and the form of primary schools.
PLANS = [
    code for code in PAIRS
    if code.startswith("plan-") and code not in
    ("plan-none", "plan-alone", "plan-table", "plan-row-unknown", "plan-lesson-unknown")
]  # fmt: skip


def codes_of(root: Path, texts: dict[str, str], folder: str = LESSON):
    shutil.rmtree(root, ignore_errors=True)
    for path in AROUND:
        shutil.copytree(REPOSITORY / path, root / path)
    (root / folder).mkdir(parents=True)
    for name, text in texts.items():
        (root / folder / name).write_text(text + "\n", encoding="utf-8")
    project, problems = read_project(root)
    found = check_all(project) if project else problems
    return [problem for problem in in_order(found) if problem.file.startswith(folder)]


@pytest.mark.parametrize("locale", LABELS)
def test_every_code_has_its_section_and_every_section_its_code(locale):
    assert set(sections(locale)) == set(catalogue())


@pytest.mark.parametrize("locale", LABELS)
def test_every_section_says_what_is_wrong_and_what_is_right(locale):
    for code, body in sections(locale).items():
        for label in LABELS[locale]:
            assert re.search(rf"^{label}:", body, re.M), f"{code}: {label}"


def test_both_languages_show_the_same_examples():
    english = {code: _FENCE.findall(body) for code, body in sections(".en").items()}
    assert english == PAIRS
    assert sample(".en") == [VIETNAMESE, ENGLISH]


def test_the_sample_lesson_has_no_problem(tmp_path):
    assert codes_of(tmp_path / "a", {"index.md": VIETNAMESE, "index.en.md": ENGLISH}) == []


def test_the_sample_plan_has_no_problem_and_is_the_same_in_both_languages(tmp_path):
    texts = {"index.md": VIETNAMESE.replace("draft", "published"), "giao-an.md": PLAN}
    assert codes_of(tmp_path / "a", texts) == []
    assert _FENCE.findall(page("giao-an.en.md"))[-1] == PLAN


@pytest.mark.parametrize("code", PLANS)
def test_the_wrong_piece_of_a_plan_gets_the_code(code, tmp_path):
    wrong, right = PAIRS[code]
    # What replaces a heading takes away all that stood under it.
    start = PLAN.index(right)
    end = len(PLAN) if code == "plan-no-activity" else start + len(right)
    texts = {"index.md": VIETNAMESE, "giao-an.md": PLAN[:start] + wrong + PLAN[end:]}
    assert code in {problem.code for problem in codes_of(tmp_path / "a", texts)}


def test_most_examples_are_pieces_of_the_sample():
    """What is not: whole files, registries, built sites, and a code that only `confirm` writes."""
    others = {
        "encoding", "exemption", "file", "plan", "note", "registry", "contact", "legal", "site",
        "publish", "moved", "edition", "rollback", "retire", "restore", "verify", "package",
        "external",
    }  # fmt: skip
    told = PIECES.keys() | QUESTIONS.keys() | PASSAGES.keys() | SENTENCES.keys()
    left = {code for code in PAIRS.keys() - told if code.split("-")[0] not in others}
    assert left == {
        "address-taken", "answers-longest", "answers-place", "audience-page",
        "audience-unknown", "block-place", "field-date", "field-shape", "lesson-minutes",
        "lesson-objectives", "lesson-place", "lesson-questions", "link-draft", "link-plan",
        "parity-kind", "parity-order", "parity-steps", "reading-level", "section-long",
        "translation-alone", "translation-headings", "translation-left",
        "translation-stale",
    }  # fmt: skip


@pytest.mark.parametrize("code", PIECES)
def test_the_wrong_piece_gets_the_code(code, tmp_path):
    wrong, right = PIECES[code]
    texts = {"index.md": VIETNAMESE, "index.en.md": ENGLISH}
    name = original(right)
    texts[name] = texts[name].replace(right, wrong, 1)
    assert code in {problem.code for problem in codes_of(tmp_path / "a", texts)}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_wrong_as_said_and_right_as_shown(code, tmp_path):
    head = '---\ntitle: "Thử"\ndescription: "Thử."\n---\n\n'
    wrong, right = (
        {one.code for one in codes_of(tmp_path / "a", {"index.md": head + text}, "docs/thu")}
        for text in SENTENCES[code]
    )
    assert wrong == {code}
    assert right == set()


@pytest.mark.parametrize("code", QUESTIONS)
def test_a_whole_question_is_wrong_as_said_and_right_as_shown(code, tmp_path):
    found = []
    for question in QUESTIONS[code]:
        text = VIETNAMESE.replace("/// help", f"{question}\n\n/// help")
        found.append({problem.code for problem in codes_of(tmp_path / "a", {"index.md": text})})
    assert code in found[0]
    assert not found[1]


@pytest.mark.parametrize("code", PASSAGES)
def test_a_passage_is_wrong_as_said_and_right_as_shown(code, tmp_path):
    found = []
    for passage in PASSAGES[code]:
        text = VIETNAMESE.replace("/// help", f"{passage}\n\n/// help")
        found.append({problem.code for problem in codes_of(tmp_path / "a", {"index.md": text})})
    assert code in found[0]
    assert code not in found[1]


def test_the_report_that_is_explained_is_a_real_one(tmp_path):
    wrong, right = PIECES["quiz-no-correct-choice"]
    texts = {"index.md": VIETNAMESE.replace(right, wrong)}
    shown = report(codes_of(tmp_path / "a", texts), "text", "vi").strip()
    assert shown in _FENCE.findall(page("kiem-tra.md"))


@pytest.mark.parametrize("name", ["kien-truc", "thanh-phan"])
@pytest.mark.parametrize("locale", LABELS)
def test_every_file_an_engineer_is_sent_to_exists(name, locale):
    package = REPOSITORY / "scripts/vungxanh"
    for path in re.findall(r"`([\w./-]+/[\w-]+\.(?:py|toml|js|yml))`", page(f"{name}{locale}.md")):
        assert any(
            (root / path).is_file()
            for root in (REPOSITORY, package, REPOSITORY / "overrides/assets")
        ), path


@pytest.mark.parametrize("locale", LABELS)
def test_every_part_of_the_package_has_its_floor_in_the_table(locale):
    floors = page(f"kien-truc{locale}.md").partition("{#cac-tang}")[2].partition("\n## ")[0]
    rows = "".join(re.findall(r"^\| \d \|(.*?)\|", floors, re.M))
    parts = {
        entry.stem
        for entry in (REPOSITORY / "scripts/vungxanh").iterdir()
        if entry.suffix == ".py" or (entry / "__init__.py").is_file()
    }
    assert set(re.findall(r"`(\w+)`", rows)) == parts - {"__init__"}


@pytest.mark.parametrize("locale", LABELS)
def test_every_verb_stands_in_the_table_of_commands(locale, capsys):
    main([])
    verbs = set(re.findall(r"^    (\w+) ", capsys.readouterr().out, re.M))
    assert verbs
    assert verbs <= set(re.findall(r"^\| `(\w+)` \|", page(f"index{locale}.md"), re.M))

"""One list of problems, five forms."""

import json
from xml.etree import ElementTree as ET

from vungxanh.problems import Problem, in_order
from vungxanh.reporting import report, tally

ERROR = Problem(
    "lessons/a/b/index.md", 12, "quiz-mark", {"id": "em", "mark": "v"}, 4, suggestions=("x",)
)
ADVICE = Problem("docs/a.en.md", None, "translation-stale", {"name": "docs/a.en.md"})
BOTH = in_order([ERROR, ADVICE, ERROR])


def test_problems_come_by_file_each_once():
    assert BOTH == [ADVICE, ERROR]


def test_text_has_place_code_words_and_mend():
    text = report([ERROR], "text", "vi")
    assert text.splitlines()[0] == "lessons/a/b/index.md:12  lỗi  quiz-mark"
    assert "Cách sửa: để trống" in text
    assert "error  quiz-mark" in report([ERROR], "text", "en")


def test_nothing_wrong_is_nothing_said_and_counted_as_nothing():
    assert report([], "text", "vi") == ""
    assert json.loads(report([], "json", "vi")) == []
    assert tally([], "vi") == "0 lỗi, 0 cảnh báo, 0 lời khuyên"


def test_json_has_the_fields_that_programs_read():
    row = json.loads(report(BOTH, "json", "en"))[1]
    assert row == {
        "file": "lessons/a/b/index.md",
        "line": 12,
        "column": 4,
        "level": "error",
        "code": "quiz-mark",
        "message": "Question “em”: the box of a choice holds “v”.",
        "fix": "leave it blank for a wrong choice “- [ ] …”, x for a right one “- [x] …”.",
        "suggestions": ["x"],
    }


def test_json_of_a_built_site_names_page_and_value():
    problem = Problem("a.html", None, "quiz-mark", {"id": "", "mark": ""}, page="a.html", value="b")
    row = json.loads(report([problem], "json", "vi"))[0]
    assert (row["page"], row["value"], row["page_line"]) == ("a.html", "b", None)


def test_sarif_has_a_rule_and_a_place_for_each_result():
    run = json.loads(report(BOTH, "sarif", "vi"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "quiz-mark",
        "translation-stale",
    ]
    assert [result["level"] for result in run["results"]] == ["note", "error"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 12, "startColumn": 4}


def test_junit_counts_failures_and_leaves_advice_out():
    suite = ET.fromstring(report(BOTH, "junit", "vi"))
    assert suite.get("failures") == "1"
    assert suite.find("testcase").get("classname") == "quiz-mark"


def test_github_annotations_stay_on_one_line():
    line = report([ERROR], "github", "vi")
    assert line.startswith("::error file=lessons/a/b/index.md,line=12,title=quiz-mark::")
    assert "\n" not in line


def test_a_file_with_a_name_of_its_own_stays_one_file():
    odd = Problem("docs/Bài 1, 50%.md", None, "file-name", {"name": "a", "right": "b"})
    assert "file=docs/Bài 1%2C 50%25.md,line=1," in report([odd], "github", "vi")
    result = json.loads(report([odd], "sarif", "vi"))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "docs/B%C3%A0i%201%2C%2050%25.md"

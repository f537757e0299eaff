"""Floor 7: problems as text, JSON, SARIF, JUnit or GitHub annotations."""

import json
from urllib.parse import quote
from xml.etree import ElementTree as ET

from vungxanh.problems import Lang, Level, Problem, catalogue

FORMATS = ("text", "json", "sarif", "junit", "github")

_WORDS: dict[Lang, dict[str, str]] = {
    "vi": {"error": "lỗi", "warning": "cảnh báo", "advice": "lời khuyên", "fix": "Cách sửa"},
    "en": {"error": "error", "warning": "warning", "advice": "advice", "fix": "Mend"},
}
_SARIF = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "note"}


def report(problems: list[Problem], form: str, lang: Lang) -> str:
    """Return `problems` in one of FORMATS; the text form is empty where there are none."""
    writers = {"json": _json, "sarif": _sarif, "junit": _junit, "github": _github, "text": _text}
    return writers[form](problems, lang)


def tally(problems: list[Problem], lang: Lang) -> str:
    """Return one line that counts `problems` by level."""
    counts = [(level, sum(p.level == level for p in problems)) for level in Level]
    words = _WORDS[lang]
    return ", ".join(f"{count} {words[level.value]}" for level, count in counts)


def place(problem: Problem) -> str:
    """Return `file:line`, or the file alone where the line is unknown."""
    return problem.file if problem.line is None else f"{problem.file}:{problem.line}"


def _text(problems: list[Problem], lang: Lang) -> str:
    words = _WORDS[lang]
    return "\n".join(
        f"{place(p)}  {words[p.level.value]}  {p.code}\n"
        f"  {p.message(lang)}\n  {words['fix']}: {p.fix(lang)}\n"
        for p in problems
    )


def _json(problems: list[Problem], lang: Lang) -> str:
    rows = [
        {
            "file": p.file,
            "line": p.line,
            "column": p.column,
            "level": p.level.value,
            "code": p.code,
            "message": p.message(lang),
            "fix": p.fix(lang),
            "suggestions": list(p.suggestions),
            **({"page": p.page, "value": p.value, "page_line": p.page_line} if p.page else {}),
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _sarif(problems: list[Problem], lang: Lang) -> str:
    """SARIF 2.1.0, the form code forges and editors read."""
    results = [
        {
            "ruleId": p.code,
            "level": _SARIF[p.level],
            "message": {"text": f"{p.message(lang)} {p.fix(lang)}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(p.file)},
                        "region": {"startLine": p.line or 1, "startColumn": p.column or 1},
                    }
                }
            ],
        }
        for p in problems
    ]
    rules = [{"id": code} for code in sorted({p.code for p in problems})]
    run = {"tool": {"driver": {"name": "vung-xanh", "rules": rules}}, "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _junit(problems: list[Problem], lang: Lang) -> str:
    failing = [p for p in problems if p.level is not Level.ADVICE]
    suite = ET.Element(
        "testsuite",
        name="vung-xanh check",
        tests=str(max(len(catalogue()), len(failing))),
        failures=str(len(failing)),
    )
    for p in failing:
        case = ET.SubElement(suite, "testcase", classname=p.code, name=place(p))
        ET.SubElement(case, "failure", message=p.message(lang)).text = p.fix(lang)
    return ET.tostring(suite, encoding="unicode")


def _github(problems: list[Problem], lang: Lang) -> str:
    names = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}

    def escape(text: str, more: str = "") -> str:
        signs = "%\r\n" + more
        return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)

    return "\n".join(
        f"::{names[p.level]} file={escape(p.file, ':,')},line={p.line or 1},title={p.code}::"
        + escape(f"{p.message(lang)} {p.fix(lang)}")
        for p in problems
    )

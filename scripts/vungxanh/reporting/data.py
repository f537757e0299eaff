"""Problems as data: JSON, SARIF for editors and forges, JUnit for build machines."""

import json
from urllib.parse import quote
from xml.etree import ElementTree as ET

from vungxanh.problems import Lang, Level, Problem, catalogue
from vungxanh.reporting.lines import place

_SARIF = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "note"}


def as_json(problems: list[Problem], lang: Lang) -> str:
    """Return one list of objects, the keys of which programs may rely on."""
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


def sarif(problems: list[Problem], lang: Lang) -> str:
    """Return SARIF 2.1.0, the form code forges and editors read."""
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


def junit(problems: list[Problem], lang: Lang) -> str:
    """Return one failing test for each problem; advice fails nothing."""
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

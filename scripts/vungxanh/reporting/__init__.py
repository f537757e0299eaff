"""Floor 7: problems as text, JSON, SARIF, JUnit, GitHub annotations, or a page for an office."""

from vungxanh.problems import Lang, Problem
from vungxanh.reporting import data, lines
from vungxanh.reporting.lines import place, tally

__all__ = ["FORMATS", "place", "report", "tally"]

_WRITERS = {
    "text": lines.text,
    "json": data.as_json,
    "sarif": data.sarif,
    "junit": data.junit,
    "github": lines.github,
}
FORMATS = tuple(_WRITERS)


def report(problems: list[Problem], form: str, lang: Lang) -> str:
    """Return `problems` in one of FORMATS; the text form is empty where there are none."""
    return _WRITERS[form](problems, lang)

"""Problems as lines: for a terminal, and for the annotations of GitHub."""

from vungxanh.problems import Lang, Level, Problem
from vungxanh.reporting.words import words

_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}


def tally(problems: list[Problem], lang: Lang) -> str:
    """Return one line that counts `problems` by level."""
    counts = [(level, sum(p.level == level for p in problems)) for level in Level]
    return ", ".join(f"{count} {words(lang)[level.value]}" for level, count in counts)


def place(problem: Problem) -> str:
    """Return `file:line`, or the file alone where the line is unknown."""
    return problem.file if problem.line is None else f"{problem.file}:{problem.line}"


def text(problems: list[Problem], lang: Lang) -> str:
    """Return the report for people at a terminal."""
    said = words(lang)
    return "\n".join(
        f"{place(p)}  {said[p.level.value]}  {p.code}\n"
        f"  {p.message(lang)}\n  {said['fix']}: {p.fix(lang)}\n"
        for p in problems
    )


def github(problems: list[Problem], lang: Lang) -> str:
    """Return one annotation a line."""

    def escape(text: str, more: str = "") -> str:
        signs = "%\r\n" + more
        return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)

    return "\n".join(
        f"::{_GITHUB[p.level]} file={escape(p.file, ':,')},line={p.line or 1},title={p.code}::"
        + escape(f"{p.message(lang)} {p.fix(lang)}")
        for p in problems
    )

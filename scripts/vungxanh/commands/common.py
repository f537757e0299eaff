"""What the verbs share: the house they work on, how they speak, and the three exit statuses."""

import argparse
import sys
from pathlib import Path

from vungxanh.arguments import REFUSED
from vungxanh.problems import Lang, Level, Problem, in_order
from vungxanh.readers.project import Project, read_project
from vungxanh.reporting import report, tally

ROOT = Path(__file__).resolve().parents[3]
OK, FAULTS = 0, 1
BROWSER = "VUNGXANH_BROWSER"  # run.py puts the browser it has found here


def say(text: str) -> None:
    """Tell the person at the terminal; what a program reads goes to standard output instead."""
    print(text, file=sys.stderr, flush=True)


def refuse(text: str) -> int:
    """Say why it cannot be done, and return the exit status for that."""
    say(text)
    return REFUSED


def tell(problems: list[Problem]) -> None:
    """Print problems as text for the person who called."""
    print(report(in_order(problems), "text", "vi"))


def project() -> tuple[Project, list[Problem]]:
    """Return the house as read, with every problem of its structure."""
    from vungxanh.checks import check_structure

    read, _ = read_project(ROOT)
    return read, check_structure(read)


def checked() -> tuple[Project, list[Problem]]:
    """Return the house as read, with every problem, those of language and law among them."""
    from vungxanh.checks import check_all

    read, _ = read_project(ROOT)
    return read, check_all(read, processes=True)


def show(problems: list[Problem], options: argparse.Namespace) -> int:
    """Write the report where it was asked for; return the exit status it means."""
    lang: Lang = options.lang
    ordered = in_order(problems)
    text = report(ordered, options.format, lang)
    if options.output:
        if failed := save(text + "\n", options.output):
            return failed
    elif text:
        print(text)
    if options.format == "text" or options.output:
        say(tally(ordered, lang))
    return status(ordered, options)


def save(text: str, file: Path) -> int:
    """Write `text` into `file`; return 0, or the exit status where it cannot be written."""
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        return refuse(f"Không ghi được vào {file} ({error.strerror}).")
    return OK


def status(problems: list[Problem], options: argparse.Namespace) -> int:
    """Return the exit status that `problems` mean under `--fail-on`."""
    limit = Level(options.fail_on).weight
    return FAULTS if any(problem.level.weight >= limit for problem in problems) else OK


def build_failed(failed: Exception) -> int:
    """Say why there is no new site; the last good one is where it was."""
    problems: list[Problem] = getattr(failed, "problems", [])
    if problems:
        tell(problems)
        say(tally(problems, "vi"))
        say("Chưa dựng được; bản dựng tốt gần nhất vẫn còn nguyên.")
        return FAULTS
    say("Chưa dựng được; bản dựng tốt gần nhất vẫn còn nguyên. Lý do:")
    say(f"  {failed}")
    return REFUSED


def repository_path(path: str) -> str:
    """Return what a person typed as a path from the root of the house, with `/`."""
    full = Path(path).resolve()
    return full.relative_to(ROOT).as_posix() if full.is_relative_to(ROOT) else path


def within(file: str, path: str) -> bool:
    """Return whether `file` is `path`, or lies below it."""
    return path in (".", file) or file.startswith(path.rstrip("/") + "/")

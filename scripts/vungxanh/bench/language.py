"""How well the checks of language do on sentences that people labelled by hand.

Each sentence is put into a lesson of its audience and read as any lesson is, so what is measured is
what `check` would say. `tests/content/README.md` tells what the sets are.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vungxanh.bench.measure import Unmeasured
from vungxanh.checks import WRITING
from vungxanh.checks.markup import check_markup
from vungxanh.model.lesson import Document, Lesson, LessonMeta
from vungxanh.problems import Level, Problem
from vungxanh.readers.document import read_document
from vungxanh.readers.project import Project, read_project
from vungxanh.text.encoding import flaws

LABELLED = "tests/content/labelled.jsonl"
_HEAD = """---
id: {code}-{number}
title: "Bài {number}"
summary: "Một câu."
{level}order: {number}
minutes: 45
objectives: ["Đọc"]
status: published
---

"""
_TAIL = "\n\n/// help\n///\n"  # a page that does harm has one; a sentence cannot be judged by it


@dataclass
class Counts:
    """What came out: `hits` and `alarms` by level and by rule, `met` and `all` by fault."""

    sentences: int = 0
    hits: dict[Level, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    alarms: dict[Level, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    met: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)

    def precision(self, level: Level) -> float | None:
        """Return which share of the reports of `level` were right; None where there were none."""
        hits, alarms = self.hits[level].total(), self.alarms[level].total()
        return hits / (hits + alarms) if hits + alarms else None


def judge(project: Project, rows: list[dict[str, Any]]) -> Counts:
    """Return how the checks do on `rows`, with the registries of `project`.

    Advice is neither right nor wrong here.
    """
    lessons = [_lesson(number, row) for number, row in enumerate(rows, 1)]
    read = replace(project, lessons=tuple(lessons), pages=(), plans={}, problems=())
    problems = [found for check in (*WRITING, check_markup) for found in check(read)]
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.file].append(problem)
    counts = Counts(len(rows))
    for row, lesson in zip(rows, lessons, strict=True):
        document = lesson.documents["vi"]
        here = [p for p in by_file[lesson.path] if (p.line or 0) >= document.body_line]
        _count(counts, row, document, [*here, *_letters(document)])
    return counts


def _lesson(number: int, row: dict[str, Any]) -> Lesson:
    codes = {"TH": "TH", "THCS": "CS", "THPT": "PT"}
    level = row.get("level")
    head = _HEAD.format(
        code=codes.get(level or "", "CB"), number=number, level=f"level: {level}\n" if level else ""
    )
    file = f"lessons/{row['audience']}/cau-{number}/index.md"
    document, _ = read_document(head + row["text"] + _TAIL, file, "vi", LessonMeta)
    assert document is not None  # noqa: S101 - the head is ours
    assert isinstance(document.meta, LessonMeta)  # noqa: S101 - the same
    return Lesson({"vi": document}, row["audience"], f"cau-{number}", document.meta)


def _letters(document: Document) -> list[Problem]:
    """Return what reading the file would have said of its letters."""
    return [
        Problem(
            document.path, flaw.line, flaw.kind, {"found": flaw.found, "right": ""}, flaw.column
        )
        for flaw in flaws(document.source)
        if flaw.line >= document.body_line
    ]


def _count(
    counts: Counts, row: dict[str, Any], document: Document, problems: list[Problem]
) -> None:
    fault, found = row["fault"], row["found"]
    start = document.source.index(row["text"])
    at = start + row["text"].index(found) if found else -1
    met = False
    for problem in problems:
        level = problem.level
        if level is Level.ADVICE:
            continue
        lines = document.source.split("\n")
        line = problem.line or document.body_line
        here = sum(len(one) + 1 for one in lines[: line - 1]) + (problem.column or 1) - 1
        end = here + max(len(problem.values.get("found", "")), 1)
        if not problem.column:
            end = here + len(lines[line - 1])
        if found and here < at + len(found) and at < end:
            counts.hits[level][problem.code] += 1
            met = True
        else:
            counts.alarms[level][problem.code] += 1
            counts.shown.append(
                f"{problem.code}: {problem.values.get('found', '')} | {row['text']}"
            )
    if fault:
        counts.all[fault] += 1
        counts.met[fault] += met
        if not met:
            counts.shown.append(f"(bỏ sót) {fault}: {found} | {row['text']}")


def measure(root: Path, path: Path | None = None, *, show: bool = False) -> str:
    """Return the figures for the sentences in `path`, with `show` the sentences that went wrong.

    Whoever writes rules does not look at the sentences that judge them, so they are not shown
    unless asked for. Raises Unmeasured where they cannot be read.
    """
    file = path or root / LABELLED
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
    except (OSError, ValueError) as error:
        raise Unmeasured(f"không đọc được {file} ({error})") from error
    project, _ = read_project(root)
    counts = judge(project, rows)
    return "\n".join((table(counts), *(("", *counts.shown) if show else ())))


def table(counts: Counts) -> str:
    """Return the figures as text: precision, recall by fault, false alarms by rule."""
    lines = [f"{counts.sentences} câu có nhãn", ""]
    for level, name in ((Level.ERROR, "lỗi"), (Level.WARNING, "cảnh báo")):
        share = counts.precision(level)
        hits, alarms = counts.hits[level].total(), counts.alarms[level].total()
        told = "không có lời báo nào" if share is None else f"{share:.4f}"
        lines.append(f"độ chính xác của {name}: {told} ({hits} đúng, {alarms} nhầm)")
    met, all_ = counts.met.total(), counts.all.total()
    lines += ["", f"tìm ra {met} trong {all_} chỗ sai:"]
    lines += [
        f"  {fault:<22} {counts.met[fault]:>3}/{n}" for fault, n in sorted(counts.all.items())
    ]
    lines += ["", "báo nhầm, theo mã:"]
    for level in (Level.ERROR, Level.WARNING):
        lines += [f"  {code:<22} {n:>3}" for code, n in counts.alarms[level].most_common()]
    return "\n".join(lines)

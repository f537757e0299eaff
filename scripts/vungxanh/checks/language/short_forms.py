"""Short forms that a page uses and nowhere writes in full."""

import re
from itertools import groupby

from vungxanh.model.orthography import Spelling
from vungxanh.problems import Problem
from vungxanh.readers.project import Project

_FORM = re.compile(r"(?<![\w/-])[A-ZĐ0-9]{2,}(?![\w/-])")


def check_short_forms(project: Project) -> list[Problem]:
    """Return, for each page and each short form, its first use where the page never explains it."""
    rows = {
        wrong: row
        for row in project.registries.orthography
        if row.kind == "expand"
        for wrong in row.wrong
    }
    problems: list[Problem] = []
    vietnamese = (passage for passage in project.prose if passage.locale == "vi")
    for file, passages in groupby(vietnamese, key=lambda passage: passage.file):
        if not file.endswith(".md"):
            continue
        first: dict[str, tuple[int, int]] = {}
        texts = []
        for passage in passages:
            texts.append(passage.text)
            for match in _FORM.finditer(passage.text):
                if match[0] in rows and match[0] not in first:
                    first[match[0]] = passage.place(match.start())
        whole = " ".join(" ".join(texts).split()).lower() if first else ""
        problems += [
            _problem(file, form, rows[form], place)
            for form, place in first.items()
            if not any(right.lower() in whole for right in rows[form].right)
        ]
    return problems


def _problem(file: str, form: str, row: Spelling, place: tuple[int, int]) -> Problem:
    values = {"found": form, "right": row.right[0]}
    return Problem(file, place[0], "word-unexplained", values, place[1], row.right[:1])

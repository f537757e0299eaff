"""A place in a passage becomes a problem."""

import re
from collections.abc import Iterator

from vungxanh.model.passage import Passage
from vungxanh.problems import Problem


def problem_at(passage: Passage, start: int, code: str, found: str, **values: str) -> Problem:
    """Return the problem `code` of what was `found` at `start` of `passage`."""
    line, column = passage.place(start)
    named = {"found": " ".join(found.split()), **values}
    return Problem(passage.file, line, code, named, column)


def outside_speech(
    passage: Passage, pattern: re.Pattern[str], *acquitting: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Yield where `pattern` stands outside “…”, unless what is before it is `acquitting`."""
    for match in pattern.finditer(passage.text):
        acquitted = any(one.search(passage.text, 0, match.start()) for one in acquitting)
        if not acquitted and passage.quotation(match.start()) is None:
            yield match

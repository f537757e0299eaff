"""Where on a page a finding stands. Only pages with findings are read this second time."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from vungxanh.links.finding import Finding
from vungxanh.links.letters import decode
from vungxanh.links.read import PAGES
from vungxanh.links.roles import Role
from vungxanh.links.styles import addresses_of_style
from vungxanh.links.tokens import Mark, marks
from vungxanh.links.words import say_nothing

_HIDING = ("<!--", "<template", "<textarea", "<TEXTAREA", "<TEMPLATE")  # tags in them are none
_TRIES = 300  # so many times at most: an address of one letter stands everywhere
_WINDOW = 2000  # letters after an address, for the words of a link


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a finding: its line on the page, from 1, and the value as it is written."""

    line: int | None
    written: str


class Lines:
    """The text of one page, searched for values."""

    def __init__(self, root: Path, path: str) -> None:
        self.path = path
        try:
            self.text = decode((root / path).read_bytes())[0]
        except OSError:
            self.text = ""

    @cached_property
    def _marks(self) -> dict[str, list[Mark]]:
        found: defaultdict[str, list[Mark]] = defaultdict(list)
        for mark in self._all():
            found[mark.value].append(mark)
        return found

    def _all(self) -> list[Mark]:
        if self.path.lower().endswith((*PAGES, ".svg")):
            return list(marks(self.text))
        if self.path.lower().endswith(".css"):
            found = addresses_of_style(self.text)
            return [Mark(Role.LOAD, one, one, at) for one, at in found]
        return []

    def spots(self, finding: Finding) -> list[Spot]:
        """Return every place of `finding`, in order; one without a line where none is known."""
        if finding.code == "site-id-duplicate":
            same = [mark for mark in self._marks.get(finding.value, ()) if _fits(finding, mark)]
            return [self._spot(mark) for mark in same[1:]] or [Spot(None, finding.value)]
        if around := self._around(finding):
            return around
        found = [mark for mark in self._marks.get(finding.value, ()) if _fits(finding, mark)]
        if found:
            return [self._spot(mark) for mark in found]
        for written in (finding.value, escape(finding.value), finding.value.rstrip("/")):
            at = self.text.find(written) if written and finding.fault else -1
            if at >= 0:
                return [Spot(self._line(at), finding.value)]
        return [Spot(None, finding.value)]

    def _around(self, finding: Finding) -> list[Spot]:
        """Return the places of an address by reading the tags it stands in, and no others.

        Empty where that is not sure, so that the whole page has to be read.
        """
        value, text = finding.value, self.text
        if finding.role is Role.PLACE or not value or not self.path.lower().endswith(PAGES):
            return []
        if escape(value) != value or any(mark in text for mark in _HIDING):
            return []
        spots: list[Spot] = []
        at = text.find(value)
        for _ in range(_TRIES):
            if at < 0:
                return spots
            end = at + len(value)
            start = max(text.rfind("<", 0, at), 0)
            found = next(marks(text[start : end + _WINDOW]), None)
            if text.rfind("<script", 0, at) > text.rfind("</script", 0, at):
                pass  # words of a program
            elif found is None or found.value != value or start + found.at != at:
                if text[at - 1 : at] in ('"', "'", "=") and text[end : end + 1] in ('"', "'", ">"):
                    return []  # in an attribute of another kind, or in a style
            elif _fits(finding, found):
                spots.append(self._spot(found, start))
            at = text.find(value, end)
        return []

    def _line(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1

    def _spot(self, mark: Mark, start: int = 0) -> Spot:
        return Spot(self._line(start + mark.at), mark.written)


def _fits(finding: Finding, mark: Mark) -> bool:
    if finding.role is not None and mark.role is not finding.role:
        return False
    if finding.code == "site-link-unnamed":
        return mark.words == ""
    if finding.code == "site-link-vague":
        return mark.words is not None and say_nothing(mark.words)
    if finding.role is Role.PLACE:
        return mark.detail != "name"
    return mark.role is not Role.PLACE

"""What `review` has found, for people at a terminal and for a spreadsheet."""

import csv
import io
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from vungxanh.due import Agenda, Due
from vungxanh.problems import Lang
from vungxanh.reporting.words import day, words

# More than these of one kind on one day are told by their ids alone.
_LISTED = 20
_WRAPPED = textwrap.TextWrapper(
    96, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False
)
_COLUMNS = ("date", "state", "what", "id", "title", "file", "line", "do")
_STATES = ("overdue", "coming", "waiting")


@dataclass(frozen=True)
class Group:
    """Things of one kind that are due on one day; `items` are never none."""

    items: tuple[Due, ...]

    @property
    def first(self) -> Due:
        """Return one of them: all have its date and its kind."""
        return self.items[0]

    def title(self, lang: Lang) -> str:
        """Return what is to be done, and how many there are."""
        name = words(lang)[f"due_{self.first.why}"].format(file=self.first.file)
        return f"{name} ({len(self.items)})"

    def todo(self, lang: Lang) -> str:
        """Return how it is done."""
        return words(lang)[f"due_{self.first.why}_do"].format(file=self.first.file)

    def names(self, lang: Lang) -> list[str]:
        """Return id and title of each, or the ids alone in one text where there are many."""
        if len(self.items) > _LISTED:
            return [", ".join(one.id for one in self.items)]
        return [f"{one.id}  {one.title.in_(lang)}" for one in self.items]


def groups(items: tuple[Due, ...]) -> list[Group]:
    """Return `items` in their order, those of one kind, day and registry together."""

    def key(one: Due) -> tuple[object, ...]:
        return one.date, one.why, one.file if one.why == "fact" else ""

    return [Group(tuple(found)) for _, found in groupby(items, key)]


def text(agenda: Agenda, lang: Lang) -> str:
    """Return what is due, overdue first; never empty."""
    said = words(lang)
    parts = [
        f"{said[f'due_{state}'].format(days=agenda.days)}\n\n" + "\n".join(_lines(items, lang))
        for state in _STATES
        if (items := getattr(agenda, state))
    ]
    if not agenda.overdue and not agenda.coming:
        parts.insert(0, _nothing(agenda, lang))
    return "\n".join(parts).rstrip() + "\n"


def _nothing(agenda: Agenda, lang: Lang) -> str:
    said = words(lang)["due_nothing"].format(days=agenda.days)
    if agenda.later:
        said += " " + words(lang)["due_later"].format(date=day(agenda.later, lang))
    return said + "\n"


def _lines(items: tuple[Due, ...], lang: Lang) -> Iterator[str]:
    for group in groups(items):
        when = f"{day(group.first.date, lang)}  " if group.first.date else ""
        yield f"  {when}{group.title(lang)}"
        for line in (*group.names(lang), f"→ {group.todo(lang)}"):
            yield _WRAPPED.fill(line)
        yield ""


def table(agenda: Agenda, lang: Lang) -> str:
    """Return a table for a spreadsheet: UTF-8 with the mark that Excel needs, dates as ISO 8601."""
    said = words(lang)
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(said[f"due_column_{name}"] for name in _COLUMNS)
    for state in _STATES:
        for one in getattr(agenda, state):
            what, todo = (said[f"due_{one.why}{end}"].format(file=one.file) for end in ("", "_do"))
            date = one.date.isoformat() if one.date else ""
            place = (one.id, one.title.in_(lang), one.file, one.line or "")
            rows.writerow([date, said[f"due_state_{state}"], what, *place, todo])
    return "\ufeff" + out.getvalue()

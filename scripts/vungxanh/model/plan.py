"""A lesson plan as teachers write it (Công văn 5512, or 2345 in primary schools), and the notes."""

from dataclasses import dataclass, field
from typing import Literal

from vungxanh.model.lesson import Link, Locale

# Which form a plan has: that of primary schools prints its activities in two columns.
Form = Literal["5512", "2345"]


@dataclass(frozen=True)
class Part:
    """A piece of a plan with its own name: Markdown `text`, which may be empty."""

    name: str
    text: str
    line: int


@dataclass(frozen=True)
class Row:
    """What teacher and pupils do at the same time; Markdown of one line each."""

    teacher: str
    pupils: str
    line: int


@dataclass(frozen=True)
class Activity:
    """One activity: `minutes` is None where the heading does not say.

    `steps` are the four of the form of 5512; `rows` the two columns of primary schools, under the
    names in `columns`. `before` and `after` are what the writer put around them.
    """

    name: str
    minutes: int | None
    line: int
    before: str = ""
    goal: Part | None = None
    content: Part | None = None
    product: Part | None = None
    organisation: Part | None = None
    steps: tuple[Part, ...] = ()
    columns: tuple[str, str] | None = None
    rows: tuple[Row, ...] = ()
    after: str = ""


@dataclass(frozen=True)
class LessonPlan:
    """One `giao-an.md`; every `line` counts in the file.

    `objectives` holds the first section, `aims` its parts (Kiến thức, Năng lực, Phẩm chất);
    `introduction` what stands between the third heading and the first activity; `changes` is the
    fourth section of primary schools, `further` what the writer added after the activities.
    `source` is the text of the whole file.
    """

    path: str
    locale: Locale
    form: Form
    objectives: Part
    aims: tuple[Part, ...]
    equipment: Part
    course: Part
    introduction: str
    activities: tuple[Activity, ...]
    changes: Part | None
    further: tuple[Part, ...]
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    blocks: tuple[tuple[str, int], ...] = ()
    source: str = field(default="", repr=False, compare=False)

    @property
    def minutes(self) -> int:
        """Return how long the activities take together."""
        return sum(activity.minutes or 0 for activity in self.activities)

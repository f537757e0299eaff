"""The coverage of the plan: its rows, what serves each here, and where nothing does yet.

On paper it is an annex to the office's yearly report.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from vungxanh.model.lesson import Lesson, Locale, Page
from vungxanh.model.plan import LessonPlan
from vungxanh.model.registry import PlanRow, Registries
from vungxanh.readers.project import plan_path
from vungxanh.render.filters import Choice, filter_strip
from vungxanh.render.phrases import lang, page_links

_STATES = ("served", "supported", "open")
_DOWNLOAD = "D"  # the kind of a row that asks for something to print


@dataclass(frozen=True)
class Served:
    """What serves a row: lessons that name it or that it names, pages, plans that can be printed.

    `state` is `served`, `open` where nothing does, or `supported`: a website cannot punish, pay or
    give orders, however many lessons it has on the matter.
    """

    row: PlanRow
    lessons: tuple[Lesson, ...]
    pages: tuple[Page, ...]
    printed: tuple[Lesson, ...]

    @property
    def state(self) -> str:
        """Return the row's state, one of _STATES."""
        if self.row.role == "supported":
            return "supported"
        return "served" if self.lessons or self.pages else "open"


def serving(
    registries: Registries,
    lessons: Sequence[Lesson],
    pages: Sequence[Page],
    plans: Mapping[str, LessonPlan],
) -> list[Served]:
    """Return what serves each row of the plan, in the plan's order."""
    by_id = {lesson.meta.id: lesson for lesson in lessons}
    by_path = {page.path: page for page in (*lessons, *pages)}
    found = []
    for row in registries.plan:
        named = [by_id.get(name) or by_path.get(name) for name in row.here]
        mine = [one for one in lessons if row.id in one.meta.plan]
        mine += [one for one in named if isinstance(one, Lesson) and one not in mine]
        others = tuple(one for one in named if one and not isinstance(one, Lesson))
        printed = [one for one in mine if _DOWNLOAD in row.kind and plan_path(one) in plans]
        found.append(Served(row, tuple(mine), others, tuple(printed)))
    return found


def coverage(registries: Registries, rows: Sequence[Served], locale: Locale) -> str:
    """Return the table of the plan with its counts and filters; on paper, the annex."""

    def say(key: str) -> str:
        return registries.say("coverage", key, locale)

    units = {unit.id: unit.name.in_(locale) for unit in registries.units}
    counts = "".join(
        f"<li><strong>{sum(one.state == state for one in rows)}</strong> "
        f"{escape(say(f'count_{state}'))}</li>"
        for state in _STATES
    )
    head = "".join(
        f'<th scope="col">{escape(say(key))}</th>'
        for key in ("row", "task", "lead", "here", "state")
    )
    body = "".join(_row(one, units, say, locale) for one in rows)
    printed = (
        f'<p class="vx-annex__date" data-words="{escape(say("printed"))}">'
        f"{escape(say('printed_blank'))}</p>"
    )
    return (
        '<div class="vx-coverage" data-search-exclude="">'
        f'<p class="vx-annex">{escape(say("annex"))}</p>'
        f'<ul class="vx-counts">{counts}</ul>{_strip(rows, units, say)}'
        f'<div class="vx-scroll" tabindex="0" role="region" aria-label="{escape(say("label"))}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"{printed}</div>"
    )


def _strip(rows: Sequence[Served], units: Mapping[str, str], say: Callable[[str], str]) -> str:
    used = {one.row.lead for one in rows}
    leads = {id_: name for id_, name in units.items() if id_ in used}
    states = {state: say(state) for state in _STATES}
    return filter_strip(
        say("filter"),
        say("filter_count"),
        len(rows),
        Choice("lead", say("filter_lead"), {"": say("filter_lead_all"), **leads}),
        Choice("state", say("filter_state"), {"": say("filter_state_all"), **states}),
    )


def _row(
    served: Served, units: Mapping[str, str], say: Callable[[str], str], locale: Locale
) -> str:
    row, state = served.row, served.state
    lead = units.get(row.lead or "", say("nobody"))
    return (
        f'<tr id="{row.id.lower()}" data-row="" data-lead="{escape(row.lead or "")}" '
        f'data-state="{state}"><th scope="row">{row.id}</th>'
        f"<td><q{lang('vi', locale)}>{escape(row.quote)}</q></td><td>{escape(lead)}</td>"
        f"<td>{_here(served, say, locale)}</td>"
        f'<td><span class="vx-state vx-state--{state}">{escape(say(state))}</span></td></tr>'
    )


def _here(served: Served, say: Callable[[str], str], locale: Locale) -> str:
    lines = [
        f"<p>{escape(say(key))} {links}</p>"
        for key, links in (
            ("lessons", page_links(served.lessons, locale)),
            ("pages", page_links(served.pages, locale)),
            ("downloads", _plan_links(served.printed, locale)),
        )
        if links
    ]
    return "".join(lines) or "–"


def _plan_links(lessons: Sequence[Lesson], locale: Locale) -> str:
    return ", ".join(
        f'<a href="repo:{plan_path(one)}"{lang(one.text(locale).locale, locale)}>'
        f"{escape(one.text(locale).meta.title)}</a>"
        for one in lessons
    )

"""The strip above a long list, with which a reader finds a few of its rows.

It works with a script alone; without one it is not shown, and every row is. `overrides/assets/
filter/filter.js` reads it: rows carry `data-row` and what they are filtered by (`data-state`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Choice:
    """A list to choose one value from: `key` is that of the rows, `""` among `values` is all."""

    key: str
    label: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Switch:
    """A switch that leaves the rows with one value."""

    key: str
    value: str
    label: str


def filter_strip(label: str, count: str, all_: int, *controls: Choice | Switch) -> str:
    """Return the strip: a box to type in, named `label`, the controls, and the count of rows.

    `count` is the sentence with the gaps {count} and {all}; it is read out when it changes.
    """
    said = escape(count.format(count=all_, all=all_))
    return (
        f'<div class="vx-filter" role="group" aria-label="{escape(label)}" data-search-exclude="">'
        f"<label>{escape(label)} "
        '<input type="search" autocomplete="off" spellcheck="false"></input></label>'
        f"{''.join(map(_control, controls))}"
        f'<p class="vx-filter__count" role="status" data-words="{escape(count)}">{said}</p></div>'
    )


def _control(control: Choice | Switch) -> str:
    label = escape(control.label)
    if isinstance(control, Switch):
        return (
            '<button class="vx-filter__switch" type="button" role="switch" aria-checked="false" '
            f'data-key="{control.key}" data-value="{control.value}">{label}</button>'
        )
    options = "".join(
        f'<option value="{escape(value)}">{escape(text)}</option>'
        for value, text in control.values.items()
    )
    return f'<label>{label} <select data-key="{control.key}">{options}</select></label>'

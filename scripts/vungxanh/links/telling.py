"""Findings become Problems: each at its line, with its right values, and what repeats told once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vungxanh.links.finding import Finding
from vungxanh.links.lines import Lines, Spot
from vungxanh.links.site import Site
from vungxanh.links.suggestions import Suggestions
from vungxanh.problems import Problem

# A fault on this many pages comes from a template: nobody wants to hear it of each page.
REPEATED = 5
LONGEST = 300  # letters of an address that are shown
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MOST = 200  # findings of one code that are told of one page


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the fault can be mended: a file of the repository, line and column from 1."""

    file: str
    line: int | None
    column: int | None


class Origins:
    """Knows nothing but the built page; see `sources` for the site of a repository."""

    known = False

    def moved(self) -> Mapping[str, str]:
        """Return where pages of the built site went: former path, path now."""
        return {}

    def of(self, finding: Finding, spot: Spot, number: int) -> Origin | None:
        """Return where spot `number` of `finding` comes from, None where nobody knows."""
        return None


@dataclass(slots=True)
class _Told:
    finding: Finding
    spot: Spot
    origin: Origin | None


def problems_of(site: Site, findings: Iterable[Finding], origins: Origins) -> list[Problem]:
    """Return `findings` as problems."""
    suggestions = Suggestions(site, origins.moved)
    if not origins.known:
        return _told(site, findings, suggestions)
    unknown: list[Finding] = []
    by_origin: defaultdict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for told in _located(site, findings, origins):
        if told.origin:
            by_origin[told.origin, *_key(told.finding)].append(told)
        elif told.finding not in unknown[-1:]:
            unknown.append(told.finding)
    problems = []
    for rows in by_origin.values():
        pages = {row.finding.page for row in rows}
        problems.append(_problem(rows[0], len(pages) - 1, suggestions))
    return problems + _told(site, unknown, suggestions)


def _told(site: Site, findings: Iterable[Finding], suggestions: Suggestions) -> list[Problem]:
    """Return problems of built pages alone; what stands on many of them is told once."""
    once, rest, more = _repeated(findings)
    nobody = Origins()
    repeated = [
        _problem(told, more[id(told.finding)], suggestions) for told in _located(site, once, nobody)
    ]
    return repeated + [_problem(told, 0, suggestions) for told in _located(site, rest, nobody)]


def _repeated(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding], dict[int, int]]:
    """Return what stands on many pages, the first of each; the rest; and on how many more pages."""
    groups: defaultdict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[_key(finding)].append(finding)
    once, rest, more = [], [], {}
    for rows in groups.values():
        pages = len({row.page for row in rows})
        if pages < REPEATED or not rows[0].placed:
            rest += rows
        else:
            once.append(rows[0])
            more[id(rows[0])] = pages - 1
    return once, rest, more


def _located(site: Site, findings: Iterable[Finding], origins: Origins) -> Iterator[_Told]:
    by_page: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_page[finding.page].append(finding)
    for page, rows in by_page.items():
        lines = Lines(site.folder.root, page) if page in site.pages else None
        told: Counter[str] = Counter()
        left: Counter[str] = Counter()
        for row in rows:
            if told[row.code] >= MOST:
                left[row.code] += 1
                continue
            spots = lines.spots(row) if lines and row.placed else [Spot(None, row.value)]
            room = MOST - told[row.code]
            told[row.code] += len(spots)
            left[row.code] += max(len(spots) - room, 0)
            for number, spot in enumerate(spots[:room]):
                yield _Told(row, spot, origins.of(row, spot, number))
        for code, count in (+left).items():
            more = Finding(page, "site-more", values={"count": str(count), "code": code})
            yield _Told(more, Spot(None, ""), None)


def _key(finding: Finding) -> tuple[object, ...]:
    fault = finding.fault
    anchor = fault.fragment if fault and finding.code.startswith("site-anchor") else ""
    what = (fault.file, anchor) if fault and fault.file else finding.value
    return (finding.code, what, tuple(finding.values.items()))


def _problem(told: _Told, more: int, suggestions: Suggestions) -> Problem:
    finding, spot, origin = told.finding, told.spot, told.origin
    right = suggestions.right(finding)
    fault = finding.fault
    page, written = printable(finding.page), printable(spot.written)
    seen = page if spot.line is None else f"{page}:{spot.line}"
    values = {
        "seen": f"{seen} (+{more})" if more else seen,
        "value": written,
        "path": fault.file if fault else "",
        "anchor": fault.fragment if fault else "",
        "right": right[0] if right else "–",
        **finding.values,
    }
    return Problem(
        origin.file if origin else page,
        origin.line if origin else None,
        finding.code,
        {key: printable(value) for key, value in values.items()},
        origin.column if origin else None,
        suggestions=tuple(map(printable, right)),
        page=page,
        value=written,
        page_line=spot.line,
    )


def printable(text: str) -> str:
    """Return `text` as one line of a report: nothing in it moves a cursor, or is no letter."""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return _CONTROLS.sub(lambda sign: f"\\x{ord(sign[0]):02x}", short)

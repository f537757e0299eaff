"""The dates of legal documents and what replaced what: time and statuses must agree."""

from itertools import pairwise

from vungxanh.model.registry import LegalDocument, Registries
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.readers.registries import registry_file

FILE = registry_file("legal")


def check_law(project: Project) -> list[Problem]:
    """Return the documents whose dates, status and successors contradict one another."""
    registries = project.registries
    documents = {row.id: row for row in registries.legal}
    problems = [found for row in registries.legal for found in _dates(registries, row)]
    circles = _circles(documents)
    for way in circles:
        values = {"way": " → ".join([*way, way[0]]), "id": way[0]}
        line = registries.line("legal", way[0], "replaced_by")
        problems.append(Problem(FILE, line, "legal-circle", values))
    for row in registries.legal:
        if not any(row.id in way for way in circles):  # a circle has no first and no last
            problems += _status(registries, row)
            problems += _succession(registries, row, documents)
    return problems


def _dates(registries: Registries, row: LegalDocument) -> list[Problem]:
    """Issued, then in force, then ended."""
    steps = [
        (name, date)
        for name, date in (
            ("issued", row.issued),
            ("in_force", row.in_force),
            ("ended", row.ended),
        )
        if date
    ]
    return [
        Problem(
            FILE,
            registries.line("legal", row.id, later),
            "legal-dates",
            {
                "id": row.id,
                "later": later,
                "date": second.isoformat(),
                "earlier": earlier,
                "other": first.isoformat(),
            },
        )
        for (earlier, first), (later, second) in pairwise(steps)
        if second < first
    ]


def _status(registries: Registries, row: LegalDocument) -> list[Problem]:
    """Only a replaced document has a successor, and it has one."""
    if (row.status == "replaced") is (row.replaced_by is not None):
        return []
    values = {"id": row.id, "status": row.status, "other": row.replaced_by or "null"}
    return [Problem(FILE, registries.line("legal", row.id, "status"), "legal-status", values)]


def _succession(
    registries: Registries, row: LegalDocument, documents: dict[str, LegalDocument]
) -> list[Problem]:
    """Both documents name each other, and the old one was there first."""
    problems = []
    if row.replaced_by and (new := documents.get(row.replaced_by)):
        line = registries.line("legal", row.id, "replaced_by")
        start = new.in_force or new.issued
        if start and row.issued and start < row.issued:
            values = {
                "id": row.id,
                "other": new.id,
                "date": start.isoformat(),
                "issued": row.issued.isoformat(),
            }
            problems.append(Problem(FILE, line, "legal-replaced-early", values))
        if row.id not in new.replaces:
            values = {"id": row.id, "other": new.id, "field": "replaces"}
            problems.append(Problem(FILE, line, "legal-one-sided", values))
    for index, name in enumerate(row.replaces):
        old = documents.get(name)
        if old and not old.replaced_by:
            values = {"id": row.id, "other": name, "field": "replaced_by"}
            line = registries.line("legal", row.id, "replaces", index)
            problems.append(Problem(FILE, line, "legal-one-sided", values))
    return problems


def _circles(documents: dict[str, LegalDocument]) -> list[list[str]]:
    """Return each circle of documents that replace one another, once, from the first in the file.

    Whether the old document names the new one or the new one the old, it is the same step.
    """
    after: dict[str, list[str]] = {id_: [] for id_ in documents}
    for row in documents.values():
        if row.replaced_by in documents:
            after[row.id].append(row.replaced_by)
        for old in row.replaces:
            if old in documents:
                after[old].append(row.id)
    circles: list[list[str]] = []
    for start in documents:
        if not any(start in way for way in circles) and (way := _way_back(start, after)):
            circles.append(way)
    return circles


def _way_back(start: str, after: dict[str, list[str]]) -> list[str]:
    """Return the shortest way from `start` to itself, without its end; nothing if there is none."""
    ways, met = [[start]], {start}
    while ways:
        way = ways.pop(0)
        for next_ in after[way[-1]]:
            if next_ == start:
                return way
            if next_ not in met:
                met.add(next_)
                ways.append([*way, next_])
    return []

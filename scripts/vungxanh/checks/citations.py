"""Citations: a link into the legal library leads to the law of today, or says that it does not."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from vungxanh.checks.past import past_document
from vungxanh.model.lesson import Link
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.citations import row_of
from vungxanh.readers.project import Project


def check_citations(project: Project) -> list[Problem]:
    """Return the links to replaced and ended documents whose sentence does not say so.

    Changing the status of one document in `legal` thus reports every text that leans on it.
    """
    rows = {row.id: row for row in project.registries.legal}
    ended = {row.id.lower(): row for row in rows.values() if row.status in ("replaced", "ended")}
    found = []
    for text in project.texts:
        for link in text.links:
            cited = row_of(link.target, text.path)
            row = ended.get(cited.anchor) if cited and cited.registry == "legal" else None
            if row is None:
                continue
            prose, at = _around(project.prose, text.path, link)
            if not past_document(prose, at, (row.issued, row.in_force), row.ended):
                new = rows.get(row.replaced_by or "")
                right = new.named(text.locale) if new else ""
                values = {"found": row.named(text.locale), "right": right}
                known = (right,) if right else ()
                code = "citation-ended"
                found.append(Problem(text.path, link.line, code, values, link.column, known))
    return found


def _around(prose: Iterable[Passage], file: str, link: Link) -> tuple[str, int]:
    """Return the passage in which `link` stands, and where in it; nothing if it is not read."""
    for passage in _on(prose, file, link.line):
        origin = passage.lines[link.line - 1] + link.column - 1
        run = bisect_left(passage.origins, origin)
        if run < len(passage.origins):
            return passage.text, passage.starts[run]
    return link.text or "", 0


def _on(prose: Iterable[Passage], file: str, line: int) -> Iterator[Passage]:
    for passage in prose:
        if passage.file == file:
            first, last = passage.place(0)[0], passage.place(len(passage.text) - 1)[0]
            if first <= line <= last:
                yield passage

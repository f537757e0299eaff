"""`docs/_data/*.yml` become Registries: each file a schema, each fault a problem with its line.

A file that does not hold costs no more than itself: the others are read, and what can be known of
it (which ids stand in it) is kept, so that one fault is told once and not by all that refer to it.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from vungxanh.model.registry import LISTS, Audience, Registries, Site, Words, Written
from vungxanh.problems import Problem
from vungxanh.readers.schema import read_yaml, validate
from vungxanh.readers.source import read_text

FOLDER = "docs/_data"
_NOBODY = Words(vi="…", en="…")
# Holds the place of a site.yml that does not hold, so that all else can still be checked.
_STAND_IN = Site(name=_NOBODY, tagline=_NOBODY, url="https://example.vn/")


def read_registries(root: Path) -> tuple[Registries, list[Problem]]:
    """Return the registries of the project at `root`, `whole` or not, and what is wrong."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    written: dict[str, Written] = {}
    for name, schema in LISTS.items():
        rows, found, faults = _list(root, registry_file(name), schema)
        values[name.replace("-", "_")] = rows
        problems += faults
        if found:
            written[name] = found
    site, written["site"], faults = _site(root)
    problems += faults
    values["ui"], written["ui"], faults = _words(root, registry_file("ui"))
    problems += faults
    whole = site is not None and bool(values["audiences"])
    return Registries(site=site or _STAND_IN, whole=whole, written=written, **values), problems


def registry_file(name: str) -> str:
    """Return the path of registry `name` from the root of the repository."""
    return f"{FOLDER}/{name}.yml"


def _read(root: Path, file: str) -> tuple[Any, Written, list[Problem]]:
    """Return the value of a registry, what stands in its file (without ids), and the faults."""
    if not (root / file).is_file():
        return None, Written(()), [Problem(file, None, "registry-missing", {"name": file})]
    text, problems = read_text(root, file)
    if text is None:
        return None, Written(()), problems
    value, lines, faults = read_yaml(text, file, 1)
    return value, Written((), lines, text), problems + faults


def _site(root: Path) -> tuple[Site | None, Written, list[Problem]]:
    file = registry_file("site")
    value, written, problems = _read(root, file)
    if value is None and problems:
        return None, written, problems
    row, faults = validate(Site, value, written.lines, file)
    return row, written, problems + faults


def _list(
    root: Path, file: str, schema: type[BaseModel]
) -> tuple[tuple[BaseModel, ...], Written | None, list[Problem]]:
    value, written, problems = _read(root, file)
    if value is None and problems:
        return (), None, problems
    if not isinstance(value, list) or (schema is Audience and not value):  # a site is for somebody
        return (), None, [*problems, Problem(file, 1, "registry-shape", {"name": file})]
    rows = []
    for index, item in enumerate(value):
        row, faults = validate(schema, item, written.lines, file, (index,))
        problems += faults
        if row is not None:
            rows.append(row)
    ids = [str(item["id"]) if isinstance(item, dict) and "id" in item else "" for item in value]
    seen = Counter(ids)
    for index, id_ in enumerate(ids):
        if id_ and seen[id_] > 1:
            line = written.lines.get((index,))
            problems.append(Problem(file, line, "registry-duplicate", {"id": id_}))
    by_id = {
        (ids[path[0]], *path[1:]): line
        for path, line in written.lines.items()
        if path and isinstance(path[0], int)
    }
    return tuple(rows), Written(tuple(filter(None, ids)), by_id, written.text), problems


def _words(root: Path, file: str) -> tuple[dict[str, dict[str, Words]], Written, list[Problem]]:
    value, written, problems = _read(root, file)
    if problems:
        return {}, written, problems
    try:
        return TypeAdapter(dict[str, dict[str, Words]]).validate_python(value), written, []
    except ValidationError as error:
        place = tuple(part for part in error.errors()[0]["loc"] if part != "[key]")
        while place and place not in written.lines:
            place = place[:-1]
        values = {"name": ".".join(map(str, place)) or "?"}
        line = written.lines.get(place, 1)
        return {}, written, [Problem(file, line, "registry-words", values)]

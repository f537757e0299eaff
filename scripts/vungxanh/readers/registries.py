"""`docs/_data/*.yml` become Registries: each file a schema, each fault a problem with its line."""

from collections import Counter
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from vungxanh.model.registry import (
    Audience,
    Contact,
    LegalDocument,
    PlanRow,
    Registries,
    Site,
    Unit,
    Words,
)
from vungxanh.problems import Problem
from vungxanh.readers.schema import Path as Place
from vungxanh.readers.schema import read_yaml, validate
from vungxanh.readers.source import read_text

FOLDER = "docs/_data"
LISTS: dict[str, type[BaseModel]] = {
    "audiences": Audience,
    "contacts": Contact,
    "legal": LegalDocument,
    "units": Unit,
    "plan": PlanRow,
}


def read_registries(root: Path) -> tuple[Registries | None, list[Problem]]:
    """Return the registries of the project at `root`; None where site or audiences do not hold."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for name, schema in LISTS.items():
        values[name], faults = _list(root, f"{FOLDER}/{name}.yml", schema)
        problems += faults
    site, lines, faults = _read(root, f"{FOLDER}/site.yml")
    problems += faults
    if not faults:
        values["site"], faults = validate(Site, site, lines, f"{FOLDER}/site.yml")
        problems += faults
    values["ui"], faults = _words(root, f"{FOLDER}/ui.yml")
    problems += faults
    if values.get("site") is None or not values["audiences"]:
        return None, problems
    return Registries(**values), problems


def _read(root: Path, file: str) -> tuple[Any, dict[Place, int], list[Problem]]:
    if not (root / file).is_file():
        return None, {}, [Problem(file, None, "registry-missing", {"name": file})]
    text, problems = read_text(root, file)
    if text is None:
        return None, {}, problems
    value, lines, faults = read_yaml(text, file, 1)
    return value, lines, problems + faults


def _list(
    root: Path, file: str, schema: type[BaseModel]
) -> tuple[tuple[BaseModel, ...], list[Problem]]:
    value, lines, problems = _read(root, file)
    if problems:
        return (), problems
    if not isinstance(value, list) or (schema is Audience and not value):  # a site is for somebody
        return (), [Problem(file, 1, "registry-shape", {"name": file})]
    rows = []
    for index, item in enumerate(value):
        row, faults = validate(schema, item, lines, file, (index,))
        problems += faults
        if row is not None:
            rows.append(row)
    seen = Counter(str(item.get("id")) for item in value if isinstance(item, dict))
    for index, item in enumerate(value):
        if isinstance(item, dict) and seen[str(item.get("id"))] > 1:
            values = {"id": str(item.get("id"))}
            problems.append(Problem(file, lines.get((index,)), "registry-duplicate", values))
    return tuple(rows), problems


def _words(root: Path, file: str) -> tuple[dict[str, dict[str, Words]], list[Problem]]:
    value, lines, problems = _read(root, file)
    if problems:
        return {}, problems
    try:
        return TypeAdapter(dict[str, dict[str, Words]]).validate_python(value), []
    except ValidationError as error:
        place = tuple(part for part in error.errors()[0]["loc"] if part != "[key]")
        while place and place not in lines:
            place = place[:-1]
        values = {"name": ".".join(map(str, place)) or "?"}
        return {}, [Problem(file, lines.get(place, 1), "registry-words", values)]

"""YAML text becomes a value of a schema; each fault has the line it stands on and a right example.

Used for front matter and for registries alike: both are YAML that people write by hand.
"""

import datetime
import re
import typing
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vungxanh.problems import Problem

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[int | str, ...]


class _Loader(yaml.CSafeLoader):  # ten times as fast as the one in Python; every wheel has it
    """YAML without the traps that hurt writers.

    Only true/false are booleans, so `no` is text. Dates stay text until a schema asks for a date:
    else one 31 February would be a fault of the whole file.
    """


_TRAPS = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _TRAPS]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read_yaml(text: str, file: str, first_line: int) -> tuple[Any, dict[Path, int], list[Problem]]:
    """Return the value of `text`, the line of each part, and what is wrong with its writing."""
    lines: dict[Path, int] = {}
    problems: list[Problem] = []
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            value = loader.construct_document(node) if node else None
        finally:
            loader.dispose()
        if node:
            lines[()] = first_line
            for path, line in _walk(node, (), first_line):
                if path in lines:
                    values = {"name": str(path[-1]), "other": str(lines[path])}
                    problems.append(Problem(file, line, "field-twice", values))
                lines.setdefault(path, line)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (min(mark.line, text.rstrip("\n").count("\n")) if mark else 0)
        return (
            None,
            {},
            [Problem(file, line, "yaml-broken", {"line": _line(text, line - first_line)})],
        )
    return value, lines, problems


def validate(
    schema: type[Model], value: Any, lines: dict[Path, int], file: str, at: Path = ()
) -> tuple[Model | None, list[Problem]]:
    """Return `value` as a `schema`, or None and every fault; `at` is its place in the file."""
    try:
        return schema.model_validate(value), []
    except ValidationError as error:
        first = lines.get(at, 1)
        return None, [
            _fault(schema, detail, _nearest(lines, at + detail["loc"], first), file)
            for detail in error.errors()
        ]


def _line(text: str, index: int) -> str:
    lines = text.split("\n")
    return lines[min(index, len(lines) - 1)].strip()[:60]


def _walk(node: yaml.Node, path: Path, first: int) -> Iterator[tuple[Path, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            here = (*path, str(key.value))
            yield here, first + key.start_mark.line
            yield from _walk(child, here, first)
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            here = (*path, index)
            yield here, first + child.start_mark.line
            yield from _walk(child, here, first)


def _nearest(lines: dict[Path, int], path: Path, default: int) -> int:
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return default


def _fault(schema: type[BaseModel], detail: ErrorDetails, line: int, file: str) -> Problem:
    names = [part for part in detail["loc"] if isinstance(part, str)]
    name = ".".join(names) or "?"
    if detail["type"] == "missing":
        values = {"name": name, "example": _example(schema, names)}
        return Problem(file, line, "field-missing", values)
    if detail["type"] == "extra_forbidden":
        fields = list(_holder(schema, names).model_fields)
        near = tuple(get_close_matches(names[-1], fields, 1))
        values = {"name": name, "known": near[0] if near else ", ".join(fields)}
        return Problem(file, line, "field-unknown", values, suggestions=near)
    if not names:
        return Problem(file, line, "field-shape", {"example": _example(schema, names)})
    found = str(detail["input"])[:60]
    if detail["type"].startswith("date"):
        near = _dates(found)
        values = {"name": name, "found": found, "example": near[0] if near else "2026-03-05"}
        return Problem(file, line, "field-date", values, suggestions=near)
    expected = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    values = {"name": name, "found": found, "example": _example(schema, names)}
    near = tuple(get_close_matches(found, expected.replace("'", "").split(", "), 1))
    return Problem(file, line, "field-value", values, suggestions=near)


def _dates(found: str) -> tuple[str, ...]:
    """Return the date that was meant, where it is written as offices write it: 05/3/2026."""
    if not (match := re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", found)):
        return ()
    day, month, year = map(int, match.groups())
    try:
        return (datetime.date(year, month, day).isoformat(),)
    except ValueError:
        return ()


def _holder(schema: type[BaseModel], names: list[str]) -> type[BaseModel]:
    """Return the schema in which the last of `names` stands: the row, or a part of it."""
    for name in names[:-1]:
        info = schema.model_fields.get(name)
        inner = _model(info.annotation) if info else None
        if inner is None:
            break
        schema = inner
    return schema


def _model(kind: object) -> type[BaseModel] | None:
    """Return the schema inside `Part`, `Part | None` or `tuple[Part, ...]`."""
    if inner := typing.get_args(kind):
        return next(filter(None, map(_model, inner)), None)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _example(schema: type[BaseModel], names: list[str]) -> str:
    """Return `key: value` for the field, from the schema's own examples."""
    for top, holder in ((names[:1], schema), (names[-1:], _holder(schema, names))):
        for name in top:
            if (info := holder.model_fields.get(name)) and info.examples:
                return f"{name}: {info.examples[0]}"
    return ".".join(names) + ": …"

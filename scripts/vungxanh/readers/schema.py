"""YAML text becomes a value of a schema; each fault has the line it stands on and a right example.

Used for front matter and for registries alike: both are YAML that people write by hand.
"""

import re
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
    """YAML without the traps that hurt writers: only true/false are booleans, so `no` is text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
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
        near = tuple(get_close_matches(name, list(schema.model_fields), 1))
        known = ", ".join(schema.model_fields)
        values = {"name": name, "known": near[0] if near else known}
        return Problem(file, line, "field-unknown", values, suggestions=near)
    if not names:
        return Problem(file, line, "field-shape", {"example": _example(schema, names)})
    found = str(detail["input"])[:60]
    expected = str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    values = {"name": name, "found": found, "example": _example(schema, names)}
    near = tuple(get_close_matches(found, expected.replace("'", "").split(", "), 1))
    return Problem(file, line, "field-value", values, suggestions=near)


def _example(schema: type[BaseModel], names: list[str]) -> str:
    """Return `key: value` for the field, from the schema's own examples."""
    for name in names[:1]:
        if (info := schema.model_fields.get(name)) and info.examples:
            return f"{name}: {info.examples[0]}"
    return ".".join(names) + ": …"

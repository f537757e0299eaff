"""The models as JSON Schema, for editors: they complete keys and underline what does not fit.

Kept in `.vscode/schemas`, so that an editor needs nothing installed; a test holds them current and
rewrites them (`run.py test tests/unit/test_json_schema.py --rewrite`).
"""

import json
from typing import Any

from pydantic import TypeAdapter

from vungxanh.model.lesson import LessonMeta, PageMeta, TranslationMeta
from vungxanh.model.registry import LISTS, Site, Words

FOLDER = ".vscode/schemas"
_FRONT_MATTER = {"lesson": LessonMeta, "translation": TranslationMeta, "page": PageMeta}


def registry_schemas() -> dict[str, str]:
    """Return the schema of each registry, by its name in `docs/_data`."""
    kinds: dict[str, Any] = {name: list[row] for name, row in LISTS.items()}  # type: ignore[valid-type]
    return _texts(kinds | {"site": Site, "ui": dict[str, dict[str, Words]]})


def front_matter_schemas() -> dict[str, str]:
    """Return the schemas of front matter: of a lesson, of its translation, of a page."""
    return _texts(_FRONT_MATTER)


def _texts(kinds: dict[str, Any]) -> dict[str, str]:
    return {
        name: json.dumps(_plain(TypeAdapter(kind).json_schema()), ensure_ascii=False, indent=2)
        + "\n"
        for name, kind in kinds.items()
    }


def _plain(part: Any) -> Any:
    """Leave out what is for us and not for writers: titles, the descriptions of classes.

    Our examples are lines of YAML; an editor offers them as values, so only texts are left, bare.
    """
    if isinstance(part, list):
        return [_plain(one) for one in part]
    if not isinstance(part, dict):
        return part
    left = dict(part)
    if isinstance(left.get("title"), str):  # a property may itself be called `title`
        del left["title"]
    if left.get("type") == "object" and "properties" in left:
        left.pop("description", None)
    if isinstance(examples := left.pop("examples", None), list) and left.get("type") == "string":
        left["examples"] = [one.strip('"') for one in examples]
    return {key: _plain(value) for key, value in left.items()}

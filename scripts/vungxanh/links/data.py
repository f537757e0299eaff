"""Files that are no pages and name addresses all the same: site maps, editions, web manifests."""

import json
import posixpath
import re
from html import unescape
from typing import Any

from vungxanh.links.page import Page

_LOCATION = re.compile(r"<loc>([^<]*+)</loc>|<xhtml:link\b[^<>]*?\bhref=[\"']([^\"'<>]*+)[\"']")
EDITIONS = "versions.json"


def is_data(path: str) -> bool:
    """Return whether the file at `path` is of a kind that names addresses."""
    name = posixpath.basename(path)
    return (
        path == EDITIONS
        or name == "manifest.json"
        or name.endswith(".webmanifest")
        or (name.startswith("sitemap") and name.endswith(".xml"))
    )


def read_data(path: str, text: str) -> Page:
    """Return the addresses in a file that `is_data`; none of one that cannot be read."""
    page = Page(path)
    if path.endswith(".xml"):
        found = [unescape(one or other).strip() for one, other in _LOCATION.findall(text)]
    else:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return page
        found = _editions(value) if path == EDITIONS else _manifest(value)
    page.loads = list(dict.fromkeys(found))
    return page


def _editions(value: Any) -> list[str]:
    """`versions.json` as mike writes it: each edition, and each alias, is a folder beside it."""
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    names = [name for row in rows for name in (row.get("version"), *_list(row.get("aliases")))]
    return [f"{name}/" for name in names if isinstance(name, str)]


def _manifest(value: Any) -> list[str]:
    if not isinstance(value, dict):
        return []
    rows = [value, *_rows(value, "shortcuts"), *_rows(value, "icons"), *_rows(value, "screenshots")]
    rows += [icon for shortcut in _rows(value, "shortcuts") for icon in _rows(shortcut, "icons")]
    told = [row.get(key) for row in rows for key in ("start_url", "url", "src")]
    return [one for one in told if isinstance(one, str)]


def _rows(value: dict[str, Any], key: str) -> list[dict[str, Any]]:
    return [row for row in _list(value.get(key)) if isinstance(row, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []

"""Joins the scripts and styles of `overrides/assets` into few small files of the built site.

In: a built site, in which MkDocs has put the sources as they are. Out: `assets/NAME.js` and
`assets/NAME.css` for each bundle of `bundles.toml`, and no sources. The script of a bundle that
brings words is written once for each language, `assets/NAME.vi.js`.
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vungxanh.model.lesson import LOCALES, Locale
from vungxanh.text import squeeze

LIST = "bundles.toml"
_TEACH = 'class="vx-teach"'
_SPOKEN = ("teacher",)  # of what pages load at once, this brings words
SQUEEZE = {"js": squeeze.script, "css": squeeze.style}


def bundles_of(html: str, lesson: bool = False) -> list[str]:
    """Return the bundles that a page with this content, perhaps a lesson's, loads at once."""
    marks = {
        "quiz": "<vx-quiz",
        "kept": 'class="vx-kept"',
        "filter": 'class="vx-filter"',
        "paper": _TEACH,
        "teacher": _TEACH,
    }
    common = ["site"] if lesson else ["site", "pages"]
    return [*common, *(name for name, mark in marks.items() if mark in html)]


def scripts_of(bundles: list[str], locale: Locale) -> list[str]:
    """Return the names of the scripts of these bundles, for a page in this language."""
    return [f"{name}.{locale}" if name in _SPOKEN else name for name in bundles]


def sources(folder: Path) -> dict[str, dict[str, list[Path]]]:
    """Return the sources of each bundle, by `js` and `css`, in their order."""
    bundles = tomllib.loads((folder / LIST).read_text(encoding="utf-8"))
    return {
        name: {
            kind: [folder / f"{source}.{kind}" for source in bundle.get(key, [])]
            for kind, key in (("js", "scripts"), ("css", "styles"))
        }
        for name, bundle in bundles.items()
    }


def join(assets: Path, words: Mapping[str, Any] | None = None) -> None:
    """Join and squeeze the sources in `assets`; what belongs to no bundle is squeezed in place.

    A bundle may name groups of `words` (by group, key, locale): they come with it, so that pages
    need not carry them, and in the language of the page alone.
    """
    if not (assets / LIST).exists():
        return
    used: set[Path] = set()
    groups = tomllib.loads((assets / LIST).read_text(encoding="utf-8"))
    for name, kinds in sources(assets).items():
        for kind, files in kinds.items():
            used.update(files)
            text = "\n".join(_squeezed(file) for file in files)
            spoken = groups[name].get("words")
            if kind == "css" or spoken is None:
                _write(assets / f"{name}.{kind}", text)
                continue
            for locale in LOCALES:
                said = _spoken(spoken, words, locale) if spoken and words else ""
                _write(assets / f"{name}.{locale}.js", said + text)
    folders = {file.parent for file in used}
    for file in sorted(one for folder in folders for one in folder.iterdir()):
        if file in used or file.suffix == ".ts":  # types are for engineers
            file.unlink()
        elif file.suffix in (".js", ".css"):
            _write(file, _squeezed(file))
    for folder in folders:
        if not any(folder.iterdir()):
            folder.rmdir()
    (assets / LIST).unlink()


def _spoken(groups: list[str], words: Mapping[str, Any], locale: Locale) -> str:
    """Return the script that adds groups of words to those of the page, as `group.key`."""
    spoken = {
        f"{group}.{key}": text.in_(locale) for group in groups for key, text in words[group].items()
    }
    text = json.dumps(spoken, ensure_ascii=False, separators=(",", ":"))
    return f"Object.assign(VungXanh.words,{text});\n"


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def _squeezed(file: Path) -> str:
    return SQUEEZE[file.suffix[1:]](file.read_text(encoding="utf-8"))

"""Joins the scripts and styles of `overrides/assets` into few small files of the built site.

In: a built site, in which MkDocs has put the sources as they are. Out: `assets/NAME.js` and
`assets/NAME.css` for each bundle of `bundles.toml`, and no sources.
"""

import tomllib
from pathlib import Path

from vungxanh.text import squeeze

LIST = "bundles.toml"
SQUEEZE = {"js": squeeze.script, "css": squeeze.style}


def bundles_of(html: str) -> list[str]:
    """Return the bundles that a page with this content loads at once."""
    marks = {"quiz": "<vx-quiz", "kept": 'class="vx-kept"', "paper": 'class="vx-teach"'}
    return ["site", *(name for name, mark in marks.items() if mark in html)]


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


def join(assets: Path) -> None:
    """Join and squeeze the sources in `assets`; what belongs to no bundle is squeezed in place."""
    if not (assets / LIST).exists():
        return
    used: set[Path] = set()
    for name, kinds in sources(assets).items():
        for kind, files in kinds.items():
            used.update(files)
            text = "\n".join(_squeezed(file) for file in files)
            (assets / f"{name}.{kind}").write_text(text, encoding="utf-8", newline="\n")
    folders = {file.parent for file in used}
    for file in sorted(one for folder in folders for one in folder.iterdir()):
        if file in used:
            file.unlink()
        elif file.suffix in (".js", ".css"):
            file.write_text(_squeezed(file), encoding="utf-8", newline="\n")
    for folder in folders:
        if not any(folder.iterdir()):
            folder.rmdir()
    (assets / LIST).unlink()


def _squeezed(file: Path) -> str:
    return SQUEEZE[file.suffix[1:]](file.read_text(encoding="utf-8"))

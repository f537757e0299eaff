"""Small projects for tests: the one in `golden/base`, with files added, changed or taken away."""

import shutil
from pathlib import Path

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent
BASE = TESTS / "golden" / "base"


def make_project(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """Return the root of a copy of the base project; a file given as None is removed."""
    root = folder / "du-an"
    shutil.copytree(BASE, root)
    for name in ("ui", "orthography"):  # the words of the site and how it writes them
        shutil.copy(REPOSITORY / f"docs/_data/{name}.yml", root / f"docs/_data/{name}.yml")
    for name, content in (files or {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def make_buildable(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """Return a project that has the site's own configuration, theme and scripts beside it."""
    root = make_project(folder, files)
    for name in ("mkdocs.yml",):
        shutil.copy(REPOSITORY / name, root / name)
    for name in ("overrides", "scripts"):
        shutil.copytree(
            REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    return root

"""The locks: complete, for every system, and free of what must not be there."""

import importlib.metadata
import json
import re
import tomllib
from pathlib import Path

import pytest

from runner.locks import versions

HERE = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "tests/requirements.lock")
PROJECT = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))


def name(requirement: str) -> str:
    return re.split(r"[<>=~! ;]", requirement)[0].lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes_and_no_place(lock: str) -> None:
    text = (HERE / lock).read_text(encoding="utf-8")
    packages = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]
    assert len(packages) == len(versions(HERE / lock)) > 20
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text
    assert "--index" not in text
    assert "python3 scripts/run.py update" in text


def test_locks_follow_pyproject() -> None:
    assert {name(text) for text in PROJECT["project"]["dependencies"]} <= versions(
        HERE / LOCKS[0]
    ).keys()
    assert {name(text) for text in PROJECT["dependency-groups"]["test"]} <= versions(
        HERE / LOCKS[1]
    ).keys()


def test_locks_agree_with_each_other() -> None:
    runtime, tests = (versions(HERE / lock) for lock in LOCKS)
    assert all(runtime[package] == tests[package] for package in runtime.keys() & tests.keys())


def test_node_lock_follows_package_json_and_names_no_place() -> None:
    lock = HERE / "tests/package-lock.json"
    asked = json.loads((HERE / "tests/package.json").read_text(encoding="utf-8"))
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    assert asked["devDependencies"].items() <= versions(lock).items()
    assert not any("resolved" in package for package in packages.values())
    assert all("integrity" in package for place, package in packages.items() if place)


@pytest.mark.parametrize("package", ["properdocs", "mkdocs-ng"])
def test_forks_that_take_the_place_of_mkdocs_are_absent(package: str) -> None:
    # mike would build with ProperDocs instead of MkDocs, and say nothing.
    assert package not in versions(HERE / LOCKS[0]) | versions(HERE / LOCKS[1])
    with pytest.raises(importlib.metadata.PackageNotFoundError):
        importlib.metadata.version(package)

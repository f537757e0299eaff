"""A clone, a bare repository it publishes to, and the way to ask both.

Each is made once and copied for a test: the clone names its repository by a relative path.
"""

import os
import shutil

import pytest
from small_house import House, git, make_clone


@pytest.fixture(autouse=True, scope="session")
def _settings():
    """Keep whatever git settings this machine has out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(scope="session")
def _new(tmp_path_factory):
    folder = tmp_path_factory.mktemp("moi")
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "kho.git")
    make_clone(folder, folder / "kho.git")
    return folder


@pytest.fixture(scope="session")
def _grown(_new, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lon") / "a"
    shutil.copytree(_new, folder)
    House(folder).send("2026.1")
    return folder


@pytest.fixture
def new(_new, tmp_path):
    """A house from which nothing has been published yet."""
    return House(shutil.copytree(_new, tmp_path / "nha"))


@pytest.fixture
def house(_grown, tmp_path):
    """A house that has published edition 2026.1."""
    return House(shutil.copytree(_grown, tmp_path / "nha"))

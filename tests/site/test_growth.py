"""What one reader is sent does not grow with the site."""

import gzip

import pytest

from projects import REPOSITORY
from vungxanh.bench.corpus import make
from vungxanh.site.build import build

FEW, MANY = 20, 120


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    """The sites of a few and of many lessons, to weigh the same file in both."""
    sites = {}
    for lessons in (FEW, MANY):
        folder = tmp_path_factory.mktemp(f"bai-{lessons}")
        build(make(REPOSITORY, folder, lessons).ours, folder / "site")
        sites[lessons] = folder / "site"

    def both(name):
        return [len(gzip.compress((sites[n] / name).read_bytes(), mtime=0)) for n in (FEW, MANY)]

    return both


@pytest.mark.parametrize("name", ["hoc-sinh/bai-1/index.html", "en/can-bo/bai-2/index.html"])
def test_a_lesson_weighs_the_same_among_six_times_as_many(weights, name):
    few, many = weights(name)
    assert many <= few * 1.02


@pytest.mark.parametrize("name", ["index.html", "can-giup-do/index.html", "404.html"])
def test_so_does_a_page(weights, name):
    few, many = weights(name)
    assert many <= few * 1.02

"""What pyproject.toml says of links: read where it is nearest, and refused in plain words."""

import datetime
import subprocess
import sys

import pytest

from links.corpus import make
from projects import REPOSITORY
from vungxanh.links.run import check_site
from vungxanh.links.settings import SettingsFault, read_settings

TODAY = datetime.date(2026, 11, 24)
TABLE = """[tool.vung-xanh.links]
entry = "index.html"
base-url = "https://mau.example.vn/"
ignore = [
    { address = "nhap/*", reason = "chưa xong", until = 2027-03-31 },
    { address = "cu/*", reason = "đã xong", until = 2026-03-31 },
]
"""


def links(site, *options):
    command = [sys.executable, "-m", "vungxanh.cli", "links", str(site), *options]
    return subprocess.run(
        command, cwd=REPOSITORY / "scripts", capture_output=True, encoding="utf-8", check=False
    )


def test_the_nearest_table_counts_and_what_is_over_does_not(tmp_path):
    make(tmp_path, {"pyproject.toml": TABLE, "con/pyproject.toml": "[project]\n", "con/site/a": ""})
    settings = read_settings(tmp_path / "con/site", TODAY)
    assert (settings.entry, settings.base_url) == ("index.html", "https://mau.example.vn/")
    assert settings.ignore == ("nhap/*",)
    assert settings.file == tmp_path / "pyproject.toml"


@pytest.mark.parametrize(
    "table",
    [
        "entri = 'x'",
        "entry = 1",
        "ignore = ['nhap/*']",
        "ignore = [{ address = 'x', reason = '', until = 2027-03-31 }]",
        "ignore = [{ address = 'x', reason = 'y' }]",
        "entry = ",
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_place(tmp_path, table):
    make(tmp_path, {"pyproject.toml": f"[tool.vung-xanh.links]\n{table}\n"})
    with pytest.raises(SettingsFault, match=r"pyproject\.toml"):
        read_settings(tmp_path, TODAY)
    done = links(tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("pattern", ["sai.html", "sai*", "*/sai.html", "muc/a.html"])
def test_what_fits_a_pattern_is_left_alone(tmp_path, pattern):
    site = make(tmp_path, {"muc/a.html": '<a href="sai.html">bài</a>'})
    assert check_site(site, ignore=(pattern,)) == []
    assert len(check_site(site, ignore=("khac*",))) == 1


def test_the_command_says_it_all(tmp_path):
    files = {"index.html": '<a href="sai.html">x</a><a href="">y</a>', "xa.html": ""}
    site = make(tmp_path, files)
    assert links(site).returncode == 1
    assert links(site, "--ignore", "sai.html").returncode == 0
    warned = links(site, "--ignore", "sai.html", "--fail-on", "warning")
    assert warned.returncode == 1
    assert "site-link-empty" in warned.stdout
    orphans = links(site, "--entry", "index.html", "--format", "json")
    assert '"site-page-unreached"' in orphans.stdout
    assert orphans.stderr == ""
    assert links(tmp_path / "khong-co").returncode == 2

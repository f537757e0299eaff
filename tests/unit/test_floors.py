"""What is below the floor of MkDocs stands without it."""

import subprocess
import sys

from projects import REPOSITORY


def test_everything_below_site_works_with_mkdocs_taken_away():
    program = (
        "import sys, pytest\n"
        "sys.modules['mkdocs'] = None\n"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '-p', 'no:xdist', 'tests/golden']))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]

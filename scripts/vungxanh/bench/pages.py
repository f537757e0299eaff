"""Looks at a built site as Lighthouse sees it on a middling phone with a slow connection.

In: the site, and from the environment the Node and the browser that `run.py` has found. Out: four
scores a page, of 100, and the audits that kept a page from them.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vungxanh.bench.measure import Unmeasured
from vungxanh.readers.project import read_project
from vungxanh.render.help import HELP_PAGE
from vungxanh.serving import served
from vungxanh.site.build import build

NODE, BROWSER = "VUNGXANH_NODE", "VUNGXANH_BROWSER"
PROGRAM = "tests/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_OPTIONS = (
    "--quiet",
    "--output=json",
    "--no-enable-error-reporting",
    "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage",
    f"--only-categories={','.join(CATEGORIES)}",
)


@dataclass(frozen=True)
class Look:
    """What Lighthouse says of one page: scores by category, and what it found wanting."""

    page: str
    scores: dict[str, int]
    wanting: tuple[str, ...]


def look_at_ours(repository: Path, progress: Callable[[str], None]) -> str:
    """Build the site of `repository`; return the scores of home, a lesson and the page of help.

    `progress` hears what is being done. Raises BuildFailed and Unmeasured.
    """
    with tempfile.TemporaryDirectory(prefix="vung-xanh-bench-") as folder:
        site = Path(folder, "site")
        progress("Đang dựng trang…")
        build(repository, site)
        looks = []
        with served(site) as address:
            for page in typical(repository):
                progress(f"Đang xem {page}")
                looks.append(look(repository, address, page))
        progress("")
    return table(looks)


def typical(repository: Path) -> list[str]:
    """Return the addresses of the pages that stand for all: home, a lesson, help."""
    project, _ = read_project(repository)
    if not project.registries.whole:
        return []
    pages = [
        project.owners[path] for path in ("docs/index.md", HELP_PAGE) if path in project.owners
    ]
    return [page.address("vi") for page in (*pages, *project.published()[:1])]


def look(repository: Path, address: str, page: str) -> Look:
    """Return what Lighthouse says of `page`, below the site's `address`.

    `repository` is where the tests' own Lighthouse is installed. Raises Unmeasured.
    """
    node = os.environ.get(NODE) or shutil.which("node")
    browser = os.environ.get(BROWSER) or shutil.which("chromium")
    if not (node and browser and (repository / PROGRAM).is_file()):
        raise Unmeasured("thiếu Node, Chromium hoặc Lighthouse; lệnh test cài đủ cả ba")
    done = subprocess.run(
        [node, str(repository / PROGRAM), f"{address}/{page}", *_OPTIONS],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise Unmeasured(done.stderr.decode("utf-8", "replace").strip()[-600:])
    report = json.loads(done.stdout)
    categories = {name: report["categories"][name] for name in CATEGORIES}
    wanting = [
        f"{name}: {report['audits'][one['id']]['title']}"
        for name, category in categories.items()
        for one in category["auditRefs"]
        if one["weight"] and report["audits"][one["id"]]["score"] == 0
    ]
    scores = {name: round(100 * (one["score"] or 0)) for name, one in categories.items()}
    return Look(page, scores, tuple(wanting))


def table(looks: list[Look]) -> str:
    """Return the scores, one page a line, and below each what it lacks."""
    rows = [f"{'Trang (điện thoại, mạng chậm)':<46}" + "".join(f"{n:>16}" for n in CATEGORIES)]
    for one in looks:
        rows.append(f"{one.page:<46}" + "".join(f"{one.scores[n]:>16}" for n in CATEGORIES))
        rows += [f"  {text}" for text in one.wanting]
    return "\n".join(rows)

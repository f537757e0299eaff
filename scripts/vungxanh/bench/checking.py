"""How long `check` takes in a large house: the real lessons again and again, each with its own id.

Whole programs are measured, start-up included, in turn, so that a busy machine hurts alike.
"""

import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from vungxanh.bench.measure import Cost, Unmeasured, run
from vungxanh.readers.project import read_project

FILES = 400  # of lessons: texts, translations and plans
_ID = re.compile(r"^id: ([A-Z]{2})-\d+$", re.MULTILINE)


def make_house(repository: Path, folder: Path, files: int) -> Path:
    """Copy the house at `repository` into `folder` until it has `files` files of lessons.

    Returns its root, a git repository. Raises Unmeasured where there is no lesson to copy.
    """
    root = folder / "nha"
    for name in ("docs", "lessons", "scripts"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(repository / name, root / name, ignore=ignored)
    project, _ = read_project(root)
    lessons = project.published()
    if not lessons:
        raise Unmeasured("chưa có bài nào để chép")
    count = sum(1 for file in project.files if file.startswith("lessons/") and file.endswith(".md"))
    number = 0
    while count < files:
        lesson = lessons[number % len(lessons)]
        number += 1
        source = root / posixpath.dirname(lesson.path)
        target = source.with_name(f"{lesson.slug}-{number}")
        shutil.copytree(source, target)
        text = (target / "index.md").read_text(encoding="utf-8")
        text = _ID.sub(rf"id: \1-{1000 + number}", text, count=1)
        text = re.sub(r"^moved_from:.*\n", "", text, flags=re.MULTILINE)
        (target / "index.md").write_text(text, encoding="utf-8")
        count += len(list(target.glob("*.md")))
    for command in ("init -q", "add -A", "-c user.name=x -c user.email=x@x commit -qm x"):
        subprocess.run(["git", *command.split()], cwd=root, check=True, capture_output=True)
    return root


def time_checks(repository: Path, runs: int, progress: Callable[[str], None]) -> Iterator[str]:
    """Yield a table of what three ways to check cost; `progress` hears what is being run."""
    with tempfile.TemporaryDirectory(prefix="vung-xanh-bench-") as name:
        progress("chép bài")
        root = make_house(repository, Path(name), FILES)
        project, _ = read_project(root)
        last = project.lessons[-1].path
        with (root / last).open("a", encoding="utf-8") as file:
            file.write("\nMột câu vừa thêm.\n")
        ways = {
            "check": ["check"],
            "check --changed": ["check", "--changed"],
            "check BÀI": ["check", posixpath.dirname(last)],
        }
        costs: dict[str, list[Cost]] = {way: [] for way in ways}
        variables = {"PYTHONPATH": str(root / "scripts")}
        for number in range(runs):
            for way, arguments in ways.items():
                progress(f"lượt {number + 1}/{runs}: {way}")
                command = [sys.executable, "-m", "vungxanh.cli", *arguments]
                costs[way].append(run(command, root, variables))
        progress("")
        yield _table(costs)


def _table(costs: dict[str, list[Cost]]) -> str:
    rows = [f"{FILES} tệp bài            CPU s  đồng hồ s  nhanh nhất s  RAM MB  lượt"]
    for way, found in costs.items():
        cpu, wall, peak = (
            median(getattr(one, key) for one in found) for key in ("cpu", "wall", "peak")
        )
        best = min(one.wall for one in found)
        rows.append(f"  {way:<20} {cpu:7.1f} {wall:10.1f} {best:13.1f} {peak:7.0f} {len(found):5}")
    return "\n".join(rows) + "\n"

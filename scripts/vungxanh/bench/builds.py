"""Compares three ways to build the same lessons, run in turn so that a busy machine hurts alike."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from vungxanh.bench.corpus import Corpus, make
from vungxanh.bench.measure import Cost, run

# The defaults take minutes of CPU a run from here on, and one pair tells enough.
LARGE = 1000
OURS, PLAIN, TUNED = "Vùng Xanh", "MkDocs mặc định", "MkDocs đã chỉnh"


@dataclass
class Result:
    """Every run of one way to build one corpus, and how large its site is."""

    costs: list[Cost] = field(default_factory=list)
    megabytes: float = 0
    files: int = 0


def compare(
    repository: Path, sizes: Sequence[int], runs: int, progress: Callable[[str], None]
) -> Iterator[str]:
    """Yield a table for each of `sizes`, in lessons; `progress` hears what is being run."""
    for lessons in sizes:
        with tempfile.TemporaryDirectory(prefix="vung-xanh-bench-") as folder:
            progress(f"{lessons} bài: viết bài mẫu")
            corpus = make(repository, Path(folder), lessons)
            results = {name: Result() for name in (OURS, PLAIN, TUNED)}
            for number in range(runs):
                for name, result in results.items():
                    if name == PLAIN and number and lessons >= LARGE:
                        continue
                    progress(f"{lessons} bài, lượt {number + 1}/{runs}: {name}")
                    _measure(name, corpus, result)
        progress("")
        yield table(lessons, results)


def _measure(name: str, corpus: Corpus, result: Result) -> None:
    folder, command, variables = _command(name, corpus)
    site = folder / "site"
    result.costs.append(run([sys.executable, "-m", *command], folder, variables))
    files = [path for path in site.rglob("*") if path.is_file()]
    result.files = len(files)
    result.megabytes = sum(path.stat().st_size for path in files) / 1e6
    shutil.rmtree(site)


def _command(name: str, corpus: Corpus) -> tuple[Path, list[str], dict[str, str]]:
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    if name == OURS:
        variables = quiet | {"PYTHONPATH": str(corpus.ours / "scripts")}
        return corpus.ours, ["vungxanh.cli", "build", "--out", "site"], variables
    config = "plain.yml" if name == PLAIN else "tuned.yml"
    return corpus.plain, ["mkdocs", "build", "--quiet", "-f", config], quiet


def table(lessons: int, results: dict[str, Result]) -> str:
    """Return the medians of each way, and the ratios of CPU between runs of the same turn."""
    rows = [f"{lessons} bài × 2 thứ tiếng   CPU s  đồng hồ s  RAM MB  trang MB    tệp  lượt"]
    for name, result in results.items():
        cpu, wall, peak = (
            median(getattr(cost, key) for cost in result.costs) for key in ("cpu", "wall", "peak")
        )
        rows.append(
            f"  {name:<21} {cpu:7.1f} {wall:10.1f} {peak:7.0f} {result.megabytes:9.1f}"
            f" {result.files:6} {len(result.costs):5}"
        )
    rows.append(_ratio(PLAIN, OURS, results))
    rows.append(_ratio(OURS, TUNED, results))
    if lessons >= LARGE:
        rows.append(f"  ({PLAIN}: một lượt là đủ, vì mỗi lượt mất vài phút CPU)")
    return "\n".join(rows) + "\n"


def _ratio(one: str, other: str, results: dict[str, Result]) -> str:
    pairs = zip(results[one].costs, results[other].costs, strict=False)
    found = sorted(a.cpu / b.cpu for a, b in pairs)
    shown = " – ".join(f"{value:.2f}" for value in (found[0], median(found), found[-1]))
    return f"  CPU {one} / {other}: {shown} (nhỏ nhất – trung vị – lớn nhất)"

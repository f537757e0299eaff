"""Opens a page as a slow phone does, and tells what kept its main thread busy.

Times are those of the thread's own CPU, which a busy machine changes least; a browser that plays a
slower processor spends the difference there, too.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from vungxanh.bench.forty import FORMS, PAGE, sites
from vungxanh.bench.measure import Unmeasured
from vungxanh.bench.pages import BROWSER
from vungxanh.serving import served

SLOWER = 6
LONG = 50  # milliseconds: what a person notices
PHONE: Any = {"width": 360, "height": 740}
_CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
_OURS = ("/assets/site.js", "/assets/quiz.js")
_AWAKE = "vx-quiz[data-state], body:not(:has(vx-quiz))"


@dataclass(frozen=True)
class Opening:
    """One opening, in milliseconds of the main thread."""

    longest: float  # task
    blocked: float  # what tasks took beyond LONG, summed up
    ours: float  # the longest run of a script of ours


def open_forty(repository: Path, runs: int, progress: Callable[[str], None]) -> Iterator[str]:
    """Yield a table for a lesson opened from a folder, and one for a server.

    Raises BuildFailed and Unmeasured.
    """
    with tempfile.TemporaryDirectory(prefix="vung-xanh-bench-") as folder:
        progress("Đang dựng trang…")
        places = sites(repository, Path(folder))
        for way in ("file", "http"):
            found: dict[str, list[Opening]] = {form: [] for form in FORMS}
            for number in range(runs):
                for form in FORMS:
                    progress(f"{way}, lượt {number + 1}/{runs}: {form}")
                    with _address(way, places[form]) as address:
                        found[form].append(opened(f"{address}/{PAGE}"))
            progress("")
            yield table(way, found)


@contextmanager
def _address(way: str, site: Path) -> Iterator[str]:
    if way == "file":
        yield site.as_uri()
    else:
        with served(site) as address:
            yield address


def opened(address: str) -> Opening:
    """Return what opening `address` costs in a new browser. Raises Unmeasured."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as missing:
        raise Unmeasured("thiếu Playwright; lệnh test cài nó") from missing
    path = os.environ.get(BROWSER) or shutil.which("chromium")
    if not path:
        raise Unmeasured("thiếu Chromium; lệnh test tìm hoặc chỉ cách cài")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport=PHONE)
        browser.start_tracing(page=page, categories=_CATEGORIES)
        slow = {"rate": SLOWER}
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", slow)
        page.goto(address, wait_until="load")
        page.wait_for_selector(_AWAKE, state="attached")
        page.evaluate("new Promise(done => setTimeout(done, 1000))")  # what comes after, too
        trace = browser.stop_tracing()
        browser.close()
    return read(json.loads(trace)["traceEvents"])


def read(events: list[dict[str, Any]]) -> Opening:
    """Return what a trace of Chromium tells of the one page in it."""
    mine = {one["pid"] for one in events if one["name"] == "ParseHTML" and PAGE in str(one)}
    threads = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    spans = [one for one in events if one["ph"] == "X" and one["pid"] in mine]
    main = [one for one in spans if (one["pid"], one["tid"]) in threads]
    tasks = [_cpu(one) for one in main if one["name"] == "RunTask"]
    ours = [_cpu(one) for one in main if str(_url(one)).endswith(_OURS)]
    blocked = sum(max(0, task - LONG) for task in tasks)
    return Opening(max(tasks, default=0), blocked, max(ours, default=0))


def _cpu(event: dict[str, Any]) -> float:
    return float(event.get("tdur", 0)) / 1000


def _url(event: dict[str, Any]) -> object:
    if event["name"] not in ("EvaluateScript", "FunctionCall"):
        return ""
    return event.get("args", {}).get("data", {}).get("url", "")


def table(way: str, found: dict[str, list[Opening]]) -> str:
    """Return smallest, median and largest of each form, and ratios between runs of one turn."""
    rows = [
        f"Mở bài 40 câu hỏi ({way}), CPU chậm {SLOWER} lần; ms CPU: nhỏ nhất – trung vị – lớn nhất",
        f"  {'':<26}{'tác vụ dài nhất':>20}{f'tổng phần quá {LONG} ms':>22}{'mã của trang':>20}",
    ]
    for form, openings in found.items():
        cells = [
            _three([getattr(one, key) for one in openings], "{:.0f}")
            for key in ("longest", "blocked", "ours")
        ]
        rows.append(f"  {form:<26}{cells[0]:>20}{cells[1]:>22}{cells[2]:>20}")
    for other in FORMS[1:]:
        pairs = zip(found[FORMS[0]], found[other], strict=True)
        ratios = [one.longest / another.longest for one, another in pairs if another.longest]
        rows.append(f"  tác vụ dài nhất, {FORMS[0]} / {other}: {_three(ratios, '{:.2f}')}")
    return "\n".join(rows) + "\n"


def _three(values: list[float], form: str) -> str:
    if not values:
        return "–"
    return " – ".join(form.format(v) for v in (min(values), median(values), max(values)))

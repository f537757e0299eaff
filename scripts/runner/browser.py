"""Finds the Chromium that the browser tests drive, and gets one where that takes no questions.

In: the machine. Out: the path of a browser, or a Refusal that says how this kind of machine gets
one. A machine without a browser fails the tests; they are never skipped.
"""

import os
import platform
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from runner.environment import Room
from runner.faults import Refusal, say
from runner.programs import answer, quietly

VARIABLE = "VUNGXANH_BROWSER"
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable", "msedge",
)  # fmt: skip
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
DEBIAN_PACKAGES = ("chromium", "fonts-noto-core")

NONE = """\
Chưa chạy được test: máy chưa có Chromium, Chrome hay Edge.
  Cách sửa: {how}
  Nếu trình duyệt nằm ở nơi khác, chỉ đường cho lệnh này, ví dụ:
  {variable}=/duong/dan/chrome {command}"""


NONE_PRESENT = """\
Lệnh này cần một trình duyệt, mà máy chưa có Chrome, Edge hay Chromium.
  Cách sửa: {how}
  Nếu trình duyệt nằm ở nơi khác, chỉ đường cho lệnh này bằng biến {variable}.
  Không cài được gì? Để in: mở trang bằng lệnh serve trên máy khác, bấm In, chọn
  “Lưu dưới dạng PDF”. Để xuất bản: thêm --no-browser; ấn bản sẽ ghi là chưa mở thử."""


def present() -> Path:
    """Find the browser that prints and tries out; nothing is ever installed for it."""
    browser = _named("Chưa mở được trình duyệt") or find()
    if not browser:
        how = {
            "debian": f"sudo apt-get install -y {' '.join(DEBIAN_PACKAGES)}",
            "win32": "bật lại Microsoft Edge, hoặc cài Chrome từ https://www.google.com/chrome/",
        }.get(_system(), "cài Chrome từ https://www.google.com/chrome/")
        raise Refusal(NONE_PRESENT.format(how=how, variable=VARIABLE))
    return browser


def ensure(room: Room, variables: Mapping[str, str]) -> Path:
    """Find a browser, or install one where this machine lets us.

    Args:
        room: the one that holds Playwright.
        variables: the environment that Playwright needs.
    """
    browser = _named("Chưa chạy được test") or find() or _of_playwright(room, variables)
    if not browser and _install(room, variables):
        browser = find() or _of_playwright(room, variables)
    if not browser:
        raise Refusal(_advice())
    return browser


def _named(refusal: str) -> Path | None:
    """Give the browser that the person has named, if they have; a wrong name is refused."""
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    if place := shutil.which(named):
        return Path(place)
    raise Refusal(
        f"{refusal}: {VARIABLE} chỉ tới {named}, nhưng ở đó không có trình duyệt.\n"
        f"  Cách sửa: sửa lại đường dẫn, hoặc bỏ biến {VARIABLE} để lệnh này tự tìm."
    )


def find() -> Path | None:
    """Look along PATH, then where Windows and macOS keep their browsers."""
    on_path = [Path(found) for name in NAMES if (found := shutil.which(name))]
    usual: list[Path] = []
    if sys.platform == "darwin":
        folders = [Path("/Applications"), Path.home() / "Applications"]
        usual = [folder / app for folder in folders for app in MAC]
    elif sys.platform == "win32":
        names = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        folders = [Path(os.environ[name]) for name in names if name in os.environ]
        usual = [folder / app for folder in folders for app in WINDOWS]
    return next((place for place in (*on_path, *usual) if _works(place)), None)


def _works(browser: Path) -> bool:
    """Tell a browser from a stub that only offers to install a snap, and from a snap.

    A snap sees neither the temporary folder nor most of the disk, so tests cannot use it.
    """
    if not browser.is_file() or "/snap" in str(browser.resolve()):
        return False
    if os.name == "nt":  # prints no version there, and opens a window instead
        return True
    return re.search(r"\d+\.\d+", answer([browser, "--version"])) is not None


def _of_playwright(room: Room, variables: Mapping[str, str]) -> Path | None:
    """Ask Playwright for the browser that `playwright install` has put on this machine."""
    question = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    browser = Path(answer([room.python, "-c", question], variables) or os.devnull)
    return browser if browser.is_file() else None


def _system() -> str:
    """Name the family of a Linux: debian, ubuntu or another."""
    if platform.system() != "Linux":
        return sys.platform
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return "linux"
    family = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((name for name in ("ubuntu", "debian") if name in family), "linux")


def _as_root() -> list[str] | None:
    """Give the words before a command that needs root; None if it would ask for a password."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and answer([sudo, "-n", "echo", "yes"]):
        return [sudo, "-n"]
    return None


def _install(room: Room, variables: Mapping[str, str]) -> bool:
    """Install a browser on Debian and Ubuntu, if that needs no password."""
    before = _as_root()
    if before is None:
        return False
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    steps: list[list[str]] = {
        "debian": [[*apt, "-qq", "update"], [*apt, "-qq", "install", "-y", *DEBIAN_PACKAGES]],
        # Ubuntu's chromium is a snap; Playwright's is a plain folder.
        "ubuntu": [[str(room.python), "-m", "playwright", "install", "--with-deps", "chromium"]],
    }.get(_system(), [])
    for step in steps:
        say(f"Cài trình duyệt cho test: {' '.join(step[-4:])}")
        quietly(step, variables=variables)
    return bool(steps)


def _advice() -> str:
    how = {
        "debian": f"sudo apt-get install -y {' '.join(DEBIAN_PACKAGES)}",
        "ubuntu": "sudo .venv/bin/python -m playwright install --with-deps chromium",
        "darwin": "cài Chrome từ https://www.google.com/chrome/",
        "win32": "cài Chrome từ https://www.google.com/chrome/ (không cần quyền quản trị)",
    }.get(_system(), "cài gói chromium của bản Linux này")
    command = (
        f"set {VARIABLE}=…, rồi vung-xanh test"
        if sys.platform == "win32"
        else "python3 scripts/run.py test"
    )
    return NONE.format(how=how, variable=VARIABLE, command=command)

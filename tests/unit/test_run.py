"""run.py on machines as they are: real clones, real wheels, real failures."""

import ast
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import run
from runner import environment, faults

HERE = Path(__file__).resolve().parents[2]
PROBE = """
import json, os, sys
import seed_of_house
names = ("PYTHONPATH", "PYTHONUTF8", "PYTHONUNBUFFERED", "NO_MKDOCS_2_WARNING")
print(json.dumps({"arguments": sys.argv[1:], "prefix": sys.prefix,
                  "names": {name: os.environ.get(name) for name in names}}))
sys.exit(len(sys.argv) - 1)
"""
MAKING = "chuẩn bị thư viện vào .venv"


def wheel(folder: Path, name: str) -> str:
    """Build a wheel with one empty module; give its line for a lock."""
    info = f"{name}-1.0.dist-info"
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", "")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@dataclass
class House:
    root: Path
    variables: dict[str, str]
    seed: str
    other: str

    @property
    def lock(self) -> Path:
        return self.root / "requirements.lock"

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, self.root / "scripts/run.py", *arguments],
            env=self.variables | variables, cwd=self.root.parent, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def call(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        process = self.start(*arguments, **variables)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def files(self) -> set[str]:
        return {path.name for path in self.root.iterdir()} - {".venv.lock"}


def build(folder: Path) -> House:
    """Lay a clone with a tiny lock and a CLI that tells how it was called."""
    root = folder / "Ủy ban phường – Vùng Xanh"
    wheels = folder / "wheels"
    wheels.mkdir()
    (root / "scripts/vungxanh").mkdir(parents=True)
    (root / "scripts/vungxanh/cli.py").write_text(PROBE, encoding="utf-8")
    shutil.copy(HERE / "scripts/run.py", root / "scripts")
    shutil.copytree(HERE / "scripts/runner", root / "scripts/runner")
    seed, other = wheel(wheels, "seed_of_house"), wheel(wheels, "other_of_house")
    (root / "requirements.lock").write_text(seed + other, encoding="utf-8")
    variables = os.environ | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
    }
    return House(root, variables, seed, other)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build(tmp_path)


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, str, str]:
    """A house whose first call is over, with what that call has said."""
    made = build(tmp_path_factory.mktemp("house"))
    status, out, err = made.call()
    assert status == 0, err
    return made, out, err


def test_first_call_makes_the_room_and_says_so(lived_in: tuple[House, str, str]) -> None:
    house, out, err = lived_in
    assert MAKING in err
    assert "cài 2 gói của requirements.lock" in err
    assert json.loads(out)["prefix"] == str(house.root / ".venv")
    assert "\r" not in err  # no counting in a pipe
    assert house.files() == {".venv", "scripts", "requirements.lock"}


def test_second_call_is_silent_and_hands_everything_over(lived_in: tuple[House, str, str]) -> None:
    house, _, _ = lived_in
    status, out, err = house.call("check", "bài học/a b.md", "--fail-on=error")
    told = json.loads(out)
    assert (status, err) == (3, "")
    assert told["arguments"] == ["check", "bài học/a b.md", "--fail-on=error"]
    assert told["names"] == {
        "PYTHONPATH": str(house.root / "scripts"),
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }


def test_wrong_hash_is_refused_and_the_former_room_stays(lived_in: tuple[House, str, str]) -> None:
    house, _, _ = lived_in
    right = house.lock.read_text(encoding="utf-8")
    house.lock.write_text(house.seed[:-9] + "00000000\n", encoding="utf-8")
    status, out, err = house.call("build")
    assert (status, out) == (2, "")
    assert "không khớp mã kiểm tra" in err
    assert "git restore requirements.lock" in err
    house.lock.write_text(right, encoding="utf-8")
    status, _, err = house.call()
    assert (status, err) == (0, "")
    assert house.files() == {".venv", "scripts", "requirements.lock"}


def test_changed_lock_makes_the_room_anew(house: House) -> None:
    packages = house.root / ".venv"
    assert house.call()[0] == 0
    assert list(packages.rglob("other_of_house.py"))
    house.lock.write_text(house.seed, encoding="utf-8")
    status, _, err = house.call()
    assert status == 0
    assert "Thư viện đã đổi" in err
    assert not list(packages.rglob("other_of_house.py"))
    assert house.files() == {".venv", "scripts", "requirements.lock"}


def test_no_network_at_the_first_call(house: House) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1", "PIP_FIND_LINKS": ""}
    del house.variables["PIP_NO_INDEX"]
    status, out, err = house.call("build", **nowhere)
    assert (status, out) == (2, "")
    assert "máy không tới được kho gói Python" in err
    assert "HTTPS_PROXY=" in err
    assert house.files() == {"scripts", "requirements.lock"}


def test_no_git(house: House) -> None:
    status, _, err = house.call("build", PATH=str(house.root))
    assert status == 2
    assert "máy chưa có git" in err
    assert house.files() == {"scripts", "requirements.lock"}


def test_no_lock(house: House) -> None:
    house.lock.unlink()
    status, _, err = house.call("build")
    assert (status, err.splitlines()[-1]) == (2, "  Cách sửa: git restore requirements.lock")


@pytest.mark.parametrize("folder", [False, True])
def test_what_others_put_in_place_of_the_room_is_left_alone(house: House, folder: bool) -> None:
    place = house.root / ".venv"
    precious = place / "của tôi.txt" if folder else place
    precious.parent.mkdir(exist_ok=True)
    precious.write_text("quý", encoding="utf-8")
    status, _, err = house.call("build")
    assert status == 2
    assert "đổi tên hoặc xóa nó" in err
    assert precious.read_text(encoding="utf-8") == "quý"


def half_made(house: House) -> subprocess.Popen[str]:
    """Start a first call and come back while it is at work."""
    process = house.start()
    while not (house.root / ".venv/pyvenv.cfg").exists():
        assert process.poll() is None
        time.sleep(0.01)
    return process


def test_interrupted_call_leaves_nothing(house: House) -> None:
    process = half_made(house)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "không có gì dở dang" in err
    assert "Traceback" not in err
    assert house.files() == {"scripts", "requirements.lock"}


def test_killed_call_is_made_good_by_the_next(house: House) -> None:
    process = half_made(house)
    process.kill()
    process.communicate(timeout=60)
    assert (house.root / ".venv").exists()
    status, out, err = house.call()
    assert status == 0, err
    assert MAKING in err
    assert json.loads(out)["prefix"] == str(house.root / ".venv")


def test_second_of_two_first_calls_waits(house: House) -> None:
    first = half_made(house)
    status, _, err = house.call("a")
    first.communicate(timeout=120)
    assert (first.returncode, status) == (0, 1)
    assert "chờ nó xong" in err
    assert MAKING not in err


def test_test_lock_is_added_without_making_the_room_anew(house: House) -> None:
    (house.root / "tests").mkdir()
    (house.root / "tests/requirements.lock").write_text(house.other, encoding="utf-8")
    house.lock.write_text(house.seed, encoding="utf-8")
    room = environment.Room(house.root)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in house.variables.items():
            patch.setenv(name, value)
        room.ensure([environment.RUNTIME])
        born = room.python.lstat().st_mtime_ns
        assert not list(room.folder.rglob("other_of_house.py"))
        room.ensure([environment.RUNTIME, environment.TESTS])
    assert list(room.folder.rglob("other_of_house.py"))
    assert room.python.lstat().st_mtime_ns == born
    assert house.call()[2] == ""  # the office's verbs do not mind what the tests have added


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 99)])
def test_old_python_is_told_what_to_do(version: tuple[int, ...]) -> None:
    text = run.too_old(version)
    assert ".".join(map(str, version)) in text
    assert "python3.11 scripts/run.py" in text


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_new_python_is_welcome(version: tuple[int, ...]) -> None:
    assert run.too_old(version) == ""


def test_old_python_can_read_run_py() -> None:
    text = (HERE / "scripts/run.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 6))
    imported = {
        alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names
    }
    assert imported == {"os", "sys"}


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (
            "The virtual environment was not created successfully because ensurepip is not\n"
            "available.  On Debian/Ubuntu systems, you need to install the python3-venv\n",
            f"sudo apt-get install -y python3.{sys.version_info.minor}-venv",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on "
            "device: '/srv/vung-xanh/.venv/lib'",
            "ổ đĩa đã đầy",
        ),
        ("Error: [Errno 30] Read-only file system: '/mnt/vung-xanh/.venv'", "không ghi được"),
        ("PermissionError: [WinError 5] Access is denied", "không ghi được"),
        (
            "SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify "
            "failed: self-signed certificate in certificate chain (_ssl.c:1002)'))",
            "pip config set global.cert",
        ),
        (
            "Retrying after connection broken by 'ProxyError('Cannot connect to proxy.')'\n"
            "ERROR: Could not find a version that satisfies the requirement babel==2.18.0",
            "máy không tới được kho gói",
        ),
        (
            "ERROR: Could not find a version that satisfies the requirement x (from versions: 2)\n"
            "ERROR: No matching distribution found for x==1",
            "ERROR: No matching distribution found for x==1",
        ),
        ("npm error code EINTEGRITY", "không khớp mã kiểm tra"),
        ("npm error code ENOTFOUND", "máy không tới được kho gói"),
        ("error: something new", "error: something new"),
    ],
)
def test_every_failure_is_explained(output: str, told: str) -> None:
    text = faults.explain(output)
    assert told in text
    assert "Cách sửa:" in text


def test_windows_command() -> None:
    content = (HERE / "vung-xanh.cmd").read_bytes()
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)  # cmd loses its labels with bare line feeds
    assert content.decode("utf-8").startswith("@echo off")  # and no byte order mark
    assert b":\\" not in content
    before = lines.index(b"chcp 65001 >nul")
    assert all(line.isascii() for line in lines[:before])

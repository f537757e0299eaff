"""Two at once, and a machine that stops: nobody's edition is lost, and none is half there."""

import os
import shutil
import signal
import subprocess
import sys

import pytest
from small_house import BRANCH, PAGE, House, build

from vungxanh.publishing import PublishFailed

# A hook works in quarantine; without these it acts as somebody outside would.
OUTSIDE = "unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES"
VICTIM = """
import sys
from pathlib import Path
from small_house import House, build

def waiting(root, out, url):
    build(root, out, url)
    if sys.argv[2] == "building":
        print("now", flush=True)
        sys.stdin.read()

House(Path(sys.argv[1])).send("2026.2", build=waiting)
"""


def rival(house, version):
    """Let another clone publish `version` in the middle of the next push to the repository."""
    other = House(shutil.copytree(house.folder, house.folder / "nguoi-khac"))
    other.edit("Của người khác")
    other.send(version)
    push = f"env -u GIT_DIR git -C {other.bare} push --quiet {house.bare} {BRANCH}"
    house.hook("pre-receive", f"[ -e da-chen ] && exit 0; touch da-chen; {OUTSIDE}; {push}")


def test_another_clone_that_publishes_in_between_loses_nothing_and_nor_do_we(house):
    rival(house, "2026.2")
    house.edit("Của mình")
    house.send("2026.3")
    assert (house.bare / "da-chen").exists()
    assert house.editions() == [("2026.3", "moi-nhat"), ("2026.2",), ("2026.1",)]
    assert house.show("moi-nhat/index.html") == PAGE.format("Của mình")
    assert house.show("2026.2/index.html") == PAGE.format("Của người khác")


def test_the_very_first_edition_may_be_overtaken_too(new):
    rival(new, "2026.1")
    new.send("2026.2")
    assert new.editions() == [("2026.2", "moi-nhat"), ("2026.1",)]


def test_another_clone_that_takes_our_number_keeps_it(house):
    rival(house, "2026.2")
    with pytest.raises(PublishFailed) as failed:
        house.send("2026.2")
    assert failed.value.code == "publish-version-taken"
    assert house.show("2026.2/index.html") == PAGE.format("Của người khác")


def test_one_who_is_overtaken_every_time_gives_up_kindly(house):
    author = "-c user.name=A -c user.email=a@b.example"
    commit = f"git {author} commit-tree -p {BRANCH} -m x {BRANCH}^{{tree}}"
    move = f"echo x >> lan; git update-ref refs/heads/{BRANCH} $({commit})"
    house.hook("pre-receive", f"{OUTSIDE}; {move}")
    with pytest.raises(PublishFailed) as failed:
        house.send("2026.2")
    assert failed.value.code == "publish-overtaken"
    assert (house.bare / "lan").read_text().count("x") == 4
    assert house.editions() == [("2026.1", "moi-nhat")]


def test_ctrl_c_after_being_overtaken_has_published_nothing(house):
    def say(text):
        if text.startswith("Vừa có người"):
            raise KeyboardInterrupt

    rival(house, "2026.2")
    with pytest.raises(PublishFailed) as failed:
        house.send("2026.3", say=say)
    assert failed.value.code == "publish-interrupted"
    assert house.editions() == [("2026.2", "moi-nhat"), ("2026.1",)]


def test_an_answer_that_is_lost_on_the_way_back_is_asked_for_again(house):
    house.hook("post-receive", "kill -9 $PPID")
    assert house.send("2026.2").sha == house.tip()


def test_a_second_publication_in_the_same_clone_is_told_of_the_first(house):
    refused = []

    def second(root, out, url):
        build(root, out, url)
        with pytest.raises(PublishFailed) as failed:
            house.send("2026.3")
        refused.append(failed.value)

    house.send("2026.2", build=second)
    assert refused[0].code == "publish-running"
    assert str(os.getpid()) in str(refused[0])
    house.send("2026.3")
    assert house.editions() == [("2026.3", "moi-nhat"), ("2026.2",), ("2026.1",)]


@pytest.mark.parametrize("moment", ["building", "pushing"])
def test_a_process_that_is_killed_leaves_the_branch_and_the_way_free(house, moment, monkeypatch):
    before, temporary, gate = house.tip(), house.folder / "tam", house.folder / "cong"
    temporary.mkdir()
    os.mkfifo(gate)
    if moment == "pushing":
        house.hook("pre-receive", f"echo now > {gate}; read x < {gate}")
    victim = subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(house.folder), moment],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    said = gate.read_bytes() if moment == "pushing" else victim.stdout.readline()
    assert said == b"now\n"
    os.killpg(victim.pid, signal.SIGKILL)
    victim.communicate()
    assert house.tip() == before
    assert list(temporary.iterdir()) != []
    (house.bare / "hooks/pre-receive").unlink(missing_ok=True)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    house.send("2026.2")
    assert house.editions() == [("2026.2", "moi-nhat"), ("2026.1",)]
    assert list(temporary.iterdir()) == []


def test_a_lock_file_that_was_cut_off_is_no_hindrance(house):
    (house.root / ".git/vung-xanh-publish.lock").write_text('{"process": 1, "wo')
    house.send("2026.2")


def test_a_lock_file_never_takes_away_what_is_not_ours(house):
    mine = house.folder / "cua-toi"
    mine.mkdir()
    (house.root / ".git/vung-xanh-publish.lock").write_text(f'{{"work": "{mine}"}}')
    house.send("2026.2")
    assert mine.is_dir()

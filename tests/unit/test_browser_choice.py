"""Which browser the tests drive: one that answers, never a stub, never a silent skip."""

from pathlib import Path

import pytest

from runner import browser, environment, faults

STUB = "echo 'Command chromium requires the chromium snap to be installed.'; exit 1"
REAL = "echo 'Chromium 156.0.7000.1 built on Debian'"


@pytest.fixture
def on_path(tmp_path, monkeypatch):
    """Put programs on a PATH that holds nothing else."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(browser.VARIABLE, raising=False)

    def put(name: str, script: str) -> Path:
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    return put


def test_a_browser_that_answers_is_taken(on_path):
    program = on_path("google-chrome", REAL)
    assert browser.find() == program


def test_a_stub_that_offers_a_snap_is_passed_over(on_path):
    on_path("chromium", STUB)
    assert browser.find() is None
    edge = on_path("microsoft-edge", REAL)
    assert browser.find() == edge


def test_a_browser_by_name_goes_first(on_path, monkeypatch):
    on_path("chromium", REAL)
    own = on_path("trình duyệt của tôi", REAL)
    monkeypatch.setenv(browser.VARIABLE, str(own))
    assert browser.ensure(environment.Room(Path()), {}) == own


def test_a_browser_by_name_that_is_not_there_is_refused(on_path, monkeypatch):
    on_path("chromium", REAL)
    monkeypatch.setenv(browser.VARIABLE, "/khong/co/chrome")
    with pytest.raises(faults.Refusal, match="VUNGXANH_BROWSER chỉ tới /khong/co/chrome"):
        browser.ensure(environment.Room(Path()), {})


def test_printing_takes_a_browser_that_is_there_and_installs_none(on_path, monkeypatch):
    ran = []
    monkeypatch.setattr(browser, "quietly", lambda *command, **_: ran.append(command))
    with pytest.raises(faults.Refusal, match="máy chưa có Chrome, Edge"):
        browser.present()
    assert ran == []
    edge = on_path("microsoft-edge", REAL)
    assert browser.present() == edge

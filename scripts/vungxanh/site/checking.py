"""Checks the house beside the server, so that no save waits for it; the newest state wins."""

import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vungxanh.checks import check_all
from vungxanh.problems import Problem, in_order
from vungxanh.readers.project import Project, read_project
from vungxanh.site.build import BuildFailed


@dataclass(frozen=True)
class State:
    """The house after a save: every problem in it, and why there is no new site, if none is."""

    project: Project
    problems: tuple[Problem, ...]
    failed: BuildFailed | None


class Checker:
    """Reads and checks the checkout at `root` after each build, in a thread of its own."""

    def __init__(self, root: Path, told: Callable[[State], None]) -> None:
        """Take `told` as what hears of each state once it is known."""
        self._root = root
        self._told = told
        self._changed = threading.Condition()
        self._wanted = self._known = 0
        self._failed: BuildFailed | None = None
        self._state: State | None = None
        threading.Thread(target=self._work, daemon=True).start()

    def look(self, failed: BuildFailed | None) -> None:
        """Ask for the state as it is now, after a build that `failed` or did not."""
        with self._changed:
            self._wanted += 1
            self._failed = failed
            self._changed.notify_all()

    def latest(self) -> State | None:
        """Wait for the state after the last build; None where it could not be told."""
        with self._changed:
            self._changed.wait_for(lambda: self._known == self._wanted)
            return self._state

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._known != self._wanted)
                number, failed = self._wanted, self._failed
            state = None
            try:
                state = self._look(failed)
            except Exception:  # a check of ours is broken: the server goes on, and says so
                traceback.print_exc()
            if state and number == self._wanted:
                self._told(state)
            with self._changed:
                self._known, self._state = number, state
                self._changed.notify_all()

    def _look(self, failed: BuildFailed | None) -> State:
        project, _ = read_project(self._root)
        found = check_all(project)
        if failed:
            found += failed.problems  # words that ui.yml lacks are met by the build alone
        return State(project, tuple(in_order(found)), failed)

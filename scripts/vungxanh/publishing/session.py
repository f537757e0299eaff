"""One act on the published branch: alone in this clone, from a fresh fetch, proven at the end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mike.git_utils import GitError

from vungxanh.model.registry import Registries
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.git import GitFailed, Unreachable
from vungxanh.publishing.lock import alone
from vungxanh.publishing.source import Source
from vungxanh.publishing.store import Store
from vungxanh.readers.registries import read_registries

Say = Callable[[str], None]

RETRIES = 3


class Session:
    """What an act works with: the clone (`source`), a folder of its own (`work`), the `store`."""

    source: Source
    work: Path
    registries: Registries
    store: Store

    def __init__(self, root: Path, aim: str, say: Say) -> None:
        """Take `aim` as the edition that the act is about."""
        self.root, self.aim, self.say = root, aim, say
        self.remote = ""
        self.sending = False

    @contextmanager
    def open(self) -> Iterator["Session"]:
        """Hold the clone for this act; raises PublishFailed where anything goes wrong in it.

        Then the published branch, and the clone, are as they were. The one exception says so
        itself: `publish-uncertain`, when the line broke while sending.
        """
        try:
            self.source = Source(self.root)
            with alone(self.source.git_folder) as self.work:
                yield self
        except KeyboardInterrupt as stop:
            raise self._cut("publish-interrupted", "Ctrl+C") from stop
        except Unreachable as error:
            raise self._cut("publish-no-network", str(error)) from error
        except (GitFailed, GitError, OSError) as error:
            raise self._cut("publish-machine", str(error)) from error

    def _cut(self, code: str, reason: str) -> PublishFailed:
        """Return what to say when it broke off: nothing has changed unless it was being sent."""
        code = "publish-uncertain" if self.sending else code
        return PublishFailed(code, version=self.aim, remote=self.remote, reason=reason)

    def fetch(self, *, history: bool = False, content: bool = False) -> str:
        """Look at what is published; return its commit, empty where nothing is yet. See Store."""
        self.registries, problems = read_registries(self.root)
        if not self.registries.whole:
            raise PublishFailed("publish-content", problems, count=str(len(problems)))
        site = self.registries.site
        self.remote = site.remote
        self.say("Đang xem những ấn bản đã có…")
        self.store = Store(self.source, self.work / "store", self.remote, site.branch)
        return self.store.fetch(history=history, content=content)

    def send(self, make: Callable[[str], str], holds: str) -> str:
        """Make a new state of the branch and send it; return its commit.

        `make(base)` returns a commit on top of `base`, made anew whenever somebody else was
        quicker. At the end the remote is asked whether its `holds`, a name at the top of the
        branch, is what was made.
        """
        for _ in range(1 + RETRIES):
            base = self.store.fetch()
            made = make(base)
            self.say(f"Đang gửi lên {self.store.remote}…")
            self.sending = True
            if self.store.push(base):
                self._arrived(made, holds)
                return made
            self.sending = False
            self.say("Vừa có người xuất bản trước; làm lại trên bản mới nhất…")
        raise PublishFailed("publish-overtaken", times=str(1 + RETRIES))

    def _arrived(self, made: str, holds: str) -> None:
        """Ask the remote, not ourselves: it must hold the very tree that was made."""
        self.say("Đã gửi. Đang đối chiếu với kho xuất bản…")
        wanted, tip = self.store.entries(made)[holds], self.store.fetch()
        if not tip or self.store.entries(tip).get(holds) != wanted:
            raise PublishFailed("publish-not-arrived", version=holds, remote=self.store.remote)

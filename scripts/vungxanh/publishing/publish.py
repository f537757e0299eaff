"""`publish`: a clean checkout becomes a published edition, or the published branch stays as it was.

In: the checkout, the name of the edition, and three callables: `check` (the content), `build` (the
site) and `say` (progress). Out: Published, or PublishFailed with what to do.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mike.git_utils import GitError

from vungxanh.links import check_site
from vungxanh.links.addresses import EDITION
from vungxanh.model.registry import Site
from vungxanh.problems import Level, Problem
from vungxanh.publishing.edition import commit, listed, prove
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.git import GitFailed, Unreachable
from vungxanh.publishing.lock import alone
from vungxanh.publishing.source import Source
from vungxanh.publishing.store import Store
from vungxanh.readers.registries import read_registries

Build = Callable[[Path, Path, str], None]
Check = Callable[[], Sequence[Problem]]
Say = Callable[[str], None]

RETRIES = 3
_VERSION = re.compile(r"20\d\d\.[1-9]\d?")


@dataclass(frozen=True)
class Published:
    """The edition that is out: its `version`, the commit `sha` that holds it, its public `url`."""

    version: str
    sha: str
    url: str


def publish(root: Path, version: str, *, build: Build, check: Check, say: Say) -> Published:
    """Publish the checkout at `root` as edition `version`, such as `2026.1`.

    `build(root, out, site_url)` writes the strict site into `out`; what it raises passes through.
    Raises PublishFailed; then the published branch, and the clone, are as they were. The one
    exception says so itself: `publish-uncertain`, when the line broke while sending.
    """
    if not _VERSION.fullmatch(version):
        raise PublishFailed("publish-version-malformed", version=version)
    steps = _Steps(root, version, say)
    try:
        return steps.run(build, check)
    except KeyboardInterrupt as stop:
        raise steps.cut("publish-interrupted", "Ctrl+C") from stop
    except Unreachable as error:
        raise steps.cut("publish-no-network", str(error)) from error
    except (GitFailed, GitError, OSError) as error:
        raise steps.cut("publish-machine", str(error)) from error


class _Steps:
    """One publication, step by step."""

    def __init__(self, root: Path, version: str, say: Say) -> None:
        self.root, self.version, self.say = root, version, say
        self.remote = ""
        self.sending = False

    def cut(self, code: str, reason: str) -> PublishFailed:
        """Return what to say when it broke off: nothing is published unless it was being sent."""
        code = "publish-uncertain" if self.sending else code
        return PublishFailed(code, version=self.version, remote=self.remote, reason=reason)

    def run(self, build: Build, check: Check) -> Published:
        self.source = Source(self.root)
        with alone(self.source.git_folder) as work:
            return self._in(work, build, check)

    def _in(self, work: Path, build: Build, check: Check) -> Published:
        self.source.unchanged()
        registry = self._registry()
        self.remote = registry.remote
        self.say("Đang xem những ấn bản đã có…")
        store = Store(self.source, work / "store", registry.remote, registry.branch)
        self._free(store, store.fetch())
        self.say("Đang kiểm tra nội dung…")
        _stop_at(check(), "publish-content")
        url, site = f"{registry.url}{self.version}/", work / "site"
        self.say(f"Đang dựng ấn bản {self.version}…")
        with _edition(self.version):
            build(self.root, site, url)
        self.source.unchanged()
        self._complete(site)
        self.say("Đang kiểm tra mọi đường dẫn của trang đã dựng…")
        _stop_at(check_site(site, url), "publish-links", url=registry.url)
        return Published(self.version, self._send(store, site, registry.url), url)

    def _registry(self) -> Site:
        registries, problems = read_registries(self.root)
        if not registries.whole:
            raise PublishFailed("publish-content", problems, count=str(len(problems)))
        return registries.site

    def _complete(self, site: Path) -> None:
        for name in ("index.html", "404.html"):
            if not (site / name).is_file():
                raise PublishFailed("publish-incomplete", name=name)

    def _free(self, store: Store, base: str) -> None:
        """A published edition is never rewritten."""
        taken = {*listed(store), *store.tree(base)} if base else set()
        if self.version in taken:
            year = self.version.partition(".")[0]
            numbers = [one.partition(".")[2] for one in taken if one.startswith(f"{year}.")]
            free = max(int(number) for number in numbers if number.isdecimal()) + 1
            raise PublishFailed(
                "publish-version-taken", version=self.version, free=f"{year}.{free}"
            )

    def _send(self, store: Store, site: Path, url: str) -> str:
        message = f"Ấn bản {self.version}, từ bản nguồn {self.source.commit[:9]}"
        for _ in range(1 + RETRIES):
            base = store.fetch()
            self._free(store, base)
            made = commit(store, site, self.version, url, message)
            prove(store, base, made, site, self.version)
            self.say(f"Đang gửi lên {store.remote}…")
            self.sending = True
            if store.push(base):
                self._arrived(store, made)
                return made
            self.sending = False
            self.say("Vừa có người xuất bản trước; làm lại trên bản mới nhất…")
        raise PublishFailed("publish-overtaken", times=str(1 + RETRIES))

    def _arrived(self, store: Store, made: str) -> None:
        """Ask the remote, not ourselves: it must hold the very tree that was proven."""
        self.say("Đã gửi. Đang đối chiếu với kho xuất bản…")
        wanted, tip = store.tree(made)[self.version], store.fetch()
        if not tip or store.tree(tip).get(self.version) != wanted:
            raise PublishFailed("publish-not-arrived", version=self.version, remote=store.remote)


def _stop_at(problems: Sequence[Problem], code: str, **values: str) -> None:
    """Warnings stop an edition, as errors do."""
    grave = [one for one in problems if one.level.weight >= Level.WARNING.weight]
    if grave:
        raise PublishFailed(code, grave, count=str(len(grave)), **values)


@contextmanager
def _edition(version: str) -> Iterator[None]:
    before = os.environ.get(EDITION)
    os.environ[EDITION] = version
    try:
        yield
    finally:
        os.environ.pop(EDITION)
        if before is not None:
            os.environ[EDITION] = before

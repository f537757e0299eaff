"""A private repository in which an edition is made, and which alone talks to the remote.

It has no work tree and borrows nothing but the clone's settings (remotes, keys), so whatever
happens in it, the clone's files, index and branches stay as they are.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.git import HOOKS, GitFailed, Unreachable, git
from vungxanh.publishing.source import Source


class Store:
    """The published `branch` of `remote`, as this process sees it."""

    def __init__(self, source: Source, folder: Path, remote: str, branch: str) -> None:
        self.root, self.folder = source.root, folder
        self.remote, self.branch = remote, branch
        self.ref = f"refs/heads/{branch}"
        self.author = source.author()
        address = any(sign in remote for sign in "/:\\")
        if not address and remote not in git(self.root, "remote").split():
            raise PublishFailed("publish-no-remote", remote=remote)
        git(self.root, "init", "--quiet", "--bare", "--template=", str(folder))
        # The clone's settings first, so that those of this repository win over them.
        (folder / "config").unlink()
        for key, value in (
            ("include.path", str(source.git_folder / "config")),
            ("core.repositoryformatversion", "0"),
            ("core.bare", "true"),
            ("core.hooksPath", str(folder / "hooks")),
        ):
            git(self.root, "config", "--file", str(folder / "config"), key, value)

    def git(self, *arguments: str, data: str | None = None) -> str:
        """Ask git about this repository, from the clone: a remote may be a relative path."""
        return git(self.root, f"--git-dir={self.folder}", *arguments, data=data)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Let mike, which asks git about the current folder, work here."""
        before = dict(os.environ)
        for name in HOOKS:
            os.environ.pop(name, None)
        os.environ.update({"GIT_DIR": str(self.folder), **self.author})
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)

    def published(self) -> str:
        """Return the commit the remote has now, empty where it has none; raises Unreachable."""
        try:
            answer = self.git("ls-remote", self.remote, self.ref)
        except GitFailed as failed:
            raise Unreachable(str(failed)) from failed
        return answer.partition("\t")[0]

    def fetch(self) -> str:
        """Begin again from what the remote has; return its commit, empty where it has none.

        Raises Unreachable.
        """
        if not self.published():
            return ""
        try:
            refs = f"+{self.ref}:{self.ref}"  # no tags: one of the same name would win
            self.git("fetch", "--quiet", "--no-tags", "--depth=1", self.remote, refs)
        except GitFailed as failed:
            raise Unreachable(str(failed)) from failed
        return self.tip()

    def tip(self) -> str:
        """Return the commit that was made or fetched last."""
        return self.git("rev-parse", "--verify", self.ref).strip()

    def push(self, base: str) -> bool:
        """Send what was made on top of `base`; False where somebody else was quicker.

        Raises PublishFailed where the remote says no, Unreachable where it says nothing.
        """
        try:
            self.git("push", "--quiet", self.remote, f"{self.ref}:{self.ref}")
        except GitFailed as failed:
            now = self.published()
            if now == base:
                reason = str(failed)
                raise PublishFailed(
                    "publish-refused", remote=self.remote, reason=reason
                ) from failed
            return now == self.tip()  # it may have arrived although the answer did not
        return True

    def tree(self, where: str) -> dict[str, str]:
        """Return the entries of a tree (`<commit>` or `<commit>:<path>`): name → object."""
        return self._entries("ls-tree", "-z", where)

    def files(self, where: str) -> dict[str, str]:
        """Return every file under a tree: path → object."""
        return self._entries("ls-tree", "-r", "-z", where)

    def _entries(self, *arguments: str) -> dict[str, str]:
        rows = [row.split("\t", 1) for row in self.git(*arguments).split("\0") if row]
        return {name: description.split()[2] for description, name in rows}

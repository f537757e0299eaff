"""The checkout that is published: what it is made of must be committed, and stay so."""

import datetime
import hashlib
from pathlib import Path

from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.git import GitFailed, git

_SHOWN = 10


class Source:
    """A clone at `root`, at the commit it had when publishing began."""

    def __init__(self, root: Path) -> None:
        self.root = root
        try:
            self.commit = git(root, "rev-parse", "--verify", "HEAD").strip()
            self.git_folder = (root / git(root, "rev-parse", "--git-common-dir").strip()).resolve()
        except GitFailed as failed:
            raise PublishFailed("publish-no-git", folder=str(root)) from failed

    def unchanged(self) -> None:
        """Raise PublishFailed where the tree is not clean, or no longer at its commit."""
        ask = ("--no-optional-locks", "status", "--porcelain", "-z", "--untracked-files=all")
        status = git(self.root, *ask)
        names = [entry[3:] for entry in status.split("\0") if entry[2:3] == " "]
        if names:
            more = [f"… (+{len(names) - _SHOWN})"] if len(names) > _SHOWN else []
            raise PublishFailed("publish-tree-changed", files=", ".join(names[:_SHOWN] + more))
        if git(self.root, "rev-parse", "HEAD").strip() != self.commit:
            raise PublishFailed("publish-commit-changed", commit=self.commit[:9])

    def date(self) -> datetime.date:
        """Return the day of the commit, which is the same wherever it is built."""
        stamp = git(self.root, "show", "--no-patch", "--format=%cs", self.commit).strip()
        return datetime.date.fromisoformat(stamp)

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file of the clone, empty where there is none."""
        file = self.root / name
        return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""

    def author(self) -> dict[str, str]:
        """Return who publishes, as git's variables; raises PublishFailed if git knows nobody."""
        try:
            identity = git(self.root, "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
        except GitFailed as failed:
            raise PublishFailed("publish-no-name") from failed
        name, _, rest = identity.partition(" <")
        return {"GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": rest.partition(">")[0]}

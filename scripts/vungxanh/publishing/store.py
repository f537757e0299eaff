"""A private repository in which an edition is made, and which alone talks to the remote.

It has no work tree and borrows nothing but the clone's settings (remotes, keys), so whatever
happens in it, the clone's files, index and branches stay as they are. Of the published branch it
fetches the names of the files; their content only when something asks for it. So its work does not
grow with the site.
"""

import io
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.git import HOOKS, GitFailed, Unreachable, git, git_bytes
from vungxanh.publishing.source import Source

_NAMED = "vung-xanh"  # what git calls the remote here; the clone's settings know no such name


@dataclass(frozen=True)
class Entry:
    """What a name in a folder of git stands for."""

    mode: str
    kind: str
    id: str


class Store:
    """The published `branch` of `remote`, as this process sees it."""

    def __init__(self, source: Source, folder: Path, remote: str, branch: str) -> None:
        self.root, self.folder = source.root, folder
        self.remote, self.branch = remote, branch
        self.ref = f"refs/heads/{branch}"
        self.author = source.author()
        addresses = self._addresses()
        git(self.root, "init", "--quiet", "--bare", "--template=", str(folder))
        # The clone's settings first, so that those of this repository win over them.
        (folder / "config").unlink()
        for key, value in (
            ("include.path", str(source.git_folder / "config")),
            ("core.repositoryformatversion", "0"),
            ("core.bare", "true"),
            ("core.hooksPath", str(folder / "hooks")),
            (f"remote.{_NAMED}.promisor", "true"),
            (f"remote.{_NAMED}.partialclonefilter", "blob:none"),
            *((f"remote.{_NAMED}.{key}", address) for key, address in addresses.items()),
        ):
            git(self.root, "config", "--file", str(folder / "config"), key, value)

    def _addresses(self) -> dict[str, str]:
        """Return where git fetches from and pushes to; a folder is named in full."""
        found = {"url": self.remote}
        if not any(sign in self.remote for sign in "/:\\"):
            if self.remote not in git(self.root, "remote").split():
                raise PublishFailed("publish-no-remote", remote=self.remote)
            found = {
                key: address
                for key in ("url", "pushurl")
                if (address := self._setting(f"remote.{self.remote}.{key}"))
            }
        return {
            key: str((self.root / one).resolve()) if (self.root / one).exists() else one
            for key, one in found.items()
        }

    def _setting(self, key: str) -> str:
        return git(self.root, "config", "--default", "", "--get", key).strip()

    def git(
        self, *arguments: str, data: str | None = None, extra: Mapping[str, str] | None = None
    ) -> str:
        """Ask git about this repository; `extra` are variables for this question alone."""
        return git(self.root, f"--git-dir={self.folder}", *arguments, data=data, extra=extra)

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
            answer = self.git("ls-remote", _NAMED, self.ref)
        except GitFailed as failed:
            raise Unreachable(str(failed)) from failed
        return answer.partition("\t")[0]

    def fetch(self, *, history: bool = False, content: bool = False) -> str:
        """Begin again from what the remote has; return its commit, empty where it has none.

        With `history`, all earlier states of the branch are known as well; with `content`, that of
        every file comes at once. Raises Unreachable.
        """
        if not self.published():
            return ""
        depth = "--depth=2147483647" if history else "--depth=1"  # git's way to say all of it
        try:
            refs = f"+{self.ref}:{self.ref}"  # no tags: one of the same name would win
            amount = "--no-filter" if content else "--filter=blob:none"
            self.git("fetch", "--quiet", "--no-tags", depth, amount, _NAMED, refs)
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
            self.git("push", "--quiet", _NAMED, f"{self.ref}:{self.ref}")
        except GitFailed as failed:
            now = self.published()
            if now == base:
                reason = str(failed)
                raise PublishFailed(
                    "publish-refused", remote=self.remote, reason=reason
                ) from failed
            return now == self.tip()  # it may have arrived although the answer did not
        return True

    def entries(self, where: str) -> dict[str, Entry]:
        """Return what stands in a folder (`<commit>` or `<commit>:<path>`), by name."""
        return self._entries("ls-tree", "-z", where)

    def files(self, where: str) -> dict[str, Entry]:
        """Return every file under a folder, by path."""
        return self._entries("ls-tree", "-r", "-z", where)

    def _entries(self, *arguments: str) -> dict[str, Entry]:
        rows = [row.split("\t", 1) for row in self.git(*arguments).split("\0") if row]
        return {name: Entry(*description.split()) for description, name in rows}

    def contents(self, where: str) -> Iterator[tuple[str, bytes]]:
        """Return every file under a folder with what is in it, by path, sorted."""
        packed = git_bytes(self.root, f"--git-dir={self.folder}", "archive", "--format=tar", where)
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            members = {one.name: one for one in archive if one.isfile()}
            for path in sorted(members):
                file = archive.extractfile(members[path])
                yield path, file.read() if file else b""

    def read(self, where: str) -> str:
        """Return the text of a file, `<commit>:<path>`; raises GitFailed where there is none."""
        return self.git("show", where)

    def keep(self, text: str) -> Entry:
        """Keep `text` as a file of git."""
        return Entry("100644", "blob", self.git("hash-object", "-w", "--stdin", data=text).strip())

    def folder_of(self, entries: Mapping[str, Entry]) -> Entry:
        """Keep `entries`, by name, as a folder of git; their content need not be here."""
        rows = "".join(f"{one.mode} {one.kind} {one.id}\t{name}\0" for name, one in entries.items())
        return Entry("040000", "tree", self.git("mktree", "-z", "--missing", data=rows).strip())

    def tree_of(self, files: Mapping[str, Entry]) -> Entry:
        """Keep `files`, by path, as a folder of git with all below it."""
        rows = "".join(f"{one.mode} {one.id}\t{path}\0" for path, one in files.items())
        index = {"GIT_INDEX_FILE": str(self.folder / "files")}
        self.git("read-tree", "--empty", extra=index)
        self.git("update-index", "-z", "--index-info", data=rows, extra=index)
        tree = self.git("write-tree", "--missing-ok", extra=index).strip()
        return Entry("040000", "tree", tree)

    def keep_all(self, texts: Mapping[str, str], folder: Path) -> dict[str, Entry]:
        """Keep each text as a file of git, by path; `folder` is an empty one to work in."""
        places = {path: folder / str(number) for number, path in enumerate(texts)}
        for path, text in texts.items():
            places[path].write_text(text, encoding="utf-8", newline="\n")
        return self._keep_files(places)

    def keep_folder(self, folder: Path) -> Entry:
        """Keep every file under `folder` as a folder of git."""
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return self.tree_of(
            self._keep_files({file.relative_to(folder).as_posix(): file for file in files})
        )

    def _keep_files(self, files: Mapping[str, Path]) -> dict[str, Entry]:
        rows = "".join(f"{file}\n" for file in files.values())
        ids = self.git("hash-object", "-w", "--no-filters", "--stdin-paths", data=rows).split()
        return {path: Entry("100644", "blob", id_) for path, id_ in zip(files, ids, strict=True)}

    def commit(self, base: str, entries: Mapping[str, Entry], message: str) -> str:
        """Put a state of the branch with these `entries` on top of `base`; return its commit.

        An empty `base` begins the branch.
        """
        tree = self.folder_of(entries).id
        names = {name.replace("COMMITTER", "AUTHOR"): one for name, one in self.author.items()}
        onto = ("-p", base) if base else ()
        ask = ("commit-tree", tree, *onto, "-m", message)
        made = self.git(*ask, extra=self.author | names).strip()
        self.git("update-ref", self.ref, made, base or "0" * 40)
        return made

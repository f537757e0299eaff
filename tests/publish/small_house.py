"""What the tests of publishing share: git, a clone, a builder of a very small site."""

import json
import os
import subprocess

from projects import make_project
from vungxanh.publishing import publish

BRANCH = "gh-pages"
PAGE = '<!doctype html><title>{0}</title><h1 id="dau">{0}</h1><a href="bai/a.html">Bài</a>'


def git(folder, *arguments):
    """Return what git says to `arguments` in `folder`."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def build(root, out, url):
    """Write a site whose words come from the clone."""
    text = (root / "docs/index.md").read_text(encoding="utf-8").splitlines()[-1]
    (out / "bai").mkdir(parents=True)
    (out / "index.html").write_text(PAGE.format(text), encoding="utf-8")
    (out / "404.html").write_text(f'<a href="{url}">{os.environ["VUNGXANH_EDITION"]}</a>')
    (out / "bai/a.html").write_text('<a href="../index.html#dau">Trang đầu</a>')


def clean():
    """Find nothing wrong with the content."""
    return []


def make_clone(folder, bare):
    """Return a committed project in `folder` whose origin is `bare`, by a relative path."""
    return keep(make_project(folder), bare)


def keep(root, bare):
    """Put the project at `root` into git, with `bare` as its origin."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.name", "Người thử")
    git(root, "config", "user.email", "thu@mau.example.vn")
    git(root, "remote", "add", "origin", os.path.relpath(bare, root))
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Bản đầu")
    return root


class House:
    """What a publication touches: the clone `root` and the repository `bare`, in one folder."""

    def __init__(self, folder):
        self.folder, self.root, self.bare = folder, folder / "du-an", folder / "kho.git"
        self.said = []

    def edit(self, text):
        """Commit a change of the words on the home page."""
        page = f"---\ntitle: Nhà\n---\n{text}\n"
        (self.root / "docs/index.md").write_text(page, encoding="utf-8")
        git(self.root, "commit", "--quiet", "--all", f"--message={text}")

    def send(self, version, **given):
        """Publish `version`, with the small builder and a content without faults."""
        given = {"build": build, "check": clean, "say": self.said.append} | given
        return publish(self.root, version, **given)

    def tip(self):
        """Return the published commit."""
        return git(self.bare, "for-each-ref", "--format=%(objectname)", f"refs/heads/{BRANCH}")

    def show(self, path):
        """Return a published file."""
        return git(self.bare, "show", f"refs/heads/{BRANCH}:{path}")

    def paths(self):
        """Return the path of every published file."""
        return git(self.bare, "ls-tree", "-r", "--name-only", BRANCH).splitlines()

    def editions(self):
        """Return the published editions with their aliases, newest first."""
        rows = json.loads(self.show("versions.json"))
        return [(row["version"], *row["aliases"]) for row in rows]

    def hook(self, name, script):
        """Let the repository run `script`."""
        file = self.bare / "hooks" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def meddle(self, act):
        """Let somebody else change the published branch: `act` gets a checkout of it."""
        other = self.folder / "nguoi-khac"
        git(self.folder, "clone", "--quiet", f"--branch={BRANCH}", str(self.bare), str(other))
        act(other)
        git(other, "add", "--all")
        git(other, "-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "x")
        git(other, "push", "--quiet")

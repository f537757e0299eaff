"""One built site becomes one edition of the published branch, by mike's own commands."""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mike import commands
from mike.git_utils import Commit, FileInfo, GitEmptyCommit

from vungxanh.links.addresses import ALIAS
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.store import Store

# What stands beside the folders of the editions, and is made anew with each.
ROOT_FILES = ("index.html", "404.html", "robots.txt", "versions.json", ".nojekyll")

_VERSIONS = "versions.json"
_REDIRECT = Path(__file__).with_name("redirect.html")


def listed(store: Store) -> list[str]:
    """Return the published editions, newest first; raises PublishFailed if they are unreadable."""
    with store.entered():
        try:
            return [str(one.version) for one in commands.list_versions(store.branch)]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PublishFailed("publish-versions-broken", branch=store.branch) from error


def commit(store: Store, site: Path, version: str, url: str, message: str) -> str:
    """Put `site` into the branch as `version` and as ALIAS; return the commit."""
    settings = {"site_dir": str(site), "use_directory_urls": False}
    how = {"branch": store.branch, "message": message}
    with store.entered():
        with commands.deploy(
            settings,
            version,
            aliases=[ALIAS],
            update_aliases=True,
            alias_type=commands.AliasType.copy,
            **how,
        ):
            pass  # the site is built already
        with suppress(GitEmptyCommit):  # it is the default since the first edition
            commands.set_default(ALIAS, str(_REDIRECT), **how)
        robots = f"User-agent: *\nAllow: /\nSitemap: {url}{ALIAS}/sitemap.xml\n"
        with suppress(GitEmptyCommit), Commit(store.branch, message) as files:
            files.add_file(FileInfo("404.html", (site / "404.html").read_bytes()))
            files.add_file(FileInfo("robots.txt", robots))
    return store.tip()


def prove(store: Store, base: str, made: str, site: Path, version: str) -> None:
    """Raise PublishFailed unless `made` is `base` with exactly `site` added, and nothing lost."""
    now, before = store.tree(made), store.tree(base) if base else {}
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    full = "".join(f"{site / path}\n" for path in paths)
    hashes = store.git("hash-object", "--no-filters", "--stdin-paths", data=full).split()
    built = dict(zip(paths, hashes, strict=True))
    committed = store.files(f"{made}:{version}")
    wrong = [f"{version}/{path}" for path in _unequal(built, committed)]
    if now[ALIAS] != now[version]:
        wrong.append(ALIAS)
    kept = {name: entry for name, entry in before.items() if name not in (*ROOT_FILES, ALIAS)}
    wrong += _unequal(kept, {name: now.get(name, "") for name in kept})
    known = _versions(store, base) if _VERSIONS in before else {}
    if _versions(store, made) != {name: known[name] - {ALIAS} for name in known} | {
        version: {ALIAS}
    }:
        wrong.append(_VERSIONS)
    wrong += [name for name in ROOT_FILES if name not in now]
    if wrong:
        raise PublishFailed("publish-not-whole", files=", ".join(wrong[:10]))


def _versions(store: Store, where: str) -> dict[str, set[str]]:
    rows = json.loads(store.git("show", f"{where}:{_VERSIONS}"))
    return {row["version"]: set(row["aliases"]) for row in rows}


def _unequal(one: dict[str, str], other: dict[str, str]) -> Iterable[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))

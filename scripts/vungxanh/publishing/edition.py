"""One built site becomes one edition of the published branch, by mike's own commands."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from mike import commands
from mike.git_utils import Commit, FileInfo, GitEmptyCommit

from vungxanh.links.addresses import ALIAS
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.made import Made
from vungxanh.publishing.shelf import VERSIONS, versions
from vungxanh.publishing.store import Store

# What stands beside the folders of the editions, and is made anew with each.
ROOT_FILES = ("index.html", "404.html", "robots.txt", VERSIONS, ".nojekyll")

_REDIRECT = Path(__file__).with_name("redirect.html")


def commit(store: Store, made: Made, alias: str, url: str, message: str) -> str:
    """Put `made` into the branch under its own name and as `alias`; return the commit."""
    version, site = made.record.version, made.site
    settings = {"site_dir": str(site), "use_directory_urls": False}
    how = {"branch": store.branch, "message": message}
    with store.entered():
        with commands.deploy(
            settings,
            version,
            title=made.record.title,
            aliases=[alias],
            update_aliases=True,
            alias_type=commands.AliasType.copy,
            **how,
        ):
            pass  # the site is built already
        if alias != ALIAS:
            return store.tip()
        with suppress(GitEmptyCommit):  # it is the default since the first edition
            commands.set_default(ALIAS, str(_REDIRECT), **how)
        robots = f"User-agent: *\nAllow: /\nSitemap: {url}{ALIAS}/sitemap.xml\n"
        with suppress(GitEmptyCommit), Commit(store.branch, message) as files:
            files.add_file(FileInfo("404.html", (site / "404.html").read_bytes()))
            files.add_file(FileInfo("robots.txt", robots))
    return store.tip()


def prove(store: Store, base: str, tip: str, made: Made, alias: str) -> None:
    """Raise PublishFailed unless `tip` is `base` with exactly `made` added, and nothing lost."""
    version, site = made.record.version, made.site
    now, before = store.entries(tip), store.entries(base) if base else {}
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    full = "".join(f"{site / path}\n" for path in paths)
    hashes = store.git("hash-object", "--no-filters", "--stdin-paths", data=full).split()
    built = dict(zip(paths, hashes, strict=True))
    committed = {path: one.id for path, one in store.files(f"{tip}:{version}").items()}
    wrong = [f"{version}/{path}" for path in _unequal(built, committed)]
    if now.get(alias) != now.get(version):
        wrong.append(alias)
    kept = {name: entry for name, entry in before.items() if name not in (*ROOT_FILES, alias)}
    wrong += _unequal(kept, {name: now[name] for name in kept if name in now})
    known = _aliases(store, base)
    if _aliases(store, tip) != {name: known[name] - {alias} for name in known} | {version: {alias}}:
        wrong.append(VERSIONS)
    wrong += [name for name in ROOT_FILES if name not in now]
    if wrong:
        raise PublishFailed("publish-not-whole", files=", ".join(wrong[:10]))


def _aliases(store: Store, where: str) -> dict[str, set[str]]:
    return {str(one.version): set(one.aliases) for one in versions(store, where)}


def _unequal(one: Mapping[str, object], other: Mapping[str, object]) -> Iterable[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))

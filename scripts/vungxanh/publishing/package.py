"""`package`: an edition as a zip for a USB stick, or all of them for a web server."""

import gzip
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from vungxanh.links.addresses import ALIAS
from vungxanh.publishing import record
from vungxanh.publishing.audience import for_audience
from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.servers import servers
from vungxanh.publishing.session import Say, Session
from vungxanh.publishing.shelf import found, versions
from vungxanh.publishing.store import Store
from vungxanh.render.policy import allowed_in

SUMS = "SHA256SUMS"
_SERVERS = "may-chu/"  # in a package for a stick, out of the readers' way
_TIME = (1980, 1, 1, 0, 0, 0)  # the first a zip knows: the same files make the same zip
_TEXTS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt")
_WORTH = 1024  # bytes; below, a compressed sibling saves nothing


def package(
    root: Path,
    folder: Path,
    say: Say,
    *,
    version: str = "",
    whole: bool = False,
    audience: str = "",
) -> Path:
    """Write a zip into `folder` and return its path.

    It holds edition `version`, the newest if none is named; or the `whole` published branch, with
    what web servers have to be told. With `audience`, material for teachers is left out. Raises
    PublishFailed, as Session does.
    """
    with Session(root, version or ALIAS, say).open() as session:
        tip = session.fetch(content=True)
        if not tip:
            raise PublishFailed("edition-unknown", version=version or ALIAS, known="–")
        store, known = session.store, session.registries.audiences
        if audience and audience not in (names := [one.id for one in known]):
            raise PublishFailed("package-audience", audience=audience, known=", ".join(names))
        if whole:
            files, name = _branch(dict(store.contents(tip))), "vung-xanh"
        else:
            version = found(store, tip, version) if version else _newest(store, tip)
            files, name = dict(store.contents(f"{tip}:{version}")), f"vung-xanh-{version}"
            if audience:
                files = for_audience(files, audience, session.registries)
                name += f"-{audience}"
            files |= {f"{_SERVERS}{one}": text for one, text in _servers(files).items()}
        say(f"Đang đóng gói {len(files)} tệp…")
        return _zip(folder / f"{name}.zip", files, f"{name}/")


def _newest(store: Store, tip: str) -> str:
    for one in versions(store, tip):
        if ALIAS in one.aliases:
            return str(one.version)
    raise PublishFailed("edition-unknown", version=ALIAS, known="–")


def _branch(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return all editions as a server needs them: with its configuration and packed siblings."""
    files = {path: content for path, content in files.items() if path != ".nojekyll"}
    return files | _servers(files) | dict(_packed(files))


def _packed(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for path, content in files.items():
        if path.endswith(_TEXTS) and len(content) >= _WORTH:
            yield f"{path}.gz", gzip.compress(content, mtime=0)


def _servers(files: Mapping[str, bytes]) -> dict[str, bytes]:
    hashes = {
        one
        for path, content in files.items()
        if path.endswith(".html")
        for one in allowed_in(content.decode("utf-8", "replace"))
    }
    return {name: text.encode() for name, text in servers(hashes).items()}


def _zip(target: Path, files: Mapping[str, bytes], top: str) -> Path:
    """Write `files` below the folder `top`; `target` is replaced whole or left as it was."""
    sums = "".join(
        f"{record.digest_of(content)}  {path}\n" for path, content in sorted(files.items())
    )
    draft = target.with_suffix(".zip.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in sorted((dict(files) | {SUMS: sums.encode()}).items()):
                entry = zipfile.ZipInfo(f"{top}{path}", _TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target

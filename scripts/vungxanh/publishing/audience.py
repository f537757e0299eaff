"""What is left out of a package that is made for one audience: teachers' material."""

from collections.abc import Mapping

from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Registries
from vungxanh.publishing import record
from vungxanh.publishing.notice import notice
from vungxanh.render.search_index import TEACHERS, pages_in, search_script

_PLAN = "giao-an.html"
_SEARCH = "search/"


def for_audience(
    files: Mapping[str, bytes], audience: str, registries: Registries
) -> dict[str, bytes]:
    """Return the files of an edition without what is not for `audience`.

    A page that is left out becomes a notice, so that no link leads nowhere; what else lies with it
    is gone, and search does not know it.
    """
    kept: dict[str, bytes] = {}
    for path, content in files.items():
        if not _left_out(path, audience):
            kept[path] = _searchable(path, content, audience)
        elif path.endswith(".html"):
            kept[path] = _notice(path, registries).encode()
    known = record.read(kept[record.NAME].decode())
    if known:
        digests = {
            path: record.digest_of(content) for path, content in kept.items() if path != record.NAME
        }
        kept[record.NAME] = known.model_copy(update={"files": digests}).text().encode()
    return kept


def _left_out(path: str, audience: str) -> bool:
    if audience == TEACHERS:
        return False
    parts = path.removeprefix("en/").split("/")
    return parts[0] == TEACHERS or parts[-1] == _PLAN


def _searchable(path: str, content: bytes, audience: str) -> bytes:
    if not (path.startswith(_SEARCH) and path.endswith((f"{_SEARCH}vi.js", f"{_SEARCH}en.js"))):
        return content
    pages = [page for page in pages_in(content.decode()) if not _left_out(page["at"], audience)]
    return search_script(pages).encode()


def _notice(path: str, registries: Registries) -> str:
    locale: Locale = "en" if path.startswith("en/") else "vi"
    root = "../" * path.count("/")
    tree = "en/" if locale == "en" else ""
    return notice(
        registries,
        "left_out",
        locale,
        href=f"{root}{tree}index.html",
        help_href=f"{root}{tree}can-giup-do/index.html",
    )

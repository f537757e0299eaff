"""A page of another site: unpacked as far as is allowed, and searched for the places in it."""

import re
import zlib
from collections.abc import AsyncIterator, Collection

from vungxanh.links.read import read_tags

_TYPES = ("text/html", "application/xhtml+xml")
# Those of the web alone: others of the standard library take ages on purpose-made bytes.
_CHARSET = re.compile(
    r"""charset\s*=\s*["']?((?:utf-?16|iso-?8859|windows-?125|cp125|gb|big5|euc-|shift_jis|koi8)[\w-]*)""",
    re.IGNORECASE,
)


def is_page(content_type: str) -> bool:
    """Return whether places in what is sent with this Content-Type can be judged."""
    return content_type.partition(";")[0].strip().lower() in _TYPES


async def read_body(pieces: AsyncIterator[bytes], encoding: str, limit: int) -> tuple[bytes, bool]:
    """Return at most `limit` bytes, unpacked, and whether that is all there was.

    A body in an unknown encoding is nothing that can be read. Raises zlib.error.
    """
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        return b"", False
    unpack = zlib.decompressobj(wbits=31) if encoding.endswith("gzip") else None
    body = bytearray()
    async for piece in pieces:
        room = limit - len(body)
        # A small piece can unpack to gigabytes: no more is unpacked than fits.
        body += unpack.decompress(piece, room + 1) if unpack else piece[: room + 1]
        if len(body) > limit:
            return bytes(body[:limit]), False
    return bytes(body), unpack is None or unpack.eof


def places(body: bytes, content_type: str) -> Collection[str]:
    """Return the names that a fragment may lead to, by the same rules as on pages of our own."""
    charset = _CHARSET.search(content_type)
    try:
        text = body.decode(charset[1] if charset else "utf-8", "replace")
    except (LookupError, UnicodeError):
        text = body.decode("utf-8", "replace")
    # What forges write into pages of Markdown; their scripts lead the bare name there.
    found = frozenset(read_tags("page.html", text).ids)
    return frozenset(found | {name.removeprefix("user-content-") for name in found})

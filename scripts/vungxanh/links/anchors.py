"""The part of an address after `#`: whether a page has that place. As HTML and URL say it.

A browser looks for the fragment as it stands, then once decoded; capitals and kinds of marks count.
"""

from collections.abc import Set
from functools import lru_cache
from urllib.parse import quote, unquote

from vungxanh.links.twins import twin

# What a browser leaves as it is in a fragment; all else it percent-encodes before it looks.
_PLAIN = "!#$%&'()*+,-./:;=?@[\\]^_{|}~"
_WORDS = ":~:"  # what follows are words on the page, and a browser goes there
_DRAWING = ("svgView(", "xywh=", "t=")  # a view of a drawing, a part of a picture, a time


def find(fragment: str, ids: Set[str]) -> str | None:
    """Return None where `fragment` is a place among `ids`, else its twin there, else `""`.

    A twin differs in capitals or in kinds of marks alone (composed, decomposed).
    """
    if _WORDS in fragment or (fragment in ids and fragment.isascii()):
        return None
    decoded = _decoded(fragment)
    if decoded in ids or decoded.lower() == "top" or fragment.startswith(_DRAWING):
        return None
    return _twins(frozenset(ids)).get(twin(decoded), "")


def _decoded(fragment: str) -> str:
    return unquote(quote(fragment, safe=_PLAIN))


@lru_cache(maxsize=64)
def _twins(ids: frozenset[str]) -> dict[str, str]:
    return {twin(one): one for one in sorted(ids, reverse=True)}

"""Words of links: those that say nothing, and how words are compared."""

import re
import unicodedata
from collections.abc import Mapping

# A reader who jumps from link to link hears these words alone (WCAG 2.2, 2.4.4).
_SAY_NOTHING = frozenset(
    """
    tại đây|ở đây|đây|vào đây|bấm đây|bấm vào đây|bấm tại đây|nhấn đây|nhấn vào đây|nhấp vào đây
    |click vào đây|kích vào đây|xem tại đây|xem ở đây|xem thêm|xem tiếp|đọc thêm|đọc tiếp|chi tiết
    |xem chi tiết|tiếp|thêm|link|liên kết|đường dẫn|trang này|bài này|nguồn
    |here|click here|click|press here|tap here|read more|more|see more|learn more|this|this link
    |this page|link here|details|more info|go|continue
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
# What gives a link its words where it has no text: a picture's alternative, a label, a title.
HINTS = ("alt", "aria-label", "title")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_BLANKS = re.compile(r"\s+")
LONGEST = max(map(len, _SAY_NOTHING)) + 8  # longer words need not be looked up


def say_nothing(words: str) -> bool:
    """Return whether the words of a link tell nobody where it leads (“tại đây”, “click here”)."""
    if len(words) > LONGEST:
        return False
    plain = unicodedata.normalize("NFC", words).lower()
    return _EDGES.sub("", _BLANKS.sub(" ", plain)) in _SAY_NOTHING


def silent(attributes: Mapping[str, str | None]) -> bool:
    """Return whether a link is hidden from everyone who would hear its words."""
    return attributes.get("aria-hidden") == "true" or "hidden" in attributes

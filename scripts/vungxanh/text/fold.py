"""Letters without their marks: what search, addresses and comparisons see.

Vietnamese marks fall away under NFD, but đ is a letter of its own and must be mapped by hand.
"""

import re
import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "D"})


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics (`Đạo đức` → `dao duc`)."""
    plain = unicodedata.normalize("NFD", text.translate(_D))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept).lower()


def slug(text: str, separator: str = "-") -> str:
    """Return an ASCII address part (`Đạo đức & ứng xử` → `dao-duc-ung-xu`).

    The signature is the one Python-Markdown's `toc` extension expects of a slug function.
    """
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)

"""Bytes of a page become letters, as a browser reads them."""

import codecs
import re

_CHARSET = re.compile(rb"""<meta[^>]*?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the web calls Latin-1 is a Windows page (WHATWG Encoding); Python is stricter.
_WEB = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_TOP = 1024  # a browser looks no further for the name of the encoding


def decode(data: bytes) -> tuple[str, bool]:
    """Return the text, and whether some bytes of it were no letters."""
    encoding, start = "utf-8", 0
    for mark, name in _MARKS:
        if data.startswith(mark):
            encoding, start = name, len(mark)
            break
    else:
        if match := _CHARSET.search(data[:_TOP]):
            encoding = _known(match[1].decode("ascii"))
    try:
        return data[start:].decode(encoding), False
    except UnicodeDecodeError:
        return data[start:].decode(encoding, "replace"), True


def _known(name: str) -> str:
    name = _WEB.get(name.lower(), name)
    try:
        found = codecs.lookup(name)
    except LookupError:
        return "utf-8"
    # A page that says UTF-16 in ASCII letters is not; and not every codec of Python makes letters.
    return name if found._is_text_encoding and "16" not in name else "utf-8"

"""Vietnamese that went through an old encoding: TCVN3, VNI, VIQR, UTF-8 read as Windows-1252.

Signatures, and for the last one the text itself, which can be had back whole.
"""

import re
from typing import NamedTuple

# UTF-8 read as Windows-1252: a lead byte (shown as a letter), then its continuation bytes.
_CONTINUED = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"(?:[ÃÄÅÆ][{_CONTINUED}]|á[º»][{_CONTINUED}]|[âÂ][{_CONTINUED}]{{1,2}})")
RESTORABLE = re.compile(f"[^\\s{_CONTINUED}]*(?:[ÃÄÅÆáâÂ][{_CONTINUED}]+[^\\s]*)")
# TCVN3 (.VnTime): signs among letters, and capitals in the middle of words.
_SIGNS = "µ¸¶·¹¨¾¼½¬"
_CAPITALS = "ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ"
_TCVN3 = re.compile(
    f"[A-Za-z][{_SIGNS}](?![0-9])|[A-Za-z][©ª®«»][a-z]|®[a-z{_SIGNS}]|[a-z][{_CAPITALS}](?:[a-z]|\\b)"
)
# VNI: a vowel, then a letter for its mark. Each has other uses, so two words must agree.
_VNI_SURE = re.compile(r"[aeouy][äøûùõ]|ö[ôïøûùõ]|[aeo]â|ñ[aeiouyöô]")
_VNI = re.compile(
    r"\b\w*(?:[aeouy][äøûïëüùõ]|ö[ôïøûùõ]|[aeo]â|ô[ïøûùõ]|[nN]g?ö|ñ[aeiouyöôoâ]|Ñ[aeiouöô])\w*"
)
_VIQR = re.compile(
    r"\b\w*(?:[aeoAEO]\^[`'?~.]?|[uoUO]\+[`'?~.]?|[aA]\([`'?~.]?)(?=[a-z])\w*|\b[dD]d[aeiouy]\S*"
)
# Letters lost on the way: Vi?t Nam. A single one may be a missing blank.
# What of this can be written in ASCII alone.
PLAIN = re.compile(r"[aeouAEOU][\^+(][`'?~.a-z]|[^\W\d_]\?[^\W\d_]")
_LOST = re.compile(r"(?<![\w/=&.?])[^\W\d_]*\?[^\W\d_]+(?![\w/=&])")


class Broken(NamedTuple):
    """Where broken text begins in its line, a piece of it, and what it was where that is sure."""

    start: int
    found: str
    right: str


def broken(line: str) -> Broken | None:
    """Return the first sign in `line` that its letters were broken by an old encoding."""
    if line.isascii():
        if not PLAIN.search(line):
            return None
        return _twice(_VIQR, line) or _twice(_LOST, line)
    if (at := line.find("\ufffd")) >= 0:
        return Broken(at, "\ufffd", "")
    if match := _MOJIBAKE.search(line):
        return _restored(line, match)
    if match := _TCVN3.search(line):
        return Broken(match.start(), match[0], "")
    vni = _twice(_VNI, line) if _VNI_SURE.search(line) else None
    return vni or _twice(_VIQR, line) or _twice(_LOST, line)


def _twice(pattern: re.Pattern[str], line: str) -> Broken | None:
    found = [match for match in pattern.finditer(line) if not match[0].isdigit()]
    return Broken(found[0].start(), found[0][0], "") if len(found) > 1 else None


def restored(word: str) -> str | None:
    """Return what `word` was before UTF-8 was read as Windows-1252; None if it never was."""
    try:
        return "".join(map(_byte, word)).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None


def _restored(line: str, match: re.Match[str]) -> Broken | None:
    """Return the word around `match` and what it was; None where it was nothing of the kind."""
    for run in RESTORABLE.finditer(line):
        if run.start() <= match.start() < run.end() and (right := restored(run[0])):
            return Broken(run.start(), run[0], right)
    return Broken(match.start(), match[0], "") if line[match.start()] in "ÃÄÆá" else None


def _byte(letter: str) -> str:
    """Return the byte that Windows-1252 shows as `letter`, as a character below U+0100."""
    return letter if ord(letter) < 256 else letter.encode("cp1252").decode("latin-1")

"""Bytes of a source file become text, or a fault that names what they really are."""

import re
import unicodedata
from dataclasses import dataclass

# Signatures of Vietnamese text that once was in another encoding (see docs/so-tay, "Chữ bị vỡ").
_MOJIBAKE = re.compile("á»|áº|Ã[\u0080-\u00bf²³¢£¡]|Ä‘|Æ°|Æ¡")
_TCVN3 = re.compile(r"[A-Za-z][µ¸¶·¹¨»¾¼½©®ª«¬][A-Za-z]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\ufeff]")
_FOREIGN = re.compile("[ÐƉðɖ]|[\u0370-\u03ff\u0400-\u04ff]")
_LOST = re.compile("\ufffd")
_KINDS = (
    ("encoding-broken", _MOJIBAKE),
    ("encoding-broken", _TCVN3),
    ("encoding-broken", _LOST),
    ("encoding-invisible", _INVISIBLE),
    ("encoding-lookalike", _FOREIGN),
)
_LOOKALIKES = {
    "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "Х": "X", "ο": "o", "Ο": "O", "Α": "A", "Β": "B", "Ε": "E", "Η": "H", "Κ": "K",
    "Μ": "M", "Ν": "N", "Τ": "T", "Χ": "X",
}  # fmt: skip


@dataclass(frozen=True)
class Flaw:
    """One encoding flaw: `kind` is the problem code, `line` and `column` count from 1."""

    kind: str
    line: int
    column: int
    found: str
    right: str = ""


def decode(data: bytes) -> tuple[str, Flaw | None]:
    """Return the text of `data` and, where it is not UTF-8, the flaw; the text then is empty.

    A byte order mark is dropped; UTF-16 is known by its mark, Windows-1258 and its kin by bytes
    that UTF-8 does not allow.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", Flaw("encoding-not-utf8", 1, 1, "UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        return "", Flaw("encoding-not-utf8", line, error.start - start + 1, "Windows-1258")
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def flaws(text: str) -> list[Flaw]:
    """Return what is wrong with the letters of `text`, at most one flaw of a kind per line."""
    found: list[Flaw] = []
    if unicodedata.is_normalized("NFC", text) and not any(kind.search(text) for _, kind in _KINDS):
        return found  # as nearly every text is; line by line takes twice as long
    for number, line in enumerate(text.split("\n"), 1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            pairs = enumerate(zip(line, f"{composed} ", strict=False))
            at = next(i for i, (a, b) in pairs if a != b)
            word = (line[:at].split(" ") or [""])[-1] + line[at:].split(" ")[0]
            right = unicodedata.normalize("NFC", word)
            found.append(Flaw("encoding-not-nfc", number, at + 1, word, right))
        for kind, pattern in _KINDS:
            if match := pattern.search(line):
                char = match[0]
                shown = f"U+{ord(char):04X}" if kind == "encoding-invisible" else char
                right = _LOOKALIKES.get(char, "")
                found.append(Flaw(kind, number, match.start() + 1, shown, right))
    return found

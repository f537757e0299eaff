"""Bytes of a source file become text, or a fault that names what they really are."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from vungxanh.text.legacy import PLAIN, RESTORABLE, broken, restored

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]")
# A family of emoji is joined by one of them.
_EMOJI = re.compile("[\ufe0f\U0001f000-\U0001faff\u2600-\u27bf]\u200d$")
_FOREIGN = re.compile("[ÐƉðɖ\u0370-\u03ff\u0400-\u04ff]")
_MARK = re.compile("[\u0300-\u0303\u0306\u0309\u031b\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKALIKES = {
    "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "Х": "X", "ο": "o", "Ο": "O", "Α": "A", "Β": "B", "Ε": "E", "Η": "H", "Κ": "K",
    "Μ": "M", "Ν": "N", "Τ": "T", "Χ": "X", "α": "a", "ν": "v", "ѕ": "s", "ј": "j", "һ": "h",
}  # fmt: skip
_WRITTEN = re.compile(
    r"(?:[^\W\d_]|[\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\ufeff])+"
)
LOOKALIKES = str.maketrans(_LOOKALIKES)
# All that ordinary text here is made of; a file with nothing else needs no look at each line.
_ODD = re.compile(
    "[^\\x00-\\x7fÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9“”‘’–—…•→←↑↓×≥≤₫€°\u00a0]"
)


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
    ascii_signs = PLAIN.search(text)
    if not ascii_signs and not _ODD.search(text):
        return found
    for number, line in enumerate(text.split("\n"), 1):
        odd = _ODD.search(line)
        if odd:
            composed = unicodedata.normalize("NFC", line)
            if composed != line or _MARK.search(line):
                found.append(_decomposed(line, composed, number))
            found += _odd(line, number)
        if (odd or ascii_signs) and (flaw := broken(line)):
            found.append(Flaw("encoding-broken", number, flaw.start + 1, flaw.found, flaw.right))
    return found


def _decomposed(line: str, composed: str, number: int) -> Flaw:
    pairs = enumerate(zip(line, f"{composed} ", strict=False))
    at = next((i for i, (a, b) in pairs if a != b), None)
    if at is None:  # a mark that no letter takes
        at = max(_MARK.search(line).start() - 1, 0)  # type: ignore[union-attr] # found by flaws
    word = (line[:at].split(" ") or [""])[-1] + line[at:].split(" ")[0]
    right = unicodedata.normalize("NFC", word)
    return Flaw("encoding-not-nfc", number, at + 1, word, "" if _MARK.search(right) else right)


def _odd(line: str, number: int) -> Iterator[Flaw]:
    for match in _INVISIBLE.finditer(line):
        if not _EMOJI.search(line[: match.end()]):
            shown = f"U+{ord(match[0]):04X}"
            yield Flaw("encoding-invisible", number, match.start() + 1, shown)
            break
    for match in _WORD.finditer(line) if _FOREIGN.search(line) else ():
        foreign = _FOREIGN.search(match[0])
        if foreign and _meant_for_latin(match[0]):
            at = match.start() + foreign.start()
            right = _LOOKALIKES.get(foreign[0], "")
            yield Flaw("encoding-lookalike", number, at + 1, foreign[0], right)
            break


def _meant_for_latin(word: str) -> bool:
    """Return whether letters of another alphabet stand among ours, or only such as look like ours.

    A word of Russian, or Σ in a formula, is neither.
    """
    latin = any(
        letter.isascii() or "\u00c0" <= letter <= "\u01b0" or letter >= "\u1ea0" for letter in word
    )
    return latin or (len(word) > 1 and all(letter in _LOOKALIKES for letter in word))


def letters_to_mend(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and right text of what has one right answer: marks, look-alikes, invisibles.

    Words of another alphabet and letters that an old encoding broke for good have none.
    """
    if not _ODD.search(text):
        return
    for match in _WRITTEN.finditer(text):
        word = match[0]
        right = unicodedata.normalize("NFC", _INVISIBLE.sub("", word))
        if _FOREIGN.search(right) and _meant_for_latin(right):
            right = right.translate(LOOKALIKES)
        if right != word and not _EMOJI.search(text[: match.end()]):
            yield *match.span(), right
    for match in RESTORABLE.finditer(text):
        if whole := restored(match[0]):
            yield *match.span(), whole

"""The order of Vietnamese words: letter by letter of the alphabet, then by tone, word by word.

Letters: a ă â b c d đ e ê … (Quyết định 240/QĐ, 1984, and every dictionary since). Tones: none,
huyền, hỏi, ngã, sắc, nặng. The letters of other languages stand in their Latin places.
"""

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONE = re.compile(f"[{_TONES}]")
_WORD = re.compile("[\\w\u0300-\u036f]+")

Key = tuple[tuple[tuple[int, ...], int], ...]


def order(text: str) -> Key:
    """Return what sorts `text` among others as a dictionary would."""
    return tuple(_syllable(word) for word in _WORD.findall(_apart(text)))


def initial(text: str) -> str:
    """Return the letter under which a dictionary has `text`: `Đ` for đạo, `Â` for ấn."""
    plain = unicodedata.normalize("NFC", _TONE.sub("", _apart(text)))
    found = re.search(r"\w", plain)
    return found[0].upper() if found else ""


def _apart(text: str) -> str:
    """Return `text` in lower case, its tones behind their letters and the hats on them."""
    whole = unicodedata.normalize("NFD", text.lower())
    return re.sub(rf"([{_TONES}])([\u0302\u0306\u031b])", r"\2\1", whole)


def _syllable(word: str) -> tuple[tuple[int, ...], int]:
    tone = next((_TONES.index(mark) + 1 for mark in _TONE.findall(word)), 0)
    letters = unicodedata.normalize("NFC", _TONE.sub("", word))
    return tuple(_place(letter) for letter in letters), tone


def _place(letter: str) -> int:
    """Return where a letter stands; digits before all letters, what is foreign after them."""
    if letter.isdecimal():
        return int(letter) - 10
    return _LETTERS.find(letter) if letter in _LETTERS else len(_LETTERS) + ord(letter)

"""How a Vietnamese syllable is built: onset, rime, tone; and where its tone mark stands.

Quốc ngữ is regular: 28 onsets, some 170 rimes, six tones, and a few rules of which goes with which.
What does not fit is a slip of the keyboard, a foreign word or a name.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ
    uy uya uych uynh uyn uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
"""
RIMES = frozenset(_RIMES.split())
# After `qu` the u is spent; after `gi` the i is.
_QU = """
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân ât âng ây e en eo et
    ê ên ênh êt êu êch
    i inh it oang oăt ơ ơi ơn ôc ôi y ych ynh yt yên yêt yn yp
"""
_AFTER_QU = frozenset(_QU.split())
_AFTER_GI = frozenset(("", "n", "m", "p", "ch", "êng", "êt", "êc", "ên", "êm", "êu", "êp"))
_FRONT = ("i", "e", "ê", "y")  # before these the sound of c, g, ng is written k, gh, ngh
_Y_ALONE = ("", "h", "k", "l", "m", "s", "t", "v", "đ", "n", "b", "d", "r", "x", "p", "ph")
_STOPS = ("c", "ch", "p", "t")
_TONES = {"\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0301": "sắc", "\u0323": "nặng"}
_MARKS = {tone: mark for mark, tone in _TONES.items()}
_VOWELS = "aăâeêioôơuưy"
_SPECIAL = "ăâêôơ"
_LETTER = re.compile(f"[a-zđ{_VOWELS}]+")


class Syllable(NamedTuple):
    """A syllable in lower case: `tone` is the name of its tone, empty where it is level."""

    onset: str
    rime: str
    tone: str


@cache
def syllable(word: str) -> Syllable | None:
    """Return the parts of `word`; None where it is no syllable of Vietnamese, as written.

    Both ways of placing the tone (hòa, hoà) are taken.
    """
    parts = _bare(word.lower())
    if parts is None:
        return None
    letters, tone, at = parts
    for onset in ONSETS:
        if not letters.startswith(onset):
            continue
        rime = letters[len(onset) :]
        if _fits(onset, rime, tone):
            found = Syllable(onset, rime, tone)
            whole = _whole(found)
            if not tone or at in (_place(*whole, old=True), _place(*whole, old=False)):
                return found
    return None


def respelt(word: str) -> str | None:
    """Return `word` with its tone mark where the old style has it; None where it is no syllable.

    Takes what only has its mark in the wrong place (`tòan`, `hoà`), and keeps capitals.
    """
    parts = _bare(word.lower())
    if parts is None:
        return None
    letters, tone, _ = parts
    for onset in ONSETS:
        if letters.startswith(onset) and _fits(onset, letters[len(onset) :], tone):
            return _written(word, Syllable(onset, letters[len(onset) :], tone))
    return None


def is_vietnamese(letter: str) -> bool:
    """Return whether `letter` is one that only Vietnamese and few other languages have."""
    return letter in _OWN


def _bare(word: str) -> tuple[str, str, int] | None:
    """Return `word` without its tone, the tone, and the index of the letter that carried it."""
    letters, tone, at = "", "", -1
    for letter in unicodedata.normalize("NFC", word):
        mark = ""
        for part in unicodedata.normalize("NFD", letter)[1:]:
            if part in _TONES:
                mark = part
        if mark:
            if tone:
                return None
            tone, at = _TONES[mark], len(letters)
            decomposed = unicodedata.normalize("NFD", letter).replace(mark, "")
            letter = unicodedata.normalize("NFC", decomposed)
        letters += letter
    return (letters, tone, at) if _LETTER.fullmatch(letters) else None


def _fits(onset: str, rime: str, tone: str) -> bool:
    if onset == "qu":
        known = rime in _AFTER_QU
    elif onset == "gi":
        known = rime in _AFTER_GI or (rime in RIMES and rime[0] not in "iy")
    else:
        known = rime in RIMES
    if not known or (rime.endswith(_STOPS) and tone not in ("sắc", "nặng")):
        return False
    if onset == "qu":
        return True
    if onset in ("k", "gh", "ngh"):
        return rime.startswith(_FRONT if onset == "k" else _FRONT[:3])
    if onset in ("c", "g", "ng"):
        return not rime.startswith(_FRONT)
    if rime.startswith("yê"):
        return onset == ""
    if rime == "y":
        return onset in _Y_ALONE
    return bool(onset) or not rime.startswith("iê")  # which is written yê


def _whole(found: Syllable) -> tuple[str, str]:
    """Return consonants and vowels as they carry the tone: the i of `gi` may be a vowel."""
    if found.onset == "gi" and (found.rime in _AFTER_GI):
        return "g", "i" + found.rime
    return found.onset, found.rime


def _place(onset: str, rime: str, *, old: bool) -> int:
    """Return the index in the syllable of the letter that carries the tone."""
    vowels = rime[: next((i for i, letter in enumerate(rime) if letter not in _VOWELS), len(rime))]
    closed = len(vowels) < len(rime)
    special = [i for i, letter in enumerate(vowels) if letter in _SPECIAL]
    if special:
        at = special[-1]
    elif "ư" in vowels:
        at = vowels.index("ư")
    elif closed or len(vowels) == 1:
        at = len(vowels) - 1
    elif len(vowels) == 3:
        at = 1
    else:
        at = 0 if old or vowels not in ("oa", "oe", "uy") else 1
    return len(onset) + at


def _written(word: str, found: Syllable) -> str:
    onset, rime = _whole(found)
    letters = onset + rime
    at = _place(onset, rime, old=True)
    mark = _MARKS.get(found.tone, "")
    text = letters[:at] + unicodedata.normalize("NFC", letters[at] + mark) + letters[at + 1 :]
    same = unicodedata.normalize("NFC", word)
    return "".join(
        new.upper() if old.isupper() else new for new, old in zip(text, same, strict=True)
    )


# Letters of Vietnamese that are none of French, Spanish or Portuguese; e.g. ế is, é is not.
_OWN = frozenset(
    letter
    for base in "ăâêôơưaeiouy"
    for mark in ("", *_TONES)
    for letter in (unicodedata.normalize("NFC", base + mark),)
    if letter not in "aeiouyàáâãèéêìíòóôõùúý"
) | frozenset("đ")

"""Where sentences begin and end."""

import re
from collections.abc import Iterator

# A stop ends a sentence where a blank follows, and then a capital, a figure or an opening mark;
# so neither “v.v. và” nor “3.5” nor “ThS. Hà” is cut. Marks that close stay with the sentence.
_END = re.compile(
    r"(?<!\bTS)(?<!\bThS)(?<!\bTP)(?<!\bPGS)(?<!\bGS)(?<!\bBS)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\be\.g)"
    r"[.!?…]+[”’\")\]]*(?=\s+(?:[“‘\"(\[–-]\s?)?[^\W_a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộ"
    r"ơờớởỡợùúủũụưừứửữựỳýỷỹỵ]|\s*$)"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of `text`, blanks around it left out."""
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        piece = text[start:end]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            yield start + left, start + len(piece.rstrip())
        start = end


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return start and end of the sentence that `offset` stands in."""
    return next((one for one in sentences(text) if offset < one[1]), (0, len(text)))

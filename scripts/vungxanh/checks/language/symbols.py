"""Numbers and symbols of documents: 15/2020/NĐ-CP, 02/2025/TT-BGDĐT, 830/QĐ-TTg."""

import re
from collections.abc import Iterator

from vungxanh.checks.language.finding import Finding, in_address
from vungxanh.model.passage import Passage

_DASH = r"[ \u00a0]?[-–_][ \u00a0]?"
_SLASH = r"[ \u00a0]?[/-][ \u00a0]?"
_SYMBOL = re.compile(
    rf"(?<![\w/.,-])(\d{{1,5}}){_SLASH}(?:((?:19|20)\d\d){_SLASH})?"
    r"(QH[ \u00a0]\d\d"
    rf"|(?:[A-Za-zĐđÐ]{{2,}}(?:&[A-Za-zĐđÐ]+)?\d*)(?:{_DASH}[A-Za-zĐđÐ]{{2,}}\d*|{_DASH}\d+)*)(?!\w)"
)
# A blank for the second slash: 15/2020 NĐ-CP.
_SLASHLESS = re.compile(
    r"(?<![\w/.,-])(\d{1,4}/(?:19|20)\d\d)[ \u00a0]((?:N[ĐD]|Q[ĐD]|TT|NQ|CT)-[A-ZĐ][\wĐ-]+)"
)
_ANY = re.compile(r"\d[ \u00a0]?[/-][ \u00a0]?[\dA-Za-zĐđÐ]")
_TYPES = {
    "ND": "NĐ", "QD": "QĐ", "TT": "TT", "NQ": "NQ", "CT": "CT", "KH": "KH", "HD": "HD",
    "TTLT": "TTLT", "TB": "TB", "CV": "CV", "BC": "BC", "QC": "QC", "L": "L", "PL": "PL",
    "CD": "CĐ", "VBHN": "VBHN",
}  # fmt: skip
_BODIES = (("GDDT", "GDĐT"), ("GD&DT", "GDĐT"), ("LDTBXH", "LĐTBXH"), ("HDND", "HĐND"))
_GLUED = re.compile(r"^(N[ĐD]|Q[ĐD]|TT|KH)(CP|TTg|BTTTT|BGD[ĐD]T|BCA|UBND|BVHTTDL)$")
_NATIONAL = re.compile(r"QH[ \u00a0]?[-–_]?[ \u00a0]?(\d{1,2})", re.IGNORECASE)


def check_symbols(passage: Passage) -> Iterator[Finding]:
    """Yield the symbols of documents in `passage` in another form."""
    text = passage.text
    if not _ANY.search(text):
        return
    for match in _SLASHLESS.finditer(text):
        whole = f"{match[1]}/{match[2]}".replace("ND-", "NĐ-").replace("QD-", "QĐ-")
        yield Finding(*match.span(), "document-symbol", whole, mends=True)
    for match in _SYMBOL.finditer(text):
        right = _right(match)
        if right is None or right == match[0]:
            continue
        if not in_address(text, match.start()):
            yield Finding(*match.span(), "document-symbol", right, mends=True)


def _right(match: re.Match[str]) -> str | None:
    """Return the symbol as it is written; None where it is something else than a symbol."""
    number, year, tail = match.groups()
    body = _tail(tail, has_year=year is not None)
    if body is None:
        return None
    whole = number if len(number) > 1 else f"0{number}"
    return "/".join((whole, year, body) if year else (whole, body))


def _tail(tail: str, *, has_year: bool) -> str | None:
    if national := _NATIONAL.fullmatch(tail):
        return f"QH{national[1]}" if has_year else None
    parts = re.split(_DASH, _GLUED.sub(r"\1-\2", tail))
    plain = parts[0].replace("đ", "d").replace("Đ", "D").replace("Ð", "D")
    if plain.upper() in _TYPES and len(parts) > 1:
        head = _TYPES[plain.upper()]
        if parts[0] == "HĐ":
            return None
    elif plain.upper().startswith(("BGDDT", "BGD&DT", "SGDDT")) and len(parts) > 1:
        head = parts[0].upper()
    else:
        return None
    rest = [part.upper() if part.islower() and tail.islower() else part for part in parts[1:]]
    return "-".join(_body(part) for part in (head, *rest))


def _body(part: str) -> str:
    plain = part.replace("Ð", "Đ")
    for wrong, right in _BODIES:
        plain = re.sub(wrong.replace("D", "[DĐ]"), right, plain)
    return plain

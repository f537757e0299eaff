"""What a style sheet loads."""

import re
from collections.abc import Iterator

# Comments and plain strings are matched so that nothing is found inside them.
_STYLE = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    | @import\s+(?:"(?P<a>[^"\n]*+)"|'(?P<b>[^'\n]*+)')
    | \burl\(\s*+(?:"(?P<c>[^"\n]*+)"|'(?P<d>[^'\n]*+)'|(?P<e>[^\s"'()]*+))\s*+\)
    | "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+'""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def addresses_of_style(text: str) -> Iterator[tuple[str, int]]:
    """Yield each address a style sheet loads, and where in `text` it stands.

    `url(#id)` is left out: it names a part of the page that uses the sheet.
    """
    if "url(" not in text and "@import" not in text and "URL(" not in text:
        return
    for match in _STYLE.finditer(text):
        group = match.lastgroup
        if group and match[group] and not match[group].startswith("#"):
            yield _ESCAPE.sub(_unescaped, match[group]), match.start(group)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else 0
    return chr(code) if 0 < code < 0x110000 else match[2] or "\ufffd"

"""Scripts and styles without what only their writers read: comments, indents, blanks.

No name and no value changes, so that what runs is what was written; what tsc has seen to be
constant may be said with `let`, which is shorter. Of the minifiers on PyPI each
lacks wheels for one of our systems (rjsmin and rcssmin: all but Linux; tdewolff-minify: Apple's
processors; esbuild-py: Linux on ARM), and what renaming would save besides is half a kilobyte.
"""

import re

_COMMENT = r"/\*[\s\S]*?\*/"
_STRING = r"'(?:\\[\s\S]|[^'\\\n])*'|\"(?:\\[\s\S]|[^\"\\\n])*\""

_SCRIPT = re.compile(
    rf"(?P<comment>{_COMMENT}|//[^\n]*)|(?P<string>{_STRING})|(?P<space>\s+)"
    r"|(?P<word>[\w$\u0080-\uffff]+)|(?P<other>[\s\S])"
)
_REGEX = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%<>~^")
_WORDS_BEFORE_REGEX = frozenset(("return", "typeof", "case", "in", "of", "delete", "void"))
_SHORTER = {"const": "let"}
# Where a line ends after one of these, or the next begins with one, no statement ends there.
_OPEN = frozenset("{([,;=&|?:<*%")
_GOES_ON = frozenset("})].,?:;=&|*%")

_STYLE = re.compile(rf"{_COMMENT}|(?P<string>{_STRING})|(?P<space>\s+)|(?P<other>[\s\S])")


def script(text: str) -> str:
    """Return JavaScript without comments and blanks; line ends stay where they may count."""
    tokens: list[str] = []
    at, gap = 0, ""
    while at < len(text):
        token, kind, at = _next(text, at, tokens)
        if kind in ("space", "comment"):
            line = "\n" in token or token.startswith("//")
            gap = "\n" if line or gap == "\n" else " "
            continue
        if kind == "word" and tokens[-1:] != ["."]:
            token = _SHORTER.get(token, token)
        if tokens and gap:
            tokens.append(_between(tokens[-1], token, gap))
        tokens.append(token)
        gap = ""
    return "".join(tokens)


def _next(text: str, at: int, before: list[str]) -> tuple[str, str, int]:
    """Return the token at `at`, its kind, and where the next begins."""
    if text[at] == "`":
        end = _template_end(text, at)
        return text[at:end], "string", end
    if text[at] == "/" and (found := _REGEX.match(text, at)):
        last = next((one for one in reversed(before) if one.strip()), ";")
        if last[-1] in _BEFORE_REGEX or last in _WORDS_BEFORE_REGEX:
            return found[0], "string", found.end()
    match = _SCRIPT.match(text, at)
    assert match  # noqa: S101 - the last alternative takes any letter
    return match[0], match.lastgroup or "", match.end()


def _template_end(text: str, at: int) -> int:
    """Return where the template that begins at `at` ends; others may stand in its gaps."""
    at += 1
    while text[at] != "`":
        if text[at] == "\\":
            at += 2
        elif text.startswith("${", at):
            at, depth = at + 2, 1
            inner: list[str] = ["{"]
            while depth:
                token, _, at = _next(text, at, inner)
                inner.append(token)
                depth += {"{": 1, "}": -1}.get(token, 0)
        else:
            at += 1
    return at + 1


def _between(left: str, right: str, gap: str) -> str:
    """Return what must stay of the blanks between two tokens."""
    if gap == "\n":
        return "" if left[-1] in _OPEN or right[0] in _GOES_ON or left == "=>" else "\n"
    wordy = re.match(r"[\w$\u0080-\uffff]", right) and re.search(r"[\w$\u0080-\uffff]$", left)
    return " " if wordy or (left[-1] in "+-/" and right[0] in "+-/") else ""


def style(text: str) -> str:
    """Return CSS without comments and needless blanks."""
    parts: list[str] = []
    strings: list[str] = []
    for match in _STYLE.finditer(text):
        if match["string"]:
            parts.append(f"\0{len(strings)}\0")
            strings.append(match[0])
        elif match["space"]:
            parts.append(" ")
        elif match["other"]:
            parts.append(match[0])
        else:
            parts.append(" ")  # a comment parts what it stands between
    plain = re.sub(r" +", " ", "".join(parts))
    plain = re.sub(r" ?([{};,>]) ?", r"\1", plain)
    plain = re.sub(r"(?<=:) | (?=!)", "", plain).replace(";}", "}").strip()
    return re.sub(r"\0(\d+)\0", lambda match: strings[int(match[1])], plain)

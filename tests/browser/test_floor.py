"""Chrome 90, Safari 14 and Firefox 90 must understand our scripts and styles; and their size."""

import gzip
import re

import component_pages as pages
import pytest

FILES = sorted(pages.ASSETS.rglob("*.js")) + sorted(pages.ASSETS.rglob("*.css"))
OURS = [file for name in pages.COMPONENTS for file in sorted((pages.ASSETS / name).iterdir())]
KILOBYTES = 9  # of our own components, together

TOO_NEW = {
    ".js": {
        "modules": r"^\s*(import\s*[\w{*'\"]|export\s)",
        "top-level await": r"^await\s",
        "private members": r"(this|\w)\.#\w|^\s*#\w+\s*[(=;]",
        "class fields": r"^\s*static\s+(\w+\s*=|\{)",
        "logical assignment": r"(\|\||&&|\?\?)=",
        "numeric separators": r"\b\d+_\d",
        "at, findLast, hasOwn, structuredClone, toSorted, groupBy": r"\.(at|findLast(Index)?|"
        r"toSorted|toReversed|toSpliced|with|group|groupBy)\(|\bhasOwn\(|structuredClone",
        "replaceAll": r"\.replaceAll\(",
        "lookbehind and flags d, v": r"\(\?<[=!]|/[a-z]*[dv][a-z]*\.(test|exec)",
        "Promise.any, WeakRef, AggregateError": r"Promise\.any|WeakRef|FinalizationRegistry",
        "AbortSignal helpers, event.submitter, requestSubmit": r"AbortSignal\.\w|\.submitter\b|"
        r"requestSubmit|\bsignal:",
        "dialog, popover, inert": r"showModal|showPopover|\.inert\b|<dialog",
        "replaceChildren": r"\.replaceChildren\(",
        "randomUUID, scheduler, view transitions, navigation, idle": r"randomUUID|scheduler\.|"
        r"startViewTransition|\bnavigation\.|requestIdleCallback",
        "scrollend, BroadcastChannel, ResizeObserver box": r"scrollend|BroadcastChannel",
        "error cause": r"\bcause:",
        "customised built-ins and form-associated elements": r"extends:|attachInternals",
        "inline markup": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(",
    },
    ".css": {
        ":has": r":has\(",
        "layers, containers, scope, property": r"@(layer|container|scope|property|starting-style)",
        "nesting": r"^\s*&|\{[^{}]*&",
        "new colours": r"color-mix|oklch|oklab|\blab\(|\blch\(|light-dark|color\(",
        "aspect-ratio": r"(?<![-\w])aspect-ratio\s*:",
        "new units": r"\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqi|lh|rlh)\b",
        "individual transforms": r"^\s*(translate|rotate|scale)\s*:",
        "inset shorthand": r"^\s*inset\s*:",
        "text-wrap, balance": r"text-wrap",
        "subgrid, masonry": r"subgrid|masonry",
        "range media queries": r"@media[^{]*[<>]",
        "scripting query": r"\(scripting",
        "scrollbar-gutter, overflow: clip": r"scrollbar-gutter|overflow[-xy]*\s*:\s*clip",
        "content-visibility": r"content-visibility",
        "overflow-wrap: anywhere": r"overflow-wrap\s*:\s*anywhere",
        "gap in flex boxes (Safari 14.0; use margins)": r"\{(?=[^{}]*display\s*:\s*(inline-)?flex)"
        r"[^{}]*(?<![-\w])((row|column)-)?gap\s*:",
    },
}


def code(file):
    """The text of a file, without its comments."""
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.S)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(pages.ASSETS)))
def test_old_browsers_understand_it(file):
    text = code(file)
    found = {
        name: hit.group()
        for name, pattern in TOO_NEW[file.suffix].items()
        if (hit := re.search(pattern, text, re.M))
    }
    assert not found


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_focus_visible_stands_alone(file):
    """Safari 14 drops a whole rule for `:focus-visible`: it may only take something away."""
    if file.suffix == ".css":
        for selectors, body in re.findall(r"([^{}]*:focus-visible[^{]*)\{([^}]*)\}", code(file)):
            assert body.strip() == "outline: 0;", selectors


def test_every_word_exists_and_none_is_idle():
    text = "".join(code(file) for file in FILES if file.suffix == ".js")
    known = set(pages.UI["js"])
    assert not set(re.findall(r"\bt\('([a-z_]+)'", text)) - known
    assert not known - set(re.findall(r"['\"]([a-z_]+)['\"]", text))


def test_words_have_the_same_gaps_in_both_languages():
    for group, words in pages.UI.items():
        for key, text in words.items():
            gaps = {locale: set(re.findall(r"\{\w+\}", text[locale])) for locale in ("vi", "en")}
            assert gaps["vi"] == gaps["en"], f"{group}.{key}"


def test_size():
    """Joined as one script and one style, which is what a page needs at most."""
    joined = sum(
        len(gzip.compress(b"".join(f.read_bytes() for f in OURS if f.suffix == kind), 9, mtime=0))
        for kind in (".js", ".css")
    )
    assert joined <= KILOBYTES * 1024, f"{joined} bytes"

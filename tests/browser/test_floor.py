"""Chrome 90, Safari 14 and Firefox 90 must understand our scripts and styles; and their size."""

import gzip
import re
import shutil
import tomllib

import component_pages as pages
import pytest

from vungxanh.site.assets import join, sources

FILES = sorted(pages.ASSETS.rglob("*.js")) + sorted(pages.ASSETS.rglob("*.css"))
OURS = [file for file in FILES if file.parent.name not in ("look", "search")]
PANEL = sorted((pages.ROOT / "scripts/vungxanh/site/panel").glob("panel.*s"))  # `serve` adds it
BUNDLES = sources(pages.ASSETS)
# Joined and packed, with their words: what every page loads and what questions need besides, which
# together are what a lesson may weigh; what a button opens. The projector has 15 KB of 1,024.
BYTES = {"site": 10_000, "quiz": 10_000, "projector": 15 * 1024}
LAZY = 8_000

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
        # auto is for speed alone
        "content-visibility": r"content-visibility\s*:(?!\s*auto)",
        "overflow-wrap: anywhere": r"overflow-wrap\s*:\s*anywhere",
        "gap in flex boxes (Safari 14.0; use margins)": r"\{(?=[^{}]*display\s*:\s*(inline-)?flex)"
        r"[^{}]*(?<![-\w])((row|column)-)?gap\s*:",
    },
}


def code(file):
    """The text of a file, without its comments."""
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.S)


@pytest.mark.parametrize(
    "file", [*FILES, *PANEL], ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_old_browsers_understand_it(file):
    text = code(file)
    found = {
        name: hit.group()
        for name, pattern in TOO_NEW[file.suffix].items()
        if (hit := re.search(pattern, text, re.M))
    }
    assert not found


@pytest.mark.parametrize("file", [*OURS, *PANEL], ids=lambda file: file.name)
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


def test_every_word_that_comes_with_a_bundle_exists():
    bundles = tomllib.loads((pages.ASSETS / "bundles.toml").read_text(encoding="utf-8"))
    for name, bundle in bundles.items():
        text = "".join(code(file) for file in BUNDLES[name]["js"])
        groups = bundle.get("words", [])
        asked = set(re.findall(r"\bt\('([a-z_]+\.[a-z_]+)'", text))
        known = {f"{group}.{key}" for group in groups for key in pages.UI[group]}
        assert not asked - known, name
        own = "projector" if name == "panels" else name  # whose `word` it uses
        asked = set(re.findall(r"\bword\('([a-z_]+)'", text))
        assert not asked - set(pages.UI.get(own, {})), name


def test_words_have_the_same_gaps_in_both_languages():
    for group, words in pages.UI.items():
        for key, text in words.items():
            gaps = {locale: set(re.findall(r"\{\w+\}", text[locale])) for locale in ("vi", "en")}
            assert gaps["vi"] == gaps["en"], f"{group}.{key}"


@pytest.fixture(scope="session")
def joined(tmp_path_factory):
    """The folder of the joined files."""
    folder = tmp_path_factory.mktemp("gop") / "assets"
    shutil.copytree(pages.ASSETS, folder)
    join(folder, pages.WORDS)
    return folder


@pytest.mark.parametrize("name", BUNDLES)
def test_what_is_joined_is_small_and_old_browsers_understand_it(joined, name):
    script = joined / f"{name}.js"
    if not script.exists():
        script = joined / f"{name}.vi.js"  # Vietnamese has the longer words
    size = 0
    for file in (script, joined / f"{name}.css"):
        size += len(gzip.compress(file.read_bytes(), 9, mtime=0))
        text, patterns = code(file), TOO_NEW[file.suffix]
        assert not [one for one, pattern in patterns.items() if re.search(pattern, text, re.M)]
    assert size <= BYTES.get(name, LAZY), f"{size} bytes"


def test_every_source_is_in_a_bundle_or_stands_alone():
    named = [file for kinds in BUNDLES.values() for files in kinds.values() for file in files]
    assert {file.parent.name for file in named if named.count(file) > 1} == {"class"}
    alone = ("search", "moved")  # the search, and the pages at former addresses, name their own
    assert not [file for file in FILES if file not in named and file.parent.name not in alone]


def test_the_built_site_has_no_sources(joined):
    assert not (joined / "base").exists()
    assert not (joined / "bundles.toml").exists()
    assert (joined / "look/mark.svg").exists()

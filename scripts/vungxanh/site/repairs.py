"""What the translation plugin leaves to be mended, each repair with the reason it is needed.

Each function has a test that fails without it (tests/site/test_repairs.py).
"""

import posixpath
import re
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from vungxanh.model.lesson import LOCALES, Locale

DEFAULT: Locale = "vi"


@dataclass(frozen=True)
class Alternate:
    """The page in another language: `link` relative to this page, `href` for crawlers."""

    locale: Locale
    name: str
    link: str
    href: str


def locale_of(config: MkDocsConfig) -> Locale:
    """Return the language being built; the plugin knows none before its first on_config."""
    plugin: Any = config.plugins["i18n"]
    current = plugin.current_language
    return "en" if current == "en" else DEFAULT


def fresh_alternates(config: MkDocsConfig) -> None:
    """Give templates the alternates of the home page.

    Without it 404.html carries those of whichever page was rendered last.
    """
    plugin: Any = config.plugins["i18n"]
    if plugin.extra_alternate:
        config.extra["alternate"] = deepcopy(plugin.extra_alternate)


def alternates(page: Page, config: MkDocsConfig, canonical_base: str) -> list[Alternate]:
    """Return this page in each language, itself among them, reciprocal.

    The plugin writes relative hreflang, which crawlers do not take, and absolute links on the home
    page, which leave the edition a reader is in.
    """
    plugin: Any = config.plugins["i18n"]
    names = {language.locale: language.name for language in plugin.config.languages}
    here = page.file.url
    bare = here.removeprefix("en/") if locale_of(config) != DEFAULT else here
    found = []
    for locale in LOCALES:
        url = bare if locale == DEFAULT else f"{locale}/{bare}"
        link = posixpath.relpath(url, posixpath.dirname(here) or ".")
        found.append(Alternate(locale, names[locale], link, canonical(canonical_base, url)))
    return found


def canonical(base: str, url: str) -> str:
    """Return the public address of a site file: the final `index.html` is dropped."""
    return base + ("" if url == "index.html" else re.sub(r"(?<=/)index\.html$", "", url))


def is_fallback(page: Page, config: MkDocsConfig) -> bool:
    """Return whether the English site shows Vietnamese text here, for want of a translation."""
    return bool(getattr(page.file, "locale", DEFAULT) != locale_of(config))


def split_not_found(site: Path, pages: dict[Locale, str]) -> None:
    """Write one 404.html per language.

    MkDocs knows one, which the last language built overwrites.
    """
    for locale, html in pages.items():
        folder = site if locale == DEFAULT else site / locale
        folder.mkdir(exist_ok=True)
        (folder / "404.html").write_text(html, encoding="utf-8")

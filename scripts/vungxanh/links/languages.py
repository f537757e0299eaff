"""What pages say of themselves to search engines: their translations, and their own address."""

import re
from collections.abc import Iterator

from vungxanh.links.finding import Finding
from vungxanh.links.page import Page
from vungxanh.links.roles import Role
from vungxanh.links.site import Site

DEFAULT = "x-default"
# ISO 639-1, the two-letter codes; three letters are taken as they are.
_TWO = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln
lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_CODES = frozenset(_TWO.split())
# Countries taken for their languages.
_COUNTRIES = {
    "vn": "vi", "cn": "zh", "jp": "ja", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "us": "en",
    "gb": "en", "au": "en", "at": "de", "kh": "km", "mm": "my", "ir": "fa", "il": "he", "in": "hi",
}  # fmt: skip
_FORM = re.compile(r"([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|\d{3}))?", re.IGNORECASE)


def check_languages(site: Site) -> Iterator[Finding]:
    """Yield what pages say wrongly of their translations and of their own address."""
    pages = [site.pages[path] for path in site.documents if not path.endswith("404.html")]
    pages = [page for page in pages if not page.refresh]
    named = [page for page in pages if page.alternates]
    for page in named:
        for code, address in page.alternates:
            yield from _code(page, code, address)
            yield from _one_way(site, page, code, address)
    for page in pages:
        if len(named) * 2 >= len(pages):  # on the whole, the site is in several languages
            yield from _alone(site, page)
        yield from _canonical(site, page)


def _code(page: Page, code: str, address: str) -> Iterator[Finding]:
    match = _FORM.fullmatch(code)
    language = match[1].lower() if match else ""
    if code.lower() == DEFAULT or len(language) == 3 or language in _CODES:
        return
    right = _COUNTRIES.get(code.lower()[:2], "vi")
    yield Finding(
        page.path, "site-hreflang-code", address, Role.ALTERNATE,
        values={"code": code}, right=(right + (match[3] or "" if match else ""),),
    )  # fmt: skip


def _one_way(site: Site, page: Page, code: str, address: str) -> Iterator[Finding]:
    """A search engine believes two pages that they are one text only if each names the other."""
    file = site.goal(page, address)
    if file is None or file == page.path or code.lower() == DEFAULT or file not in site.pages:
        return
    other = site.pages[file]
    back = {site.goal(other, one) for _, one in other.alternates}
    if page.path not in back and site.goal(page, page.canonical) not in back:
        values = {"file": file}
        yield Finding(page.path, "site-hreflang-oneway", address, Role.ALTERNATE, values=values)


def _alone(site: Site, page: Page) -> Iterator[Finding]:
    others = {site.goal(page, address) for code, address in page.alternates if code != DEFAULT}
    if not page.alternates or others == {page.path}:
        yield Finding(page.path, "site-language-alone", page.path)


def _canonical(site: Site, page: Page) -> Iterator[Finding]:
    file = site.goal(page, page.canonical)
    if file is None or file == page.path or file not in site.document_set:
        return
    other = site.pages[file]
    if site.edition(page.path) != site.edition(file):
        return  # a published edition is never rewritten, and the page may have moved since
    end = site.goal(other, other.refresh) or site.goal(other, other.canonical)
    if end is not None and end != file:
        yield Finding(
            page.path, "site-canonical-elsewhere", page.canonical or "", Role.CANONICAL,
            values={"file": file, "end": end},
        )  # fmt: skip

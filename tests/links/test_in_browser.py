"""Chromium is asked about every case of the corpus where a browser can tell.

Chromium reads the pages, resolves the addresses and looks for the places; only what a server would
answer is played. What it finds broken has to be what the check calls broken, and no more.
"""

import mimetypes
import re
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from links.corpus import CASES

# Works in a browser over the web and is a fault all the same, or is nothing a browser could tell.
ELSE = {
    "site-link-slash", "site-link-outside", "site-link-empty", "site-link-unnamed",
    "site-link-vague", "site-id-duplicate", "site-hreflang-code", "site-hreflang-oneway",
    "site-canonical-elsewhere", "site-language-alone", "site-page-unreached", "site-entry-missing",
    "site-empty", "site-redirect-loop", "site-redirect-chain",
}  # fmt: skip
READ = r"""() => {
  const found = new Set();
  const put = (value, base) => {
    try { found.add(new URL(value, base || document.baseURI).href); }
    catch { found.add("malformed:" + value); }
  };
  const styles = (text, base) => {
    for (const [, value] of text.matchAll(/url\("([^"]+)"\)/g))
      if (!value.startsWith("#")) put(value, base);
  };
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (name === "base" || /preconnect|dns-prefetch/.test(element.getAttribute("rel"))) continue;
    for (const one of ["href", "xlink:href", "src", "poster", "action", "formaction", "cite"])
      if ((element.getAttribute(one) || "").trim()) put(element.getAttribute(one));
    if (name === "object" && element.data) put(element.data);
    for (const one of ["srcset", "imagesrcset"])
      for (const part of (element.getAttribute(one) || "").split(/,\s/))
        if (part.trim()) put(part.trim().split(/\s/)[0]);
    if (element.style) styles(element.style.cssText);
    const shared = element.getAttribute("property") || element.getAttribute("name") || "";
    if (name === "meta" && /^(og:|twitter:image)/.test(shared)) put(element.content);
  }
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      const base = sheet.href || document.baseURI;
      if (rule.href) put(rule.href, base); else styles(rule.cssText, base);
    }
  return [...found];
}"""
TARGET = "() => document.querySelector(':target') !== null"


class Web:
    """Plays the server of one case: its folder at its address, every other site a plain page."""

    def __init__(self, case):
        self.files = {name: text for name, text in case.files.items() if ".git/" not in name}
        self.base = case.base or "https://mau.example.vn/"
        self.base = self.base.rstrip("/") + "/"
        alone = not any(name.startswith("moi-nhat/") for name in self.files)
        self.homes = [self.base, urljoin(self.base, "../moi-nhat/")] if alone else [self.base]

    def inner(self, address):
        """The path in the folder, None for another site."""
        address = re.sub("^http:", "https:", urldefrag(address)[0]).replace(":80/", "/")
        for home in self.homes:
            if address + "/" == home or address.startswith(home):
                return unquote(urlsplit(address).path)[len(urlsplit(home).path) :]
        return None

    def file(self, address):
        """What is sent for `address`: a path, "" for another site, None for not found."""
        path = self.inner(address)
        if path is None:
            return ""
        names = [path] if path and not path.endswith("/") else []
        for name in [*names, *(f"{path.rstrip('/')}/{one}".lstrip("/") for one in INDEXES)]:
            if name in self.files:
                return name
        return None

    def answer(self, route):
        name = self.file(route.request.url)
        if name is None:
            route.fulfill(status=404, body="")
        elif not name:
            route.fulfill(status=200, body="", content_type="text/html")
        else:
            kind = mimetypes.guess_type(name)[0] or "text/plain"
            route.fulfill(status=200, body=self.files[name], content_type=f"{kind}; charset=utf-8")


INDEXES = ("index.html", "index.htm")


@pytest.fixture(scope="module")
def tab(browser):
    with browser.new_context(java_script_enabled=False) as context:  # so <noscript> is read
        yield context.new_page()


def sends_on(text):
    return 'http-equiv="refresh"' in text.lower() and "url=" in text.lower()


def broken(tab, web):
    """Every address that Chromium finds on the pages of the case and that leads nowhere."""
    found = set()
    for name, text in web.files.items():
        if name.endswith((".html", ".htm", ".svg")) and not sends_on(text):
            tab.goto(urljoin(web.base, name))
            found.update(tab.evaluate(READ))
    return {address for address in found if leads_nowhere(tab, web, address)}


def leads_nowhere(tab, web, address):
    if address.startswith("malformed:") or not address.startswith("http"):
        return address.startswith("malformed:")
    name, anchor = web.file(address), urldefrag(address)[1].partition(":~:")[0]
    if not name or not anchor or anchor.lower() == "top" or anchor.startswith(("svgView", "xywh")):
        return name is None
    if not name.endswith((".html", ".htm", ".svg")) or sends_on(web.files[name]):
        return False
    tab.goto("about:blank")
    tab.goto(address)
    return not tab.evaluate(TARGET)


RESOLVE = """(value) => {
  try { return new URL(value, document.baseURI).href; } catch { return "malformed:" + value; }
}"""


def called(tab, web, case):
    """What the check calls broken, and what it finds fault with otherwise, as Chromium resolves it.

    What no browser can tell is left out: other files, and what a redirect does with a fragment.
    """
    wrong, other = set(), set()
    for page, _, code, value, _ in case.said:
        if not page.endswith((".html", ".htm", ".svg", ".css")) or page not in web.files:
            continue
        if sends_on(web.files[page]):
            continue
        if page.endswith(".css"):
            wrong.add(urljoin(urljoin(web.base, page), value))
            continue
        tab.goto(urljoin(web.base, page))
        address = tab.evaluate(RESOLVE, unescape(value).replace("\\x0a", "\n"))
        elsewhere = code in ELSE or sends_on(web.files.get(web.file(address), ""))
        # What is malformed and opens all the same is guessed by the browser, and told all the same.
        guessed = code == "site-link-malformed" and not address.startswith("malformed:")
        (other if elsewhere or guessed else wrong).add(address)
    return wrong, other


@pytest.mark.parametrize("case", CASES, ids=str)
def test_chromium_says_the_same(case, tab):
    web = Web(case)
    tab.unroute_all()
    tab.route("**/*", web.answer)
    wrong, other = called(tab, web, case)
    assert broken(tab, web) - other == wrong - other

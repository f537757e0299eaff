"""The corpus in golden/links: small sites, and what is said about them."""

import tomllib
from dataclasses import dataclass

from projects import TESTS
from vungxanh.links.run import check_site
from vungxanh.problems import in_order

FOLDER = TESTS / "golden" / "links"
# What the pages of one-page.toml may link to.
REST = {
    "bai.html": '<h2 id="goi">Gọi ai</h2>',
    "muc/index.html": '<h2 id="mot">Một</h2>',
    "en/a.html": "",
    "hai chu.html": "",
    "đức.html": "",
    "ve.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="la"/></svg>',
    "a.css": "",
    "a.js": "",
}
HEAD = "<!doctype html><meta charset=utf-8>\n<title>Bài</title>\n"


@dataclass
class Case:
    """One small site. `said`: page, line there, code, value, first suggestion (`-` for any)."""

    name: str
    files: dict[str, str]
    said: list[tuple]
    base: str | None = None
    entry: str | None = None

    def __str__(self) -> str:
        return self.name

    def check(self, folder):
        site = make(folder, self.files)
        return in_order(check_site(site, self.base, self.entry))


def make(folder, files):
    """Write the files of a site."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def rows(problems, expected=()):
    """What is said, short; a suggestion is left out where none is expected."""
    found = []
    for number, one in enumerate(problems):
        wanted = expected[number][4] if number < len(expected) else "-"
        best = one.suggestions[0] if one.suggestions else ""
        shown = "-" if wanted == "-" else best
        found.append((one.page, one.page_line, one.code, one.value, shown))
    return found


def read(name):
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def one_page():
    """Each rule wrong and right, as two cases."""
    for name, rule in read("one-page.toml").items():
        said = [("index.html", 3, rule["said"], rule["value"], rule.get("best", "-"))]
        base = rule.get("base")
        wrong = REST | {"index.html": f"{HEAD}{rule['wrong']}\n"}
        yield Case(f"{name}, wrong", wrong, said, base)
        yield Case(f"{name}, right", REST | {"index.html": f"{HEAD}{rule['right']}\n"}, [], base)


def sites():
    for name, site in read("sites.toml").items():
        said = [(page, line or None, *more) for page, line, *more in site["said"]]
        yield Case(name, site["files"], said, site.get("base"), site.get("entry"))


CASES = [*one_page(), *sites()]

"""Sites whose links are measured: one made as MkDocs makes them, and two manuals of Debian.

A made site is always the same. Its faults, if any, are of six kinds, each on a page and with a
value of its own, so that what is found can be held against what was put in.
"""

import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vungxanh.bench.measure import Unmeasured

PAGES, LINKS, FAULTS = 2000, 300, 300
_SECTION = 40  # pages in one folder
_PLACES = 20  # headings on a page
_IMAGES = 10
_WORDS = (
    "em thầy cô nhóm lớp mạng tin ảnh mật khẩu riêng tư gọi giúp hỏi thêm trước sau khi nhận được"
)
MANUALS = {
    "python3.11-doc": "usr/share/doc/python3.11/html",
    "postgresql-doc-15": "usr/share/doc/postgresql-doc-15/html",
}


@dataclass(frozen=True)
class Made:
    """A site in `folder`, and its faults: pairs of a page and the address as written."""

    folder: Path
    faults: frozenset[tuple[str, str]]


def make_site(folder: Path, pages: int = PAGES, faults: int = 0) -> Made:
    """Write a site of `pages` pages with 300 links each, of which `faults` are broken."""
    chance = random.Random(7)  # noqa: S311 - the same site each time
    names = [f"muc-{number // _SECTION}/bai-{number}.html" for number in range(pages)]
    wrong = dict(zip(chance.sample(names, faults), range(faults), strict=True))
    told = set()
    (folder / "img").mkdir(parents=True)
    for number in range(_IMAGES):
        (folder / f"img/anh-{number}.svg").write_text("<svg/>", encoding="utf-8")
    for number, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        body = list(_page(names, number, chance))
        if name in wrong:
            address = _fault(wrong[name], name, names)
            body.append(f'<p><a href="{address}">Bài về chuyện ấy</a></p>')
            told.add((name, address))
        path.write_text("\n".join([*body, "</body></html>"]), encoding="utf-8")
    home = "".join(f'<li><a href="{name}">Bài {n}</a></li>' for n, name in enumerate(names))
    (folder / "index.html").write_text(f"<!doctype html><ul>{home}</ul>", encoding="utf-8")
    return Made(folder, frozenset(told))


def _page(names: list[str], number: int, chance: random.Random) -> Iterator[str]:
    """Yield the lines of one page: the menu that all share, its contents, its text."""
    yield '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
    yield f"<title>Bài {number}</title></head><body><nav><ul>"
    first = number // _SECTION * _SECTION
    menu = [*names[first : first + _SECTION], *names[::_SECTION][:80]]
    for one in menu:
        link = f'<a href="../{one}" class="md-nav__link">{one[4:-5]}</a>'
        yield f'<li class="md-nav__item">{link}</li>'
    for place in range(_PLACES):
        yield f'<li><a href="#muc-{place}" class="md-nav__link">Mục thứ {place}</a></li>'
    yield "</ul></nav><main>"
    words = _WORDS.split()
    left = LINKS - len(menu) - _PLACES - _IMAGES
    for place in range(_PLACES):
        yield f'<h2 id="muc-{place}">Mục thứ {place}</h2>'
        if place % 2:
            yield f'<img src="../img/anh-{place // 2}.svg" alt="Tranh {place}">'
        for _ in range(left // _PLACES + (place < left % _PLACES)):
            target, anchor = chance.choice(names), chance.randrange(_PLACES)
            text = " ".join(chance.choices(words, k=20))
            yield f'<p>{text} <a href="../{target}#muc-{anchor}">bài {target[4:-5]}</a>.</p>'


def _fault(number: int, page: str, names: list[str]) -> str:
    """Return the address that is wrong in one of six ways."""
    other = names[number * 5 % len(names)]
    return (
        f"../{other.replace('bai-', f'bai-cu-{number}-')}",
        f"../{other}#muc-khong-co-{number}",
        f"../{other.replace('bai-', 'Bai-')}",
        f"../../ngoai-{number}.html",
        f"#Muc-{number % _PLACES}",
        f"www.vi-du-{number}.example.vn/bai",
    )[number % 6]


def manual(package: str, folder: Path) -> Path:
    """Return the manual in a package of Debian, unpacked into `folder`. Raises Unmeasured."""
    commands = (["apt-get", "download", package], ["sh", "-c", "dpkg-deb -x ./*.deb ."])
    folder.mkdir()
    try:
        for command in commands:
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unmeasured(f"{package}: cần Debian, và mạng để tải ({error})") from error
    return folder / MANUALS[package]

"""Telephone numbers, e-mail and web addresses: whom a reader would reach who tries them.

A number that is out of use may belong to anybody; a number or a mailbox of a person is theirs; an
example of a false address may be a true one tomorrow. So numbers come from `contacts` (111, 113,
114, 115 may stand anywhere), and examples end in example.vn or vi-du.vn, which nobody can take.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from vungxanh.checks.places import problem_at
from vungxanh.model.lesson import Document
from vungxanh.model.passage import Passage
from vungxanh.model.plan import LessonPlan
from vungxanh.model.registry import Registries
from vungxanh.problems import Problem
from vungxanh.readers.project import Project
from vungxanh.readers.registries import registry_file

EMERGENCY = frozenset(("111", "113", "114", "115"))
EXAMPLES = ("example.vn", "vi-du.vn")
_OFFICIAL = (".gov.vn",)
# Registries where numbers and sources belong.
_KEEPERS = tuple(registry_file(name) for name in ("contacts", "site", "legal", "open-points"))

_GAP = r"[ .\u00a0-]?"
_LONG = re.compile(
    rf"(?<![\w./,+-])(?:(?:\+84|\(0\d{{1,3}}\)|0){_GAP}(?:\d{_GAP}){{7,10}}\d"
    rf"|1[89]00{_GAP}(?:\d{_GAP}){{3,5}}\d)"
    r"(?![\w%]|[.,/-]\d)"
)
_CALL = (
    r"(?:gọi|nhắn|bấm|quay|alo|hotline|tổng đài|đường dây nóng|đầu số|call|dial|ring|text|phone)"
)
_THREE_DIGITS = re.compile(r"\d[ .\u00a0-]?\d[ .\u00a0-]?\d")
_SHORT = re.compile(
    rf"\b{_CALL}(?:[ \u00a0]+(?:điện|thoại|tin|ngay|tới|đến|cho|vào|về|số|máy|tổng đài"
    r"|đường dây nóng|nóng|là|qua|đầu|miễn phí|lại|the|number|to|line|hotline|at|on)){0,5}"
    r"[ \u00a0:]+(?P<number>\d{3,5})(?![\w%]|[.,/:-]\d)",
    re.IGNORECASE,
)
# What is counted is not rung, and what follows a number that is rung; other words say nothing.
_COUNTED = re.compile(
    r"\s*(?:triệu|nghìn|đồng|₫|bạn|người|em|lần|lượt|cuộc|học sinh|chữ|ký tự|tin|phút|giây|times"
    r"|people)\b",
    re.IGNORECASE,
)
_RUNG = re.compile(
    r"\s*(?:$|[.,;:!?)”’…–-]|(?:để|nếu|khi|hay|hoặc|và|ngay|miễn|nhé|thì|cả|hỏi|báo|bất|trước|rồi"
    r"|trên|lúc|tiếp|nghe|trực|hỗ trợ|if|when|or|and|for|to|first|now|free)\b)",
    re.IGNORECASE,
)
# A long figure that is called a code is none that one can ring.
_CODE = re.compile(
    r"\b(?:mã|mã số|số (?:hiệu|vận đơn|đơn|seri|sê-ri|thứ tự)|ISBN|code|biển số)\b[^.,;]{0,25}$",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"^(?:84|0)?[35789]\d{8}$")
_IDENTITY = re.compile(r"^0\d{11}$")
_MAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_URL = re.compile(r"\b(?:https?://|www\.)(?P<host>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_DOTTED = re.compile(r"\w\.[a-z]", re.IGNORECASE)
# A name that nobody would write but to look like another: a hyphen or a figure in it, or an end
# that costs next to nothing.
_BARE = re.compile(
    r"(?<![\w@./-])(?P<host>(?:[a-z0-9-]+\.)*(?:[a-z0-9]+-[a-z0-9-]+|[a-z]*\d[a-z0-9]*)\."
    r"(?:com|net|org|info|vn|com\.vn|cc|co|io|me)"
    r"|(?:[a-z0-9-]+\.)+(?:site|xyz|top|online|click|club|vip|tk|ml|shop|store|win|icu|buzz|live))"
    r"(?![\w@-]|\.\w)"
)


def check_addresses(project: Project) -> list[Problem]:
    """Return what could be rung, written to or opened and is nobody's that we answer for."""
    registries = project.registries
    allowed, hosts = _numbers(registries), _hosts(registries)
    waiting = frozenset(_digits(one.number) for one in registries.contacts if one.number) - allowed
    found: list[Problem] = []
    for passage in project.prose:
        if passage.file not in _KEEPERS:
            found += _telephones(passage, allowed, waiting)
            found += _mail(passage, registries.site.email)
            found += _web(passage, hosts)
    for text in project.texts:
        found += _links(text, hosts, allowed, registries.site.email)
    return found


def _numbers(registries: Registries) -> frozenset[str]:
    """Return the digits of the numbers that may be printed."""
    known = [row.number for row in registries.contacts if row.printable and row.number]
    known += [registries.site.phone] if registries.site.phone else []
    return EMERGENCY | {_digits(number) for number in known}


def _hosts(registries: Registries) -> frozenset[str]:
    """Return the hosts that the registries name: sources that were seen, places of help, us."""
    texts = " ".join(written.text for written in registries.written.values())
    return frozenset(re.findall(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", texts))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _telephones(
    passage: Passage, allowed: frozenset[str], waiting: frozenset[str]
) -> Iterator[Problem]:
    """Yield long numbers wherever they stand, short ones where somebody is to ring them.

    `waiting` are those of the registry that nobody has confirmed yet.
    """
    text = passage.text
    if not _THREE_DIGITS.search(text):
        return
    for match in _LONG.finditer(text):
        digits = _digits(match[0])
        if digits in allowed or _CODE.search(text, max(0, match.start() - 60), match.start()):
            continue
        personal = _MOBILE.match(digits) or _IDENTITY.match(digits)
        code = "personal-number" if personal else "telephone"
        yield problem_at(passage, match.start(), code, match[0].strip())
    for match in _SHORT.finditer(text):
        number, start = match["number"], match.start("number")
        if number in allowed or passage.quoted or passage.quotation(start) is not None:
            continue
        counted = _COUNTED.match(text, match.end())
        if not counted and (number in waiting or _RUNG.match(text, match.end())):
            yield problem_at(passage, start, "telephone", number)


def _mail(passage: Passage, ours: str | None) -> Iterator[Problem]:
    for match in _MAIL.finditer(passage.text) if "@" in passage.text else ():
        if match[0] != ours and not match["host"].endswith(EXAMPLES):
            yield problem_at(passage, match.start(), "mail-address", match[0])


def _web(passage: Passage, hosts: frozenset[str]) -> Iterator[Problem]:
    """Only lessons show false addresses; a page may name any site it means."""
    if not passage.file.startswith("lessons/") or not _DOTTED.search(passage.text):
        return
    for pattern in (_URL, _BARE):
        for match in pattern.finditer(passage.text):
            if not _known(match["host"], hosts):
                yield problem_at(passage, match.start(), "web-address", match[0])


def _links(
    text: Document | LessonPlan, hosts: frozenset[str], allowed: frozenset[str], ours: str | None
) -> Iterator[Problem]:
    for link in text.links:
        target, _, rest = link.target.partition(":")
        code = ""
        if target == "tel" and _digits(rest) not in allowed:
            code = "telephone"
        elif target == "mailto":
            box = rest.partition("?")[0]
            code = "mail-address" if box != ours and not box.endswith(EXAMPLES) else ""
        elif target in ("http", "https") and text.path.startswith("lessons/"):
            code = "web-address" if not _known(_host(link.target), hosts) else ""
        if code:
            line = text.source.split("\n")[link.line - 1]
            column = line.find(link.target, link.column - 1) + 1
            yield Problem(text.path, link.line, code, {"found": link.target}, column)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # told by the check of links
        return EXAMPLES[0]


def _known(host: str, hosts: frozenset[str]) -> bool:
    host = host.casefold().removeprefix("www.")
    ends = any(host == one or host.endswith(f".{one}") for one in EXAMPLES)
    return ends or host.endswith(_OFFICIAL) or host in hosts

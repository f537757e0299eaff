"""The host of an address as a browser reads it: a plain name, or a number that is an IP address.

`2130706433`, `0x7f.1`, `０１７７.１` and `%31%32%37.0.0.1` are all 127.0.0.1 to a browser. Whoever
judges addresses by their text has to read them the same way (WHATWG URL, “host parsing”).
"""

import ipaddress
import re
import unicodedata
from urllib.parse import unquote

import idna

IP = ipaddress.IPv4Address | ipaddress.IPv6Address

# “Forbidden domain code points” of the standard.
_FORBIDDEN = re.compile(r"[\x00-\x20\"#%/:<>?@\[\\\]^`{|}\x7f]")
_LONGEST = 253  # letters of a name in DNS


class MalformedHostError(ValueError):
    """No browser opens an address with such a host."""


def read_host(text: str) -> str:
    """Return the host in its one spelling: small ASCII letters, or an IP address without brackets.

    Raises MalformedHostError.
    """
    if text.startswith("["):
        return str(_sixth(text))
    name = _ascii(unquote(text, errors="strict") if "%" in text else text).removesuffix(".")
    if not name or len(name) > _LONGEST or _FORBIDDEN.search(name):
        raise MalformedHostError(text)
    parts = name.split(".")
    if not all(0 < len(part) < 64 for part in parts):
        raise MalformedHostError(text)
    last = parts[-1]
    if last.isdecimal() or re.fullmatch(r"0x[0-9a-f]*", last):
        return str(_fourth(parts))
    return name


def address_in(host: str) -> IP | None:
    """Return the IP address that a host read by `read_host` is, or None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _ascii(name: str) -> str:
    """Return `name` in ASCII: as it is, or mapped and encoded by IDNA (UTS 46)."""
    try:
        if not name.isascii():
            name = unicodedata.normalize("NFC", idna.uts46_remap(name, std3_rules=False))
        if not name.isascii():
            name = idna.encode(name).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise MalformedHostError(name) from error
    return name.lower()


def _sixth(text: str) -> ipaddress.IPv6Address:
    if not text.endswith("]") or "%" in text:  # a zone names a network card of this machine
        raise MalformedHostError(text)
    try:
        return ipaddress.IPv6Address(text[1:-1])
    except ValueError as error:
        raise MalformedHostError(text) from error


def _fourth(parts: list[str]) -> ipaddress.IPv4Address:
    """Return the IPv4 address of one to four numbers, the last of which fills what is left."""
    try:
        numbers = [_number(part) for part in parts]
        if len(parts) > 4 or any(number > 255 for number in numbers[:-1]):
            raise MalformedHostError(".".join(parts))
        value = sum(number << 8 * (3 - place) for place, number in enumerate(numbers[:-1]))
        if numbers[-1] >= 1 << 8 * (5 - len(parts)):
            raise MalformedHostError(".".join(parts))
        return ipaddress.IPv4Address(value + numbers[-1])
    except ValueError as error:
        raise MalformedHostError(".".join(parts)) from error


def _number(part: str) -> int:
    """Return a number as C writes it: 0x7f, 0177, 127. Raises ValueError."""
    if not part.isascii() or "_" in part:
        raise MalformedHostError(part)
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") and len(part) > 1 else int(part)

r"""An address of another site, as written in a page, becomes what is asked: an Address.

Read as browsers read it (WHATWG URL), not as older programs do: `http://a.example\@127.0.0.1/` is
a page of a.example, and whoever splits it otherwise asks somebody else.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from vungxanh.links.external.hosts import MalformedHostError, address_in, read_host

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"(?:(https?):)?[/\\]{2,}|(https?):[/\\]*", re.IGNORECASE)
_DROPPED = re.compile(r"[\t\n\r]")
# What browsers send as it stands, besides letters and digits.
_IN_PATH = "/%:@!$&'()*+,;=~-._[]|"
_IN_QUERY = "/%:@!$&()*+,;=~-._[]|?^\\{}`"
_AROUND = "".join(map(chr, range(0x21)))  # blanks and control characters around an address


class MalformedAddressError(ValueError):
    """No browser opens this address."""


class SecretAddressError(ValueError):
    """The address carries a name or a password before its host."""


@dataclass(frozen=True)
class Address:
    """What is asked, and the `fragment` as written, which is never sent.

    `host` is as `read_host` returns it; `target` is path and query, in ASCII.
    """

    scheme: str
    host: str
    port: int
    target: str
    fragment: str = ""

    @property
    def origin(self) -> tuple[str, int]:
        """Return host and port, which limits and pauses are counted by."""
        return self.host, self.port

    @property
    def asked(self) -> str:
        """Return the address without its fragment, in its one spelling."""
        ip = address_in(self.host)
        host = f"[{self.host}]" if ip and ip.version == 6 else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    @property
    def whole(self) -> str:
        """Return the address with its fragment."""
        return f"{self.asked}#{self.fragment}" if self.fragment else self.asked


def read_address(text: str, base: Address | None = None) -> Address | None:
    """Return what `text` asks for, seen from `base`; None if that is nothing of the web.

    Without a base, `//host/…` is taken as https. Raises MalformedAddressError, and
    SecretAddressError.
    """
    text = _DROPPED.sub("", text.strip(_AROUND))
    match = _SCHEME.match(text)
    if not match:
        if base is None or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", text):
            return None
        text = urljoin(base.asked, _slashes(text))
        match = _SCHEME.match(text)
    if not match:
        return None
    scheme = (match[1] or match[2] or (base.scheme if base else "https")).lower()
    return _split(scheme, _slashes(text[match.end() :]))


def _split(scheme: str, rest: str) -> Address:
    try:
        parts = urlsplit(f"//{rest}")
        port = parts.port
    except ValueError as error:
        raise MalformedAddressError(rest) from error
    if "@" in parts.netloc:
        raise SecretAddressError(rest)
    host = re.sub(r":\d*$", "", parts.netloc)
    try:
        read = read_host(host)
    except (MalformedHostError, UnicodeError) as error:
        raise MalformedAddressError(rest) from error
    if port == 0:
        raise MalformedAddressError(rest)
    query = f"?{_sent(parts.query, _IN_QUERY)}" if parts.query else ""
    path = _undotted(_sent(parts.path, _IN_PATH)) or "/"
    return Address(scheme, read, port or _PORTS[scheme], path + query, parts.fragment)


def _slashes(text: str) -> str:
    """Return `text` with the backslashes before query and fragment turned."""
    end = min((text.index(sign) for sign in "?#" if sign in text), default=len(text))
    return text[:end].replace("\\", "/") + text[end:]


def _sent(text: str, plain: str) -> str:
    """Return a path or query as it goes over the wire: all in ASCII, nothing escaped twice."""
    try:
        sent = text.encode("utf-8", "surrogateescape")  # bytes that a server sent, as they were
    except UnicodeEncodeError:
        sent = text.encode("utf-8", "replace")
    return quote(sent, safe=plain)


def _undotted(path: str) -> str:
    """Return `path` without `.` and `..`, however these are escaped."""
    kept: list[str] = []
    parts = path.split("/")[1:]
    for place, part in enumerate(parts):
        plain = re.sub("%2e", ".", part, flags=re.IGNORECASE)
        if plain == "..":
            kept = kept[:-1]
        if plain not in (".", ".."):
            kept.append(part)
        elif place == len(parts) - 1:
            kept.append("")
    return "/" + "/".join(kept)

"""A content security policy in each page: the browser keeps the promise of no third party."""

import base64
import hashlib
import re
from collections.abc import Iterable

_INLINE = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
_OWN = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_HASH = re.compile(r"'sha256-[^']+'")
_CHARSET = '<meta charset="utf-8">'


def with_policy(html: str, written: str = "") -> str:
    """Return `html` with a policy that allows its own files and the inline scripts of its frame.

    A script in `written`, the part that comes from a Markdown file, is never allowed: whoever may
    write a lesson may not run code in it. Inline styles stay allowed: the theme sets some by
    script. The worker is that of search.
    """
    allowed = set(_INLINE.findall(html)) - set(_INLINE.findall(written))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(map(_hash, allowed))}">'
    return html.replace(_CHARSET, f"{_CHARSET}\n      {meta}", 1)


def policy(hashes: Iterable[str]) -> str:
    """Return the policy that allows a site's own files and the inline scripts with these hashes."""
    rules = (
        "default-src 'none'",
        " ".join(["script-src 'self'", *sorted(hashes)]),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return "; ".join(rules)


def allowed_in(html: str) -> set[str]:
    """Return the hashes of the inline scripts that a finished page runs."""
    own = _OWN.search(html)
    return set(_HASH.findall(own[0])) if own else set(map(_hash, _INLINE.findall(html)))


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"

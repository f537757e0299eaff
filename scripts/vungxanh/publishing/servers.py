"""What a web server has to be told: a piece of configuration for each kind."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from vungxanh.render.policy import policy

_TEMPLATES = Path(__file__).with_name("servers")
# The name of each piece in a package, and of its template.
_PIECES = {
    "nginx.conf": "nginx.conf",
    ".htaccess": "htaccess",
    "web.config": "web.config",
    "_headers": "_headers",
}


def servers(hashes: Iterable[str]) -> dict[str, str]:
    """Return the text of each piece; `hashes` are of the inline scripts that pages run."""
    headers = {
        "Content-Security-Policy": f"{policy(hashes)}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), keep_trailing_newline=True)  # noqa: S701 - no HTML
    return {
        name: environment.get_template(template).render(headers=headers)
        for name, template in _PIECES.items()
    }

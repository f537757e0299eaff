"""A page that stands where another one was, says so, and leads on."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, Template

from vungxanh.model.lesson import Locale
from vungxanh.model.registry import Registries


def notice(
    registries: Registries,
    group: str,
    locale: Locale,
    *,
    href: str,
    help_href: str,
    link: str = "link",
    canonical: str = "",
) -> str:
    """Return the page, in the words of `group` in `ui.yml`; `link` is the key of those of `href`.

    It needs no file but itself, and search engines stay away.
    """
    keys = {"title": "title", "text": "text", "link": link, "help": "help"}
    words = {name: registries.say(group, key, locale) for name, key in keys.items()}
    return _template().render(
        locale=locale, words=words, href=href, help=help_href, canonical=canonical
    )


@cache
def _template() -> Template:
    text = Path(__file__).with_name("notice.html").read_text(encoding="utf-8")
    return Environment(autoescape=True).from_string(text)

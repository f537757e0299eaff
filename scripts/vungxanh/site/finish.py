"""What a finished site still needs: sitemap, robots, and no file that a reader never asks for."""

from html import escape
from pathlib import Path

from vungxanh.model.lesson import LOCALES, Page
from vungxanh.readers.project import Project
from vungxanh.site.context import canonical_base
from vungxanh.site.moved import write_moved
from vungxanh.site.repairs import canonical


def finish(project: Project, site: Path, drafts: bool) -> None:
    """Write what stands beside the pages of `site`; drop what no page ever asks for."""
    write_moved(project, site, drafts)
    pages = [*project.pages, *project.published(drafts)]
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    (site / "sitemap.xml").write_text(sitemap(project, pages, files), encoding="utf-8")
    for unused in ("sitemap.xml.gz", "assets/**/*.map"):
        for file in site.glob(unused):
            file.unlink()
    robots = f"User-agent: *\nAllow: /\nSitemap: {canonical_base(project)}sitemap.xml\n"
    (site / "robots.txt").write_text(robots, encoding="utf-8")


def sitemap(project: Project, pages: list[Page], files: list[str]) -> str:
    """Return the sitemap: each page once a language, with its twin, under the newest edition.

    The theme's chooser of editions looks in it for the very file a reader is on. It takes every
    element called `url`, crawlers those of the sitemap's own namespace: so `files` stand in ours.
    """
    base = canonical_base(project)
    rows = []
    for page in sorted(pages, key=lambda one: one.path):
        locales = [locale for locale in LOCALES if locale in page.documents]
        places = {locale: canonical(base, page.address(locale)) for locale in locales}
        twins = "".join(
            f'<xhtml:link rel="alternate" hreflang="{locale}" href="{escape(place)}"/>'
            for locale, place in places.items()
        )
        rows += [f"<url><loc>{escape(place)}</loc>{twins}</url>" for place in places.values()]
    rows += [
        f"<vx:url><vx:loc>{escape(base + file)}</vx:loc></vx:url>"
        for file in files
        if not file.endswith("404.html")
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:vx="urn:vung-xanh"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(rows) + "\n</urlset>\n"
    )

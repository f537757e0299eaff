"""Finds the source of what is wrong on pages of our own site: lessons, registries, templates."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from vungxanh.links.addresses import Addresses, Place
from vungxanh.links.finding import Finding
from vungxanh.links.lines import Spot
from vungxanh.links.sources.history import moved_pages
from vungxanh.links.sources.pages import Sources, plain
from vungxanh.links.sources.places import markdown_links, named_places, written
from vungxanh.links.telling import Origin, Origins
from vungxanh.readers.project import Project

# The registry a block shows, where it has another name; see `checks.links`.
_REGISTRY = {"legal-library": "legal", "coverage": "plan", "help": "contacts"}


class ProjectOrigins(Origins):
    """Knows the repository that a site was built from."""

    known = True

    def __init__(self, project: Project, addresses: Addresses) -> None:
        self.project = project
        self.root = project.root
        self.addresses = addresses
        self.sources = Sources(project)

    @cached_property
    def _moved(self) -> Mapping[str, str]:
        return moved_pages(self.root)

    def moved(self) -> Mapping[str, str]:
        """Return where pages went, as git knows; it is asked once a page is missing."""
        return self._moved

    def of(self, finding: Finding, spot: Spot, number: int) -> Origin | None:
        """Return where spot `number` of `finding` comes from, None where nobody knows."""
        texts = self.sources.of(finding.page)
        if not finding.placed:
            return Origin(texts[0], None, None) if texts else None
        if finding.code == "site-id-duplicate":
            found = [one for text in texts for one in named_places(self.root, text, finding.value)]
            return found[min(number + 1, len(found) - 1)] if found else None
        for text in texts:
            if found := list(self._in_text(text, finding, spot)):
                return found[min(number, len(found) - 1)]
        needles = self._needles(finding, spot)
        for file in [*self._registries(texts), *self._templates(finding.page)]:
            for origin in written(self.root, file, needles):
                return origin
        return None

    def _in_text(self, text: str, finding: Finding, spot: Spot) -> Iterator[Origin]:
        place = self._place(finding)
        if place:
            anchor = unquote(place.fragment) if finding.code.startswith("site-anchor") else None
            yield from markdown_links(self.root, text, place.path or finding.page, anchor)
        yield from written(self.root, text, [spot.written, finding.value])

    def _place(self, finding: Finding) -> Place | None:
        place = self.addresses.place(finding.page, "", finding.value)
        return place if isinstance(place, Place) else None

    def _needles(self, finding: Finding, spot: Spot) -> list[str]:
        """Return what a registry or a template may have written, the longest and surest first.

        There an address is counted from the home page (`'can-giup-do/index.html' | url`), or made
        from an id, which then stands behind the `#`.
        """
        plainly = unquote(unescape(finding.value))
        bare = plainly.removeprefix("./")
        while bare.startswith("../"):
            bare = bare.removeprefix("../")
        place = self._place(finding)
        page = plain(place.path) if place else ""
        anchor = unquote(place.fragment) if place else ""
        found = [spot.written, plainly, bare, bare.partition("#")[0]]
        if finding.code.startswith("site-anchor"):
            found = [*found[:3], f"{page}#{anchor}", f"#{anchor}", anchor]
        elif "/" in page:
            found += [page, posixpath.splitext(page)[0] + ".md"]
        return sorted({one for one in found if one}, key=lambda one: (-len(one), one))

    def _registries(self, texts: list[str]) -> list[str]:
        """Return the registries, those first whose blocks stand in `texts`."""
        blocks = [
            name
            for text in texts
            if text in self.project.by_path
            for name, _ in self.project.by_path[text].blocks
        ]
        first = [f"{_REGISTRY.get(name, name)}.yml" for name in blocks]
        files = sorted(path.name for path in (self.root / "docs/_data").glob("*.yml"))
        ordered = [name for name in first if name in files] + files
        return [f"docs/_data/{name}" for name in dict.fromkeys(ordered)]

    def _templates(self, page: str) -> list[str]:
        pattern = "assets/**/*.css" if page.endswith(".css") else "**/*.html"
        found = sorted((self.root / "overrides").glob(pattern))
        return [path.relative_to(self.root).as_posix() for path in found] + ["mkdocs.yml"]

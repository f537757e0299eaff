"""What the handbook calls each kind of problem, and where on the web it explains it."""

import re

from vungxanh.links.addresses import ALIAS
from vungxanh.problems import Lang
from vungxanh.readers.project import Project
from vungxanh.readers.source import read_text

_HANDBOOK = "docs/so-tay/kiem-tra.md"
_HEADING = re.compile(r"^### ([a-z0-9-]+): (.*?) \{#\1\}$", re.MULTILINE)


class Kinds:
    """The kinds of problems as the handbook of `project` has them; a house may have no handbook."""

    def __init__(self, project: Project, lang: Lang) -> None:
        self._names: dict[str, str] = {}
        self._address = ""
        if page := project.owners.get(_HANDBOOK):
            text, _ = read_text(project.root, page.text(lang).path)
            self._names = dict(_HEADING.findall(text or ""))
            self._address = f"{project.registries.site.url}{ALIAS}/{page.address(lang)}"

    def name(self, code: str) -> str:
        """Return the title of the section on `code`, or the code itself."""
        name = self._names.get(code, code)
        return name[:1].upper() + name[1:]

    def address(self, code: str) -> str:
        """Return the public address of that section; empty where there is none."""
        return f"{self._address}#{code}" if code in self._names else ""

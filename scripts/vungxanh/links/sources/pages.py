"""Which file of the repository a built page was made from, and the other way round."""

import posixpath

from vungxanh.readers.project import PLAN, Project

ENGLISH = "en/"


def site_paths(file: str) -> tuple[str, ...]:
    """Return where a file of `docs/` or `lessons/` lies in the built site, in both languages.

    Without a translation, a page and its English address are made from one text.
    """
    path = file.partition("/")[2]
    if path.endswith(".en.md"):
        return (f"{ENGLISH}{path.removesuffix('.en.md')}.html",)
    if path.endswith(".md"):
        page = f"{path.removesuffix('.md')}.html"
        return (page, ENGLISH + page)
    return (path,)


def plain(path: str) -> str:
    """Return the path of a page without its language, so that both addresses are one."""
    path = path.removeprefix(ENGLISH)
    return path + "index.html" if not path or path.endswith("/") else path


class Sources:
    """The texts of one project by the pages they make."""

    def __init__(self, project: Project) -> None:
        self.texts: dict[str, list[str]] = {}
        files = [*project.by_path, *project.plans]
        # A translation comes last, and takes the English page from the Vietnamese text.
        for file in sorted(files, key=lambda one: one.endswith(".en.md")):
            for page in site_paths(file):
                self.texts[page] = [file]
        for file in project.plans:  # the teacher's page shows the lesson's notes and questions, too
            folder, name = posixpath.split(file)
            lesson = f"{folder}/{name.replace(PLAN.removesuffix('.md'), 'index')}"
            for page in site_paths(file):
                if self.texts[page] == [file] and lesson in project.by_path:
                    self.texts[page].append(lesson)

    def of(self, page: str) -> list[str]:
        """Return the repository paths of the texts a page was made from, the nearest first."""
        return self.texts.get(page, [])

"""The page of `check --html`: one file that an office can read, print and send on.

No script and nothing from elsewhere. The first table leads to what is to be mended in each lesson,
the last one tells which kinds of problems there are.
"""

import datetime
import posixpath
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from vungxanh.problems import Lang, Level, Problem
from vungxanh.readers.project import Project
from vungxanh.readers.registries import FOLDER
from vungxanh.render.colours import Palette, palettes
from vungxanh.reporting.kinds import Kinds
from vungxanh.reporting.passages import Sources
from vungxanh.reporting.words import day, words
from vungxanh.text.squeeze import style

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_PLURAL = {Level.ERROR: "errors", Level.WARNING: "warnings", Level.ADVICE: "advices"}


def page(
    problems: list[Problem],
    project: Project,
    lang: Lang,
    today: datetime.date,
    only: tuple[str, ...] = (),
) -> str:
    """Return the page about `problems` of `project`; `only` are the paths that were asked about."""
    return _Page(problems, project, lang).html(today, only)


class _Group:
    """The problems of one lesson with its translation and plan, of a page, or of a registry."""

    def __init__(self, owner: str, problems: list[Problem]) -> None:
        self.owner = owner
        self.problems = problems
        self.counts = {level: sum(p.level is level for p in problems) for level in Level}

    @property
    def rank(self) -> tuple[int, ...]:
        """Return what sorts the group with most to mend first."""
        return tuple(-count for count in self.counts.values())


class _Page:
    def __init__(self, problems: list[Problem], project: Project, lang: Lang) -> None:
        self.problems, self.project, self.lang = problems, project, lang
        self.words = words(lang)
        self.kinds = Kinds(project, lang)
        self.sources = Sources(project.root)
        self.numbers = {id(problem): number for number, problem in enumerate(problems, 1)}
        ordered = sorted(problems, key=lambda one: _owner(one.file))
        groups = [_Group(o, list(found)) for o, found in groupby(ordered, lambda p: _owner(p.file))]
        self.groups = sorted(groups, key=lambda one: (one.rank, one.owner))

    def html(self, today: datetime.date, only: tuple[str, ...]) -> str:
        site = escape(self.project.registries.site.name.in_(self.lang))
        title = f"{site} – {self._say('title')}"
        body = self._body() if self.problems else self._nothing()
        return (
            f'<!doctype html>\n<html lang="{self.lang}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            f"<title>{title}</title>\n<style>{self._style()}</style>\n</head>\n<body>\n"
            f'<header id="top"><p class="site">{site}</p><h1>{self._say("title")}</h1>'
            f"{self._told(today, only)}</header>\n<main>\n{body}</main>\n</body>\n</html>\n"
        )

    def _say(self, key: str, **values: object) -> str:
        return escape(self.words[key].format(**values))

    def _style(self) -> str:
        light, dark = (_colours(one) for one in palettes(self.project.registries.site.colours))
        own = style(Path(__file__).with_name("page.css").read_text(encoding="utf-8"))
        return (
            f":root{{{light}}}@media screen and (prefers-color-scheme:dark)"
            f"{{:root{{{dark};color-scheme:dark}}}}{own}"
        )

    def _told(self, today: datetime.date, only: tuple[str, ...]) -> str:
        date = day(today, self.lang)
        count = {"lessons": len(self.project.lessons), "pages": len(self.project.pages)}
        said = [self._say("made", date=date), self._say("looked", **count)]
        if only:
            said.append(self._say("only", paths=", ".join(only)))
        return f"<p>{' '.join(said)}</p>"

    def _nothing(self) -> str:
        first, then = self._say("nothing"), self._say("nothing_then")
        return f'<p class="nothing"><strong>{first}</strong> {then}</p>\n'

    def _body(self) -> str:
        return "".join(
            [self._levels(), self._contents(), *map(self._group, self.groups), self._kinds()]
        )

    def _levels(self) -> str:
        rows = [
            f'<li class="{level}"><strong>{count}</strong> {self._say(level)}'
            f"<span>{self._say(f'{level}_means')}</span></li>"
            for level in Level
            if (count := sum(problem.level is level for problem in self.problems))
        ]
        return f'<ul class="levels">{"".join(rows)}</ul>\n'

    def _contents(self) -> str:
        heads = "".join(f'<th scope="col">{self._say(key)}</th>' for key in _PLURAL.values())
        rows = "".join(
            f'<tr><th scope="row"><a href="#{_anchor(group)}">{self._title(group)}</a></th>'
            + "".join(f"<td>{count or '–'}</td>" for count in group.counts.values())
            + "</tr>\n"
            for group in self.groups
        )
        return (
            f'<h2>{self._say("by_lesson")}</h2>\n<table><thead><tr><th scope="col">'
            f"{self._say('where')}</th>{heads}</tr></thead><tbody>\n{rows}</tbody></table>\n"
        )

    def _title(self, group: _Group) -> str:
        if owner := self.project.owners.get(group.owner):
            id_ = getattr(owner.documents["vi"].meta, "id", "")
            title = escape(owner.text(self.lang).meta.title)
            return f"{id_} · {title}" if id_ else title
        if group.owner.startswith(f"{FOLDER}/"):
            return self._say("registry", name=posixpath.basename(group.owner))
        return escape(group.owner)

    def _group(self, group: _Group) -> str:
        entries = "".join(map(self._problem, group.problems))
        back = f'<p class="back"><a href="#top">{self._say("top")}</a></p>'
        return (
            f'<section id="{_anchor(group)}">\n<h2>{self._title(group)}</h2>\n'
            f"{entries}{back}\n</section>\n"
        )

    def _problem(self, problem: Problem) -> str:
        line = f", {self._say('line', line=problem.line)}" if problem.line else ""
        return (
            f'<article id="p{self.numbers[id(problem)]}" class="{problem.level}">\n'
            f'<h3><span class="level">{self._say(problem.level)}</span> '
            f"{escape(problem.message(self.lang))}</h3>\n"
            f'<p class="place"><code>{escape(problem.file)}</code>{line}</p>\n'
            f"{''.join(self._passage(problem))}"
            f'<p class="fix"><strong>{self._say("fix")}:</strong> '
            f"{escape(problem.fix(self.lang))}</p>\n{self._more(problem.code)}</article>\n"
        )

    def _passage(self, problem: Problem) -> Iterator[str]:
        if found := self.sources.passage(problem):
            label = self._say("passage")
            faulty = f"<mark>{escape(found.faulty)}</mark>" if found.faulty.strip() else ""
            text = f"{escape(found.before)}{faulty}{escape(found.after)}"
            yield f'<blockquote aria-label="{label}">{text}</blockquote>\n'

    def _more(self, code: str) -> str:
        if not (address := self.kinds.address(code)):
            return ""
        text = self._say("more", name=self.kinds.name(code))
        return f'<p class="more"><a href="{escape(address)}">{text}</a></p>\n'

    def _kinds(self) -> str:
        by_code = sorted(self.problems, key=lambda one: (-one.level.weight, one.code))
        rows = []
        for code, found in groupby(by_code, lambda one: one.code):
            same = list(found)
            places = ", ".join(
                f'<a href="#p{self.numbers[id(one)]}">{escape(_short(one))}</a>' for one in same
            )
            name = escape(self.kinds.name(code))
            rows.append(
                f'<tr><th scope="row">{name} <code>{code}</code></th>'
                f"<td>{self._say(same[0].level)}</td><td>{len(same)}</td><td>{places}</td></tr>\n"
            )
        heads = "".join(
            f'<th scope="col">{self._say(key)}</th>' for key in ("kind", "level", "count", "where")
        )
        return (
            f'<section class="kinds">\n<h2>{self._say("by_kind")}</h2>\n<table><thead><tr>{heads}'
            f"</tr></thead><tbody>\n{''.join(rows)}</tbody></table>\n</section>\n"
        )


def _colours(palette: Palette) -> str:
    return ";".join(f"--{name}:{value}" for name, value in palette._asdict().items())


def _owner(file: str) -> str:
    """Return the lesson, page or registry that `file` belongs to, by its Vietnamese text."""
    folder, name = posixpath.split(file)
    if file.startswith("lessons/") and folder.count("/") == 2:
        return f"{folder}/index.md"
    return f"{folder}/{name.removesuffix('.en.md')}.md" if name.endswith(".en.md") else file


def _anchor(group: _Group) -> str:
    return "o-" + group.owner.replace("/", "-").replace(" ", "-")


def _short(problem: Problem) -> str:
    """Return a place as briefly as it can still be told from others."""
    file = problem.file.removeprefix("lessons/").removeprefix("docs/")
    return f"{file}:{problem.line}" if problem.line else file

"""The problems of a page on the page itself, while it is written: `serve` puts them there.

A built site has nothing of it: script and style lie here, and only the server adds them to pages.
"""

import posixpath
from functools import cache
from html import escape
from pathlib import Path

from vungxanh.model.lesson import LOCALES, Lesson, Locale
from vungxanh.model.registry import MissingWords
from vungxanh.problems import Level, Problem
from vungxanh.readers.project import Project
from vungxanh.site.checking import State

# What the script asks the server for; no page of ours begins with a dot.
ADDRESS = "/.vung-xanh/problems"
# How many errors of other pages are named: the first ones stand in the way of the others.
_ELSEWHERE = 5


def with_panel(html: bytes) -> bytes:
    """Return a page that asks for its problems."""
    head, body, tail = html.rpartition(b"</body>")
    return head + _added() + body + tail if body else html + _added()


@cache
def _added() -> bytes:
    folder = Path(__file__).parent
    style, script = ((folder / f"panel.{kind}").read_bytes() for kind in ("css", "js"))
    return b"<style>%b</style><script>%b</script>" % (style, script)


def panel(state: State, address: str) -> str:
    """Return the panel for the page at `address`, a path on the server, as HTML."""
    locale: Locale = "en" if address.startswith("/en/") else "vi"
    try:
        return _panel(state, files_of(state.project, address), locale)
    except MissingWords as missing:  # the terminal tells it, as an error
        return f"<section><p>{escape(missing.name)}</p></section>"


def files_of(project: Project, address: str) -> list[str]:
    """Return the sources of the page at `address`: one, or none where it is no page of ours."""
    wanted = address.lstrip("/")
    if not wanted or wanted.endswith("/"):
        wanted += "index.html"
    for owner in project.owners.values():
        for locale in LOCALES:
            place = owner.address(locale)
            if wanted == place:
                return [owner.text(locale).path]
            if isinstance(owner, Lesson) and wanted == _plan_address(place):
                plan = project.plan(owner, locale)
                return [plan.path] if plan else []
    return []


def _plan_address(lesson: str) -> str:
    return posixpath.join(posixpath.dirname(lesson), "giao-an.html")


class _Words:
    """What the panel says in one language, safe to stand in HTML."""

    def __init__(self, project: Project, locale: Locale) -> None:
        self._registries, self.locale = project.registries, locale

    def __call__(self, key: str, **values: object) -> str:
        return escape(self._registries.say("panel", key, self.locale).format(**values))


def _panel(state: State, files: list[str], locale: Locale) -> str:
    say = _Words(state.project, locale)
    here = [one for one in state.problems if one.file in files]
    grave = [one for one in state.problems if one.file not in files and one.level is Level.ERROR]
    label = f'<section class="vx-faults" aria-label="{say("label")}">'
    if not here and not grave:
        return f'{label}<p class="vx-faults__none">{say("none")}</p></section>'
    counts = [(level, sum(one.level is level for one in here)) for level in Level]
    summary = ", ".join(say(f"{level}_count", count=count) for level, count in counts if count)
    entries = "".join(_entry(one, say) for one in here)
    body = f"<ol>{entries}</ol>{_elsewhere(grave, say)}"
    return (
        f"{label}<details open><summary>{summary or say('none')}</summary>"
        f'<div class="vx-faults__body" tabindex="0">{body}</div></details></section>'
    )


def _entry(problem: Problem, say: _Words) -> str:
    line = f" {say('line', line=problem.line)}" if problem.line else ""
    return (
        f'<li class="vx-faults__{problem.level}"><p><strong>{say(problem.level)}</strong>{line} '
        f"<code>{problem.code}</code></p><p>{escape(problem.message(say.locale))}</p>"
        f"<p>{say('fix')}: {escape(problem.fix(say.locale))}</p></li>"
    )


def _elsewhere(problems: list[Problem], say: _Words) -> str:
    """Return the errors of other files, which may be why this page does not change."""
    if not problems:
        return ""
    rows = "".join(
        f"<li><code>{escape(one.file)}{f':{one.line}' if one.line else ''}</code> "
        f"{escape(one.message(say.locale))}</li>"
        for one in problems[:_ELSEWHERE]
    )
    return f"<p>{say('elsewhere', count=len(problems))}</p><ul>{rows}</ul>"

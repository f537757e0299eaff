"""What templates are told about a page, under the one name `vx`."""

import json
import os
import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from vungxanh.links.addresses import ALIAS, CHANGES, EDITION, PREVIEW
from vungxanh.model.change import HISTORY, Change
from vungxanh.model.lesson import LOCALES, Lesson, Locale
from vungxanh.model.registry import Audience, MissingWords, Registries, Site
from vungxanh.readers.project import Project
from vungxanh.render.about import About, about, notices
from vungxanh.render.colours import stylesheet
from vungxanh.render.lessons import grades
from vungxanh.render.qr import qr_code
from vungxanh.site.assets import bundles_of, scripts_of
from vungxanh.site.repairs import Alternate, alternates, canonical, is_fallback, locale_of

# Pages whose face is their own; every other one is a `page`.
KINDS = {
    "index.md": "home",
    "can-giup-do/index.md": "help",
    "ke-hoach/tung-dong.md": "annex",
}

# The pages that the foot of every page leads to, where a site has them: its word for each.
FOOT = {
    "docs/can-giup-do/index.md": "help",
    "docs/phap-luat/index.md": "law",
    "docs/ke-hoach/index.md": "plan",
    "docs/thay-doi/index.md": "changes",
    "docs/tien-do/index.md": "progress",
    "docs/rieng-tu/index.md": "privacy",
}


@dataclass(frozen=True)
class View:
    """One page as templates see it: texts as people wrote them, for templates to escape.

    Links of the site are relative to the page; in `foot` (place → words), to the home page.
    `newest` is this page in the newest edition; `not_found` the words of 404.html, own language
    first.
    """

    locale: Locale
    site: Site
    ui: dict[str, str]
    ui_json: str
    edition: str
    colours: str
    kind: str
    title: str
    canonical: str
    report: str
    share_image: str
    foot: dict[str, str]
    bundles: list[str]
    alternates: list[Alternate] = field(default_factory=list)
    fallback: bool = False
    translated: bool = False
    sensitive: bool = False
    lesson: Lesson | None = None
    audience: Audience | None = None
    objectives: tuple[str, ...] = ()
    summary: str = ""
    qr: str = ""
    grades: str = ""
    newest: str = ""
    not_found: dict[Locale, dict[str, str]] = field(default_factory=dict)
    about: About | None = None
    notices: list[str] = field(default_factory=list)

    @property
    def unlisted(self) -> bool:
        """Return whether search engines are asked to stay away.

        Teachers find their page on their own; a search engine would show it to pupils.
        """
        return self.kind == "teach" or self.edition == PREVIEW

    @property
    def scripts(self) -> list[str]:
        """Return the names of the page's joined scripts."""
        return scripts_of(self.bundles, self.locale)


def edition() -> str:
    """Return the edition being built, which `publish` names; an ordinary build has none."""
    return os.environ.get(EDITION, "")


def history() -> tuple[Change, ...]:
    """Return what this edition and those before it changed; nothing in an ordinary build."""
    file = os.environ.get(CHANGES)
    return HISTORY.validate_json(Path(file).read_bytes()) if file else ()


def canonical_base(project: Project) -> str:
    """Return the public address under which the newest edition is always found."""
    return f"{project.registries.site.url}{ALIAS}/"


def view(project: Project, page: Page, config: MkDocsConfig) -> View:
    """Return the view of `page`, a lesson or a page of `docs/`."""
    locale = locale_of(config)
    path = page.file.src_uri.replace(".en.md", ".md")
    if lesson := taught(project, f"lessons/{page.file.src_uri}"):
        return _teach_view(project, lesson, page, config)
    owner = project.owners.get(f"lessons/{path}") or project.owners[f"docs/{path}"]
    lesson = owner if isinstance(owner, Lesson) else None
    meta: Any = owner.text(locale).meta
    folder = path.split("/")[0]
    fallback = is_fallback(page, config)
    address = canonical(canonical_base(project), owner.address("vi" if fallback else locale))
    common = _common(project, locale)
    common["bundles"] = bundles_of(page.content or "", lesson is not None)
    return View(
        **common,
        kind="lesson" if lesson else KINDS.get(path, "page"),
        newest=_newest(page),
        title=meta.title,
        canonical=address,
        alternates=alternates(page, config, canonical_base(project)),
        fallback=fallback,
        translated=len(owner.documents) > 1,
        sensitive=bool(getattr(lesson.meta if lesson else meta, "sensitive", False)),
        lesson=lesson,
        audience=next((one for one in project.registries.audiences if one.id == folder), None),
        objectives=getattr(meta, "objectives", ()),
        qr=qr_code(address, common["ui"]["plan_qr"]) if lesson else "",
        summary=str(getattr(meta, "summary", None) or getattr(meta, "description", "")),
        grades=grades(project.registries, lesson, locale) if lesson else "",
        about=about(project.registries, lesson, locale) if lesson else None,
        notices=notices(project.registries, owner, locale),
        report=_report(common["site"], common["ui"], meta.title, address),
    )


def taught(project: Project, file: str) -> Lesson | None:
    """Return the lesson that `file` is a plan of, if it is one."""
    if file not in project.plans:
        return None
    owner = project.owners.get(posixpath.dirname(file) + "/index.md")
    return owner if isinstance(owner, Lesson) else None


def _teach_view(project: Project, lesson: Lesson, page: Page, config: MkDocsConfig) -> View:
    """Return the view of the teacher's page of `lesson`."""
    locale = locale_of(config)
    common = _common(project, locale)
    common["bundles"] = bundles_of(page.content or "")
    document = lesson.text(locale)
    fallback = document.locale != locale
    words = project.registries.say("plan", "page_title", locale)
    title = words.format(title=document.meta.title)
    address = canonical(canonical_base(project), page.file.url)
    return View(
        **common,
        kind="teach",
        newest=_newest(page),
        title=title,
        canonical=address,
        alternates=alternates(page, config, canonical_base(project)),
        fallback=fallback,
        translated=len(lesson.documents) > 1,
        sensitive=lesson.meta.sensitive,
        lesson=lesson,
        audience=next((a for a in project.registries.audiences if a.id == lesson.audience), None),
        summary=str(getattr(document.meta, "summary", "")),
        grades=grades(project.registries, lesson, locale),
        report=_report(common["site"], common["ui"], title, address),
    )


def _newest(page: Page) -> str:
    """Return the way from `page` to itself in the newest edition; an ordinary build has none."""
    up = "../" * (page.file.url.count("/") + 1)
    return f"{up}{ALIAS}/{page.file.url}" if edition() else ""


def not_found_view(project: Project, config: MkDocsConfig) -> View:
    """Return the view of 404.html, which belongs to no page."""
    common = _common(project, locale_of(config))
    title = common["ui"]["not_found_title"]
    report = _report(common["site"], common["ui"], title, "")
    common["bundles"] = [*bundles_of(""), "lost"]
    own = common["locale"]
    languages = sorted(LOCALES, key=lambda one: one != own)
    return View(
        **common,
        kind="not-found",
        title=title,
        canonical="",
        report=report,
        not_found={one: _group(project.registries, "page", one) for one in languages},
    )


def _common(project: Project, locale: Locale) -> dict[str, Any]:
    registries = project.registries
    ui = _Spoken(_group(registries, "page", locale))
    for group in ("lesson", "plan", "about"):
        ui |= {f"{group}_{key}": text for key, text in _group(registries, group, locale).items()}
    scripts = _group(registries, "js", locale)
    return {
        "locale": locale,
        "site": registries.site,
        "ui": ui,
        "ui_json": json.dumps(scripts, ensure_ascii=False).replace("<", "\\u003c"),
        "edition": edition(),
        "colours": stylesheet(registries.site.colours),
        "bundles": bundles_of(""),
        "share_image": canonical_base(project) + "assets/look/share.png",
        "foot": {
            project.owners[path].address("vi"): ui[word]
            for path, word in FOOT.items()
            if path in project.owners
        },
    }


def _group(registries: Registries, group: str, locale: Locale) -> dict[str, str]:
    return {key: words.in_(locale) for key, words in registries.ui.get(group, {}).items()}


class _Spoken(dict[str, str]):
    """Words for templates, which would print nothing where a key is missing; this says so."""

    def __missing__(self, key: str) -> str:
        raise MissingWords(f"page.{key}")


def _report(site: Site, ui: dict[str, str], title: str, address: str) -> str:
    subject = quote(ui["report_subject"].format(title=title))
    body = quote(ui["report_body"].format(url=address, edition=edition() or "–"))
    return f"mailto:{site.email or ''}?subject={subject}&body={body}"

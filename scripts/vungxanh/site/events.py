"""What happens at each MkDocs event; each comes once a language, on the same configuration."""

import logging
import os
from html import escape
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from vungxanh.checks import check_structure
from vungxanh.markdown import TEACHER_PAGE, Context, VungXanhExtension
from vungxanh.model.lesson import Locale
from vungxanh.model.plan import LessonPlan
from vungxanh.problems import Level, Problem, in_order
from vungxanh.readers.project import Project, read_project
from vungxanh.render.policy import with_policy
from vungxanh.render.search_index import teaching_key
from vungxanh.site import assets, repairs
from vungxanh.site.context import canonical_base, history, not_found_view, taught, view
from vungxanh.site.files import add_lessons, return_lessons
from vungxanh.site.finish import finish
from vungxanh.site.navigation import navigation, seat_lessons
from vungxanh.site.search import cut
from vungxanh.text.fold import slug

log = logging.getLogger("mkdocs.plugins.vungxanh")
DRAFTS = "VUNGXANH_DRAFTS"


class ContentFaults(Abort):
    """The content has errors that stop a build; `problems` says which."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(f"{p.file}:{p.line} {p.message()}" for p in in_order(problems)))
        self.problems = problems


class Events:
    """The state of one build: the project as read, and the page being rendered."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.config: MkDocsConfig | None = None
        self.project: Project | None = None
        self.context: Context | None = None
        self.not_found: dict[Locale, str] = {}
        self.html: dict[str, str] = {}  # of each document, by repository path
        self.drafts = bool(os.environ.get(DRAFTS))
        self.on_files = CombinedEvent(self._before_translation, self._after_translation)

    @property
    def _project(self) -> Project:
        return cast(Project, self.project)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project, once a build; then set what depends on the language.

        MkDocs keeps hook modules between builds; a new build is known by its new configuration.
        """
        locale = repairs.locale_of(config)
        if self.config is not config:
            self.config = config
            self._read()
            self._configure(config)
        project = self._project
        config.nav = navigation(project, locale)
        config.site_name = escape(project.registries.site.name.in_(locale))  # printed as HTML
        config.site_description = project.registries.site.tagline.in_(locale)
        for option, key in zip(config.theme["palette"], ("light", "dark"), strict=True):
            option["toggle"]["name"] = project.registries.say("page", key, locale)
        return config

    def _read(self) -> None:
        project, _ = read_project(self.root)
        errors = [one for one in check_structure(project) if one.level is Level.ERROR]
        # While people write (`serve`), what can be shown is shown; `serve` itself tells the faults.
        if not project.registries.whole or (errors and not self.drafts):
            raise ContentFaults(errors)
        self.project = project
        self.context = Context(
            project.registries,
            project.published(self.drafts),
            base=canonical_base(project),
            plans=project.plans,
            pages=project.pages,
            history=history(),
        )

    def _configure(self, config: MkDocsConfig) -> None:
        config.markdown_extensions.append(VungXanhExtension(cast(Context, self.context)))
        config.mdx_configs.setdefault("toc", {})["slugify"] = slug
        if not config.site_url:
            config.site_url = self._project.registries.site.url

    @event_priority(0)
    def _before_translation(self, files: Files, config: MkDocsConfig) -> Files:
        add_lessons(self._project, files, config, self.drafts)
        return files

    @event_priority(-150)
    def _after_translation(self, files: Files, config: MkDocsConfig) -> Files:
        return_lessons(self._project, files)
        return files

    @event_priority(-150)
    def on_nav(self, nav: Navigation, files: Files, **_: Any) -> Navigation:
        """Give lessons, which are not in the nav, their place below it."""
        seat_lessons(nav, files)
        return nav

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Tell the extension which page comes next."""
        context = cast(Context, self.context)
        path = Path(page.file.abs_src_path or "").relative_to(self.root)
        context.file = path.as_posix()
        context.locale = cast(Locale, getattr(page.file, "locale", "vi"))
        lesson = taught(self._project, context.file)
        if lesson:
            # The frame is in the reader's language, the plan in the one it was written in.
            built = repairs.locale_of(config)
            context.locale = built if built in lesson.documents else "vi"
            plan = self._project.plan(lesson, built)
            context.teach = (lesson, cast(LessonPlan, plan))
            page.meta["hide"] = ["navigation", "toc"]
            title = lesson.text(context.locale).meta.title
            words = context.say("plan", "page_title").format(title=title)
            page.meta["title"] = escape(words, quote=False)
            page.meta["search"] = {"exclude": True}
            return f"/// {TEACHER_PAGE}\n///"
        if self._is_index(context.file):
            page.meta["hide"] = ["navigation", "toc"]  # the cards are the navigation here
        elif context.file.startswith("lessons/"):
            page.meta["hide"] = ["navigation"]  # lessons are not in it: the head leads back
        if read := self._project.by_path.get(context.file):
            # As we read it, where `no` is a word; the theme prints it as HTML.
            page.meta["title"] = escape(read.meta.title, quote=False)
        page.meta.pop("status", None)  # the theme has a `status` of its own, an icon in the nav
        page.meta["search"] = {"exclude": True}  # from the theme's index: ours is cut at the end
        return markdown

    def _is_index(self, path: str) -> bool:
        """Return whether `path` is the home page, or the page of an audience."""
        audiences = [f"docs/{one.id}/index.md" for one in self._project.registries.audiences]
        return path.replace(".en.md", ".md") in ("docs/index.md", *audiences)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Hold what was rendered against what was read: a block may fail without a word."""
        context = cast(Context, self.context)
        read = self._project.by_path.get(context.file)
        if read and [q.id for q in read.questions] != [q.id for q in context.rendered]:
            log.warning(
                "%s: %d câu hỏi đọc được, %d câu hiện ra.",
                context.file,
                len(read.questions),
                len(context.rendered),
            )
        if context.teach and context.file in self._project.plans:
            key = teaching_key(context.teach[0], repairs.locale_of(config))
        else:
            key = context.file
        self.html[key] = html
        return html

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, **_: Any) -> Any:
        """Give templates the view of the page."""
        context["vx"] = view(self._project, page, config)
        return context

    def on_template_context(self, context: Any, config: MkDocsConfig, **_: Any) -> Any:
        """Give 404.html a view of its own, and the alternates of no page in particular."""
        repairs.fresh_alternates(config)
        context["vx"] = not_found_view(self._project, config)
        return context

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """Keep each language's 404.html until all are built."""
        if template_name == "404.html":
            self.not_found[repairs.locale_of(config)] = self.on_post_page(output)
        return output

    def on_post_page(self, output: str, page: Page | None = None, **_: Any) -> str:
        """Close the page to third parties; `serve` puts a script of its own into pages later."""
        written = (page.content or "") if page else ""
        return output if self.drafts else with_policy(output, written)

    @event_priority(-150)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finish the site once the last language is built (the plugin builds the others first)."""
        if config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        site = Path(config.site_dir)
        assets.join(site / "assets", self._project.registries.ui)
        repairs.split_not_found(site, self.not_found)
        cut(self._project, self.html, site, self.drafts)
        finish(self._project, site, self.drafts)

"""The extension: the quiz block, the computed blocks, the links, and what page they are on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from vungxanh.markdown.citations import Citations
from vungxanh.markdown.computed import computed
from vungxanh.markdown.links import RepositoryLinks
from vungxanh.markdown.notes import FamilyNote, TeacherNote
from vungxanh.markdown.printed_links import PrintedLinks
from vungxanh.markdown.quiz import QuizBlock
from vungxanh.markdown.selftest import SelfTest
from vungxanh.markdown.teach import TeacherPage
from vungxanh.model.change import Change
from vungxanh.model.lesson import Lesson, Locale, Page
from vungxanh.model.plan import LessonPlan
from vungxanh.model.question import Question
from vungxanh.model.registry import Registries
from vungxanh.render import (
    bodies,
    changes,
    coverage,
    figures,
    fines,
    glossary,
    law,
    lessons,
    plans,
    progress,
)
from vungxanh.render import help as helping


@dataclass
class Context:
    """The page being rendered; whoever converts sets it before each page.

    `file` is the page's repository path, `lessons` those a reader may see. `rendered` collects the
    questions met, in order, and `number` counts them. `base` is the public address of the site,
    `plans` holds the lesson plans by path, `teach` what a teacher's page is about.
    `pages` are those that are not lessons, `history` is what editions changed, the newest first.
    """

    registries: Registries
    lessons: list[Lesson]
    file: str = "docs/index.md"
    locale: Locale = "vi"
    number: int = 0
    rendered: list[Question] = field(default_factory=list)
    base: str = ""
    plans: Mapping[str, LessonPlan] = field(default_factory=dict)
    teach: tuple[Lesson, LessonPlan] | None = None
    pages: Sequence[Page] = ()
    history: Sequence[Change] = ()

    def public(self, lesson: Lesson) -> str:
        """Return the public address of `lesson`, as short as it can be."""
        address = lesson.address(self.locale if self.locale in lesson.documents else "vi")
        return (self.base or self.registries.site.url) + address.removesuffix("index.html")

    def say(self, group: str, key: str) -> str:
        """Return the site's words in the page's language."""
        return self.registries.say(group, key, self.locale)


def _lesson_list(context: Context) -> str:
    folder = context.file.split("/")[1]
    audience = next((one for one in context.registries.audiences if one.id == folder), None)
    if not audience:
        return "<div></div>"  # whose lessons? The checks have asked the writer
    return lessons.lesson_list(context.registries, audience, context.lessons, context.locale)


def _coverage(context: Context) -> str:
    registries = context.registries
    rows = coverage.serving(registries, context.lessons, context.pages, context.plans)
    return coverage.coverage(registries, rows, context.locale)


def _changes(context: Context) -> str:
    pages = [*context.lessons, *context.pages]
    return changes.changes(context.registries, pages, context.history, context.locale)


COMPUTED = (
    computed("help", lambda c: helping.help_box(c.registries, c.locale)),
    computed("contacts", lambda c: helping.contacts(c.registries, c.locale)),
    computed("audience-cards", lambda c: lessons.audience_cards(c.registries, c.locale)),
    computed("lesson-list", _lesson_list),
    computed("plan-list", lambda c: plans.plan_list(c.registries, c.lessons, c.plans, c.locale)),
    computed("legal-library", lambda c: law.legal_library(c.registries, c.lessons, c.locale)),
    computed("glossary", lambda c: glossary.glossary(c.registries, c.lessons, c.locale)),
    computed("fines", lambda c: fines.fines(c.registries, c.locale)),
    computed("figures", lambda c: figures.figures(c.registries, c.lessons, c.locale)),
    computed("bodies", lambda c: bodies.bodies(c.registries, c.locale)),
    computed("coverage", _coverage),
    computed("changes", _changes),
    computed("progress", lambda c: progress.progress(c.registries, c.lessons, c.locale)),
)


class VungXanhExtension(BlocksExtension):
    """Teaches Python-Markdown the blocks of this site; `context` tells it which page it is on."""

    def __init__(self, context: Context) -> None:
        self.config = {"context": [context, "the page being rendered"]}
        super().__init__()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's own name
        """Register blocks and links, and start counting anew at each page."""
        super().extendMarkdown(md)
        context = self.getConfig("context")
        # 1: after inline patterns (20) have made the links, before MkDocs (0) resolves them.
        md.treeprocessors.register(RepositoryLinks(md, context), "repository-links", 1)
        md.treeprocessors.register(Citations(md, context), "citations", 1.5)
        md.treeprocessors.register(SelfTest(md, context), "self-test", 2)
        md.treeprocessors.register(PrintedLinks(md, context), "printed-links", 0.5)
        md.registerExtension(self)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the block classes."""
        settings: dict[str, Any] = self.getConfigs()
        for block in (QuizBlock, TeacherNote, FamilyNote, TeacherPage, *COMPUTED):
            block_mgr.register(block, settings)

    def reset(self) -> None:
        """Start a page: no question has been numbered yet."""
        context = self.getConfig("context")
        context.number = 0
        context.rendered = []

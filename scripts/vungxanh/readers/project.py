"""A checkout becomes a Project: lessons, pages and registries, with all problems met on the way."""

import os
import posixpath
import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from vungxanh.model.lesson import (
    LOCALES,
    Document,
    FrontMatter,
    Lesson,
    LessonMeta,
    Locale,
    Page,
    PageMeta,
    TranslationMeta,
)
from vungxanh.model.passage import Passage
from vungxanh.model.plan import Form, LessonPlan
from vungxanh.model.registry import Registries
from vungxanh.problems import Problem
from vungxanh.readers.document import read_document
from vungxanh.readers.plan import read_plan
from vungxanh.readers.prose import passages, registry_passages
from vungxanh.readers.registries import FOLDER, read_registries
from vungxanh.readers.source import read_text
from vungxanh.text.fold import slug

PLAN = "giao-an.md"  # may lie beside a lesson; its page is for the teacher
_NAME = re.compile(r"^[a-z0-9][a-z0-9-]*(?:\.en)?(?:\.[a-z0-9]+)?$")


@dataclass(frozen=True)
class Project:
    """Everything a site is made of. `files` are the repository paths under docs/ and lessons/.

    `plans` are the lesson plans in every language, by repository path. `focus` are the files whose
    language is looked at, where it is not every one.
    """

    root: Path
    registries: Registries
    lessons: tuple[Lesson, ...]
    pages: tuple[Page, ...]
    files: frozenset[str]
    problems: tuple[Problem, ...] = field(default=(), hash=False)
    plans: dict[str, LessonPlan] = field(default_factory=dict, hash=False)
    focus: frozenset[str] | None = None

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every Markdown document, lessons before pages."""
        return tuple(
            document for owner in self.owners.values() for document in owner.documents.values()
        )

    @cached_property
    def texts(self) -> tuple[Document | LessonPlan, ...]:
        """Every Markdown file that has been read: documents, then plans."""
        return (*self.documents, *self.plans.values())

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """Every passage of the documents, the plans and the registries, file by file.

        With a `focus` only those of its files, since reading the others would be for nothing.
        """
        focus = self.focus
        texts = [text for text in self.texts if focus is None or text.path in focus]
        found = [passage for text in texts for passage in passages(text)]
        if focus is None or any(file.startswith(f"{FOLDER}/") for file in focus):
            words = registry_passages(self.registries)
            found += [one for one in words if focus is None or one.file in focus]
        return tuple(found)

    def focused(self, files: frozenset[str]) -> "Project":
        """Return the same house with a look at the language of `files` alone."""
        return replace(self, focus=files)

    @cached_property
    def by_path(self) -> dict[str, Document]:
        """Every Markdown document by its repository path."""
        return {document.path: document for document in self.documents}

    @cached_property
    def owners(self) -> dict[str, Page]:
        """Every lesson and page by the repository path of its Vietnamese text."""
        return {owner.path: owner for owner in (*self.lessons, *self.pages)}

    def plan(self, lesson: Lesson, locale: Locale = "vi") -> LessonPlan | None:
        """Return the plan of `lesson` in `locale`, or the Vietnamese one; None where it has none.

        Plans are written for the schools here, so most have no translation.
        """
        file = plan_path(lesson)
        return self.plans.get(file if locale == "vi" else translation(file), self.plans.get(file))

    def free_id(self, prefix: str) -> str:
        """Return the id after the highest with `prefix`: a free one below may have been used."""
        pairs = [lesson.meta.id.split("-") for lesson in self.lessons]
        last = max((int(number) for name, number in pairs if name == prefix), default=0)
        return f"{prefix}-{last + 1}"

    def published(self, drafts: bool = False) -> list[Lesson]:
        """Return the lessons readers may see, in reading order; with `drafts`, those too."""
        rank = {audience.id: i for i, audience in enumerate(self.registries.audiences)}
        shown = [one for one in self.lessons if drafts or one.meta.status != "draft"]
        known = [one for one in shown if one.audience in rank]
        return sorted(known, key=lambda one: (rank[one.audience], one.meta.order, one.slug))


def read_project(root: Path) -> tuple[Project, list[Problem]]:
    """Read the checkout at `root`; to be built only where its registries are `whole`."""
    registries, problems = read_registries(root)
    files = _files(root)
    problems += _names(files)
    audiences = set(registries.ids("audiences") or ())
    lessons: list[Lesson] = []
    pages: list[Page] = []
    for file in sorted(files):
        if not file.endswith(".md") or file.startswith(f"{FOLDER}/"):
            continue
        if file.endswith(".en.md"):
            problems += _alone(file, files)
            continue
        parts = file.split("/")
        if parts[0] == "lessons":
            if len(parts) != 4 or parts[-1] not in ("index.md", PLAN):
                problems.append(Problem(file, None, "lesson-place"))
            elif parts[-1] != PLAN:
                problems += _audience(file, parts[1], audiences)
                problems += _lesson(root, file, files, lessons)
            elif f"{posixpath.dirname(file)}/index.md" not in files:
                problems.append(Problem(file, None, "plan-alone"))
        else:
            problems += _page(root, file, files, pages)
    problems += _twins(files)
    plans: dict[str, LessonPlan] = {}
    for lesson in lessons:
        problems += _plans(root, lesson, files, plans)
    project = Project(
        root, registries, tuple(lessons), tuple(pages), frozenset(files), tuple(problems), plans
    )
    return project, problems


def plan_path(lesson: Lesson) -> str:
    """Return the path of the Vietnamese plan of `lesson`, written or not."""
    return f"{posixpath.dirname(lesson.path)}/{PLAN}"


def translation(file: str) -> str:
    """Return the path of the English text of `file`."""
    return file.removesuffix(".md") + ".en.md"


def _files(root: Path) -> set[str]:
    found: set[str] = set()
    for top in ("docs", "lessons"):
        for folder, folders, names in os.walk(root / top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            here = Path(folder).relative_to(root).as_posix()
            shown = [name for name in names if not name.startswith(".")]
            found.update(f"{here}/{name}" for name in shown if Path(folder, name).is_file())
    return found


def _names(files: set[str]) -> list[Problem]:
    found = []
    for file in sorted(files):
        bad = [
            part for part in file.removeprefix(FOLDER).split("/") if part and not _NAME.match(part)
        ]
        if bad:
            stem, dot, suffix = unicodedata.normalize("NFC", bad[0]).rpartition(".")
            right = slug(stem) + dot + suffix.lower() if dot else slug(suffix)
            values = {"name": bad[0], "right": right}
            found.append(Problem(file, None, "file-name", values, suggestions=(right,)))
    return found


def _audience(file: str, name: str, known: set[str]) -> list[Problem]:
    if not known or name in known:
        return []
    values = {"name": name, "known": ", ".join(sorted(known))}
    return [Problem(file, None, "audience-unknown", values)]


def _lesson(root: Path, file: str, files: set[str], lessons: list[Lesson]) -> list[Problem]:
    schemas: dict[Locale, type[FrontMatter]] = {"vi": LessonMeta, "en": TranslationMeta}
    documents, problems = _documents(root, file, files, schemas)
    if "vi" in documents:
        _, audience, name, _ = file.split("/")
        meta = documents["vi"].meta
        assert isinstance(meta, LessonMeta)  # noqa: S101 - the schema above makes it so
        lessons.append(Lesson(documents, audience, name, meta))
    return problems


def _plans(
    root: Path, lesson: Lesson, files: set[str], plans: dict[str, LessonPlan]
) -> list[Problem]:
    problems: list[Problem] = []
    form: Form = "2345" if lesson.meta.level == "TH" else "5512"
    for locale in LOCALES:
        file = plan_path(lesson) if locale == "vi" else translation(plan_path(lesson))
        if file in files:
            text, faults = read_text(root, file)
            problems += faults
            if text is not None:
                plans[file], faults = read_plan(text, file, locale, form)
                problems += faults
    return problems


def _page(root: Path, file: str, files: set[str], pages: list[Page]) -> list[Problem]:
    documents, problems = _documents(root, file, files, {"vi": PageMeta, "en": PageMeta})
    if "vi" in documents:
        pages.append(Page(documents))
    return problems


def _documents(
    root: Path, file: str, files: set[str], schemas: dict[Locale, type[FrontMatter]]
) -> tuple[dict[Locale, Document], list[Problem]]:
    documents: dict[Locale, Document] = {}
    problems: list[Problem] = []
    for locale in LOCALES:
        name = file if locale == "vi" else translation(file)
        if name not in files:
            continue
        text, faults = read_text(root, name)
        problems += faults
        if text is None:
            continue
        document, faults = read_document(text, name, locale, schemas[locale])
        problems += faults
        if document:
            documents[locale] = document
    return documents, problems


def _alone(file: str, files: set[str]) -> list[Problem]:
    """A translation renders a text; without it nobody would ever see the page."""
    original = file.removesuffix(".en.md") + ".md"
    if original in files:
        return []
    return [Problem(file, None, "translation-alone", {"original": original})]


def _twins(files: set[str]) -> list[Problem]:
    """Lessons and pages share one address space: `docs/a/b.md` and `lessons/a/b.md` would meet."""
    return [
        Problem(file, None, "address-taken", {"other": "docs/" + file.removeprefix("lessons/")})
        for file in sorted(files)
        if file.startswith("lessons/") and "docs/" + file.removeprefix("lessons/") in files
    ]

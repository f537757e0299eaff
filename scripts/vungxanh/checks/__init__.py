"""Floor 3: each check takes a project and returns problems. Nothing is printed, nothing written."""

from collections.abc import Callable

from vungxanh.checks.access import check_access
from vungxanh.checks.addresses import check_addresses
from vungxanh.checks.calling import check_calling
from vungxanh.checks.citations import check_citations
from vungxanh.checks.exemptions import excuse
from vungxanh.checks.figures import check_figures
from vungxanh.checks.fines import check_fines
from vungxanh.checks.hints import check_hints
from vungxanh.checks.language import check_language
from vungxanh.checks.language.short_forms import check_short_forms
from vungxanh.checks.law import check_law
from vungxanh.checks.lessons import check_lessons
from vungxanh.checks.links import check_links
from vungxanh.checks.markup import check_markup
from vungxanh.checks.moved import check_moved
from vungxanh.checks.names import check_names
from vungxanh.checks.parity import check_parity
from vungxanh.checks.plans import check_plans
from vungxanh.checks.processes import side_by_side
from vungxanh.checks.quizzes import check_quizzes
from vungxanh.checks.reading import check_reading
from vungxanh.checks.registries import check_registries
from vungxanh.checks.safety import check_safety
from vungxanh.checks.slides import check_slides
from vungxanh.checks.stale import check_stale
from vungxanh.checks.teaching import check_teaching
from vungxanh.checks.tone import check_tone
from vungxanh.checks.translation import check_translation
from vungxanh.problems import Level, Problem
from vungxanh.readers.project import Project

# What must hold before a page can be rendered at all; `build` runs these and no more.
STRUCTURAL: tuple[Callable[[Project], list[Problem]], ...] = (
    check_registries,
    check_law,
    check_lessons,
    check_moved,
    check_quizzes,
    check_parity,
    check_plans,
    check_links,
    check_markup,
    check_slides,
)

# What makes a page true and well written; `check` and `publish` run these too.
WRITING: tuple[Callable[[Project], list[Problem]], ...] = (
    check_access,
    check_addresses,
    check_calling,
    check_citations,
    check_figures,
    check_fines,
    check_hints,
    check_names,
    check_reading,
    check_safety,
    check_stale,
    check_teaching,
    check_tone,
    check_translation,
    check_language,
    check_short_forms,
)


def check_structure(project: Project) -> list[Problem]:
    """Return the faults of reading and of structure."""
    return [*project.problems, *(found for check in STRUCTURAL for found in check(project))]


def check_all(project: Project, processes: bool = False) -> list[Problem]:
    """Return every fault, those aside that a writer let stand; see `exemptions`.

    An error of structure cannot be let stand: the page could not be rendered as it was meant. With
    `processes` large houses are checked side by side; not for programs that have threads.
    """
    if processes:
        structure, writing = side_by_side(WRITING, project, lambda: check_structure(project))
    else:
        structure = check_structure(project)
        writing = [found for check in WRITING for found in check(project)]
    grave = [one for one in structure if one.level is Level.ERROR]
    light = [one for one in structure if one.level is not Level.ERROR]
    return [*grave, *excuse(project, light + writing)]

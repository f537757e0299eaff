"""Floor 3: each check takes a project and returns problems. Nothing is printed, nothing written."""

from collections.abc import Callable

from vungxanh.checks.law import check_law
from vungxanh.checks.lessons import check_lessons
from vungxanh.checks.links import check_links
from vungxanh.checks.parity import check_parity
from vungxanh.checks.plans import check_plans
from vungxanh.checks.quizzes import check_quizzes
from vungxanh.checks.registries import check_registries
from vungxanh.checks.slides import check_slides
from vungxanh.problems import Problem
from vungxanh.readers.project import Project

# What must hold before a page can be rendered at all; `build` runs these and no more.
STRUCTURAL: tuple[Callable[[Project], list[Problem]], ...] = (
    check_registries,
    check_law,
    check_lessons,
    check_quizzes,
    check_parity,
    check_plans,
    check_links,
    check_slides,
)


def check_structure(project: Project) -> list[Problem]:
    """Return the faults of reading and of structure."""
    return [*project.problems, *(found for check in STRUCTURAL for found in check(project))]

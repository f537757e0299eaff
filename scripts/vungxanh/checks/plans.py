"""What a lesson plan must keep to: the lesson's minutes, and its place with the teachers."""

from vungxanh.problems import Problem
from vungxanh.readers.project import Project, plan_path


def check_plans(project: Project) -> list[Problem]:
    """Return the faults of every plan against its lesson, and the lessons that have none."""
    problems: list[Problem] = []
    for lesson in project.lessons:
        file = plan_path(lesson)
        plans = [plan for path in (file, f"{file[:-3]}.en.md") if (plan := project.plans.get(path))]
        if not plans and lesson.meta.status != "draft" and file not in project.files:
            problems.append(Problem(lesson.path, None, "plan-none", {"file": file}))
        for plan in plans:
            timed = plan.activities and all(one.minutes for one in plan.activities)
            if timed and plan.minutes != lesson.meta.minutes:
                values = {
                    "sum": " + ".join(str(one.minutes) for one in plan.activities),
                    "found": str(plan.minutes),
                    "expected": str(lesson.meta.minutes),
                }
                line = plan.course.line
                problems.append(Problem(plan.path, line, "plan-minutes", values))
    return problems

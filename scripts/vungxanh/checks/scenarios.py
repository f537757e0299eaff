"""A scenario leads somewhere: every way has a step, every step is met, and an end is in reach."""

from collections.abc import Iterable
from difflib import get_close_matches

from vungxanh.model.question import Question, Step


def check_scenario(question: Question) -> Iterable[tuple[int, str, dict[str, str]]]:
    """Yield (line, code, values) for each place where a learner would be lost."""
    steps = {step.id: step for step in question.steps if step.id}
    for step in question.steps:
        for way in step.ways:
            if way.target not in steps:
                near = get_close_matches(way.target, steps, 1)
                values = {"target": way.target, "known": ", ".join(near or steps)}
                yield way.line, "scenario-nowhere", values
    if not steps or any(not step.id for step in question.steps):
        return  # named first
    if all(step.ways for step in question.steps):
        yield question.line, "scenario-no-end", {}
        return
    met = _reached(question.steps[0], steps)
    for step in question.steps:
        if step.id not in met:
            yield step.line, "scenario-unmet", {"step": step.id}
        elif not any(not steps[one].ways for one in _reached(step, steps)):
            yield step.line, "scenario-circle", {"step": step.id}


def _reached(start: Step, steps: dict[str, Step]) -> set[str]:
    """Return the ids of the steps that can be come to from `start`, itself included."""
    met, waiting = {start.id}, [start]
    while waiting:
        for way in waiting.pop().ways:
            if way.target in steps and way.target not in met:
                met.add(way.target)
                waiting.append(steps[way.target])
    return met

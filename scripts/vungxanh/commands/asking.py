"""What a verb wants to know: from an option, or from the person at the terminal."""

import sys
from collections.abc import Callable
from typing import TypeVar

from vungxanh.commands.common import say

Value = TypeVar("Value")


class Unfit(Exception):  # noqa: N818 - read aloud: unfit
    """What was typed cannot be; the text says why, with an example."""


def at_terminal() -> bool:
    """Return whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def take(
    question: str, given: str | None, parse: Callable[[str], Value], default: str = ""
) -> Value:
    """Return what `parse` makes of `given`, or of the answer to `question`.

    Where nobody can be asked it is `default`. Raises Unfit if `given` cannot be; an answer that
    cannot be is asked for again. Raises EOFError where the answers end.
    """
    if given:
        return parse(given)
    if not at_terminal():
        return parse(default)
    shown = f"{question} [{default}]: " if default else f"{question}: "
    while True:
        say_open(shown)
        answer = sys.stdin.readline()
        if not answer:
            raise EOFError
        try:
            return parse(answer.strip() or default)
        except Unfit as reason:
            say(f"  {reason}")


def say_open(text: str) -> None:
    """Say without ending the line: the answer comes after it."""
    print(text, end="", file=sys.stderr, flush=True)

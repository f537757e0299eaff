"""Patterns of running text, where any blank may be a line break or a non-breaking space."""

import re


def phrases(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile `pattern`, in which each blank stands for one or more blanks of any kind."""
    return re.compile(pattern.replace(" ", r"\s+"), flags)


def hints_at(text: str, words: tuple[str, ...]) -> bool:
    """Return whether `text` has one of `words`, which are in lower case.

    A pattern with many alternatives is slow, and nine passages in ten have none of them.
    """
    low = text.casefold()
    return any(word in low for word in words)

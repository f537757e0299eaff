"""Patterns of running text, where any blank may be a line break or a non-breaking space."""

import re


def phrases(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile `pattern`, in which each blank stands for one or more blanks of any kind."""
    return re.compile(pattern.replace(" ", r"\s+"), flags)

"""Passages that were left in the other language, and translations built otherwise.

Names, laws, numbers and mottos stay as they are in English texts, so only whole passages count.
"""

import re
from collections.abc import Iterator

from vungxanh.model.lesson import Locale, Page
from vungxanh.model.passage import Passage
from vungxanh.problems import Problem
from vungxanh.readers.notes import headings
from vungxanh.readers.project import Project, translation

_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)
# The commonest words of English that are no syllables of Vietnamese.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "is",
        "are",
        "was",
        "were",
        "it",
        "this",
        "that",
        "these",
        "those",
        "with",
        "for",
        "from",
        "you",
        "your",
        "they",
        "their",
        "what",
        "when",
        "where",
        "which",
        "who",
        "how",
        "why",
        "not",
        "will",
        "would",
        "should",
        "could",
        "has",
        "have",
        "had",
        "been",
        "if",
        "there",
        "here",
        "about",
        "into",
        "out",
        "some",
        "any",
        "all",
        "one",
        "says",
        "said",
        "ask",
        "tell",
        "does",
    ]
)
_LEAST = 7  # words: fewer may be a name, a motto or a label
_VIETNAMESE_SHARE = 0.5  # of the words of a Vietnamese sentence, about three in four have a mark
_ENGLISH_SHARE = 0.2  # of the words of an English sentence, about one in three are among these


def check_translation(project: Project) -> list[Problem]:
    """Return passages in the other language, and translations with other headings."""
    found = [
        problem
        for passage in project.prose
        if passage.kind != "words" and not passage.quoted and (problem := _left(passage))
    ]
    return found + [one for owner in project.owners.values() for one in _headings(owner)]


def _left(passage: Passage) -> Problem | None:
    """Return the problem of a passage that is written in the other language."""
    text = passage.text
    if not _hints(text, passage.locale):
        return None
    for start, end in reversed(passage.quotations):
        text = text[:start] + " " + text[end:]
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST:
        return None
    marked = sum(1 for word in words if _MARKED.search(word)) / len(words)
    english = sum(1 for word in words if word in _ENGLISH) / len(words)
    if passage.locale == "en" and marked >= _VIETNAMESE_SHARE and english < _ENGLISH_SHARE / 2:
        code = "translation-left"
    elif passage.locale == "vi" and english >= _ENGLISH_SHARE and marked < _VIETNAMESE_SHARE / 2:
        code = "translation-english"
    else:
        return None
    shown = " ".join(passage.text.split())
    line, column = passage.place(0)
    return Problem(passage.file, line, code, {"found": shown[:60]}, column)


def _hints(text: str, locale: Locale) -> bool:
    """Return whether it is worth looking: a glance at letters and words, which nearly all pass."""
    words = text.casefold().split()
    if locale == "en":
        return len(_MARKED.findall(text)) * 3 > len(words)
    return sum(word in _ENGLISH for word in words) * 10 > len(words)


def _headings(owner: Page) -> Iterator[Problem]:
    """A translation has as many headings, unless a person knows why not."""
    documents = owner.documents
    if "en" not in documents:
        return
    counts = {locale: len(headings(one.body, one.body_line)) for locale, one in documents.items()}
    if counts["vi"] != counts["en"]:
        values = {"count": str(counts["en"]), "expected": str(counts["vi"]), "other": owner.path}
        yield Problem(translation(owner.path), None, "translation-headings", values)

"""Where a place stands: at the beginning of a sentence, in somebody else's writing."""

from vungxanh.model.passage import Passage

_SPEECH = (".", "?", "!", "…")


def own_spelling(passage: Passage, offset: int) -> bool:
    """Return whether the letter at `offset` stands in a title, a term or a block quotation.

    Textbooks write hoá and kĩ, so what is quoted of them does. Speech, which ends as a sentence
    does (“Em hiểu rồi.”), is ours.
    """
    if passage.quoted:
        return True
    quotation = passage.quotation(offset)
    return quotation is not None and not quotation.rstrip("”’").endswith(_SPEECH)


def begins(text: str, at: int) -> bool:
    """Return whether what stands at `at` of `text` begins a sentence, a quotation or a line."""
    before = text[:at].rstrip(" \u00a0“‘(")
    return not before or before[-1] in ".?!:…\n" or text[at - 1] in "“‘"

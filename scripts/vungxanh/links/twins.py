"""Two spellings that a person takes for one, and a server for two."""

import unicodedata


def twin(text: str) -> str:
    """Return what `text` and its twins share: no capitals, composed marks (NFC)."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())

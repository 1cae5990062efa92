"""Which characters no text may hold, wherever it comes from: typed, pasted, or out of a file."""

import unicodedata
from typing import Final

LINE_CHARACTERS: Final = frozenset("\t\n\r")
"""Control characters that end lines or part columns: they are read as line ends and spaces."""


def holds_control(text: str) -> bool:
    """Tell whether a text holds a control character, or half a character that no file can be written with."""
    return not text.isprintable() and any(
        unicodedata.category(letter) in {"Cc", "Cs"} and letter not in LINE_CHARACTERS for letter in text
    )

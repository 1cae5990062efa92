"""Names and words as they are compared: without case, marks and foreign letters."""

import unicodedata

from anyascii import anyascii

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})
_WITHOUT_MARKS = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


def folded(text: str) -> str:
    """Return text as it is searched: `Çelik` is `celik`, `Søren` is `soeren`, other scripts are in Latin letters."""
    if text.isascii():  # most names are, and need no table
        return text.casefold()
    return anyascii(lowered(text).translate(_DANISH)).casefold()


def bare(text: str) -> str:
    """Return text with Danish letters and marks taken off, so that `soren` finds `Søren`."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFD", lowered(text).translate(_WITHOUT_MARKS))
    return anyascii("".join(letter for letter in letters if not unicodedata.combining(letter))).casefold()


def lowered(text: str) -> str:
    """Return text in small letters, each with its marks in one character, however it was written down."""
    return unicodedata.normalize("NFC", text.casefold())

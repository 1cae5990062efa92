"""Names and words as they are compared: without case, marks and foreign letters."""

import unicodedata

from anyascii import anyascii

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})
_WITHOUT_MARKS = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


def folded(text: str) -> str:
    """Return text as it is searched: `Çelik` is `celik`, `Søren` is `soeren`, other scripts are in Latin letters."""
    if text.isascii():  # most names are, and need no table
        return text.casefold()
    return anyascii(text.casefold().translate(_DANISH)).casefold()


def bare(text: str) -> str:
    """Return text with Danish letters and marks taken off, so that `soren` finds `Søren`."""
    letters = unicodedata.normalize("NFD", text.casefold().translate(_WITHOUT_MARKS))
    return anyascii("".join(letter for letter in letters if not unicodedata.combining(letter))).casefold()

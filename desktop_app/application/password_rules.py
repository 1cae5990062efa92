"""What a new password must be: long enough, and not one of those that are tried first."""

import unicodedata
from enum import IntEnum
from typing import Final

MINIMUM_PASSWORD_LENGTH: Final = 12

_WELL_KNOWN: Final = (
    "adgangskode",
    "password",
    "kodeord",
    "hemmelig",
    "velkommen",
    "welcome",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "integrationsteamet",
    "integration",
    "kommune",
    "enplan",
    "danmark",
    "sommer",
    "vinter",
    "efterår",
    "forår",
)
"""Words that are tried first; each counts as one letter."""

_FAIR, _GOOD, _STRONG = 7, 11, 16


class Strength(IntEnum):
    """How hard a password is to guess; TOO_SHORT and WEAK are not taken."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


def password_strength(password: str) -> Strength:
    """Return how hard a password is to guess.

    What counts is how many characters somebody must guess: a character that repeats or follows the one before it counts
    for nothing, a digit for half, a word everybody tries for one. It is a rule of thumb that catches the worst; length
    is the best there is.
    """
    text = unicodedata.normalize("NFC", password)
    if len(text) < MINIMUM_PASSWORD_LENGTH:
        return Strength.TOO_SHORT
    guessed = _characters_to_guess(text.casefold())
    if guessed < _FAIR:
        return Strength.WEAK
    if guessed < _GOOD:
        return Strength.FAIR
    return Strength.GOOD if guessed < _STRONG else Strength.STRONG


def _characters_to_guess(text: str) -> float:
    for word in _WELL_KNOWN:
        text = text.replace(word, word[0])
    counted = 0.0
    before = ""
    for character in text:
        follows = bool(before) and abs(ord(character) - ord(before)) <= 1
        if not follows:
            counted += 0.5 if character.isdigit() else 1
        before = character
    return counted

"""What a new password must be: long enough, and not one of those that are tried first."""

import itertools
import secrets
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

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz"
"""What is not taken for another letter when it is read aloud or copied by hand."""
_GROUPS, _GROUP = 5, 4

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


def proposed_password() -> str:
    """Return a password nobody can guess, for something that is handed over and not opened every day."""
    drawn = ("-".join(_drawn_group() for _ in range(_GROUPS)) for _ in itertools.count())
    return next(password for password in drawn if password_strength(password) is Strength.STRONG)


def _drawn_group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_GROUP))


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

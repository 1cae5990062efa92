"""Choosing a new password: what is wrong with it, and how hard it is to guess, in words."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop_app.application.errors import PasswordTooShort
from desktop_app.application.password_rules import MINIMUM_PASSWORD_LENGTH, Strength, password_strength
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _, _n

MOST_BARS = int(Strength.STRONG)

_WORDS: Mapping[Strength, Callable[[], str]] = {
    Strength.WEAK: lambda: _("Weak password"),
    Strength.FAIR: lambda: _("Fair password"),
    Strength.GOOD: lambda: _("Good password"),
    Strength.STRONG: lambda: _("Strong password"),
}


@dataclass(frozen=True, slots=True)
class StrengthShown:
    """How hard a password is to guess: of `MOST_BARS` bars so many, and a word for it."""

    bars: int
    word: str


def strength_shown(password: str) -> StrengthShown:
    """Return how the strength of what is typed is shown; nothing typed shows nothing."""
    if not password:
        return StrengthShown(0, "")
    strength = password_strength(password)
    if strength is Strength.TOO_SHORT:
        missing = MINIMUM_PASSWORD_LENGTH - len(unicodedata.normalize("NFC", password))
        return StrengthShown(0, _n("{n} more character", "{n} more characters", missing).format(n=missing))
    return StrengthShown(int(strength), _WORDS[strength]())


def password_advice() -> str:
    """Return what stands over the field."""
    return _("Use at least {n} characters. Four random words are good.").format(n=MINIMUM_PASSWORD_LENGTH)


def password_problem(password: str) -> str:
    """Return what is wrong with a new password, empty when nothing is."""
    if not password:
        return _("Type a password.")
    strength = password_strength(password)
    if strength is Strength.TOO_SHORT:
        return error_text(PasswordTooShort(MINIMUM_PASSWORD_LENGTH))
    if strength is Strength.WEAK:
        return _("The password is too easy to guess. Choose four random words, for instance.")
    return ""


def repeated_problem(password: str, repeated: str) -> str:
    """Return what is wrong with the password typed a second time, empty when nothing is."""
    if not repeated:
        return _("Type the password once more.")
    if unicodedata.normalize("NFC", password) != unicodedata.normalize("NFC", repeated):
        return _("The two passwords are not alike. Type the password once more.")
    return ""

"""How hard a password is to guess."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.password_rules import (
    MINIMUM_PASSWORD_LENGTH,
    Strength,
    password_strength,
    proposed_password,
)


@pytest.mark.parametrize(
    ("password", "strength"),
    [
        ("", Strength.TOO_SHORT),
        ("xK3!vß9#øQz", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnop", Strength.WEAK),
        ("fedcba987654", Strength.WEAK),
        ("123412341234", Strength.WEAK),
        ("010190123456", Strength.WEAK),
        ("adgangskode1", Strength.WEAK),
        ("Sommer2026Sommer2026", Strength.WEAK),
        ("Integrationsteamet2026", Strength.WEAK),
        ("Velkommen til Kommune", Strength.FAIR),
        ("kvistehæk2026", Strength.FAIR),
        ("xkqvszmrtbnw", Strength.GOOD),
        ("fire tilfældige ord", Strength.STRONG),
        ("cykel måne radise kakkelovn", Strength.STRONG),
    ],
)
def test_what_is_tried_first_is_weak_and_what_is_long_and_mixed_is_strong(password: str, strength: Strength) -> None:
    assert password_strength(password) is strength


def test_letters_count_however_they_are_composed() -> None:
    assert password_strength("a\u030a" * (MINIMUM_PASSWORD_LENGTH - 1)) is Strength.TOO_SHORT


@given(st.text(max_size=40))
def test_only_a_password_of_the_least_length_is_more_than_too_short(password: str) -> None:
    is_long = len(unicodedata.normalize("NFC", password)) >= MINIMUM_PASSWORD_LENGTH

    assert (password_strength(password) > Strength.TOO_SHORT) is is_long


def test_a_password_that_is_proposed_is_strong_and_has_no_letters_that_look_alike() -> None:
    proposed = {proposed_password() for _ in range(50)}

    assert len(proposed) == 50
    assert {password_strength(password) for password in proposed} == {Strength.STRONG}
    assert not set("".join(proposed)) & set("iloIO01")

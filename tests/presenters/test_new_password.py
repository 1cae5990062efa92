"""What is said of a new password."""

import pytest

from desktop_app.presenters.new_password import (
    MOST_BARS,
    StrengthShown,
    password_advice,
    password_problem,
    repeated_problem,
    strength_shown,
)


@pytest.mark.parametrize(
    ("password", "shown"),
    [
        ("", StrengthShown(0, "")),
        ("fire tilfæ", StrengthShown(0, "2 tegn mere")),
        ("fire tilfæl", StrengthShown(0, "1 tegn mere")),
        ("aaaaaaaaaaaa", StrengthShown(1, "Svag adgangskode")),
        ("kvistehæk2026", StrengthShown(2, "Rimelig adgangskode")),
        ("xkqvszmrtbnw", StrengthShown(3, "God adgangskode")),
        ("fire tilfældige ord", StrengthShown(MOST_BARS, "Stærk adgangskode")),
    ],
)
def test_strength_is_told_in_bars_and_a_word(password: str, shown: StrengthShown) -> None:
    assert strength_shown(password) == shown


def test_what_is_asked_for_stands_over_the_field() -> None:
    assert password_advice() == "Mindst 12 tegn. Gerne fire tilfældige ord."


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("", "Skriv en adgangskode."),
        ("kort", "Adgangskoden skal have mindst 12 tegn. Fire tilfældige ord er godt."),
        ("aaaaaaaaaaaa", "Adgangskoden er for let at gætte. Vælg for eksempel fire tilfældige ord."),
        ("kvistehæk2026", ""),
    ],
)
def test_a_password_that_will_not_do_says_why(password: str, problem: str) -> None:
    assert password_problem(password) == problem


@pytest.mark.parametrize(
    ("password", "repeated", "problem"),
    [
        ("fire tilfældige ord", "", "Skriv adgangskoden én gang til."),
        (
            "fire tilfældige ord",
            "fire tilfældige or",
            "De to adgangskoder er ikke ens. Skriv adgangskoden én gang til.",
        ),
        ("måne", "ma\u030ane", ""),
    ],
)
def test_the_second_typing_must_be_the_first(password: str, repeated: str, problem: str) -> None:
    assert repeated_problem(password, repeated) == problem

"""What is said of a store that may not be the latest."""

from datetime import datetime

import pytest

from desktop_app.application.store_mark import MarkState, MarkWarning
from desktop_app.presenters.mark_texts import (
    go_on_consequence,
    mark_body,
    mark_title,
    missing_text,
    password_not_changed,
)

LAST = datetime(2026, 11, 21, 14, 32).astimezone()


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (MarkState.BEHIND, "Filen med sagerne er ældre end den, der sidst blev arbejdet i"),
        (MarkState.OTHER_HISTORY, "Filen med sagerne er ikke den, der sidst blev arbejdet i"),
        (MarkState.CHANGED, "Filen med sagerne er ændret af noget andet end Én Plan"),
        (MarkState.MISSING, "Mærket ved siden af filen med sagerne mangler"),
        (MarkState.DAMAGED, "Mærket ved siden af filen med sagerne er beskadiget"),
        (MarkState.OTHER_STORE, "Mærket ved siden af filen med sagerne hører til en anden fil"),
    ],
)
def test_each_thing_that_can_be_wrong_has_its_sentence(state: MarkState, title: str) -> None:
    assert mark_title(MarkWarning(state=state)) == title


def test_of_an_older_file_it_is_said_what_is_missing_and_what_is_the_latest_in_it() -> None:
    warning = MarkWarning(state=MarkState.BEHIND, missing=4, last_at=LAST, last_by="Mette Jensen")

    assert mark_body(warning) == (
        "Der mangler 4 linjer i loggen. Den seneste ændring i filen er lavet af Mette Jensen den 21.11.2026 kl. 14.32."
        " Filen er kun åben til læsning. Vælg en sikkerhedskopi, eller arbejd videre i denne fil."
    )


def test_of_another_file_nothing_is_known_to_be_missing() -> None:
    warning = MarkWarning(state=MarkState.CHANGED, last_at=LAST, last_by="Mette Jensen")

    assert mark_body(warning).startswith("Den seneste ændring i filen")


def test_where_no_line_is_missing_nothing_is_said_of_any() -> None:
    assert missing_text(MarkWarning(state=MarkState.BEHIND, missing=1)) == "Der mangler 1 linje i loggen."
    assert missing_text(MarkWarning(state=MarkState.CHANGED)) == ""


def test_without_a_mark_nobody_knows_and_it_says_that_there_is_a_new_one() -> None:
    assert mark_body(MarkWarning(state=MarkState.MISSING)) == (
        "Derfor kan programmet ikke se, om filen er den nyeste. Der er aldrig ændret noget i filen."
        " Mangler der noget, så vælg en sikkerhedskopi. Der er lavet et nyt mærke, og det står i loggen."
    )


def test_who_comes_in_with_the_recovery_key_is_told_that_the_new_password_is_not_kept() -> None:
    assert password_not_changed() == (
        "Din nye adgangskode blev ikke gemt, fordi filen kun er åben til læsning. Brug nødnøglen igen, når arbejdet"
        " går videre."
    )


def test_who_goes_on_is_told_what_follows() -> None:
    warning = MarkWarning(state=MarkState.BEHIND, missing=4, last_at=LAST, last_by="Mette Jensen")

    assert go_on_consequence(warning) == (
        "Den seneste ændring i filen er lavet af Mette Jensen den 21.11.2026 kl. 14.32. Det, der er skrevet senere, er"
        " ikke i den. Filen kontrolleres først, og det står i loggen, at du arbejder videre i den."
    )

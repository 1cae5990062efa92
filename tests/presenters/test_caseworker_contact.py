"""Whom to ask about a case."""

import pytest

from desktop_app.presenters.caseworker_contact import contact_text, contact_title
from tests.builders import a_case, a_citizen
from tests.fakes import a_line_of

COLLEAGUES = {"MJ": "Mette Jensen"}


def colleague(initials: str) -> str:
    return COLLEAGUES.get(initials, initials)


def test_the_title_says_whose_case_it_is() -> None:
    line = a_line_of(a_case(citizen=a_citizen(given_names="Rima", family_name="Al-Hassan"), case_number="2026-014"))

    assert contact_title(line) == "Al-Hassan, Rima, sag 2026-014"


@pytest.mark.parametrize(
    ("caseworker", "sentence"),
    [
        ("MJ", "Sagsbehandleren er Mette Jensen (MJ)."),
        ("XX", "Sagsbehandleren er XX."),
        (None, "Ingen er ansvarlig for sagen endnu. Spørg en leder, hvem der tager den."),
    ],
)
def test_the_caseworker_is_named_and_the_content_is_theirs(caseworker: str | None, sentence: str) -> None:
    line = a_line_of(a_case(responsible_caseworker=caseworker))

    assert contact_text(line, colleague) == f"{sentence} Sagens indhold er for sagsbehandlerne."

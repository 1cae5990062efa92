"""The roles in words."""

import pytest

from desktop_app.application.permission import NotAllowed, TeamProblem, TeamRefused
from desktop_app.domain.role import Act, Role
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.role_texts import not_allowed_text, role_choice, role_meaning, role_text
from desktop_app.translation import DANISH, ENGLISH, set_language


def test_roles_are_called_what_the_municipality_calls_them() -> None:
    assert [role_text(role) for role in Role] == ["leder", "sagsbehandler", "modtagelse", "administrator", "tilsyn"]
    assert role_text(None) == "uden rolle"
    assert role_choice(Role.AUDITOR) == "Tilsyn"


@pytest.mark.parametrize("role", Role)
def test_each_says_what_it_may_in_a_sentence(role: Role) -> None:
    assert role_meaning(role).endswith(".")


def test_who_may_not_is_told_who_may() -> None:
    assert not_allowed_text(NotAllowed(Act.ERASE_PERSON, Role.CASEWORKER)) == (
        "I rollen sagsbehandler kan du ikke slette en person. Det kan: leder. Bed en af dem om det."
    )
    assert not_allowed_text(NotAllowed(Act.CHECK_USE, Role.RECEPTION)) == (
        "I rollen modtagelse kan du ikke kontrollere, hvordan sagerne er brugt. Det kan: leder, tilsyn. Bed en af dem"
        " om det."
    )


def test_who_has_no_role_is_told_to_ask_for_one() -> None:
    assert not_allowed_text(NotAllowed(Act.OPEN_CASE, None)) == (
        "Du har ingen rolle endnu, så du kan ikke åbne en sag. Bed en leder om at give dig en."
    )


@pytest.mark.parametrize("language", [DANISH, ENGLISH])
@pytest.mark.parametrize("act", Act)
def test_every_act_can_be_said(act: Act, language: str) -> None:
    set_language(language)
    try:
        assert "{" not in error_text(NotAllowed(act, Role.AUDITOR))
    finally:
        set_language(DANISH)


@pytest.mark.parametrize("problem", TeamProblem)
def test_why_the_team_is_left_as_it_is_says_what_to_do(problem: TeamProblem) -> None:
    assert "Bed " in error_text(TeamRefused(problem))

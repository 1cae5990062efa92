"""Tilføj person: everything typed is right, or it is said at its field and nobody is added."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    LastUser,
    PasswordTooShort,
    UserNameTaken,
)
from desktop_app.application.permission import TeamProblem, TeamRefused
from desktop_app.domain.role import Role
from desktop_app.presenters.new_person_presenter import NewPersonPresenter, PersonField, TypedPerson, meaning_of
from tests.presenters.team import PASSWORD, FakeTeam, SeenDialog, Told

ANNA = TypedPerson(name=" Anna  Krogh ", initials="AK ", role="reception", password=PASSWORD, repeated=PASSWORD)
SHORT, EASY = "kort", "aaaaaaaaaaaa"


class Desk:
    def __init__(self) -> None:
        self.view, self.team, self.told = SeenDialog(), FakeTeam(), Told()
        self.presenter = NewPersonPresenter(self.view, self.told, work=self.team)
        self.presenter.ask(list(Role))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_no_role_is_chosen_to_begin_with(desk: Desk) -> None:
    [(roles,)] = desk.view.asked
    assert isinstance(roles, Sequence)

    assert roles[:2] == [("", "Vælg …"), ("leader", "Leder")]
    assert len(roles) == 1 + len(Role)


def test_what_a_role_means_is_told_as_it_is_chosen() -> None:
    assert meaning_of("") == "Rollen bestemmer, hvad personen ser og kan."
    assert meaning_of("auditor").startswith("Læser alle sager uden navne")


def test_how_hard_the_password_is_to_guess_is_told(desk: Desk) -> None:
    desk.presenter.type_password(PASSWORD)

    assert desk.view.strength
    assert desk.view.strength.word == "Stærk adgangskode"


def test_somebody_is_added_and_listed(desk: Desk) -> None:
    desk.presenter.save(ANNA)

    anna = desk.team.all[-1]
    assert (anna.name, anna.initials, anna.role) == ("Anna Krogh", "AK", Role.RECEPTION)
    assert desk.team.passwords == {"Anna Krogh": PASSWORD}
    assert (desk.view.is_finished, desk.told.listings) == (True, 1)
    assert desk.told.done == ["Anna Krogh (AK) har adgang som modtagelse."]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (replace(ANNA, name=" "), PersonField.NAME),
        (replace(ANNA, name="A" * 201), PersonField.NAME),
        (replace(ANNA, name="An\x07na"), PersonField.NAME),
        (replace(ANNA, initials=""), PersonField.INITIALS),
        (replace(ANNA, initials="A" * 51), PersonField.INITIALS),
        (replace(ANNA, role=""), PersonField.ROLE),
        (replace(ANNA, password=SHORT, repeated=SHORT), PersonField.PASSWORD),
        (replace(ANNA, password=EASY, repeated=EASY), PersonField.PASSWORD),
        (replace(ANNA, repeated="noget andet"), PersonField.REPEATED),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nobody_is_added(
    desk: Desk, typed: TypedPerson, field: PersonField
) -> None:
    desk.presenter.save(typed)

    assert list(desk.view.problems) == [field]
    assert len(desk.team.all) == 3
    assert not desk.view.is_finished


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (UserNameTaken("anna krogh"), PersonField.NAME),
        (UserNameTaken("AK"), PersonField.INITIALS),
        (TeamRefused(TeamProblem.LEADERS_ONLY), PersonField.ROLE),
        (TeamRefused(TeamProblem.ONESELF), ""),
    ],
)
def test_what_is_refused_is_said_where_it_was_typed(desk: Desk, error: ApplicationError, field: str) -> None:
    desk.team.error = error

    desk.presenter.save(ANNA)

    assert list(desk.view.problems) == [field]
    assert (desk.view.is_finished, desk.told.done) == (False, [])


@pytest.mark.parametrize("error", [PasswordTooShort(12), LastUser("MJ")])
def test_anything_else_that_goes_wrong_is_said_over_the_fields(desk: Desk, error: ApplicationError) -> None:
    desk.team.error = error

    desk.presenter.save(ANNA)

    assert len(desk.view.errors) == 1
    assert not desk.view.is_finished

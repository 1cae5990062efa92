"""What is done to one person: another role, a new password, no access any more."""

from collections.abc import Callable

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.domain.role import Role
from desktop_app.presenters.people_texts import (
    confirmation_label,
    new_password_explanation,
    new_person_explanation,
    new_role_explanation,
    removal_explanation,
    removal_leaves,
    team_explanation,
)
from desktop_app.presenters.person_presenter import NewPasswordPresenter, NewRolePresenter, RemovalPresenter
from tests.presenters.team import KAREN, LARS, PASSWORD, FakeTeam, SeenDialog, Told

FULL = StorageUnavailable(StorageTrouble.DISK_FULL)


class Desk:
    """The three dialogs over one team; they show in the same place."""

    def __init__(self) -> None:
        self.view, self.team, self.told = SeenDialog(), FakeTeam(), Told()
        self.role = NewRolePresenter(self.view, self.told, work=self.team)
        self.password = NewPasswordPresenter(self.view, self.told, work=self.team)
        self.removal = RemovalPresenter(self.view, self.told, work=self.team)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_before_anything_is_asked_nothing_is_done(desk: Desk) -> None:
    desk.role.save("auditor")
    desk.password.save(PASSWORD, PASSWORD)
    desk.removal.remove("KH")

    assert not desk.removal.is_confirmed("KH")
    assert desk.team.all == FakeTeam().all
    assert (desk.team.passwords, desk.told.listings) == ({}, 0)


# A role --------------------------------------------------------------------------------------------------------------


def test_the_dialog_begins_at_the_role_somebody_has(desk: Desk) -> None:
    desk.role.ask(KAREN, [Role.CASEWORKER, Role.RECEPTION])
    desk.role.ask(LARS, [Role.RECEPTION])

    choices = [("", "Vælg …"), ("caseworker", "Sagsbehandler"), ("reception", "Modtagelse")]
    assert desk.view.asked[0] == (KAREN, choices, "caseworker")
    assert desk.view.asked[1][2] == ""


def test_another_role_is_given_and_when_it_holds_is_said(desk: Desk) -> None:
    desk.role.ask(KAREN, list(Role))

    desk.role.save("reception")

    assert desk.team.all[1].role is Role.RECEPTION
    assert (desk.view.is_finished, desk.told.listings) == (True, 1)
    assert desk.told.done == ["Karen Holm (KH) har rollen modtagelse fra næste oplåsning."]


@pytest.mark.parametrize(
    ("chosen", "sentence"), [("", "Vælg en rolle."), ("caseworker", "Karen Holm har allerede rollen sagsbehandler.")]
)
def test_the_same_role_or_none_is_no_change(desk: Desk, chosen: str, sentence: str) -> None:
    desk.role.ask(KAREN, list(Role))

    desk.role.save(chosen)

    assert desk.view.problems == {"role": sentence}
    assert not desk.view.is_finished


# A password ----------------------------------------------------------------------------------------------------------


def test_a_new_password_is_given(desk: Desk) -> None:
    desk.password.ask(KAREN)
    desk.password.type_password(PASSWORD)

    desk.password.save(PASSWORD, PASSWORD)

    assert desk.view.asked == [(KAREN,)]
    assert desk.view.strength
    assert desk.team.passwords == {KAREN.id: PASSWORD}
    assert (desk.view.is_finished, desk.told.listings) == (True, 1)
    assert desk.told.done == ["Karen Holm (KH) har fået en ny adgangskode. Den gamle åbner ingenting mere."]


@pytest.mark.parametrize(
    ("password", "repeated", "field"), [("kort", "kort", "password"), (PASSWORD, "noget andet", "repeated")]
)
def test_what_is_wrong_with_a_password_is_said_at_its_field(
    desk: Desk, password: str, repeated: str, field: str
) -> None:
    desk.password.ask(KAREN)

    desk.password.save(password, repeated)

    assert list(desk.view.problems) == [field]
    assert desk.team.passwords == {}


# Removing ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["KH", " kh ", "karen  holm"])
def test_somebody_is_removed_once_it_is_typed_who(desk: Desk, typed: str) -> None:
    desk.removal.ask(KAREN)

    desk.removal.remove(typed)

    assert [one.initials for one in desk.team.all] == ["MJ", "Lars"]
    assert (desk.view.is_finished, desk.told.listings) == (True, 1)
    assert "Lav en sikkerhedskopi" in desk.told.removed[0]


@pytest.mark.parametrize("typed", ["", "MJ"])
def test_who_types_something_else_removes_nobody(desk: Desk, typed: str) -> None:
    desk.removal.ask(KAREN)

    desk.removal.remove(typed)

    assert desk.view.problems == {"confirmation": "Skriv KH, eller behold adgangen."}
    assert len(desk.team.all) == 3


# Any of them ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "listings"),
    [
        (lambda desk: (desk.role.ask(KAREN, list(Role)), desk.role.save("auditor")), 0),
        (lambda desk: (desk.password.ask(KAREN), desk.password.save(PASSWORD, PASSWORD)), 0),
        # Where the role went and the password did not, the list says so.
        (lambda desk: (desk.removal.ask(KAREN), desk.removal.remove("KH")), 1),
    ],
)
def test_where_the_machine_cannot_write_the_dialog_stays_and_says_so(
    desk: Desk, act: Callable[[Desk], object], listings: int
) -> None:
    desk.team.error = FULL

    act(desk)

    assert len(desk.view.errors) == 1
    assert (desk.view.is_finished, desk.told) == (False, Told(listings=listings))


def test_the_texts_name_who_it_is_about() -> None:
    assert "ikke en kryptering" in team_explanation()
    assert "første dag" in new_person_explanation()
    assert "Karen Holm" in new_role_explanation("Karen Holm") + new_password_explanation("")
    assert "en ny nøgle" in removal_explanation("Karen Holm")
    assert "den gamle adgangskode" in removal_leaves(KAREN)
    assert confirmation_label(KAREN) == "Skriv KH for at bekræfte"

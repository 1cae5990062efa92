"""Adgang: who can open the store, and whom one may change."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.permission import NotAllowed
from desktop_app.domain.role import Act, Role
from desktop_app.presenters.people_presenter import PeoplePresenter, ShownPerson
from desktop_app.presenters.people_texts import people_json, people_table
from tests.presenters.team import KAREN, LARS, METTE, FakeTeam, SeenDialog


class SeenPeople:
    def __init__(self) -> None:
        self.people: Sequence[ShownPerson] = ()
        self.failure = ""

    def show_people(self, people: Sequence[ShownPerson]) -> None:
        self.people = people

    def show_failure(self, text: str) -> None:
        self.failure = text


class Section:
    """The section over a team, and the dialogs it opens."""

    def __init__(self, team: FakeTeam) -> None:
        self.view, self.team = SeenPeople(), team
        self.new_person, self.new_role, self.new_password, self.removal = (SeenDialog() for _ in range(4))
        self.presenter = PeoplePresenter(
            self.view,
            work=team,
            new_person=self.new_person,
            new_role=self.new_role,
            new_password=self.new_password,
            removal=self.removal,
        )
        self.presenter.show()


@pytest.fixture
def section() -> Section:
    return Section(FakeTeam())


def test_everybody_is_listed_with_their_role_and_what_it_means(section: Section) -> None:
    mette, karen, lars = section.view.people

    assert (mette.name, mette.initials, mette.role) == ("Mette Jensen (dig selv)", "MJ", "Leder")
    assert (karen.name, karen.role) == ("Karen Holm", "Sagsbehandler")
    assert karen.meaning.startswith("Alt arbejde med sagerne")
    assert (lars.role, lars.meaning) == ("Ingen rolle", "Kan ikke låse sagerne op. Giv en rolle, eller fjern adgangen.")


def test_why_they_cannot_be_read_is_said_and_taken_away_when_they_can(section: Section) -> None:
    section.team.error = NotAllowed(Act.MANAGE_TEAM, Role.CASEWORKER)
    section.presenter.show()
    assert "bestemme, hvem der har adgang" in section.view.failure

    section.team.error = None
    section.presenter.show()

    assert section.view.failure == ""


def test_each_act_asks_about_the_person_one_is_at(section: Section) -> None:
    section.presenter.add()
    section.presenter.give_role(KAREN.id)
    section.presenter.give_password(LARS.id)
    section.presenter.remove(KAREN.id)

    assert section.new_person.asked == [(list(Role),)]
    assert section.new_role.asked == [(KAREN, list(Role))]
    assert section.new_password.asked == [(LARS,)]
    assert section.removal.asked == [(KAREN,)]


def test_without_a_row_nothing_is_asked(section: Section) -> None:
    for act in (section.presenter.give_role, section.presenter.give_password, section.presenter.remove):
        act("")

    assert section.new_role.asked == section.new_password.asked == section.removal.asked == []
    assert section.view.failure == ""


def test_nobody_is_asked_about_themselves_but_told_where_to_go(section: Section) -> None:
    for act in (section.presenter.give_role, section.presenter.give_password, section.presenter.remove):
        act(METTE.id)
        assert "»Skift adgangskode«" in section.view.failure

    assert section.new_role.asked == section.new_password.asked == section.removal.asked == []
    section.presenter.give_role(KAREN.id)
    assert section.view.failure == ""


def test_who_does_not_lead_makes_no_leader_and_changes_none() -> None:
    leader = replace(KAREN, role=Role.LEADER)
    section = Section(FakeTeam(replace(METTE, role=Role.ADMINISTRATOR), leader, LARS))

    section.presenter.give_role(leader.id)
    assert section.view.failure.startswith("Kun en leder kan gøre nogen til leder")
    section.presenter.add()
    section.presenter.give_role(LARS.id)

    others = [role for role in Role if role is not Role.LEADER]
    assert section.new_person.asked == [(others,)]
    assert section.new_role.asked == [(LARS, others)]


def test_a_machine_that_cannot_read_is_told(section: Section) -> None:
    section.team.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    section.presenter.show()

    assert section.view.failure


def test_the_people_as_lines_and_as_json() -> None:
    people = FakeTeam().people()

    assert people_table(people).splitlines() == [
        "MJ    Leder          Mette Jensen (dig selv)",
        "KH    Sagsbehandler  Karen Holm",
        "Lars  Ingen rolle    Lars",
    ]
    assert people_table(()) == ""
    assert [one["role"] for one in json.loads(people_json(people))["people"]] == ["leader", "caseworker", None]

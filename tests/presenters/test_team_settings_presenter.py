"""The municipality's settings in a form, with its draft."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop_app.application.change_settings import EditedSettings
from desktop_app.application.changes import Changes
from desktop_app.application.errors import (
    ApplicationError,
    ChangedMeanwhile,
    StorageTrouble,
    StorageUnavailable,
)
from desktop_app.application.ports import Draft
from desktop_app.domain.municipality import Municipality
from desktop_app.presenters.drafts import Difference, DraftedForm
from desktop_app.presenters.team_settings_presenter import TeamField, TeamSettingsPresenter
from tests.logos import a_logo

UNKEPT = "Teksten indeholder usynlige tegn, som ikke kan gemmes. Slet dem, eller skriv teksten igen."


class SeenTeam:
    def __init__(self) -> None:
        self.values: dict[TeamField, str] = {}
        self.problems: dict[TeamField, str] = {}
        self.failure = ""
        self.saved: Changes | None = None

    def show_values(self, values: Mapping[TeamField, str]) -> None:
        self.values = dict(values)

    def show_problems(self, problems: Mapping[TeamField, str]) -> None:
        self.problems = {field: text for field, text in problems.items() if text}

    def show_failure(self, text: str) -> None:
        self.failure = text

    def say_saved(self, changes: Changes) -> None:
        self.saved = changes


class FakeSettings:
    def __init__(self) -> None:
        self.municipality = Municipality(
            id="municipality", code="360", name="Lolland Kommune", phone="12345678", version=1
        )
        self.error: ApplicationError | None = None
        self.drafts_gone: list[str | None] = []
        self.is_unreadable = False

    def read(self) -> Municipality:
        if self.is_unreadable:
            raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)
        return self.municipality

    def save(self, read: Municipality, edited: EditedSettings, draft_id: str | None) -> Changes:
        if self.error:
            raise self.error
        if read.version != self.municipality.version:
            raise ChangedMeanwhile(read.id)
        self.drafts_gone.append(draft_id)
        self.municipality = replace(
            read,
            name=edited.name,
            team=edited.team,
            address=edited.address,
            phone=edited.phone,
            email=edited.email,
            privacy_contact=edited.privacy_contact,
            version=read.version + 1,
        )
        return Changes(settings=True)

    def discard(self, draft_id: str) -> None:
        if self.error:
            raise self.error
        self.drafts_gone.append(draft_id)


@pytest.fixture
def work() -> FakeSettings:
    return FakeSettings()


@pytest.fixture
def view() -> SeenTeam:
    return SeenTeam()


@pytest.fixture
def form(view: SeenTeam, work: FakeSettings) -> TeamSettingsPresenter:
    return TeamSettingsPresenter(view, municipality=work.read, save=work.save, discard_draft=work.discard)


@pytest.fixture
def opened(form: TeamSettingsPresenter) -> TeamSettingsPresenter:
    form.show()
    return form


def a_draft(**content: Any) -> Draft:  # noqa: ANN401 - whatever was typed
    return Draft(
        id="draft-1",
        user="Mette Jensen",
        screen="settings",
        subject="municipality",
        content=content,
        based_on={"municipality": 1},
        saved_at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
    )


def test_the_settings_are_shown_as_they_are_saved(opened: TeamSettingsPresenter, view: SeenTeam) -> None:
    assert opened.subject == "municipality"
    assert view.values == {
        TeamField.NAME: "Lolland Kommune",
        TeamField.TEAM: "Integrationsteamet",
        TeamField.ADDRESS: "",
        TeamField.PHONE: "12345678",
        TeamField.EMAIL: "",
        TeamField.PRIVACY_CONTACT: "",
    }


def test_what_was_typed_is_saved_without_its_blanks(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings
) -> None:
    opened.type(TeamField.TEAM, "  Team   Nord ")
    opened.type(TeamField.PHONE, " ")
    opened.type(TeamField.EMAIL, "integration@lolland.dk")

    opened.save()

    assert (work.municipality.team, work.municipality.phone, work.municipality.email) == (
        "Team Nord",
        None,
        "integration@lolland.dk",
    )
    assert view.saved == Changes(settings=True)
    assert view.values[TeamField.TEAM] == "Team Nord"
    assert opened.content() is None


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [
        (TeamField.NAME, " ", "Skriv kommunens navn."),
        (TeamField.TEAM, "", "Skriv teamets navn."),
        (TeamField.EMAIL, "lolland.dk", "Skriv e-mailadressen som navn@kommune.dk."),
        (TeamField.EMAIL, "a b@lolland.dk", "Skriv e-mailadressen som navn@kommune.dk."),
        (TeamField.EMAIL, "@lolland", "Skriv e-mailadressen som navn@kommune.dk."),
        (TeamField.ADDRESS, "Torvet\u0007 1", UNKEPT),
    ],
)
def test_what_will_not_do_is_told_at_its_field_and_nothing_is_saved(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings, field: TeamField, text: str, problem: str
) -> None:
    opened.type(field, text)

    opened.save()

    assert view.problems == {field: problem}
    assert work.municipality.version == 1
    assert opened.content() is not None


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ChangedMeanwhile("municipality"), "En anden har ændret disse indstillinger i mellemtiden."),
        (StorageUnavailable(StorageTrouble.DISK_FULL), "Ændringerne kunne ikke gemmes, fordi disken er fuld."),
    ],
)
def test_what_was_typed_stays_when_it_cannot_be_saved(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings, error: ApplicationError, text: str
) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    work.error = error

    opened.save()

    assert view.failure.startswith(text)
    assert view.saved is None
    content = opened.content()
    assert content is not None
    assert content["team"] == "Team Nord"


def test_what_was_typed_stands_over_what_somebody_else_saved_and_is_saved_beside_it(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings
) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    work.municipality = replace(work.municipality, phone="87654321", team="Team Syd", version=2)

    opened.save()
    told, shown = view.failure, view.values
    opened.save()

    assert told.endswith(
        "og gem igen. Gemt i mellemtiden af en anden: Team: Integrationsteamet → Team Syd; Telefon: 12345678 → 87654321"
    )
    assert (shown[TeamField.TEAM], shown[TeamField.PHONE]) == ("Team Nord", "87654321")
    assert (work.municipality.team, work.municipality.phone) == ("Team Nord", "87654321")


def test_what_was_typed_stays_where_what_was_saved_meanwhile_cannot_be_read(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings
) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    work.municipality = replace(work.municipality, version=2)
    work.is_unreadable = True

    opened.save()

    assert view.failure.startswith("Disken melder fejl")
    assert opened.content() is not None


def test_a_draft_that_cannot_be_let_go_is_told_and_let_go_later(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings
) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    opened.draft_id = "draft-1"
    work.error = StorageUnavailable(StorageTrouble.DISK_FULL)

    opened.undo()

    assert "disken er fuld" in view.failure
    assert (opened.content(), opened.draft_id) == (None, "draft-1")


def test_coming_back_leaves_what_is_typed(opened: TeamSettingsPresenter, view: SeenTeam) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    view.values = {}

    opened.show()

    assert view.values == {}


def test_what_was_typed_can_be_let_go(opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    opened.draft_id = "draft-1"

    opened.undo()

    assert view.values[TeamField.TEAM] == "Integrationsteamet"
    assert work.drafts_gone == ["draft-1"]
    assert opened.draft_id is None


def test_nothing_is_let_go_where_no_draft_was_kept(opened: TeamSettingsPresenter, work: FakeSettings) -> None:
    opened.undo()

    assert work.drafts_gone == []


def test_a_form_that_was_never_shown_saves_and_keeps_nothing(form: TeamSettingsPresenter, work: FakeSettings) -> None:
    form.save()

    assert work.drafts_gone == []
    assert (form.content(), form.subject, form.based_on()) == (None, "", {})


# Its draft -----------------------------------------------------------------------------------------------------------


def test_it_is_a_form_whose_draft_is_kept(opened: TeamSettingsPresenter) -> None:
    form: DraftedForm = opened

    assert form.content() is None
    opened.type(TeamField.TEAM, "Team Nord")

    assert form.content() == {
        "name": "Lolland Kommune",
        "team": "Team Nord",
        "address": "",
        "phone": "12345678",
        "email": "",
        "privacy_contact": "",
    }
    assert form.based_on() == {"municipality": 1}
    assert form.title(a_draft()) == "Indstillinger, kommune og team"


def test_the_draft_goes_when_it_is_saved(opened: TeamSettingsPresenter, work: FakeSettings) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    opened.draft_id = "draft-1"

    opened.save()

    assert work.drafts_gone == ["draft-1"]
    assert opened.draft_id is None


def test_a_draft_is_put_back_over_what_is_saved_now(form: TeamSettingsPresenter, view: SeenTeam) -> None:
    form.resume(a_draft(team="Team Nord"))

    assert (view.values[TeamField.TEAM], view.values[TeamField.NAME]) == ("Team Nord", "Lolland Kommune")
    assert form.content() is not None


def test_a_draft_is_compared_field_by_field(form: TeamSettingsPresenter) -> None:
    differences = form.differences(a_draft(team="Team Nord", name="Lolland Kommune", email="a@b.dk"))

    assert differences == [
        Difference("Team", "Integrationsteamet", "Team Nord"),
        Difference("E-mail", "", "a@b.dk"),
    ]


def test_a_logo_chosen_while_one_types_is_no_change_of_somebody_else(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings
) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    work.municipality = replace(work.municipality, logo=a_logo(), version=2)
    opened.show()

    opened.save()

    assert view.failure == ""
    assert (work.municipality.team, work.municipality.logo) == ("Team Nord", a_logo())


def test_a_name_changed_while_one_types_is_not_taken_over_in_silence(
    opened: TeamSettingsPresenter, view: SeenTeam, work: FakeSettings
) -> None:
    opened.type(TeamField.TEAM, "Team Nord")
    work.municipality = replace(work.municipality, name="Nordsund Kommune", version=2)
    opened.show()

    opened.save()

    assert view.failure.startswith("En anden har ændret")

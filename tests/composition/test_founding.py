"""A store made by the guide: whole, or nothing at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.composition import founding
from desktop_app.composition.founding import NewTeam, found_office
from desktop_app.composition.paper import recovery_sheet
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.store import create_store, open_store, open_with_recovery_key
from tests.documents.reading import text_of
from tests.storage.builders import CHEAP, PASSWORD

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    assert create_store.__kwdefaults__
    monkeypatch.setitem(create_store.__kwdefaults__, "cost", CHEAP)


@pytest.fixture
def team(tmp_path: Path) -> NewTeam:
    return NewTeam(
        place=tmp_path / "EnPlan" / "enplan.store",
        municipality="360",
        team="Team Nord",
        user="Mette Jensen",
        initials="MJ",
        password=PASSWORD,
        recovery_key=new_recovery_key(),
        has_examples=False,
    )


def test_a_team_gets_an_empty_store_of_its_own(team: NewTeam) -> None:
    with found_office(team, TODAY) as office:
        municipality = office.municipality
        assert (municipality.name, municipality.code, municipality.team) == ("Lolland Kommune", "360", "Team Nord")
        assert not municipality.fictional
        assert (office.user.name, office.user.initials) == ("Mette Jensen", "MJ")
        assert office.store.read.case_lines() == []
    open_store(team.place, password=PASSWORD).close()


def test_the_key_that_was_printed_opens_it(team: NewTeam) -> None:
    found_office(team, TODAY).close()

    open_with_recovery_key(team.place, recovery_key=team.recovery_key).close()


def test_made_up_people_mark_the_store_for_good(team: NewTeam) -> None:
    with found_office(replace(team, has_examples=True), TODAY, examples=12) as office:
        assert office.municipality.fictional
        with office.store.work() as unit:
            assert len(unit.cases.all()) == 12


def test_the_municipality_of_examples_is_fictional_without_any(team: NewTeam) -> None:
    with found_office(replace(team, municipality="999"), TODAY) as office:
        assert office.municipality.fictional


def test_examples_that_cannot_be_written_leave_no_store(team: NewTeam, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise StorageUnavailable(StorageTrouble.DISK_FULL)

    monkeypatch.setattr(founding, "fill_with_demo", fail)

    with pytest.raises(StorageUnavailable):
        found_office(replace(team, has_examples=True), TODAY)

    assert list(team.place.parent.iterdir()) == []


def test_the_sheet_says_whose_key_it_is() -> None:
    pdf = recovery_sheet(
        recovery_key=new_recovery_key(),
        municipality="Lolland Kommune",
        team="Team Nord",
        user="Mette Jensen",
        store="/sager/enplan.store",
        dated_on=TODAY,
    )

    assert "Lolland Kommune, Team Nord" in text_of(pdf)

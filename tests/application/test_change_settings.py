"""Changing the settings of the municipality."""

from dataclasses import replace

import pytest

from desktop_app.application.change_settings import EditedSettings, change_settings
from desktop_app.application.changes import Changes
from desktop_app.application.drafts import keep_draft
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Draft
from desktop_app.domain.municipality import Municipality
from tests.fakes import MOMENT, FakeStore

NEW = EditedSettings(
    name="Nordsund Kommune",
    team="Integration og beskæftigelse",
    address="Torvet 1, 4900 Nakskov",
    phone="12345678",
    email="integration@nordsund.example",
    privacy_contact="dpo@nordsund.example",
)


def municipality_of(store: FakeStore) -> Municipality:
    with store.work() as unit:
        return unit.municipality()


def as_it_is(municipality: Municipality, **changes: str) -> EditedSettings:
    edited = EditedSettings(
        name=municipality.name,
        team=municipality.team,
        address=municipality.address,
        phone=municipality.phone,
        email=municipality.email,
        privacy_contact=municipality.privacy_contact,
    )
    return replace(edited, **changes)


def test_every_setting_is_saved_and_the_rest_stays() -> None:
    store = FakeStore()
    before = municipality_of(store)

    changes = change_settings(before, NEW, work=store.work)

    after = municipality_of(store)
    assert as_it_is(after) == NEW
    assert (after.id, after.code, after.fictional, after.uses_suspension) == (
        before.id,
        before.code,
        before.fictional,
        before.uses_suspension,
    )
    assert changes == Changes(settings=True)


def test_settings_that_are_as_they_were_are_not_written() -> None:
    store = FakeStore()
    before = municipality_of(store)

    assert change_settings(before, as_it_is(before), work=store.work) == Changes()
    assert municipality_of(store) == before


def test_who_saves_second_is_told_and_overwrites_nothing() -> None:
    store = FakeStore()
    read = municipality_of(store)
    change_settings(read, as_it_is(read, team="Team Nord"), work=store.work)

    with pytest.raises(ChangedMeanwhile):
        change_settings(read, as_it_is(read, team="Team Syd"), work=store.work)

    assert municipality_of(store).team == "Team Nord"


def a_draft(store: FakeStore) -> str:
    draft = keep_draft(
        work=store.work,
        user="Mette Jensen",
        now=MOMENT,
        screen="settings",
        subject="municipality",
        content={"team": "Team Nord"},
        based_on={},
    )
    return draft.id


def drafts_of(store: FakeStore) -> list[Draft]:
    with store.work() as unit:
        return unit.drafts.all()


def test_the_draft_goes_when_it_is_saved() -> None:
    store = FakeStore()
    draft_id = a_draft(store)

    change_settings(municipality_of(store), NEW, work=store.work, draft_id=draft_id)

    assert drafts_of(store) == []


def test_the_draft_goes_even_when_it_says_what_is_saved_already() -> None:
    store = FakeStore()
    draft_id = a_draft(store)
    before = municipality_of(store)

    assert change_settings(before, as_it_is(before), work=store.work, draft_id=draft_id) == Changes()

    assert drafts_of(store) == []
    assert municipality_of(store) == before


def test_the_draft_stays_when_nothing_was_saved() -> None:
    store = FakeStore()
    read = municipality_of(store)
    change_settings(read, as_it_is(read, team="Team Nord"), work=store.work)
    draft_id = a_draft(store)

    with pytest.raises(ChangedMeanwhile):
        change_settings(read, NEW, work=store.work, draft_id=draft_id)

    assert [draft.id for draft in drafts_of(store)] == [draft_id]

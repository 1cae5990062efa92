"""Changing the settings of the municipality."""

from typing import Any

import pytest

from desktop_app.application.change_settings import change_settings
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.domain.municipality import Municipality
from tests.fakes import FakeStore

NEW = {
    "name": "Nordsund Kommune",
    "team": "Integration og beskæftigelse",
    "address": "Torvet 1, 4900 Nakskov",
    "phone": "12345678",
    "email": "integration@nordsund.example",
    "privacy_contact": "dpo@nordsund.example",
}


def municipality_of(store: FakeStore) -> Municipality:
    with store.work() as unit:
        return unit.municipality()


def change(store: FakeStore, read: Municipality, **changes: Any) -> Changes:  # noqa: ANN401 - whatever is changed
    return change_settings(read, **{name: getattr(read, name) for name in NEW} | changes, work=store.work)


def test_every_setting_is_saved_and_the_rest_stays() -> None:
    store = FakeStore()
    before = municipality_of(store)

    changes = change(store, before, **NEW)

    after = municipality_of(store)
    assert {name: getattr(after, name) for name in NEW} == NEW
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

    assert change(store, before) == Changes()
    assert municipality_of(store) == before


def test_who_saves_second_is_told_and_overwrites_nothing() -> None:
    store = FakeStore()
    read = municipality_of(store)
    change(store, read, team="Team Nord")

    with pytest.raises(ChangedMeanwhile):
        change(store, read, team="Team Syd")

    assert municipality_of(store).team == "Team Nord"

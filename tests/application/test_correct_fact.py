"""Correcting a date a clock starts at."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.correct_fact import correct_fact
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.domain.case import CorrectedFact
from desktop_app.domain.fact_corrections import CorrectionFault, CorrectionRefused
from tests.builders import a_case, a_kept_draft
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)
RIGHT = date(2026, 9, 1)
REASON = " Afgørelsen var læst forkert. "


def test_both_dates_stay_on_the_case_with_the_reason() -> None:
    store = FakeStore(a_case())
    read = store.case("2026-014")

    changes = correct_fact(read, CorrectedFact.TAKEOVER, RIGHT, REASON, work=store.work, today=TODAY)

    saved = store.case("2026-014")
    [correction] = saved.corrections
    assert saved.takeover_on == RIGHT
    assert (correction.fact, correction.before, correction.after) == (
        CorrectedFact.TAKEOVER,
        date(2026, 10, 1),
        RIGHT,
    )
    assert (correction.reason, correction.on) == ("Afgørelsen var læst forkert.", TODAY)
    assert changes == Changes(frozenset({saved.id}))


def test_a_second_correction_is_kept_beside_the_first() -> None:
    store = FakeStore(a_case())

    for on in (RIGHT, None):
        read = store.case("2026-014")
        correct_fact(read, CorrectedFact.TAKEOVER, on, REASON, work=store.work, today=TODAY)

    assert {(each.before, each.after) for each in store.case("2026-014").corrections} == {
        (date(2026, 10, 1), RIGHT),
        (RIGHT, None),
    }


def test_without_a_reason_nothing_is_corrected() -> None:
    store = FakeStore(a_case())
    read = store.case("2026-014")

    with pytest.raises(CorrectionRefused) as refused:
        correct_fact(read, CorrectedFact.TAKEOVER, RIGHT, " ", work=store.work, today=TODAY)

    assert refused.value.faults == (CorrectionFault.NO_REASON,)
    assert store.case("2026-014") == read


def test_who_saw_other_deadlines_than_there_are_corrects_nothing() -> None:
    store = FakeStore(a_case())
    read = store.case("2026-014")
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), responsible_caseworker="LØ"))
        unit.commit()

    with pytest.raises(ChangedMeanwhile):
        correct_fact(read, CorrectedFact.TAKEOVER, RIGHT, REASON, work=store.work, today=TODAY)

    assert store.case("2026-014").takeover_on == date(2026, 10, 1)


def test_a_draft_goes_with_the_correction() -> None:
    store = FakeStore(a_case())
    with store.work() as unit:
        unit.drafts.keep(a_kept_draft())
        unit.commit()

    correct_fact(
        store.case("2026-014"),
        CorrectedFact.TAKEOVER,
        RIGHT,
        REASON,
        work=store.work,
        today=TODAY,
        draft_id="draft",
    )

    with store.work() as unit:
        assert unit.drafts.all() == []

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.case import Readiness, ReadinessKind
from desktop_app.domain.dates import Period
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.recorded_events import (
    NOTE_LENGTH,
    RECORDABLE,
    EventFault,
    EventRemark,
    Happening,
    faults_in_event,
    readiness_from,
    remarks_on_event,
)
from desktop_app.domain.rulebook import Fulfilment, Rulebook
from tests.builders import a_case, a_readiness, an_event

TODAY = date(2026, 11, 22)
JOB, ACTIVITY = ReadinessKind.JOB_READY, ReadinessKind.ACTIVITY_READY


def referred(on: date | None = TODAY, note: str = "") -> Happening:
    return Happening(duty=DutyId.DANISH_REFERRED, on=on, note=note)


def test_what_is_recorded_is_what_an_event_fulfils(rulebook: Rulebook) -> None:
    by_event = {duty.id for duty in rulebook.duties.values() if duty.fulfilled_by is Fulfilment.EVENT}

    assert set(RECORDABLE) == by_event | {HEALTH_NEED_FOUND}


def test_an_event_of_today_is_in_order() -> None:
    assert faults_in_event(a_case(), referred(note="Henvist til Dansk 2"), TODAY) == []


@pytest.mark.parametrize(
    ("happening", "fault"),
    [
        (referred(None), EventFault.NO_DATE),
        (referred(date(2026, 11, 23)), EventFault.IN_FUTURE),
        (referred(note="x" * (NOTE_LENGTH + 1)), EventFault.NOTE_TOO_LONG),
        (Happening(duty=DutyId.READINESS_ASSESSED, on=TODAY), EventFault.NO_READINESS),
    ],
)
def test_an_event_is_refused(happening: Happening, fault: EventFault) -> None:
    assert faults_in_event(a_case(), happening, TODAY) == [fault]


def test_the_same_event_is_not_recorded_twice_on_one_day() -> None:
    case = a_case(events=(an_event(DutyId.DANISH_REFERRED, TODAY),))

    assert faults_in_event(case, referred(), TODAY) == [EventFault.ALREADY_RECORDED]
    assert faults_in_event(case, referred(date(2026, 11, 21)), TODAY) == []
    assert faults_in_event(case, Happening(duty=DutyId.DANISH_BEGUN, on=TODAY), TODAY) == []


def test_an_assessment_with_its_outcome_is_in_order() -> None:
    assert faults_in_event(a_case(), Happening(duty=DutyId.READINESS_ASSESSED, on=TODAY, readiness=JOB), TODAY) == []


def test_an_event_before_the_takeover_is_remarked_on() -> None:
    assert remarks_on_event(a_case(), referred(date(2026, 9, 30))) == [EventRemark.BEFORE_TAKEOVER]
    assert remarks_on_event(a_case(), referred(date(2026, 10, 1))) == []
    assert remarks_on_event(a_case(takeover_on=None), referred(date(2026, 9, 30))) == []


def test_a_second_event_is_remarked_on_since_the_first_counts() -> None:
    case = a_case(events=(an_event(DutyId.DANISH_REFERRED, date(2026, 10, 20)),))

    assert remarks_on_event(case, referred()) == [EventRemark.EARLIER_COUNTS]
    assert remarks_on_event(case, referred(date(2026, 10, 19))) == []
    assert remarks_on_event(case, Happening(duty=DutyId.DANISH_BEGUN, on=TODAY)) == []


def test_nothing_is_remarked_on_before_there_is_a_date() -> None:
    assert remarks_on_event(a_case(), referred(None)) == []


def test_a_first_assessment_begins_an_open_period() -> None:
    [period] = readiness_from((), JOB, TODAY, "new")

    assert period == Readiness(id="new", kind=JOB, period=Period(TODAY))


def test_who_counts_the_same_as_before_has_no_new_period() -> None:
    before = (a_readiness(JOB, date(2026, 10, 1)),)

    assert readiness_from(before, JOB, TODAY, "new") is before


def test_another_outcome_ends_the_period_the_day_before() -> None:
    before = a_readiness(JOB, date(2026, 10, 1))

    ended, added = readiness_from((before,), ACTIVITY, TODAY, "new")

    assert (ended.id, ended.kind, ended.period) == (before.id, JOB, Period(date(2026, 10, 1), date(2026, 11, 21)))
    assert (added.id, added.kind, added.period) == ("new", ACTIVITY, Period(TODAY))


def test_a_period_that_begins_on_the_day_becomes_the_other_kind() -> None:
    before = a_readiness(JOB, TODAY, date(2027, 1, 1))

    [changed] = readiness_from((before,), ACTIVITY, TODAY, "new")

    assert (changed.id, changed.kind, changed.period) == (before.id, ACTIVITY, before.period)


def test_what_is_planned_for_later_stays() -> None:
    later = a_readiness(JOB, date(2027, 1, 1))

    added, kept = readiness_from((later,), ACTIVITY, TODAY, "new")

    assert added.period == Period(TODAY, date(2026, 12, 31))
    assert kept == later


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(st.lists(st.tuples(DAYS, st.sampled_from(ReadinessKind)), max_size=8))
def test_however_often_somebody_is_assessed_each_day_has_one_readiness(
    assessed: list[tuple[date, ReadinessKind]],
) -> None:
    periods: tuple[Readiness, ...] = ()
    for place, (on, kind) in enumerate(assessed):
        periods = readiness_from(periods, kind, on, f"record-{place}")

        assert [each.kind for each in periods if on in each.period] == [kind]
        assert all(one is other or not one.period.overlaps(other.period) for one in periods for other in periods)

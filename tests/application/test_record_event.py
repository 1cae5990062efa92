"""Recording that a duty was fulfilled, and taking it back."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.record_event import Recorded, record_event, record_offer, take_back
from desktop_app.domain.case import ReadinessKind
from desktop_app.domain.case_checks import CaseFault, CaseRefused
from desktop_app.domain.dates import Period
from desktop_app.domain.duties import DutyId
from desktop_app.domain.recorded_events import EventFault, EventRefused, Happening
from tests.builders import a_case, a_kept_draft, a_readiness, an_event, an_offer
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)
JOB, ACTIVITY = ReadinessKind.JOB_READY, ReadinessKind.ACTIVITY_READY
REFERRED = Happening(duty=DutyId.DANISH_REFERRED, on=TODAY, note=" Dansk 2 ")
ASSESSED = Happening(duty=DutyId.READINESS_ASSESSED, on=TODAY, readiness=ACTIVITY)


def record(store: FakeStore, happening: Happening) -> Recorded:
    return record_event("2026-014", happening, work=store.work, today=TODAY)


def test_an_event_is_recorded_in_one_revision() -> None:
    store = FakeStore(a_case())
    before = len(store.content.history)

    recorded = record(store, REFERRED)

    [event] = store.case("2026-014").events
    assert (event.duty, event.on, event.note) == (DutyId.DANISH_REFERRED, TODAY, "Dansk 2")
    assert recorded.changes == Changes(frozenset({store.case("2026-014").id}))
    assert len(store.content.history) == before + 1


def test_a_blank_note_is_none() -> None:
    store = FakeStore(a_case())

    record(store, replace(REFERRED, note=" "))

    assert store.case("2026-014").events[0].note is None


@pytest.mark.parametrize(("on", "fault"), [(None, EventFault.NO_DATE), (date(2026, 11, 23), EventFault.IN_FUTURE)])
def test_an_event_that_is_wrong_is_refused(on: date | None, fault: EventFault) -> None:
    store = FakeStore(a_case())

    with pytest.raises(EventRefused) as refused:
        record(store, replace(REFERRED, on=on))

    assert refused.value.faults == (fault,)
    assert store.case("2026-014").events == ()


def test_an_assessment_also_says_how_the_citizen_counts_from_then_on() -> None:
    store = FakeStore(a_case(readiness=(a_readiness(JOB, date(2026, 10, 1)),)))

    record(store, ASSESSED)

    assert [(each.kind, each.period) for each in store.case("2026-014").readiness] == [
        (JOB, Period(date(2026, 10, 1), date(2026, 11, 21))),
        (ACTIVITY, Period(TODAY)),
    ]


def test_a_draft_goes_with_what_was_recorded() -> None:
    store = FakeStore(a_case())
    for draft in (a_kept_draft(id="event"), a_kept_draft(id="offer")):
        with store.work() as unit:
            unit.drafts.keep(draft)
            unit.commit()

    record_event("2026-014", REFERRED, work=store.work, today=TODAY, draft_id="event")
    record_offer("2026-014", an_offer(), work=store.work, today=TODAY, draft_id="offer")

    with store.work() as unit:
        assert unit.drafts.all() == []


def test_an_event_is_taken_back_and_the_history_keeps_both() -> None:
    store = FakeStore(a_case(events=(an_event(DutyId.PROGRAMME_STARTED, date(2026, 10, 5)),)))
    recorded = record(store, REFERRED)

    changes = take_back(recorded, work=store.work)

    assert [event.duty for event in store.case("2026-014").events] == [DutyId.PROGRAMME_STARTED]
    assert changes == recorded.changes
    assert [line.action for _case, line in store.content.history[-2:]] == ["change", "delete"]


def test_an_assessment_taken_back_leaves_the_readiness_as_it_was() -> None:
    store = FakeStore(a_case(readiness=(a_readiness(JOB, date(2026, 10, 1)),)))
    recorded = record(store, ASSESSED)

    take_back(recorded, work=store.work)

    assert [(each.kind, each.period) for each in store.case("2026-014").readiness] == [(JOB, Period(date(2026, 10, 1)))]
    assert store.case("2026-014").events == ()


def test_an_assessment_that_changed_no_period_is_taken_back_alone() -> None:
    store = FakeStore(a_case(readiness=(a_readiness(ACTIVITY, date(2026, 10, 1)),)))
    recorded = record(store, ASSESSED)

    take_back(recorded, work=store.work)

    assert recorded.readiness is None
    assert len(store.case("2026-014").readiness) == 1


def test_an_assessment_whose_periods_were_changed_since_is_not_taken_back() -> None:
    store = FakeStore(a_case())
    recorded = record(store, ASSESSED)
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, readiness=(a_readiness(JOB, TODAY),)))
        unit.commit()

    with pytest.raises(ChangedMeanwhile):
        take_back(recorded, work=store.work)

    assert len(store.case("2026-014").events) == 1


def test_nothing_is_taken_back_twice() -> None:
    store = FakeStore(a_case())
    recorded = record(store, REFERRED)
    take_back(recorded, work=store.work)

    with pytest.raises(ChangedMeanwhile):
        take_back(recorded, work=store.work)


def test_an_event_recorded_long_ago_is_removed_the_same_way() -> None:
    store = FakeStore(a_case(events=(an_event(DutyId.DANISH_REFERRED, date(2026, 10, 5)),)))
    [event] = store.case("2026-014").events

    take_back(Recorded(case_number="2026-014", changes=Changes(), event=event), work=store.work)

    assert store.case("2026-014").events == ()


def test_an_offer_is_recorded_and_taken_back() -> None:
    store = FakeStore(a_case())

    recorded = record_offer("2026-014", an_offer(), work=store.work, today=TODAY)

    assert [offer.company for offer in store.case("2026-014").offers] == ["Plejecenter Bakken"]
    take_back(recorded, work=store.work)
    assert store.case("2026-014").offers == ()


def test_an_offer_that_is_wrong_is_refused() -> None:
    store = FakeStore(a_case())

    with pytest.raises(CaseRefused) as refused:
        record_offer("2026-014", an_offer(offered_on=None, starts_on=None), work=store.work, today=TODAY)

    assert [problem.fault for problem in refused.value.problems] == [CaseFault.NO_DATE]
    assert store.case("2026-014").offers == ()

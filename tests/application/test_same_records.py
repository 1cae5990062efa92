"""Recognising in a case from outside the records the store holds already."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.exchange_format import case_from_exchange
from desktop_app.application.same_records import keep_ids
from desktop_app.domain.case import (
    Case,
    Complaint,
    CorrectedFact,
    Event,
    FactCorrection,
    MoveDirection,
    Note,
    OfferKind,
    ReadinessKind,
    Result,
    ResultKind,
    SupportKind,
)
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUpCorrection
from desktop_app.domain.plan import ActivityKind, Assessment, GoalKind
from tests.application.exchange_content import Json
from tests.application.exchange_strategies import examples, persons, spelled_otherwise
from tests.builders import (
    a_case,
    a_citizen,
    a_commitment,
    a_draft,
    a_follow_up,
    a_goal,
    a_leave,
    a_move,
    a_plan,
    a_readiness,
    a_support,
    an_activity,
    an_assessment,
    an_event,
    an_offer,
    new_id,
)
from tests.fake_records import committed, kept

DAY, LATER = date(2026, 10, 1), date(2026, 12, 1)


def a_note(text: str, on: date = DAY) -> Note:
    return Note(id=new_id(), on=on, text=text)


def a_correction(**changes: Any) -> FactCorrection:  # noqa: ANN401 - whatever a test changes
    correction = FactCorrection(
        id=new_id(), fact=CorrectedFact.TAKEOVER, before=None, after=DAY, reason="Brevet", on=DAY
    )
    return replace(correction, **changes)


def a_decision(**changes: Any) -> DeadlineDecision:  # noqa: ANN401 - as above
    decision = DeadlineDecision(
        id=new_id(), duty=DutyId.CONTRACT_SIGNED, kind=DecisionKind.LATE_BECAUSE, computed_on=DAY, made_on=DAY
    )
    return replace(decision, **changes)


def a_remark(text: str, on: date = LATER) -> FollowUpCorrection:
    return FollowUpCorrection(id=new_id(), on=on, text=text)


def stored(**facts: Any) -> Case:  # noqa: ANN401 - whatever facts a test is about
    """Return a case as the store holds it: every record has a version."""
    return committed(a_case(citizen=a_citizen(version=1), plans=facts.pop("plans", ()), **facts), {})


def from_outside(**facts: Any) -> Case:  # noqa: ANN401 - as above
    return a_case(plans=facts.pop("plans", ()), **facts)


def test_the_case_and_its_citizen_are_the_known_ones() -> None:
    known = stored()

    case = keep_ids(known, from_outside(takeover_on=None, citizen=a_citizen(given_names="Reema")))

    assert (case.id, case.version) == (known.id, 1)
    assert (case.citizen.id, case.citizen.version) == (known.citizen.id, 1)
    assert case.takeover_on is None
    assert case.citizen.given_names == "Reema"


def test_the_same_facts_in_another_order_are_the_same_records() -> None:
    first, second = a_note("Kom med sin bror"), a_note("Ringede")
    known = stored(notes=(first, second))

    case = keep_ids(known, from_outside(notes=(a_note("Ringede"), a_note("Kom med sin bror"))))

    assert case.notes == (known.notes[1], known.notes[0])


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("support", a_support(SupportKind.BENEFIT, DAY), a_support(SupportKind.ORDINARY_JOB, DAY, LATER)),
        ("readiness", a_readiness(ReadinessKind.JOB_READY, DAY), a_readiness(ReadinessKind.ACTIVITY_READY, DAY)),
        ("parental_leave", a_leave(None, DAY), a_leave(LATER, DAY, LATER)),
        ("moves", a_move(MoveDirection.IN, DAY), a_move(MoveDirection.IN, DAY, approved=False)),
        ("events", an_event("danish.referred", DAY), an_event("danish.referred", LATER)),
        ("offers", an_offer(hours_per_week=22), an_offer(hours_per_week=30, kind=OfferKind.GUIDANCE)),
        ("offers", an_offer(offered_on=None), an_offer(offered_on=None, company="Bageren")),
        ("follow_ups", a_follow_up(note=None), a_follow_up(note="Gik godt")),
        (
            "complaints",
            Complaint(id=new_id(), received_on=DAY),
            Complaint(id=new_id(), received_on=DAY, decided_on=LATER),
        ),
        (
            "results",
            Result(id=new_id(), kind=ResultKind.JOB, on=DAY),
            Result(id=new_id(), kind=ResultKind.JOB, on=DAY, note="Køkken"),
        ),
        ("notes", a_note("Kom"), a_note("Kom med sin bror")),
        ("decisions", a_decision(reason="Tolken"), a_decision(reason="Tolken meldte afbud")),
        ("corrections", a_correction(reason="Brevet"), a_correction(reason="Brevet nævner 1. oktober")),
    ],
)
def test_a_changed_fact_is_known_by_its_date_and_keeps_its_id(name: str, before: object, after: object) -> None:
    known = stored(**{name: (before,)})

    case = keep_ids(known, from_outside(**{name: (after,)}))

    [was], [record] = getattr(known, name), getattr(case, name)
    assert record == replace(after, id=was.id, version=1)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("support", a_support(SupportKind.BENEFIT, DAY), a_support(SupportKind.BENEFIT, LATER)),
        ("moves", a_move(MoveDirection.IN, DAY), a_move(MoveDirection.OUT, DAY)),
        ("events", an_event("danish.referred", DAY), an_event("danish.begun", DAY)),
        ("offers", an_offer(), an_offer(offered_on=LATER)),
        ("follow_ups", a_follow_up(), a_follow_up(held_on=LATER)),
        (
            "results",
            Result(id=new_id(), kind=ResultKind.JOB, on=DAY),
            Result(id=new_id(), kind=ResultKind.EDUCATION, on=DAY),
        ),
        ("notes", a_note("Kom"), a_note("Kom", LATER)),
        ("corrections", a_correction(), a_correction(on=LATER)),
        ("decisions", a_decision(), a_decision(computed_on=LATER)),
        ("decisions", a_decision(), a_decision(kind=DecisionKind.MEETING)),
        ("corrections", a_correction(), a_correction(fact=CorrectedFact.PERMIT)),
    ],
)
def test_a_fact_of_another_day_or_kind_is_another_record(name: str, before: object, after: object) -> None:
    case = keep_ids(stored(**{name: (before,)}), from_outside(**{name: (after,)}))

    assert getattr(case, name) == (after,)


def test_what_is_alike_in_everything_is_recognised_before_what_is_only_of_the_same_day() -> None:
    known = stored(notes=(a_note("Første"), a_note("Andet")))

    case = keep_ids(known, from_outside(notes=(a_note("Nyt"), a_note("Første"))))

    assert [note.id for note in case.notes] == [known.notes[1].id, known.notes[0].id]
    assert [note.text for note in case.notes] == ["Nyt", "Første"]


def test_of_two_alike_facts_one_that_is_gone_takes_one_record_with_it() -> None:
    known = stored(notes=(a_note("Ringede"), a_note("Ringede")))

    case = keep_ids(known, from_outside(notes=(a_note("Ringede"),)))

    assert case.notes == (known.notes[0],)


def test_a_fact_that_came_twice_is_a_new_record_the_second_time() -> None:
    known = stored(notes=(a_note("Ringede"),))
    again = a_note("Ringede")

    case = keep_ids(known, from_outside(notes=(a_note("Ringede"), again)))

    assert case.notes == (known.notes[0], again)


def test_a_plan_is_known_by_its_number_its_goals_and_activities_by_kind_and_text() -> None:
    known = stored(plans=(a_draft(number=1), a_draft(number=2)))
    achieved = a_goal(achieved_on=LATER)
    new_goal = a_goal(kind=GoalKind.HOUSING, text="Egen bolig")
    longer = an_activity(hours_per_week=20)
    new_activity = an_activity(kind=ActivityKind.MENTOR, text="Mentor")
    plan = a_draft(number=2, goals=(achieved, new_goal), activities=(new_activity, longer))

    case = keep_ids(known, from_outside(plans=(plan, a_draft(number=3))))

    second, third = case.plans
    was = known.plans[1]
    assert (second.id, second.version) == (was.id, 1)
    assert second.goals == (replace(achieved, id=was.goals[0].id, version=1), new_goal)
    assert second.activities == (new_activity, replace(longer, id=was.activities[0].id, version=1))
    assert third.version == 0


def test_a_follow_up_with_the_same_corrections_in_another_order_is_the_same_one() -> None:
    first, second = a_follow_up(corrections=(a_remark("A"),)), a_follow_up(corrections=(a_remark("B"), a_remark("C")))
    known = stored(follow_ups=(first, second))
    again = a_follow_up(corrections=(a_remark("C"), a_remark("B")))

    case = keep_ids(known, from_outside(follow_ups=(again,)))

    was = known.follow_ups[1]
    assert case.follow_ups == (replace(was, corrections=(was.corrections[1], was.corrections[0])),)


def test_a_changed_follow_up_keeps_its_corrections_and_gets_new_ones() -> None:
    known = stored(follow_ups=(a_follow_up(corrections=(a_remark("A"), a_remark("B", DAY))),))
    new = a_remark("C", DAY)
    talk = a_follow_up(note="Gik godt", corrections=(new, a_remark("A rettet"), a_remark("B", DAY)))

    [same] = keep_ids(known, from_outside(follow_ups=(talk,))).follow_ups

    [was] = known.follow_ups
    assert (same.id, same.version, same.note) == (was.id, 1, "Gik godt")
    assert same.corrections == (new, replace(was.corrections[0], text="A rettet"), was.corrections[1])


def test_what_comes_from_outside_is_never_changed_but_for_ids_and_versions() -> None:
    known = stored(plans=(a_plan(),), notes=(a_note("Kom"),), events=(Event(id=new_id(), duty="danish.begun", on=DAY),))
    case = from_outside(plans=(a_draft(),), notes=(a_note("Ringede"), a_note("Kom")))

    assert _content(keep_ids(known, case)) == _content(case)


@examples
@given(persons, st.randoms(use_true_random=False))
def test_the_same_content_however_it_was_spelled_is_the_same_records(person: Json, chance: Random) -> None:
    known = committed(_read(person), {})
    known = replace(known, citizen=replace(known.citizen, version=1))
    again = _read(spelled_otherwise({"cases": [person | {"case_number": "2026-014"}]}, chance)["cases"][0])

    case = keep_ids(known, again)

    assert kept(case) == kept(known)
    assert kept(case.citizen) == kept(known.citizen)


@examples
@given(persons, persons)
def test_no_two_records_are_taken_for_the_same_one(before: Json, after: Json) -> None:
    known, case = committed(_read(before), {}), _read(after)

    recognised = keep_ids(known, case)

    records = kept(recognised)
    assert len(records) == len(kept(case))
    assert _content(recognised) == _content(case)
    assert all(one.version == (1 if one.id in kept(known) else 0) for one in records.values())


def _read(person: Json) -> Case:
    return case_from_exchange(person | {"case_number": "2026-014"}, {}, new_id)


def _content(value: Any) -> Any:  # noqa: ANN401 - a record or what it holds
    """Return a case without ids and versions."""
    if isinstance(value, tuple):
        return tuple(map(_content, value))
    if not hasattr(value, "version"):
        return value
    return {name: _content(getattr(value, name)) for name in value.__slots__ if name not in {"id", "version"}}


# All a plan holds ----------------------------------------------------------------------------------------------------


def test_a_step_is_the_known_one_and_part_of_the_known_goal() -> None:
    job = a_goal()
    known = stored(plans=(a_draft(goals=(job, a_goal(kind=GoalKind.OTHER, part_of=job.id))),))
    again = a_goal()

    case = keep_ids(known, from_outside(plans=(a_draft(goals=(again, a_goal(kind=GoalKind.OTHER, part_of=again.id))),)))

    assert case.plans[0].goals == known.plans[0].goals


def test_a_commitment_is_the_known_one_though_its_date_was_changed() -> None:
    known = stored(plans=(a_draft(commitments=(a_commitment(),)),))

    case = keep_ids(known, from_outside(plans=(a_draft(commitments=(a_commitment(due_on=LATER),)),)))

    assert case.plans[0].commitments == (replace(known.plans[0].commitments[0], due_on=LATER),)


@pytest.mark.parametrize(
    ("known", "brought", "kept_health"),
    [
        (an_assessment(health="Ryg"), an_assessment(), "Ryg"),
        (an_assessment(health="Ryg"), an_assessment(health_consent_on=DAY), None),
        (an_assessment(health="Ryg", health_consent_on=DAY), an_assessment(), None),
    ],
    ids=["no file holds what nobody consented to", "the file says there is nothing", "it was consented to and is gone"],
)
def test_what_is_written_of_health_without_consent_stays(
    known: Assessment, brought: Assessment, kept_health: str | None
) -> None:
    case = keep_ids(stored(plans=(a_draft(assessment=known),)), from_outside(plans=(a_draft(assessment=brought),)))

    assert case.plans[0].assessment.health == kept_health

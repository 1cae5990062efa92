"""Recognises in a case that came from outside the records the store already holds, so that only changes are saved."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from desktop_app.domain.case import Case
from desktop_app.domain.consent import Consent, health_consented_on
from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection
from desktop_app.domain.plan import Assessment, Goal, Plan

Record = TypeVar("Record", bound=Any)


def keep_ids(known: Case, case: Case) -> Case:
    """Return `case` with the ids and versions of the records of `known` that it repeats.

    A record with the same content is the same record; what is left is matched by its date or number, in order. What
    `known` holds beyond that is left out, and so deleted when the case is saved.
    """
    return replace(
        case,
        id=known.id,
        version=known.version,
        citizen=replace(case.citizen, id=known.citizen.id, version=known.citizen.version),
        support=_same(known.support, case.support, lambda fact: fact.period.first),
        readiness=_same(known.readiness, case.readiness, lambda fact: fact.period.first),
        parental_leave=_same(known.parental_leave, case.parental_leave, lambda fact: fact.period.first),
        moves=_same(known.moves, case.moves, lambda move: (move.on, move.direction)),
        events=_same(known.events, case.events, lambda event: event.duty),
        plans=_same_plans(known, case.plans),
        offers=_same(known.offers, case.offers, lambda offer: offer.offered_on or offer.starts_on),
        follow_ups=_same_follow_ups(known.follow_ups, case.follow_ups),
        complaints=_same(known.complaints, case.complaints, lambda complaint: complaint.received_on),
        results=_same(known.results, case.results, lambda result: (result.on, result.kind)),
        notes=_same(known.notes, case.notes, lambda note: note.on),
        corrections=_same(known.corrections, case.corrections, lambda correction: (correction.fact, correction.on)),
        consents=known.consents,  # no file holds any
        decisions=_same(known.decisions, case.decisions, lambda one: (one.duty, one.kind, one.computed_on)),
    )


def _same_plans(known: Case, plans: Sequence[Plan]) -> tuple[Plan, ...]:
    by_number = {plan.number: plan for plan in known.plans}
    return tuple(
        _same_plan(by_number[plan.number], plan, known.consents) if plan.number in by_number else plan for plan in plans
    )


def _same_plan(known: Plan, plan: Plan, consents: Sequence[Consent]) -> Plan:
    return replace(
        plan,
        id=known.id,
        version=known.version,
        assessment=_with_health(known.assessment, plan.assessment, consents),
        goals=_same_goals(known.goals, plan.goals),
        activities=_same(known.activities, plan.activities, lambda activity: (activity.kind, activity.text)),
        commitments=_same(known.commitments, plan.commitments, lambda one: (one.party, one.text)),
        scans=known.scans,  # no file holds any
    )


def _with_health(known: Assessment, assessment: Assessment, consents: Sequence[Consent]) -> Assessment:
    """Keep what is written of health without consent: no file holds it."""
    if health_consented_on(known.health_consent_on, consents) or assessment.health_consent_on:
        return assessment
    return replace(assessment, health=known.health, health_consent_on=known.health_consent_on)


def _same_goals(known: Sequence[Goal], goals: Sequence[Goal]) -> tuple[Goal, ...]:
    found = _same(known, goals, lambda goal: (goal.kind, goal.text))
    ids = {goal.id: same.id for goal, same in zip(goals, found, strict=True)}
    return tuple(replace(same, part_of=same.part_of and ids.get(same.part_of, same.part_of)) for same in found)


def _same_follow_ups(known: Sequence[FollowUp], talks: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
    corrections = {talk.id: talk.corrections for talk in known}
    return tuple(
        replace(
            talk,
            corrections=_same(corrections.get(talk.id, ()), talk.corrections, lambda correction: correction.on),
        )
        for talk in _same(known, talks, lambda talk: talk.held_on)
    )


def _same(known: Sequence[Record], records: Sequence[Record], key: Callable[[Record], Hashable]) -> tuple[Record, ...]:
    found: dict[int, Record] = {}
    left = list(known)
    for recognise in (_content, key):
        for place, record in enumerate(records):
            match = next((old for old in left if recognise(old) == recognise(record)), None)
            if place not in found and match is not None:
                left.remove(match)
                found[place] = replace(record, id=match.id, version=match.version)
    return tuple(found.get(place, record) for place, record in enumerate(records))


def _content(record: Record) -> Record:
    """Return a record as if it had never been kept, and what stands below it too."""
    if isinstance(record, FollowUp):
        record = replace(record, corrections=tuple(sorted(map(_content, record.corrections), key=_by_day)))
    if isinstance(record, Goal):
        record = replace(record, part_of=None)  # an id says nothing outside its plan
    return replace(record, id="", version=0)


def _by_day(correction: FollowUpCorrection) -> tuple[date, str]:
    return correction.on, correction.text

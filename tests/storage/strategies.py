"""Cases of every shape the domain allows."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from desktop_app.domain.case import (
    Case,
    Complaint,
    CorrectedFact,
    Event,
    FactCorrection,
    Move,
    MoveDirection,
    Note,
    Offer,
    OfferKind,
    ParentalLeave,
    Readiness,
    ReadinessKind,
    Result,
    ResultKind,
    Support,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.citizen import Citizen, Sex
from desktop_app.domain.dates import Period
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection, FollowUpForm, GoalProgress, Progress, Topic
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.plan import (
    Activity,
    ActivityKind,
    Annulment,
    Assessment,
    Commitment,
    EducationOrder,
    Goal,
    GoalKind,
    NoSignature,
    Party,
    Plan,
    Unsigned,
)

ids = st.uuids().map(str)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
# Few days, so that facts of one day are common and the order among them is tried.
days = st.dates(date(2025, 12, 30), date(2026, 1, 3)) | st.dates()
periods = st.builds(Period, days, st.none() | days)
hours = st.floats(0, 168)
moments = st.datetimes(
    datetime(1900, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2199, 12, 30),  # noqa: DTZ001 - as above
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-11))]),
)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


citizens = st.builds(
    Citizen,
    id=ids,
    given_names=texts,
    family_name=texts,
    native_name=optional(texts),
    cpr=optional(st.from_regex(r"[0-9]{10}", fullmatch=True)),
    birth_date=optional(days),
    sex=optional(st.sampled_from(Sex)),
    nationality=optional(texts),
    languages=several(texts),
    interpreter_language=optional(texts),
    address=optional(texts),
    postal_code=optional(texts),
    city=optional(texts),
    phone=optional(texts),
    email=optional(texts),
    protected_address=st.booleans(),
    version=st.just(0),
)
households = st.builds(Household, id=ids, name=texts, coordinating_caseworker=optional(texts), version=st.just(0))
goals = st.builds(
    Goal,
    id=ids,
    kind=st.sampled_from(GoalKind),
    text=texts,
    measure=optional(texts),
    part_of=optional(ids),
    target_on=optional(days),
    achieved_on=optional(days),
    version=st.just(0),
)
activities = st.builds(
    Activity,
    id=ids,
    kind=st.sampled_from(ActivityKind),
    text=texts,
    provider=optional(texts),
    department=optional(texts),
    responsible=optional(texts),
    starts_on=optional(days),
    ends_on=optional(days),
    hours_per_week=optional(hours),
    version=st.just(0),
)
commitments = st.builds(
    Commitment,
    id=ids,
    party=st.sampled_from(Party),
    text=texts,
    who=optional(texts),
    due_on=optional(days),
    version=st.just(0),
)
assessments = st.builds(
    Assessment,
    education=optional(texts),
    work=optional(texts),
    family=optional(texts),
    health=optional(texts),
    health_consent_on=optional(days),
    network=optional(texts),
    housing=optional(texts),
    asylum_phase=optional(texts),
)
plans = st.builds(
    Plan,
    id=ids,
    number=st.integers(1, 9),
    ready_on=optional(days),
    signed_by_citizen_on=optional(days),
    signed_by_municipality_on=optional(days),
    signed_by_interpreter_on=optional(days),
    unsigned=optional(st.builds(Unsigned, why=st.sampled_from(NoSignature), reason=texts)),
    declaration_signed_on=optional(days),
    annulment=optional(st.builds(Annulment, on=days, reason=texts)),
    assessment=assessments,
    education_order=optional(st.builds(EducationOrder, given_on=days, text=texts)),
    goals=several(goals),
    activities=several(activities),
    commitments=several(commitments),
    version=st.just(0),
)
follow_ups = st.builds(
    FollowUp,
    id=ids,
    held_on=days,
    form=st.sampled_from(FollowUpForm),
    attempted_only=st.booleans(),
    interpreter=optional(texts),
    participants=optional(texts),
    topics=several(st.sampled_from(Topic)),
    note=optional(texts),
    agreed=optional(texts),
    repatriation_guided=optional(st.booleans()),
    next_on=optional(days),
    progress=several(
        st.builds(
            GoalProgress, plan_number=st.integers(1, 3), place=st.integers(1, 3), progress=st.sampled_from(Progress)
        )
    ),
    finished_at=optional(moments),
    corrections=several(st.builds(FollowUpCorrection, id=ids, on=days, text=texts, version=st.just(0))),
    version=st.just(0),
)
cases = st.builds(
    Case,
    id=ids,
    case_number=texts,
    citizen=citizens,
    target_group=st.sampled_from(TargetGroup),
    household=optional(households),
    household_role=optional(st.sampled_from(HouseholdRole)),
    allocation_decided_on=optional(days),
    permit_granted_on=optional(days),
    cpr_registered_on=optional(days),
    applied_in_denmark=st.booleans(),
    takeover_on=optional(days),
    responsible_caseworker=optional(texts),
    coordinating_department=optional(st.just("  ") | texts),
    support=several(st.builds(Support, id=ids, period=periods, kind=st.sampled_from(SupportKind), version=st.just(0))),
    readiness=several(
        st.builds(Readiness, id=ids, period=periods, kind=st.sampled_from(ReadinessKind), version=st.just(0))
    ),
    parental_leave=several(
        st.builds(ParentalLeave, id=ids, child_born_on=optional(days), period=periods, version=st.just(0))
    ),
    moves=several(
        st.builds(
            Move,
            id=ids,
            direction=st.sampled_from(MoveDirection),
            on=days,
            municipality_code=optional(texts),
            approved=st.booleans(),
            version=st.just(0),
        )
    ),
    events=several(st.builds(Event, id=ids, duty=texts, on=days, note=optional(texts), version=st.just(0))),
    plans=st.lists(plans, max_size=2, unique_by=lambda plan: plan.number).map(tuple),
    offers=several(
        st.builds(
            Offer,
            id=ids,
            kind=st.sampled_from(OfferKind),
            company=optional(texts),
            offered_on=optional(days),
            starts_on=optional(days),
            ends_on=optional(days),
            hours_per_week=optional(hours),
            version=st.just(0),
        )
    ),
    follow_ups=several(follow_ups),
    complaints=several(
        st.builds(
            Complaint,
            id=ids,
            received_on=days,
            about=optional(texts),
            decided_on=optional(days),
            outcome=optional(texts),
            version=st.just(0),
        )
    ),
    results=several(
        st.builds(Result, id=ids, kind=st.sampled_from(ResultKind), on=days, note=optional(texts), version=st.just(0))
    ),
    notes=several(st.builds(Note, id=ids, on=days, text=texts, version=st.just(0))),
    corrections=several(
        st.builds(
            FactCorrection,
            id=ids,
            fact=st.sampled_from(CorrectedFact),
            before=optional(days),
            after=optional(days),
            reason=texts,
            on=days,
            version=st.just(0),
        )
    ),
    decisions=several(
        st.builds(
            DeadlineDecision,
            id=ids,
            duty=st.sampled_from(DutyId),
            kind=st.sampled_from(DecisionKind),
            computed_on=days,
            made_on=days,
            made_by=texts,
            on=optional(days),
            cause=optional(st.sampled_from(DelayCause)),
            reason=texts,
            version=st.just(0),
        )
    ),
    version=st.just(0),
)

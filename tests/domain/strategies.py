"""Facts of every shape, over the years in which the rules change."""

from datetime import date

from hypothesis import strategies as st

from desktop_app.domain.case import MoveDirection, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.case_facts import (
    CaseFacts,
    EventFact,
    LeaveFact,
    MoveFact,
    OfferFact,
    PlanFact,
    ReadinessFact,
    SupportFact,
    in_order,
    in_order_of_achievement,
)
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId

FIRST, LAST = date(2015, 1, 1), date(2027, 12, 31)

# Two dense years beside the whole stretch, so that facts fall near each other and near the borders of rules.
days = st.dates(FIRST, LAST) | st.dates(date(2019, 6, 1), date(2020, 12, 31))
optional_days = st.none() | days
event_names = st.sampled_from([*DutyId, HEALTH_NEED_FOUND, DutyId.READINESS_ASSESSED, DutyId.PROGRAMME_STARTED])

supports = st.builds(SupportFact, days, optional_days, st.sampled_from(SupportKind))
readinesses = st.builds(ReadinessFact, days, optional_days, st.sampled_from(ReadinessKind))
leaves = st.builds(LeaveFact, days, optional_days, optional_days)
moves = st.builds(MoveFact, days, st.sampled_from(MoveDirection))
events = st.builds(EventFact, days, event_names)
offers = st.builds(OfferFact, optional_days, optional_days, optional_days)
main_goals = st.lists(optional_days, max_size=2).map(in_order_of_achievement)


@st.composite
def plans(draw: st.DrawFn) -> tuple[PlanFact, ...]:
    return tuple(
        PlanFact(number, draw(optional_days), draw(optional_days), draw(main_goals))
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )


case_facts = st.builds(
    CaseFacts,
    case_id=st.just("case-1"),
    case_number=st.just("2026-014"),
    target_group=st.sampled_from(TargetGroup),
    birth_date=st.none() | st.dates(date(1960, 1, 1), date(2012, 12, 31)),
    allocation_decided_on=optional_days,
    permit_granted_on=optional_days,
    cpr_registered_on=optional_days,
    applied_in_denmark=st.booleans(),
    takeover_on=days | optional_days,
    department_named=st.booleans(),
    support=st.lists(supports, max_size=3).map(in_order),
    readiness=st.lists(readinesses, max_size=2).map(in_order),
    parental_leave=st.lists(leaves, max_size=2).map(in_order),
    moves=st.lists(moves, max_size=2).map(in_order),
    events=st.lists(events, max_size=4).map(in_order),
    plans=plans(),
    offers=st.lists(offers, max_size=3).map(in_order),
    follow_ups=st.lists(days, max_size=6).map(lambda held: tuple(sorted(held))),
)

from datetime import date

import pytest

from desktop_app.domain.case import MoveDirection, OfferKind, ReadinessKind, SupportKind
from desktop_app.domain.case_facts import (
    CaseFacts,
    EventFact,
    LeaveFact,
    MoveFact,
    OfferFact,
    PlanFact,
    ReadinessFact,
    SupportFact,
    facts_of,
    in_order,
    in_order_of_achievement,
    known_on,
)
from desktop_app.domain.plan import Annulment, GoalKind, NoSignature, Unsigned
from tests.builders import (
    a_case,
    a_draft,
    a_follow_up,
    a_goal,
    a_leave,
    a_move,
    a_plan,
    a_readiness,
    a_support,
    an_attempt,
    an_event,
    an_offer,
    facts,
)

EARLY, DAY, LATE = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)


def test_the_facts_of_a_case_are_its_dates() -> None:
    case = a_case(cpr_registered_on=EARLY, applied_in_denmark=True)

    found = facts_of(case)

    assert (found.case_id, found.case_number, found.target_group) == (case.id, "2026-014", case.target_group)
    assert found.birth_date == case.citizen.birth_date
    assert (found.allocation_decided_on, found.permit_granted_on) == (date(2026, 8, 15), date(2026, 7, 20))
    assert (found.cpr_registered_on, found.applied_in_denmark, found.takeover_on) == (EARLY, True, DAY)
    assert found.plans == (PlanFact(1, date(2026, 10, 28), date(2026, 10, 28), (None,)),)


def test_an_annulled_version_counts_as_signed_by_nobody_the_declaration_neither() -> None:
    annulled = a_plan(annulment=Annulment(on=LATE, reason="Forkert borger"))

    assert facts_of(a_case(plans=(annulled,))).plans == (PlanFact(1, None, None, (None,)),)


def test_a_version_the_citizen_does_not_sign_counts_from_the_day_the_municipality_did() -> None:
    unwilling = Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke skrive under")
    plan = a_plan(signed_by_citizen_on=None, unsigned=unwilling, declaration_signed_on=None)

    assert facts_of(a_case(plans=(plan,))).plans == (PlanFact(1, date(2026, 10, 28), None, (None,)),)


def test_facts_come_in_order_of_date_whatever_order_the_case_has_them_in() -> None:
    case = a_case(
        support=(a_support(SupportKind.BENEFIT, LATE), a_support(SupportKind.ORDINARY_JOB, EARLY, DAY)),
        readiness=(a_readiness(ReadinessKind.JOB_READY, LATE), a_readiness(ReadinessKind.ACTIVITY_READY, EARLY)),
        parental_leave=(a_leave(None, LATE), a_leave(EARLY, EARLY, DAY)),
        moves=(a_move(MoveDirection.OUT, LATE), a_move(MoveDirection.IN, EARLY)),
        events=(an_event("danish.begun", LATE), an_event("danish.referred", EARLY)),
        plans=(a_draft(number=2), a_plan(number=1)),
        offers=(an_offer(offered_on=LATE), an_offer(offered_on=None), an_offer(offered_on=EARLY)),
        follow_ups=(a_follow_up(held_on=LATE), a_follow_up(held_on=EARLY)),
    )

    found = facts_of(case)

    assert [fact.first for fact in found.support] == [EARLY, LATE]
    assert [fact.first for fact in found.readiness] == [EARLY, LATE]
    assert [fact.first for fact in found.parental_leave] == [EARLY, LATE]
    assert [fact.on for fact in found.moves] == [EARLY, LATE]
    assert [fact.on for fact in found.events] == [EARLY, LATE]
    assert [fact.number for fact in found.plans] == [1, 2]
    assert [fact.offered_on for fact in found.offers] == [EARLY, LATE, None]
    assert found.follow_ups == (EARLY, LATE)


def test_attempts_unapproved_moves_and_other_offers_are_no_facts() -> None:
    case = a_case(
        follow_ups=(an_attempt(),),
        moves=(a_move(MoveDirection.IN, DAY, approved=False),),
        offers=tuple(
            an_offer(kind=kind) for kind in OfferKind if kind not in {OfferKind.WORK_PLACEMENT, OfferKind.WAGE_SUBSIDY}
        ),
    )

    found = facts_of(case)

    assert (found.follow_ups, found.moves, found.offers) == ((), (), ())


def test_placements_and_wage_subsidies_are_company_offers() -> None:
    case = a_case(offers=(an_offer(kind=OfferKind.WORK_PLACEMENT), an_offer(kind=OfferKind.WAGE_SUBSIDY)))

    assert len(facts_of(case).offers) == 2


@pytest.mark.parametrize(("department", "named"), [("Jobcenter", True), ("  ", False), ("", False), (None, False)])
def test_a_department_is_named_when_there_is_a_name(
    department: str | None,
    named: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    assert facts_of(a_case(coordinating_department=department)).department_named is named


def test_only_employment_and_education_goals_are_main_goals_and_open_ones_come_last() -> None:
    goals = (
        a_goal(kind=GoalKind.EMPLOYMENT),
        a_goal(kind=GoalKind.EDUCATION, achieved_on=LATE),
        a_goal(kind=GoalKind.DANISH, achieved_on=EARLY),
        a_goal(kind=GoalKind.EMPLOYMENT, achieved_on=DAY),
    )

    assert facts_of(a_case(plans=(a_plan(goals=goals),))).plans[0].main_goals == (DAY, LATE, None)


def test_what_is_not_known_comes_last() -> None:
    unknown, known = OfferFact(None, EARLY, None), OfferFact(DAY, None, None)

    assert in_order([unknown, known]) == (known, unknown)
    assert in_order_of_achievement([None, LATE, EARLY]) == (EARLY, LATE, None)


# What was known on a day ---------------------------------------------------------------------------------------------

EVERYTHING = facts(
    allocation_decided_on=EARLY,
    permit_granted_on=EARLY,
    cpr_registered_on=EARLY,
    takeover_on=EARLY,
    support=(SupportFact(EARLY, LATE, SupportKind.BENEFIT),),
    readiness=(ReadinessFact(EARLY, LATE, ReadinessKind.JOB_READY),),
    parental_leave=(LeaveFact(EARLY, LATE, DAY),),
    moves=(MoveFact(EARLY, MoveDirection.IN),),
    events=(EventFact(EARLY, "danish.begun"),),
    plans=(PlanFact(1, EARLY, DAY, (EARLY, DAY)),),
    offers=(OfferFact(EARLY, DAY, LATE),),
    follow_ups=(EARLY, DAY),
)


def test_nothing_is_known_the_day_before() -> None:
    known = known_on(EVERYTHING, date(2026, 8, 31))

    assert known == CaseFacts(
        case_id="case-1",
        case_number="2026-014",
        target_group=EVERYTHING.target_group,
        plans=(PlanFact(1, None, None, (None, None)),),
        offers=(OfferFact(None, None, None),),
    )


def test_on_its_own_day_a_fact_is_known_and_a_period_with_its_planned_end() -> None:
    known = known_on(EVERYTHING, EARLY)

    assert known.takeover_on == EARLY
    assert known.support == EVERYTHING.support
    assert known.readiness == EVERYTHING.readiness
    assert known.parental_leave == (LeaveFact(EARLY, LATE, None),)
    assert known.plans == (PlanFact(1, EARLY, None, (EARLY, None)),)
    assert known.offers == (OfferFact(EARLY, None, None),)
    assert known.follow_ups == (EARLY,)
    assert known.moves == EVERYTHING.moves
    assert known.events == EVERYTHING.events


def test_in_the_end_everything_is_known() -> None:
    assert known_on(EVERYTHING, LATE) == EVERYTHING

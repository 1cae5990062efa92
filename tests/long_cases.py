"""Cases whose courses are long, old, short or empty, for whatever shows the whole of one."""

from datetime import date, timedelta
from typing import Any

from desktop_app.domain.case import Case, MoveDirection, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.duties import DutyId
from tests.builders import (
    a_case,
    a_follow_up,
    a_leave,
    a_move,
    a_plan,
    a_readiness,
    a_support,
    an_attempt,
    an_event,
    an_offer,
)

LONG_TODAY = date(2026, 11, 22)


def a_long_case(**changes: Any) -> Case:  # noqa: ANN401 - whatever a test changes
    """Five years with 40 follow-ups, some attempts, offers, work, leave, two versions of the plan, and a meeting."""
    taken_over = date(2022, 4, 1)
    held = [taken_over + timedelta(days=60 + 41 * place) for place in range(40)]
    talks = [a_follow_up(held_on=day, next_on=day + timedelta(days=42)) for day in held]
    talks += [an_attempt(held_on=day) for day in (date(2022, 9, 7), date(2023, 2, 14), date(2024, 5, 22))]
    second = date(2023, 3, 20)
    return a_case(
        allocation_decided_on=date(2022, 2, 12),
        permit_granted_on=date(2022, 1, 28),
        cpr_registered_on=date(2022, 4, 1),
        takeover_on=taken_over,
        plans=(
            a_plan(
                signed_by_citizen_on=date(2022, 5, 5),
                signed_by_municipality_on=date(2022, 5, 5),
                declaration_signed_on=date(2022, 5, 5),
            ),
            a_plan(
                number=2,
                signed_by_citizen_on=second,
                signed_by_municipality_on=second,
                declaration_signed_on=None,
            ),
        ),
        follow_ups=tuple(talks),
        events=(
            an_event(DutyId.PROGRAMME_STARTED, date(2022, 4, 28)),
            an_event(DutyId.DANISH_REFERRED, date(2022, 4, 10)),
            an_event(DutyId.DANISH_BEGUN, date(2022, 5, 19)),
            an_event(DutyId.READINESS_ASSESSED, date(2022, 6, 30)),
        ),
        readiness=(a_readiness(ReadinessKind.JOB_READY, date(2022, 6, 30)),),
        support=(
            a_support(SupportKind.BENEFIT, taken_over, date(2024, 7, 31)),
            a_support(SupportKind.ORDINARY_JOB, date(2024, 8, 1), date(2025, 3, 31)),
            a_support(SupportKind.BENEFIT, date(2025, 4, 1)),
        ),
        parental_leave=(a_leave(date(2025, 6, 10), date(2025, 5, 12), date(2026, 3, 30)),),
        offers=tuple(
            an_offer(
                company=company,
                offered_on=start - timedelta(days=5),
                starts_on=start,
                ends_on=start + timedelta(days=91),
            )
            for company, start in (
                ("Plejecenter Bakken", date(2022, 5, 4)),
                ("Restaurant Havnen", date(2022, 10, 3)),
                ("Nordsund Bageri", date(2023, 5, 1)),
                ("Plejecenter Bakken", date(2024, 1, 8)),
            )
        ),
        **changes,
    )


def an_old_case(taken_over: date, **changes: Any) -> Case:  # noqa: ANN401 - as above
    """A case of long ago that was handed over to another municipality when two years had passed."""
    signed = taken_over + timedelta(days=25)
    held = [taken_over + timedelta(days=25 + 88 * place) for place in range(1, 8)]
    return a_case(
        target_group=TargetGroup.REFUGEE,
        allocation_decided_on=taken_over - timedelta(days=50),
        permit_granted_on=None,
        takeover_on=taken_over,
        plans=(a_plan(signed_by_citizen_on=signed, signed_by_municipality_on=signed, declaration_signed_on=signed),),
        follow_ups=tuple(a_follow_up(held_on=day) for day in held),
        moves=(a_move(MoveDirection.OUT, taken_over + timedelta(days=720)),),
        **changes,
    )


def an_allocated_case(**changes: Any) -> Case:  # noqa: ANN401 - as above
    """A case of which nothing is known but the allocation, eleven days ago."""
    return a_case(
        allocation_decided_on=LONG_TODAY - timedelta(days=11),
        permit_granted_on=None,
        takeover_on=None,
        plans=(),
        **changes,
    )


def an_unknown_case(**changes: Any) -> Case:  # noqa: ANN401 - as above
    """A case without a single date."""
    return a_case(allocation_decided_on=None, permit_granted_on=None, takeover_on=None, plans=(), **changes)

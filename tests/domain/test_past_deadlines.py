"""What is over of the duties that repeat, where the laws of the engine give no example."""

from datetime import date

from desktop_app.domain.case import SupportKind
from desktop_app.domain.case_facts import EventFact, OfferFact, PlanFact, SupportFact
from desktop_app.domain.duties import DutyId
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook
from tests.builders import facts


def test_an_interval_that_a_job_only_paused_is_not_over(rulebook: Rulebook) -> None:
    worked = facts(
        takeover_on=date(2022, 10, 10),
        events=(EventFact(date(2023, 1, 10), DutyId.READINESS_ASSESSED),),
        support=(SupportFact(date(2023, 6, 1), date(2023, 6, 30), SupportKind.ORDINARY_JOB),),
        follow_ups=(date(2023, 6, 15),),
    )

    assert past_deadlines_for(worked, rulebook, date(2023, 6, 20))
    assert past_deadlines_for(worked, rulebook, date(2023, 8, 1)) == []


def test_offers_and_follow_ups_of_one_day_are_over_each_for_itself(rulebook: Rulebook) -> None:
    both = facts(
        takeover_on=date(2023, 1, 2),
        plans=(PlanFact(1, date(2023, 1, 10), None, (None,)),),
        offers=(
            OfferFact(date(2023, 1, 10), date(2023, 1, 10), date(2023, 2, 28)),
            OfferFact(date(2023, 3, 1), date(2023, 4, 3), date(2023, 6, 30)),
        ),
        follow_ups=(date(2023, 4, 3),),
    )

    past = past_deadlines_for(both, rulebook, date(2023, 9, 1))

    assert [(one.duty, one.due_on) for one in past] == [
        (DutyId.FOLLOW_UP_LOCAL, date(2023, 4, 10)),
        (DutyId.OFFER_GAP, date(2023, 4, 11)),
    ]


def test_a_gap_closed_by_an_event_is_over_once_the_next_offer_has_ended(rulebook: Rulebook) -> None:
    offered = facts(
        takeover_on=date(2024, 1, 2),
        offers=(
            OfferFact(date(2024, 1, 2), date(2024, 1, 2), date(2024, 3, 31)),
            OfferFact(None, None, date(2024, 6, 30)),
        ),
        events=(EventFact(date(2024, 4, 10), DutyId.OFFER_GAP),),
    )

    past = past_deadlines_for(offered, rulebook, date(2024, 7, 1))

    assert [(one.due_on, one.fulfilled_on) for one in past] == [(date(2024, 5, 12), date(2024, 4, 10))]

"""When the next follow-up is to be, and by which rule, in a sentence."""

from datetime import date

import pytest

from desktop_app.domain.case import SupportKind, TargetGroup
from desktop_app.domain.case_facts import CaseFacts, EventFact, PlanFact, SupportFact
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Reason, Step, StepKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.next_follow_up import NextFollowUp, next_follow_up
from desktop_app.domain.rulebook import Rulebook, Standing
from desktop_app.presenters.follow_up_texts import next_follow_up_text
from desktop_app.translation import ENGLISH, set_language
from tests.builders import SIGNED, a_deadline, a_rule_version, facts

HELD = date(2027, 1, 20)


def after(known: CaseFacts, rulebook: Rulebook) -> str:
    return next_follow_up_text(next_follow_up(known, rulebook, held_on=HELD, today=HELD), HELD)


def by_local_rule(due: Span) -> str:
    """Return the sentence for a local standard of some length."""
    rule = a_rule_version(standing=Standing.LOCAL_STANDARD, due=due)
    added = Step(StepKind.ADDED, date(2027, 4, 20), start=HELD, span=due)
    deadline = a_deadline(duty=DutyId.FOLLOW_UP_LOCAL, due_on=date(2027, 4, 20), rule=rule, steps=(added,))
    return next_follow_up_text(NextFollowUp(deadline=deadline, proposed_on=date(2027, 4, 20)), HELD)


@pytest.mark.parametrize(
    ("due", "often"),
    [
        (Span(1, Unit.MONTHS), "hver måned"),
        (Span(2, Unit.MONTHS), "hver anden måned"),
        (Span(3, Unit.MONTHS), "hver tredje måned"),
        (Span(6, Unit.MONTHS), "hver sjette måned"),
        (Span(4, Unit.MONTHS), "højst 4 måneder mellem opfølgninger"),
        (Span(6, Unit.WEEKS), "højst 6 uger mellem opfølgninger"),
    ],
)
def test_the_municipalitys_own_rule_is_said_as_people_say_it(due: Span, often: str) -> None:
    assert by_local_rule(due) == f"Senest den 20. april 2027. Kommunens egen regel: {often}."


def test_the_longer_interval_in_ordinary_work_is_said_by_its_calculation(rulebook: Rulebook) -> None:
    known = facts(
        plans=(PlanFact(1, SIGNED, SIGNED, (None,)),),
        follow_ups=(HELD,),
        support=(SupportFact(date(2027, 1, 4), None, SupportKind.ORDINARY_JOB),),
    )

    assert after(known, rulebook) == (
        "Senest den 20. januar 2028. Kommunens egen regel: 20. januar 2027 + 12 måneder (i ordinært arbejde eller"
        " uddannelse) = 20. januar 2028."
    )


def test_a_rule_of_the_law_is_named_by_its_paragraph(rulebook: Rulebook) -> None:
    known = facts(
        target_group=TargetGroup.DISPLACED_UKRAINE,
        takeover_on=date(2026, 5, 11),
        plans=(PlanFact(1, SIGNED, SIGNED, (None,)),),
        events=(EventFact(date(2026, 8, 10), DutyId.READINESS_ASSESSED),),
        follow_ups=(HELD,),
    )

    assert after(known, rulebook) == (
        "Senest den 10. februar 2027. Integrationsloven § 20, stk. 1: 10. august 2026 + 6 måneder = 10. februar 2027;"
        " 1 af 4 opfølgninger holdt."
    )


def test_without_a_date_the_reason_is_given() -> None:
    deadline = a_deadline(due_on=None, reason=Reason.BY_NEED)

    assert next_follow_up_text(NextFollowUp(deadline=deadline, proposed_on=None), HELD) == (
        "Herefter holdes opfølgning efter behov."
    )


def test_in_english_too() -> None:
    set_language(ENGLISH)

    assert by_local_rule(Span(3, Unit.MONTHS)) == (
        "By April 20, 2027 at the latest. The municipality's own rule: every third month."
    )

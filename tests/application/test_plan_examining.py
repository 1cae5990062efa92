"""What is said of a plan while it is written."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.plan_examining import checks_of, examine_plan
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.plan_outlook import outlook_of
from desktop_app.application.preview_plan import preview_plan
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.completeness import PlanPart, missing_parts
from desktop_app.domain.deadline import Status
from desktop_app.domain.full_week import FullWeek, FullWeeks
from desktop_app.domain.legal_texts import LegalTexts
from desktop_app.domain.plan_warnings import WarningKind
from desktop_app.domain.rulebook import Certainty, Standing
from tests.builders import SIGNED, a_case, a_draft, a_goal, a_plan, a_source, an_activity
from tests.fakes import EKSEMPELKOMMUNE, FakePrinter

TODAY = date(2026, 10, 15)
THIRTY_HOURS = FullWeek(
    valid_from=date(2020, 1, 1),
    groups=frozenset({TargetGroup.REFUGEE}),
    hours=30,
    standing=Standing.LOCAL_STANDARD,
    certainty=Certainty.CONFIRMED,
    source=a_source(),
)


def test_a_complete_draft_has_everything_in_place_and_no_warnings(law: PlanLaw) -> None:
    plan = a_draft()

    examined = examine_plan(plan, a_case(plans=(plan,)), law, TODAY)

    assert all(check.in_place for check in examined.checks)
    assert [check.part for check in examined.checks] == list(PlanPart)
    assert examined.warnings == ()
    assert examined.hours
    assert examined.hours.total == 15
    assert examined.programme_ends_on == date(2031, 10, 1)


def test_the_duty_to_conclude_is_told_as_it_stands_without_this_version(law: PlanLaw) -> None:
    plan = a_draft()

    examined = examine_plan(plan, a_case(plans=(plan,)), law, TODAY)
    revision = examine_plan(a_draft(number=2), a_case(), law, date(2026, 11, 22))

    assert (examined.contract.status, examined.contract.due_on) == (Status.DUE_LATER, date(2026, 11, 1))
    assert revision.contract.status is Status.DONE_ON_TIME


def test_a_full_week_is_what_the_law_of_the_day_says_for_the_group(law: PlanLaw) -> None:
    plan = a_draft(activities=(an_activity(hours_per_week=31),))
    case = a_case(plans=(plan,))

    def kinds(weeks: FullWeeks) -> list[WarningKind]:
        examined = examine_plan(plan, case, replace(law, full_weeks=weeks), TODAY)
        return [warning.kind for warning in examined.warnings]

    assert kinds(FullWeeks([THIRTY_HOURS])) == [WarningKind.TOO_MANY_HOURS]
    assert kinds(FullWeeks([replace(THIRTY_HOURS, hours=31)])) == []
    assert kinds(FullWeeks()) == []


def test_the_plan_that_is_written_stands_in_the_place_of_the_stored_one(law: PlanLaw) -> None:
    stored = a_draft()
    case = a_case(plans=(stored,))
    emptied = replace(stored, goals=())

    assert PlanPart.MAIN_GOAL in missing_parts(checks_of(emptied, case, law, TODAY))
    assert missing_parts(checks_of(stored, case, law, TODAY)) == []


@pytest.mark.parametrize("part", [PlanPart.SANCTIONS_TEXT, PlanPart.COMPLAINT_TEXT])
def test_a_text_that_is_not_in_force_is_missing(law: PlanLaw, part: PlanPart) -> None:
    plan = a_draft()
    without = PlanLaw(law.rulebook, LegalTexts(()))

    assert part in missing_parts(checks_of(plan, a_case(plans=(plan,)), without, TODAY))


# What follows --------------------------------------------------------------------------------------------------------


def test_a_draft_is_looked_at_as_if_it_were_signed_today(law: PlanLaw) -> None:
    plan = a_draft()

    outlook = outlook_of(plan, a_case(plans=(plan,)), law.rulebook, TODAY)

    assert outlook.next_follow_up_on == date(2027, 1, 15)


def test_a_signed_plan_is_looked_at_as_it_is_signed(law: PlanLaw) -> None:
    plan = a_plan()

    assert outlook_of(plan, a_case(plans=(plan,)), law.rulebook, SIGNED).next_follow_up_on == date(2027, 1, 28)


def test_where_every_goal_is_reached_no_follow_up_is_due_and_that_is_a_warning(law: PlanLaw) -> None:
    reached = a_draft(goals=(a_goal(achieved_on=TODAY), a_goal(kind=a_draft().goals[1].kind)))
    case = a_case(plans=(reached,))

    assert outlook_of(reached, case, law.rulebook, TODAY).next_follow_up_on is None
    assert [one.kind for one in examine_plan(reached, case, law, TODAY).warnings] == [WarningKind.NO_FOLLOW_UP_DATE]


# The preview ---------------------------------------------------------------------------------------------------------


def test_the_preview_is_the_paper_of_what_is_written_and_keeps_nothing(law: PlanLaw) -> None:
    printer = FakePrinter()
    stored = a_draft()
    written = replace(stored, goals=(a_goal(text="Et mål, der skrives nu"),))

    content = preview_plan(
        written, a_case(plans=(stored,)), municipality=EKSEMPELKOMMUNE, printer=printer, law=law, today=TODAY
    )

    [snapshot] = printer.snapshots
    assert content.startswith(b"%PDF")
    assert (snapshot.draft, snapshot.dated_on) == (True, TODAY)
    assert [goal.text for goal in snapshot.goals] == ["Et mål, der skrives nu"]

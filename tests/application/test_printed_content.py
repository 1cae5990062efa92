"""What was agreed, as a document says it."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.printed_content import (
    printed_activities,
    printed_assessment,
    printed_commitments,
    printed_education_order,
    printed_goals,
)
from desktop_app.domain.plan import Assessment, Commitment, EducationOrder, Party
from desktop_app.domain.plan_snapshot import PrintedAssessment, PrintedCommitment, PrintedEducationOrder
from tests.builders import a_goal, an_activity

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
IN_FULL = Assessment(
    education="9 år i skole",
    work="Kok",
    family="To børn",
    health="Ondt i ryggen",
    health_consent_on=YESTERDAY,
    network="En søster i Odense",
    housing="Midlertidig bolig",
    asylum_phase="Dansk i 4 måneder",
)


def test_a_step_says_where_the_goal_it_leads_to_stands() -> None:
    goals = (a_goal(id="step", part_of="job"), a_goal(id="own"), a_goal(id="job"), a_goal(id="lost", part_of="gone"))

    assert [printed.part_of for printed in printed_goals(goals)] == [3, None, None, None]


@pytest.mark.parametrize(("typed", "printed"), [(None, None), ("", None), (" \n", None), ("Ansat", "Ansat")])
def test_a_measure_and_who_is_responsible_say_nothing_where_only_space_was_typed(
    typed: str | None, printed: str | None
) -> None:
    [goal] = printed_goals([a_goal(measure=typed)])
    [activity] = printed_activities([an_activity(responsible=typed)])

    assert (goal.measure, activity.responsible) == (printed, printed)


def test_an_assessment_is_told_in_full_where_the_citizen_has_consented() -> None:
    assert printed_assessment(IN_FULL, TODAY) == PrintedAssessment(
        education="9 år i skole",
        work="Kok",
        family="To børn",
        health="Ondt i ryggen",
        health_consent_on=YESTERDAY,
        network="En søster i Odense",
        housing="Midlertidig bolig",
        asylum_phase="Dansk i 4 måneder",
    )


@pytest.mark.parametrize("consent_on", [None, date(2026, 11, 23)])
def test_without_consent_by_that_day_nothing_is_told_of_health(consent_on: date | None) -> None:
    printed = printed_assessment(replace(IN_FULL, health_consent_on=consent_on), TODAY)

    assert printed
    assert (printed.health, printed.health_consent_on) == (None, None)
    assert printed.work == "Kok"


def test_consent_counts_from_the_day_it_was_given() -> None:
    printed = printed_assessment(replace(IN_FULL, health_consent_on=TODAY), TODAY)

    assert printed
    assert printed.health == "Ondt i ryggen"


def test_consent_to_nothing_is_not_told() -> None:
    printed = printed_assessment(replace(IN_FULL, health=" "), TODAY)

    assert printed
    assert printed.health_consent_on is None


@pytest.mark.parametrize("assessment", [Assessment(), Assessment(work=" "), Assessment(health="Ondt i ryggen")])
def test_an_assessment_with_nothing_to_tell_is_none(assessment: Assessment) -> None:
    assert printed_assessment(assessment, TODAY) is None


def test_the_education_order_is_told_where_one_was_given() -> None:
    order = EducationOrder(given_on=TODAY, text="FGU")

    assert printed_education_order(order) == PrintedEducationOrder(given_on=TODAY, text="FGU")
    assert printed_education_order(None) is None


def test_who_does_what_is_told_without_the_lines_nobody_has_written_on() -> None:
    commitments = (
        Commitment(id="1", party=Party.CITIZEN, text="Møder", who=" "),
        Commitment(id="2", party=Party.MUNICIPALITY, text=" ", due_on=TODAY),
        Commitment(id="3", party=Party.OTHER, text="", who="Foreningen", due_on=TODAY),
    )

    assert printed_commitments(commitments) == (
        PrintedCommitment(party="citizen", text="Møder"),
        PrintedCommitment(party="other", text="", who="Foreningen", due_on=TODAY),
    )

from datetime import date, timedelta

import pytest

from desktop_app.domain.case import ReadinessKind, SupportKind
from desktop_app.domain.case_facts import CaseFacts, EventFact, PlanFact, ReadinessFact, SupportFact
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Reason
from desktop_app.domain.duties import HEALTH_NEED_FOUND
from desktop_app.domain.duty_conditions import (
    has_achieved_main_goals,
    has_been_in_ordinary_work,
    is_adult,
    is_in_ordinary_work,
    is_job_ready,
    is_on_benefit,
    is_self_supporting,
    judgements_of,
    starts_in_vain,
    support_on,
    unmet_condition,
)
from desktop_app.domain.rulebook import Condition, RuleVersion
from tests.builders import TAKEOVER, a_rule_version, facts

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
A_DAY = timedelta(days=1)
BENEFIT, ALONE = SupportKind.BENEFIT, SupportKind.SELF_SUPPORTING
JOB, EDUCATION = SupportKind.ORDINARY_JOB, SupportKind.ORDINARY_EDUCATION


def living_on(*kinds: SupportKind) -> CaseFacts:
    return facts(support=tuple(SupportFact(FIRST, LAST, kind) for kind in kinds))


# Age -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born_on", "adult"),
    [(None, True), (date(2008, 10, 1), True), (date(2008, 10, 2), False), (date(1970, 1, 1), True)],
)
def test_eighteen_on_the_day_itself_is_adult_and_an_unknown_age_too(
    born_on: date | None,
    adult: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    assert is_adult(facts(birth_date=born_on), TAKEOVER) is adult


# Support -------------------------------------------------------------------------------------------------------------


def test_support_counts_from_its_first_to_its_last_day_and_nothing_recorded_is_benefit() -> None:
    known = living_on(JOB)

    assert support_on(known, FIRST - A_DAY) == {BENEFIT}
    assert support_on(known, FIRST) == {JOB}
    assert support_on(known, LAST) == {JOB}
    assert support_on(known, LAST + A_DAY) == {BENEFIT}


def test_support_without_an_end_goes_on() -> None:
    assert support_on(facts(support=(SupportFact(FIRST, None, JOB),)), date(2099, 1, 1)) == {JOB}


@pytest.mark.parametrize(
    ("kinds", "on_benefit", "in_work", "self_supporting"),
    [
        ((), True, False, False),
        ((BENEFIT,), True, False, False),
        ((JOB,), False, True, False),
        ((EDUCATION,), False, True, False),
        ((ALONE,), False, False, True),
        ((JOB, BENEFIT), True, False, False),
        ((ALONE, BENEFIT), True, False, False),
        ((ALONE, JOB), False, True, False),
    ],
)
def test_benefit_beside_work_is_benefit(
    kinds: tuple[SupportKind, ...],
    on_benefit: bool,  # noqa: FBT001 - a parameter of pytest
    in_work: bool,  # noqa: FBT001 - a parameter of pytest
    self_supporting: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    known = living_on(*kinds)

    assert is_on_benefit(known, FIRST) is on_benefit
    assert is_in_ordinary_work(known, FIRST) is in_work
    assert is_self_supporting(known, FIRST) is self_supporting


@pytest.mark.parametrize(
    ("first", "last", "has_worked"),
    [
        (FIRST - 9 * A_DAY, FIRST - A_DAY, False),
        (FIRST - 9 * A_DAY, FIRST, True),
        (LAST, LAST + 9 * A_DAY, True),
        (LAST + A_DAY, LAST + 9 * A_DAY, False),
        (FIRST - A_DAY, LAST + A_DAY, True),
    ],
)
def test_one_day_of_work_in_a_stretch_is_work(
    first: date,
    last: date,
    has_worked: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    assert has_been_in_ordinary_work(living_on(JOB), first, last) is has_worked
    assert not has_been_in_ordinary_work(living_on(BENEFIT, ALONE), first, last)


def test_work_that_goes_on_is_work_ever_after() -> None:
    known = facts(support=(SupportFact(FIRST, None, EDUCATION),))

    assert has_been_in_ordinary_work(known, date(2030, 1, 1), date(2030, 12, 31))


# Readiness and goals -------------------------------------------------------------------------------------------------


def test_job_readiness_is_presumed_until_somebody_counts_as_activity_ready() -> None:
    known = facts(readiness=(ReadinessFact(FIRST, LAST, ReadinessKind.ACTIVITY_READY),))

    assert is_job_ready(facts(), FIRST)
    assert is_job_ready(known, FIRST - A_DAY)
    assert not is_job_ready(known, FIRST)
    assert not is_job_ready(known, LAST)
    assert is_job_ready(known, LAST + A_DAY)


@pytest.mark.parametrize(
    ("plans", "achieved"),
    [
        ((), False),
        ((PlanFact(1, None, None, (FIRST,)),), False),
        ((PlanFact(1, FIRST, FIRST, ()),), False),
        ((PlanFact(1, FIRST, FIRST, (FIRST, None)),), False),
        ((PlanFact(1, FIRST, FIRST, (FIRST, LAST)),), True),
        ((PlanFact(1, FIRST, FIRST, (FIRST,)), PlanFact(2, LAST, None, (None,))), False),
        ((PlanFact(1, FIRST, FIRST, (None,)), PlanFact(2, LAST, None, (LAST,))), True),
        ((PlanFact(1, FIRST, FIRST, (FIRST,)), PlanFact(2, None, None, (None,))), True),
    ],
)
def test_goals_are_achieved_when_all_main_goals_of_the_latest_signed_contract_are(
    plans: tuple[PlanFact, ...],
    achieved: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    assert has_achieved_main_goals(facts(plans=plans)) is achieved


# Conditions ----------------------------------------------------------------------------------------------------------

UNMET = {
    Condition.ADULT: (facts(birth_date=date(2020, 1, 1)), Reason.MINOR),
    Condition.BENEFIT: (living_on(ALONE), Reason.NOT_ON_BENEFIT),
    Condition.JOB_READY: (
        facts(readiness=(ReadinessFact(FIRST, None, ReadinessKind.ACTIVITY_READY),)),
        Reason.NOT_JOB_READY,
    ),
    Condition.HEALTH_NEED_FOUND: (facts(), Reason.NO_HEALTH_NEED),
    Condition.NO_ORDINARY_WORK_SINCE: (living_on(JOB), Reason.IN_ORDINARY_WORK),
    Condition.GOALS_NOT_ACHIEVED: (facts(plans=(PlanFact(1, FIRST, FIRST, (FIRST,)),)), Reason.GOALS_ACHIEVED),
    Condition.NOT_SELF_SUPPORTING: (living_on(ALONE), Reason.SELF_SUPPORTING),
}
NEED_FOUND = facts(events=(EventFact(FIRST, HEALTH_NEED_FOUND),))


def unmet(version: RuleVersion, known: CaseFacts, *, clock_on: date | None, today: date) -> Reason | None:
    return unmet_condition(judgements_of(version.conditions), version, known, TAKEOVER, clock_on, today)


@pytest.mark.parametrize("condition", list(Condition))
def test_each_condition_that_fails_has_a_reason_of_its_own(condition: Condition) -> None:
    known, reason = UNMET[condition]
    version = a_rule_version(conditions=(condition,))

    assert unmet(version, known, clock_on=FIRST, today=LAST) is reason
    assert unmet(version, NEED_FOUND, clock_on=FIRST, today=LAST) is None


@pytest.mark.parametrize(
    ("work_began_on", "reason"),
    [(date(2027, 10, 1), Reason.IN_ORDINARY_WORK), (date(2027, 10, 2), None)],
    ids=["on the last day of the year", "the day after"],
)
def test_work_that_begins_after_the_time_allowed_is_too_late(work_began_on: date, reason: Reason | None) -> None:
    known = facts(support=(SupportFact(work_began_on, None, JOB),))
    version = a_rule_version(due=Span(1, Unit.YEARS), conditions=(Condition.NO_ORDINARY_WORK_SINCE,))

    found = unmet(version, known, clock_on=FIRST, today=date(2028, 1, 1))

    assert found is reason


@pytest.mark.parametrize(
    "condition",
    [Condition.BENEFIT, Condition.JOB_READY, Condition.NO_ORDINARY_WORK_SINCE, Condition.NOT_SELF_SUPPORTING],
)
def test_what_is_judged_when_the_clock_starts_is_passed_over_until_it_does(condition: Condition) -> None:
    known, _ = UNMET[condition]
    version = a_rule_version(conditions=(condition,))

    assert unmet(version, known, clock_on=None, today=LAST) is None


@pytest.mark.parametrize(
    ("kinds", "conditions", "in_vain"),
    [
        ((ALONE,), (Condition.ADULT, Condition.NOT_SELF_SUPPORTING), True),
        ((ALONE, BENEFIT), (Condition.NOT_SELF_SUPPORTING,), False),
        ((ALONE,), (Condition.ADULT,), False),
    ],
)
def test_for_the_self_supporting_nobody_waits_for_a_clock_that_has_not_started(
    kinds: tuple[SupportKind, ...],
    conditions: tuple[Condition, ...],
    in_vain: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    known = living_on(*kinds)

    assert starts_in_vain(a_rule_version(conditions=conditions), known, LAST) is in_vain
    assert not starts_in_vain(a_rule_version(conditions=conditions), known, LAST + A_DAY)


def test_the_first_condition_that_fails_is_the_reason() -> None:
    known = facts(birth_date=date(2020, 1, 1), support=(SupportFact(FIRST, None, ALONE),))
    version = a_rule_version(conditions=(Condition.BENEFIT, Condition.ADULT))

    assert unmet(version, known, clock_on=FIRST, today=LAST) is Reason.NOT_ON_BENEFIT
    assert unmet(version, known, clock_on=None, today=LAST) is Reason.MINOR

from datetime import date

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Clock, NoRuleInForce, Rulebook
from tests.builders import a_duty, a_rule_version, a_suspension

REFUGEE, UKRAINE, IMMIGRANT = TargetGroup.REFUGEE, TargetGroup.DISPLACED_UKRAINE, TargetGroup.IMMIGRANT
OLDEST = a_rule_version(valid_from=date(2010, 1, 1), ended_on=date(2013, 6, 30))
OLD = a_rule_version(valid_from=date(2013, 7, 1), ended_on=date(2016, 6, 30))
NEW = a_rule_version(valid_from=date(2020, 1, 1))
RULEBOOK = Rulebook([a_duty(versions=(OLDEST, OLD, NEW))])


@pytest.mark.parametrize(
    ("on", "version"),
    [
        (date(2013, 6, 30), OLDEST),
        (date(2013, 7, 1), OLD),
        (date(2016, 6, 30), OLD),
        (date(2020, 1, 1), NEW),
        (date(2099, 1, 1), NEW),
    ],
)
def test_the_version_of_the_day_is_in_force(on: date, version: object) -> None:
    assert RULEBOOK.in_force(DutyId.CONTRACT_SIGNED, REFUGEE, on) is version


@pytest.mark.parametrize(
    ("group", "on", "earliest", "ended_on"),
    [
        (REFUGEE, date(2009, 12, 31), date(2010, 1, 1), None),
        (REFUGEE, date(2018, 1, 1), date(2010, 1, 1), date(2016, 6, 30)),
        (IMMIGRANT, date(2018, 1, 1), date.max, None),
    ],
    ids=["before the first", "between two", "for a group without any"],
)
def test_outside_its_time_a_rule_is_never_guessed(
    group: TargetGroup, on: date, earliest: date, ended_on: date | None
) -> None:
    with pytest.raises(NoRuleInForce) as found:
        RULEBOOK.in_force(DutyId.CONTRACT_SIGNED, group, on)

    error = found.value
    assert (error.duty, error.on) == (DutyId.CONTRACT_SIGNED, on)
    assert (error.earliest, error.ended_on) == (earliest, ended_on)


def test_a_duty_that_is_not_in_the_rulebook_is_an_error() -> None:
    with pytest.raises(KeyError):
        RULEBOOK.in_force(DutyId.OFFER_FIRST, REFUGEE, date(2026, 1, 1))


def test_duties_stand_in_one_order_whatever_order_they_came_in() -> None:
    rulebook = Rulebook([a_duty(id=DutyId.FOLLOW_UP), a_duty(id=DutyId.TAKEOVER_EXPECTED), a_duty()])

    assert list(rulebook.duties) == [DutyId.TAKEOVER_EXPECTED, DutyId.CONTRACT_SIGNED, DutyId.FOLLOW_UP]


def test_a_version_has_the_clock_of_its_duty_unless_it_says_otherwise() -> None:
    own = a_rule_version(clock=Clock.ALLOCATION)
    duty = a_duty(clock=Clock.TAKEOVER, versions=(OLD, own))

    assert duty.clock_of(OLD) is Clock.TAKEOVER
    assert duty.clock_of(own) is Clock.ALLOCATION
    assert duty.chooser_of(own) is Clock.ALLOCATION
    assert a_duty(version_chosen_by=Clock.FIRST_TAKEOVER).chooser_of(own) is Clock.FIRST_TAKEOVER
    assert a_duty(clock=None).clock_of(OLD) is None


# Suspensions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "allocated", "rests"),
    [
        (UKRAINE, False, True),
        (UKRAINE, True, True),
        (REFUGEE, True, True),
        (REFUGEE, False, False),
        (IMMIGRANT, True, False),
    ],
)
def test_a_suspension_concerns_its_groups_and_some_only_when_allocated(
    group: TargetGroup,
    allocated: bool,  # noqa: FBT001 - a parameter of pytest
    rests: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    rulebook = Rulebook([a_duty()], [a_suspension()])

    found = rulebook.suspension_of(DutyId.CONTRACT_SIGNED, group, date(2022, 7, 1), allocated=allocated)

    assert (found is not None) is rests


def test_of_several_suspensions_the_longest_counts() -> None:
    longer = a_suspension(
        id="six_months", takeovers=Period(date(2022, 6, 18), date(2022, 8, 31)), until=Span(6, Unit.MONTHS)
    )
    rulebook = Rulebook([a_duty()], [longer, a_suspension()])

    def id_on(day: date) -> str | None:
        found = rulebook.suspension_of(DutyId.CONTRACT_SIGNED, UKRAINE, day, allocated=False)
        return found.id if found else None

    assert id_on(date(2021, 12, 31)) is None
    assert id_on(date(2022, 6, 17)) == "three_months"
    assert id_on(date(2022, 6, 18)) == "six_months"
    assert id_on(date(2022, 9, 1)) == "three_months"
    assert id_on(date(2023, 1, 1)) is None


def test_a_council_may_decide_to_let_nothing_rest() -> None:
    rulebook = Rulebook([a_duty()], [a_suspension()]).without_suspensions()

    assert list(rulebook.duties) == [DutyId.CONTRACT_SIGNED]
    assert rulebook.suspension_of(DutyId.CONTRACT_SIGNED, UKRAINE, date(2022, 7, 1), allocated=True) is None


@pytest.mark.parametrize("on", [date(2019, 12, 31), date(2020, 1, 1), date(2021, 6, 30), date(2021, 7, 1)])
@pytest.mark.parametrize("ended_on", [None, date(2021, 6, 30)])
def test_a_version_is_in_force_in_its_period(on: date, ended_on: date | None) -> None:
    version = a_rule_version(valid_from=date(2020, 1, 1), ended_on=ended_on)

    assert version.is_in_force(on) == (on in version.period)


def test_the_duties_of_a_group_hold_its_versions_with_what_chooses_them_and_whether_they_can_rest() -> None:
    for_all, for_some = a_rule_version(), a_rule_version(groups=frozenset({UKRAINE}), clock=Clock.ALLOCATION)
    contract = a_duty(versions=(for_all, for_some))
    rulebook = Rulebook([contract], [a_suspension(groups=frozenset({UKRAINE}), groups_if_allocated=frozenset())])

    of_refugee = rulebook.duties_of(TargetGroup.REFUGEE)[contract.id]
    of_displaced = rulebook.duties_of(UKRAINE)[contract.id]

    assert of_refugee.versions == contract.versions_for(TargetGroup.REFUGEE)
    assert of_displaced.by_clock == ((Clock.ALLOCATION, (for_some,)),)
    assert (of_refugee.can_rest, of_displaced.can_rest) == (False, True)
    assert rulebook.duties_of(UKRAINE) is rulebook.duties_of(UKRAINE)

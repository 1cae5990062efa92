"""The municipality's own standards: what they must be, and how they become versions of the rule."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.local_standard import (
    LocalStandard,
    StandardFault,
    faults_in_standard,
    standard_from,
    with_local_standards,
)
from desktop_app.domain.rulebook import Clock, Fulfilment, MoveEffect, Obligation, Rulebook, RuleVersion, Standing
from desktop_app.domain.worklist import listed_status
from tests.builders import a_case, a_duty, a_follow_up, a_rule_version
from tests.storage.builders import a_local_standard

LOCAL = DutyId.FOLLOW_UP_LOCAL
FIRST, DECEMBER = date(2016, 7, 1), date(2026, 12, 1)
HELD = date(2026, 12, 10)
OF_FILE = frozenset({TargetGroup.REFUGEE, TargetGroup.QUOTA_REFUGEE})


def the_file(*versions: RuleVersion) -> Rulebook:
    of_file = a_rule_version(
        valid_from=FIRST, groups=OF_FILE, due=Span(3, Unit.MONTHS), after_birth=Span(6, Unit.MONTHS), note="Filen"
    )
    duty = a_duty(
        id=LOCAL,
        clock=Clock.INTERVAL,
        fulfilled_by=Fulfilment.FOLLOW_UP_HELD,
        after_move=MoveEffect.NONE,
        versions=versions or (of_file,),
    )
    return Rulebook([duty])


def versions(*standards: LocalStandard, rules: Rulebook | None = None) -> tuple[RuleVersion, ...]:
    return with_local_standards(rules or the_file(), standards).duties[LOCAL].versions


def standing(rules: Rulebook, group: TargetGroup, held_on: date, today: date) -> tuple[Status, date | None]:
    case = a_case(target_group=group, follow_ups=(a_follow_up(held_on=held_on),))
    [deadline] = deadlines_for(facts_of(case), rules, today)
    return deadline.status, deadline.due_on


# What a standard must be ---------------------------------------------------------------------------------------------


def test_a_standard_within_bounds_has_no_fault() -> None:
    assert faults_in_standard(a_local_standard()) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"interval": Span(0, Unit.MONTHS)}, StandardFault.INTERVAL_OUT_OF_RANGE),
        ({"interval": Span(13, Unit.MONTHS)}, StandardFault.INTERVAL_OUT_OF_RANGE),
        ({"interval": Span(53, Unit.WEEKS)}, StandardFault.INTERVAL_OUT_OF_RANGE),
        ({"interval": Span(1, Unit.DAYS)}, StandardFault.INTERVAL_OUT_OF_RANGE),
        ({"warning_days": -1}, StandardFault.WARNING_OUT_OF_RANGE),
        ({"warning_days": 31}, StandardFault.WARNING_OUT_OF_RANGE),
        ({"groups": frozenset()}, StandardFault.NO_GROUPS),
        ({"reason": " \n"}, StandardFault.NO_REASON),
        ({"reason": "x" * 2001}, StandardFault.REASON_TOO_LONG),
    ],
)
def test_what_is_out_of_bounds_is_a_fault(changes: dict[str, object], fault: StandardFault) -> None:
    assert faults_in_standard(a_local_standard(**changes)) == [fault]


@pytest.mark.parametrize(
    "changes",
    [
        {"interval": Span(12, Unit.MONTHS)},
        {"interval": Span(1, Unit.WEEKS)},
        {"interval": Span(52, Unit.WEEKS)},
        {"warning_days": 0},
        {"warning_days": 30},
        {"reason": "x" * 2000},
    ],
)
def test_the_bounds_themselves_are_allowed(changes: dict[str, object]) -> None:
    assert faults_in_standard(a_local_standard(**changes)) == []


def test_a_standard_is_known_by_the_day_it_begins() -> None:
    one, other = a_local_standard(valid_from=FIRST), a_local_standard(valid_from=DECEMBER)

    assert standard_from([one, other], DECEMBER) == other
    assert standard_from([one, other], date(2026, 12, 2)) is None


# Standards as versions -----------------------------------------------------------------------------------------------


def test_without_a_standard_the_rules_are_those_of_the_file() -> None:
    rules = the_file()

    assert with_local_standards(rules, []).duties == rules.duties


def test_the_version_of_the_file_holds_until_the_first_standard_begins() -> None:
    of_file, own = versions(a_local_standard(groups=OF_FILE))

    assert (of_file.valid_from, of_file.ended_on, of_file.due) == (FIRST, date(2026, 11, 30), Span(3, Unit.MONTHS))
    assert (own.valid_from, own.ended_on, own.due) == (DECEMBER, None, Span(2, Unit.MONTHS))
    assert own.groups == OF_FILE
    assert (own.warning_days, own.note, own.standing) == (14, "Udvalget har besluttet det", Standing.LOCAL_STANDARD)
    assert own.source.checked_on == date(2026, 11, 26)
    assert own.after_birth == Span(6, Unit.MONTHS)


def test_each_standard_ends_where_the_next_begins_in_whatever_order_they_come() -> None:
    later = a_local_standard(valid_from=date(2027, 3, 1), interval=Span(6, Unit.WEEKS), groups=OF_FILE)

    _of_file, first, second = versions(later, a_local_standard(groups=OF_FILE))

    assert (first.valid_from, first.ended_on) == (DECEMBER, date(2027, 2, 28))
    assert (second.valid_from, second.ended_on, second.due) == (date(2027, 3, 1), None, Span(6, Unit.WEEKS))


def test_a_standard_from_before_the_file_leaves_nothing_of_it() -> None:
    [own] = versions(a_local_standard(valid_from=date(2010, 1, 1), groups=OF_FILE))

    assert own.valid_from == date(2010, 1, 1)


def test_a_version_of_the_file_that_has_ended_stays_as_it_is() -> None:
    old = a_rule_version(valid_from=FIRST, ended_on=date(2019, 12, 31), groups=OF_FILE, due=Span(6, Unit.MONTHS))
    new = a_rule_version(valid_from=date(2020, 1, 1), groups=OF_FILE, due=Span(3, Unit.MONTHS), note="Ny")

    first, second, own = versions(a_local_standard(groups=OF_FILE), rules=the_file(old, new))

    assert first == old
    assert second == replace(new, ended_on=date(2026, 11, 30))
    assert own.due == Span(2, Unit.MONTHS)


def test_groups_keep_what_the_file_says_of_each() -> None:
    refugee = a_rule_version(
        valid_from=FIRST, groups=frozenset({TargetGroup.REFUGEE}), after_birth=Span(6, Unit.MONTHS)
    )
    quota = a_rule_version(valid_from=FIRST, groups=frozenset({TargetGroup.QUOTA_REFUGEE}))

    own = versions(a_local_standard(groups=OF_FILE), rules=the_file(refugee, quota))[2:]

    assert {(*version.groups, version.after_birth) for version in own} == {
        (TargetGroup.REFUGEE, Span(6, Unit.MONTHS)),
        (TargetGroup.QUOTA_REFUGEE, None),
    }


# What it means for a case --------------------------------------------------------------------------------------------


def test_an_interval_that_has_begun_keeps_its_length() -> None:
    rules = with_local_standards(the_file(), [a_local_standard()])
    today = date(2026, 12, 15)

    assert standing(rules, TargetGroup.REFUGEE, date(2026, 11, 30), today)[1] == date(2027, 2, 28)
    assert standing(rules, TargetGroup.REFUGEE, DECEMBER, today)[1] == date(2027, 2, 1)


def test_a_group_that_is_left_out_is_followed_up_no_more_by_the_standard() -> None:
    rules = with_local_standards(the_file(), [a_local_standard(groups=frozenset({TargetGroup.REFUGEE}))])

    assert standing(rules, TargetGroup.QUOTA_REFUGEE, HELD, HELD) == (Status.NOT_APPLICABLE, None)


def test_nothing_was_asked_of_a_group_before_a_standard_first_named_it() -> None:
    immigrant = frozenset({TargetGroup.IMMIGRANT})
    standards = [
        a_local_standard(groups=OF_FILE, valid_from=date(2026, 6, 1)),
        a_local_standard(groups=immigrant),
        a_local_standard(groups=immigrant, valid_from=date(2027, 6, 1)),
    ]
    rules = with_local_standards(the_file(), standards)

    case = a_case(target_group=TargetGroup.IMMIGRANT, follow_ups=(a_follow_up(held_on=date(2026, 11, 1)),))
    [before] = deadlines_for(facts_of(case), rules, date(2026, 12, 15))
    assert (before.status, before.reason) == (Status.NOT_APPLICABLE, Reason.DISCRETIONARY)
    assert standing(rules, TargetGroup.IMMIGRANT, HELD, HELD)[1] == date(2027, 2, 10)
    asked = [one for one in rules.duties[LOCAL].versions if one.obligation is Obligation.MAY]
    assert [(one.valid_from, one.ended_on, one.groups) for one in asked] == [(FIRST, date(2026, 11, 30), immigrant)]


def test_a_group_named_from_the_beginning_has_no_time_before() -> None:
    rules = with_local_standards(the_file(), [a_local_standard(valid_from=FIRST, groups=frozenset(TargetGroup))])

    assert all(version.obligation is Obligation.MUST for version in rules.duties[LOCAL].versions)


@pytest.mark.parametrize(
    ("warning_days", "days_left", "status"),
    [
        (14, 15, Status.DUE_LATER),
        (14, 14, Status.DUE_SOON),
        (3, 4, Status.DUE_LATER),
        (3, 3, Status.DUE_SOON),
        (0, 1, Status.DUE_LATER),
        (0, 0, Status.DUE_TODAY),
        (30, 31, Status.UPCOMING),
        (30, 30, Status.DUE_SOON),
    ],
)
def test_one_is_reminded_as_early_as_the_standard_says(warning_days: int, days_left: int, status: Status) -> None:
    rules = with_local_standards(the_file(), [a_local_standard(warning_days=warning_days)])
    due_on = date(2027, 2, 10)

    assert standing(rules, TargetGroup.REFUGEE, HELD, due_on - timedelta(days=days_left)) == (status, due_on)


@pytest.mark.parametrize(("days_left", "status"), [(8, Status.DUE_LATER), (7, Status.DUE_SOON), (0, Status.DUE_TODAY)])
def test_what_one_is_reminded_of_early_is_listed_by_how_far_it_is(days_left: int, status: Status) -> None:
    rules = with_local_standards(the_file(), [a_local_standard()])
    today = date(2027, 2, 10) - timedelta(days=days_left)
    case = a_case(follow_ups=(a_follow_up(held_on=HELD),))

    [deadline] = deadlines_for(facts_of(case), rules, today)

    assert listed_status(deadline, today) is status


def test_what_has_no_date_is_listed_as_it_stands() -> None:
    [deadline] = deadlines_for(facts_of(a_case(takeover_on=None)), the_file(), HELD)

    assert listed_status(deadline, HELD) is deadline.status is Status.WAITING


def test_who_holds_a_rulebook_hears_what_it_says_from_now_on() -> None:
    held = the_file()
    assert standing(held, TargetGroup.REFUGEE, HELD, HELD)[1] == date(2027, 3, 10)

    held.say_as(with_local_standards(the_file(), [a_local_standard()]))

    assert standing(held, TargetGroup.REFUGEE, HELD, HELD)[1] == date(2027, 2, 10)

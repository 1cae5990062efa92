"""What differs between two rulebooks."""

from datetime import date

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Clock, Rulebook
from desktop_app.domain.rulebook_differences import KeyChange, RuleChange, rule_changes
from tests.builders import a_duty, a_rule_version, a_source, a_suspension

CONTRACT = DutyId.CONTRACT_SIGNED
FORMER = a_rule_version()
ENDED = a_rule_version(ended_on=date(2026, 12, 31))
NEXT = a_rule_version(valid_from=date(2027, 1, 1), due=Span(2, Unit.MONTHS))


def test_the_same_rules_differ_in_nothing(rulebook: Rulebook) -> None:
    assert rule_changes(rulebook, rulebook) == []


def test_a_version_that_got_an_end_and_the_one_that_follows_it_are_named() -> None:
    old, new = Rulebook([a_duty(versions=(FORMER,))]), Rulebook([a_duty(versions=(ENDED, NEXT))])

    assert rule_changes(old, new) == [
        RuleChange(CONTRACT, FORMER, ENDED, (KeyChange("ended_on", None, date(2026, 12, 31)),)),
        RuleChange(CONTRACT, None, NEXT),
    ]
    assert rule_changes(new, old)[1] == RuleChange(CONTRACT, NEXT, None)


def test_keys_of_the_source_are_named_with_their_table() -> None:
    other = a_rule_version(source=a_source(section="§ 19 b"))

    [change] = rule_changes(Rulebook([a_duty()]), Rulebook([a_duty(versions=(other,))]))

    assert change.keys == (KeyChange("source.section", "§ 19, stk. 1", "§ 19 b"),)


def test_versions_are_the_same_one_when_they_begin_on_one_day_for_the_same_groups() -> None:
    both = a_rule_version(groups=frozenset({TargetGroup.REFUGEE, TargetGroup.QUOTA_REFUGEE}))

    changes = rule_changes(Rulebook([a_duty()]), Rulebook([a_duty(versions=(both,))]))

    assert {(change.before, change.after) for change in changes} == {(FORMER, None), (None, both)}


def test_what_holds_for_all_versions_is_a_change_of_the_duty_itself() -> None:
    before, after = a_duty(), a_duty(clock=Clock.FIRST_TAKEOVER)

    assert rule_changes(Rulebook([before]), Rulebook([after])) == [
        RuleChange(CONTRACT, before, after, (KeyChange("clock", Clock.TAKEOVER, Clock.FIRST_TAKEOVER),))
    ]


def test_a_duty_only_one_rulebook_has_is_named_with_its_versions() -> None:
    duty = a_duty()

    assert rule_changes(Rulebook([]), Rulebook([duty])) == [
        RuleChange(CONTRACT, None, duty),
        RuleChange(CONTRACT, None, FORMER),
    ]
    assert rule_changes(Rulebook([duty]), Rulebook([])) == [
        RuleChange(CONTRACT, duty, None),
        RuleChange(CONTRACT, FORMER, None),
    ]


def test_suspensions_are_compared_by_their_ids() -> None:
    short, longer = a_suspension(), a_suspension(until=Span(6, Unit.MONTHS))

    changes = rule_changes(Rulebook([], [short]), Rulebook([], [longer, a_suspension(id="another")]))

    assert changes == [
        RuleChange("three_months", short, longer, (KeyChange("until", Span(3, Unit.MONTHS), Span(6, Unit.MONTHS)),)),
        RuleChange("another", None, a_suspension(id="another")),
    ]

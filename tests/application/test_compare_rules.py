"""Comparing two sets of rules over the cases of a store."""

from dataclasses import replace
from datetime import date

from desktop_app.application.compare_rules import RulesCompared, compare_rules
from desktop_app.application.ports import LogAction
from desktop_app.domain.case import Case, TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from tests.builders import TAKEOVER, a_case, a_duty, a_rule_version, a_source, a_suspension
from tests.fakes import FakeStore, Noted
from tests.storage.builders import a_local_standard

TODAY = date(2026, 11, 22)
OLD = Rulebook([a_duty()])
NEW = Rulebook([a_duty(versions=(a_rule_version(due=Span(2, Unit.MONTHS)),))])


def compared(store: FakeStore, old: Rulebook, new: Rulebook, *, uses_suspension: bool = True) -> RulesCompared:
    return compare_rules(
        work=store.work, read=store.read, old=old, new=new, uses_suspension=uses_suspension, today=TODAY
    )


def an_open_case(case_number: str) -> Case:
    return a_case(case_number=case_number, plans=())


def test_every_deadline_that_changes_is_shown_before_and_after_by_case_number() -> None:
    store = FakeStore(an_open_case("2026-002"), an_open_case("2026-001"))

    found = compared(store, OLD, NEW)

    assert [
        (change.before.case_number, change.before.duty, change.before.due_on, change.after.due_on)
        for change in found.deadlines
    ] == [
        ("2026-001", DutyId.CONTRACT_SIGNED, date(2026, 11, 1), date(2026, 12, 1)),
        ("2026-002", DutyId.CONTRACT_SIGNED, date(2026, 11, 1), date(2026, 12, 1)),
    ]
    assert [change.after.status for change in found.deadlines] == [Status.DUE_LATER] * 2
    assert [change.rule for change in found.rules] == [DutyId.CONTRACT_SIGNED]
    assert found.today == TODAY


def test_a_version_with_another_source_changes_no_deadline_but_is_shown() -> None:
    other = Rulebook([a_duty(versions=(a_rule_version(source=a_source(section="§ 19 b")),))])

    found = compared(FakeStore(an_open_case("2026-001")), OLD, other)

    assert found.deadlines == []
    assert len(found.rules) == 1


def test_a_case_the_rule_does_not_reach_changes_nothing() -> None:
    store = FakeStore(a_case(target_group=TargetGroup.IMMIGRANT, plans=()))

    assert compared(store, OLD, NEW).deadlines == []


def test_the_councils_choice_on_suspensions_counts_for_both() -> None:
    suspension = a_suspension()
    resting = replace(suspension, takeovers=replace(suspension.takeovers, first=TAKEOVER, last=None))
    with_suspension = Rulebook([a_duty()], [resting])
    store = FakeStore(a_case(allocation_decided_on=date(2026, 8, 15), plans=()))

    using = compared(store, OLD, with_suspension)
    not_using = compared(store, OLD, with_suspension, uses_suspension=False)

    assert [change.after.status for change in using.deadlines] == [Status.SUSPENDED]
    assert not_using.deadlines == []
    assert not_using.rules == using.rules != []


def test_the_listing_is_noted_once() -> None:
    store = FakeStore(an_open_case("2026-001"), an_open_case("2026-002"))

    compared(store, OLD, NEW)

    assert store.log == [Noted(LogAction.LISTED, "", {})]


def test_the_municipalitys_own_standard_holds_under_both(rulebook: Rulebook) -> None:
    local = rulebook.duties[DutyId.FOLLOW_UP_LOCAL]
    every_month = tuple(replace(version, due=Span(1, Unit.MONTHS)) for version in local.versions)
    other = rulebook.with_versions({DutyId.FOLLOW_UP_LOCAL: every_month})
    store = FakeStore(a_case())
    without = compared(store, rulebook, other)
    with store.work() as unit:
        unit.local_standards.add(a_local_standard(duty=DutyId.FOLLOW_UP_LOCAL, valid_from=TAKEOVER))
        unit.commit()

    assert [change.before.duty for change in without.deadlines] == [DutyId.FOLLOW_UP_LOCAL]
    assert compared(store, rulebook, other).deadlines == []
    assert compared(store, rulebook, other).rules == without.rules

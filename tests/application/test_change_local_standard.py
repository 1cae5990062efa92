"""Deciding a standard of the municipality's own, looking at what it changes first, and taking it back."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.change_local_standard import (
    DecidedStandard,
    StandardRefused,
    decide_standard,
    take_back_standard,
)
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.preview_local_standard import preview_standard
from desktop_app.domain.case import Case, TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.local_standard import LocalStandard, StandardFault
from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from desktop_app.storage.rulebook_file import read_rulebook
from tests.builders import a_case, a_citizen, a_follow_up
from tests.fakes import FakeStore
from tests.storage.builders import a_draft, a_local_standard

TODAY = date(2026, 12, 15)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    return read_rulebook(resource("law"))


def known(store: FakeStore) -> list[LocalStandard]:
    with store.work() as unit:
        return unit.local_standards.all()


def decide(store: FakeStore, standard: LocalStandard) -> DecidedStandard:
    return decide_standard(standard, known(store), work=store.work)


def test_a_standard_is_decided_and_the_settings_are_others(store: FakeStore) -> None:
    standard = a_local_standard(reason="  Udvalget  ")

    decided = decide(store, standard)

    assert decided.changes == Changes(settings=True)
    assert decided.replaced is None
    assert known(store) == [replace(standard, reason="Udvalget", version=1)]


def test_the_next_standard_stands_beside_the_first(store: FakeStore) -> None:
    decide(store, a_local_standard())

    decide(store, a_local_standard(valid_from=date(2027, 1, 1)))

    assert [each.valid_from for each in known(store)] == [date(2026, 12, 1), date(2027, 1, 1)]


def test_a_standard_from_the_same_day_takes_the_place_of_the_earlier_one(store: FakeStore) -> None:
    decide(store, a_local_standard())

    decided = decide(store, a_local_standard(interval=Span(1, Unit.MONTHS)))

    assert [each.interval.value for each in known(store)] == [1]
    assert decided.replaced
    assert decided.replaced.interval.value == 2


def test_a_standard_with_faults_is_refused_and_nothing_is_written(store: FakeStore) -> None:
    with pytest.raises(StandardRefused) as refused:
        decide(store, a_local_standard(groups=frozenset(), reason=""))

    assert refused.value.faults == (StandardFault.NO_GROUPS, StandardFault.NO_REASON)
    assert known(store) == []


def test_what_somebody_else_decided_meanwhile_is_not_passed_over(store: FakeStore) -> None:
    seen = known(store)
    decide(store, a_local_standard())

    with pytest.raises(ChangedMeanwhile):
        decide_standard(a_local_standard(valid_from=date(2027, 1, 1)), seen, work=store.work)

    assert len(known(store)) == 1


def test_the_draft_goes_in_the_same_transaction(store: FakeStore) -> None:
    draft = a_draft(screen="local_standard")
    with store.work() as unit:
        unit.drafts.keep(draft)
        unit.commit()

    decide_standard(a_local_standard(), [], work=store.work, draft_id=draft.id)

    with store.work() as unit:
        assert unit.drafts.all() == []


def test_a_decision_is_taken_back(store: FakeStore) -> None:
    decided = decide(store, a_local_standard())

    assert take_back_standard(decided, new_id="again", work=store.work) == Changes(settings=True)

    assert known(store) == []
    with pytest.raises(ChangedMeanwhile):
        take_back_standard(decided, new_id="again", work=store.work)


def test_what_a_decision_took_the_place_of_is_there_again(store: FakeStore) -> None:
    decide(store, a_local_standard())
    decided = decide(store, a_local_standard(interval=Span(1, Unit.MONTHS)))

    take_back_standard(decided, new_id="again", work=store.work)

    assert [(each.id, each.interval.value) for each in known(store)] == [("again", 2)]


# What would change ---------------------------------------------------------------------------------------------------


def a_followed(number: str, held_on: date, group: TargetGroup = TargetGroup.REFUGEE) -> Case:
    talk = a_follow_up(id=f"talk-{number}", held_on=held_on)
    return a_case(
        id=number, case_number=number, citizen=a_citizen(id=f"citizen-{number}"), target_group=group, follow_ups=(talk,)
    )


def test_the_cases_that_get_another_date_are_told_before_anything_is_saved(store: FakeStore, rules: Rulebook) -> None:
    with store.work() as unit:
        unit.cases.add(a_followed("2026-030", date(2026, 12, 10)))
        unit.cases.add(a_followed("2026-020", date(2026, 12, 1)))
        unit.cases.add(a_followed("2026-010", date(2026, 11, 30)))
        unit.cases.add(a_followed("2026-040", date(2026, 12, 10), TargetGroup.DISPLACED_UKRAINE))
        unit.commit()

    preview = preview_standard(a_local_standard(), [], read=store.read, rules=rules, today=TODAY)

    assert [(one.case_number, one.before.due_on, one.after.due_on) for one in preview.moved] == [
        ("2026-020", date(2027, 3, 1), date(2027, 2, 1)),
        ("2026-030", date(2027, 3, 10), date(2027, 2, 10)),
        ("2026-040", date(2027, 3, 10), None),
    ]
    assert preview.otherwise_reminded == 0
    assert known(store) == []


def test_a_standard_that_takes_the_place_of_another_is_looked_at_in_its_place(
    store: FakeStore, rules: Rulebook
) -> None:
    with store.work() as unit:
        unit.cases.add(a_followed("2026-010", date(2026, 12, 10)))
        unit.commit()
    one, other = a_local_standard(), a_local_standard(interval=Span(1, Unit.MONTHS))

    preview = preview_standard(other, [one], read=store.read, rules=rules, today=TODAY)

    [moved] = preview.moved
    assert (moved.before.due_on, moved.after.due_on) == (date(2027, 2, 10), date(2027, 1, 10))


def test_who_is_reminded_at_another_time_only_is_counted(store: FakeStore, rules: Rulebook) -> None:
    with store.work() as unit:
        unit.cases.add(a_followed("2026-010", date(2026, 12, 10)))
        unit.commit()
    same = a_local_standard(interval=Span(3, Unit.MONTHS), warning_days=20)

    preview = preview_standard(same, [], read=store.read, rules=rules, today=date(2027, 2, 25))

    assert (preview.moved, preview.otherwise_reminded) == ((), 1)

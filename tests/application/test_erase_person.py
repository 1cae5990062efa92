"""Erasing a person who was recorded by mistake."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.erase_person import Erasing, erase_person
from desktop_app.application.errors import (
    CaseNotFound,
    ChangedMeanwhile,
    ConfirmationWrong,
    ReasonMissing,
    SignedCaseKept,
)
from desktop_app.domain.case import Case
from tests.builders import a_case, a_follow_up, a_kept_draft, a_plan, new_id
from tests.builders import a_draft as a_version
from tests.fakes import FakeStore

BY_MISTAKE = Erasing(reason="Oprettet to gange", typed_number=" 2026-014 ")


@pytest.fixture
def case() -> Case:
    return a_case(plans=(a_version(),), follow_ups=(a_follow_up(held_on=date(2026, 11, 2)),))


@pytest.fixture
def store(case: Case) -> FakeStore:
    return FakeStore(case, a_case(case_number="2026-015"))


def test_the_case_is_gone_and_the_others_are_as_they_were(store: FakeStore) -> None:
    seen, other = store.case("2026-014"), store.case("2026-015")

    changes = erase_person(seen, BY_MISTAKE, work=store.work)

    assert changes == Changes(cases=frozenset({seen.id}))
    assert store.read.history(seen.id) == []
    assert store.case("2026-015") == other
    with pytest.raises(CaseNotFound):
        store.case("2026-014")


def test_what_anybody_has_typed_on_the_case_and_not_saved_goes_too(store: FakeStore) -> None:
    seen = store.case("2026-014")
    about = [
        a_kept_draft(id=new_id(), subject=seen.id),
        a_kept_draft(id=new_id(), subject=seen.plans[0].id),
        a_kept_draft(id=new_id(), based_on={seen.follow_ups[0].id: 1}),
        a_kept_draft(id=new_id(), content={"case_number": "2026-014"}),
    ]
    other = a_kept_draft(id=new_id(), content={"case_number": "2026-015"})
    with store.work() as unit:
        for draft in (*about, other):
            unit.drafts.keep(draft)
        unit.commit()

    erase_person(seen, BY_MISTAKE, work=store.work)

    with store.work() as unit:
        assert unit.drafts.all() == [other]


@pytest.mark.parametrize(
    ("erasing", "error"),
    [
        (replace(BY_MISTAKE, reason="  "), ReasonMissing),
        (replace(BY_MISTAKE, typed_number="2026-015"), ConfirmationWrong),
        (replace(BY_MISTAKE, typed_number=""), ConfirmationWrong),
    ],
)
def test_without_a_reason_and_the_number_of_the_case_nothing_is_erased(
    store: FakeStore, erasing: Erasing, error: type[Exception]
) -> None:
    seen = store.case("2026-014")

    with pytest.raises(error):
        erase_person(seen, erasing, work=store.work)

    assert store.case("2026-014") == seen


def test_a_case_on_which_something_was_signed_is_kept(store: FakeStore) -> None:
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), plans=(a_plan(),)))
        unit.commit()

    with pytest.raises(SignedCaseKept):
        erase_person(store.case("2026-014"), BY_MISTAKE, work=store.work)


def test_what_somebody_has_saved_meanwhile_is_not_erased_unseen(store: FakeStore) -> None:
    seen = store.case("2026-014")
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), takeover_on=date(2026, 10, 5)))
        unit.commit()

    with pytest.raises(ChangedMeanwhile):
        erase_person(seen, BY_MISTAKE, work=store.work)

"""Which version of a plan is being written, and what a new one begins from."""

from datetime import date

import pytest

from desktop_app.domain.plan import Annulment, Plan
from desktop_app.domain.plan_versions import basis_of_next, can_be_written, has_signature, version_in_work
from tests.builders import SIGNED, a_draft, a_plan

ANNULLED = Annulment(on=date(2026, 11, 1), reason="Registreret ved en fejl")
DRAFT = a_draft(number=2)
READY = a_draft(number=2, ready_on=SIGNED)
HALF = a_draft(number=2, signed_by_citizen_on=SIGNED)
OTHER_HALF = a_draft(number=2, signed_by_municipality_on=SIGNED)
FIRST = a_plan(number=1)
GONE = a_plan(number=3, annulment=ANNULLED)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [(DRAFT, True), (READY, False), (HALF, False), (OTHER_HALF, False), (FIRST, False), (GONE, False)],
)
def test_only_a_draft_nobody_signed_can_be_written(plan: Plan, *, expected: bool) -> None:
    assert can_be_written(plan, [plan]) is expected


@pytest.mark.parametrize(("plan", "expected"), [(DRAFT, False), (HALF, True), (OTHER_HALF, True), (FIRST, True)])
def test_one_signature_is_a_signature(plan: Plan, *, expected: bool) -> None:
    assert has_signature(plan) is expected


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([], None),
        ([FIRST], None),
        ([DRAFT, FIRST], DRAFT),
        ([FIRST, READY], READY),
        ([FIRST, HALF], None),
        ([GONE], None),
    ],
)
def test_the_version_in_work_is_a_draft_or_waits_for_signatures(plans: list[Plan], expected: Plan | None) -> None:
    assert version_in_work(plans) == expected


@pytest.mark.parametrize(
    ("plans", "expected"),
    [([], None), ([FIRST], FIRST), ([HALF, FIRST], HALF), ([FIRST, GONE], FIRST), ([GONE], GONE)],
)
def test_a_new_version_begins_from_the_newest_that_was_not_annulled(plans: list[Plan], expected: Plan | None) -> None:
    assert basis_of_next(plans) == expected

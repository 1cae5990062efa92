"""Opening a plan to write on it."""

import pytest

from desktop_app.application.errors import CaseNotFound, PlanNotFound
from desktop_app.application.open_plan import open_plan
from desktop_app.application.ports import LogAction
from desktop_app.domain.plan import Plan
from tests.builders import SIGNED, a_case, a_draft, a_plan
from tests.fakes import FakeStore, Noted


@pytest.mark.parametrize(
    ("plans", "wanted", "number"),
    [
        ([a_plan(), a_draft(number=2)], None, 2),
        ([a_plan(), a_draft(number=2, ready_on=SIGNED)], None, 2),
        ([a_plan(), a_plan(number=2)], None, 2),
        ([a_plan(), a_draft(number=2)], 1, 1),
    ],
)
def test_the_version_in_work_is_opened_unless_another_is_asked_for(
    plans: list[Plan], wanted: int | None, number: int
) -> None:
    store = FakeStore(a_case(plans=tuple(plans)))

    opened = open_plan("2026-014", work=store.work, plan_number=wanted)

    assert opened.plan.number == number
    assert opened.case == store.case("2026-014")
    assert store.log[-1:] == [Noted(LogAction.OPENED_CASE, opened.case.id, {"plan": str(number)})]


@pytest.mark.parametrize(("plans", "wanted"), [((), None), ((a_plan(),), 2)])
def test_a_version_that_is_not_there_is_not_opened_and_nothing_is_logged(
    plans: tuple[Plan, ...], wanted: int | None
) -> None:
    store = FakeStore(a_case(plans=plans))

    with pytest.raises(PlanNotFound) as refused:
        open_plan("2026-014", work=store.work, plan_number=wanted)

    assert (refused.value.case_number, refused.value.plan_number) == ("2026-014", wanted)
    assert store.log == []


def test_the_plan_of_nobody_is_not_opened() -> None:
    with pytest.raises(CaseNotFound):
        open_plan("2026-999", work=FakeStore().work)

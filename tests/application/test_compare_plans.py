"""Two versions of a plan are compared as they were frozen or as they stand, and it is logged who saw and printed it."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.compare_plans import (
    ComparedPlans,
    ComparedVersion,
    PrintedComparison,
    ToldComparison,
    compare_versions,
    print_comparison,
)
from desktop_app.application.errors import CaseNotFound, PlanNotFound
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.application.ports import FrozenPlan, LogAction
from desktop_app.domain.plan import Plan, PlanState
from desktop_app.domain.plan_comparison import PaperField, PaperSection
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_goal, a_plan
from tests.fakes import EKSEMPELKOMMUNE, FakeStore, Noted

NUMBER = "2026-014"
TODAY = date(2026, 11, 22)
TOLD = ToldComparison(
    case_number=NUMBER,
    citizen="Rima Al-Hassan",
    was="Version 1",
    now="Version 2",
    numbers=(1, 2),
    summary="1 forskel",
    sections=(),
    is_draft=True,
    on=TODAY,
)


def compared(store: FakeStore, law: PlanLaw, chosen: int | tuple[int, int] = (1, 2)) -> ComparedPlans:
    return compare_versions(NUMBER, chosen, work=store.work, law=law, today=TODAY)


def a_store(*plans: Plan, **changes: object) -> FakeStore:
    return FakeStore(a_case(case_number=NUMBER, plans=plans, **changes))


def test_what_is_signed_is_compared_as_it_was_frozen(law: PlanLaw) -> None:
    signed = a_plan(goals=(a_goal(text="Køkken"),))
    store = a_store(signed, a_draft(number=2, goals=(a_goal(text="Køkken"),), activities=signed.activities))
    snapshot = snapshot_of(signed, store.case(NUMBER), EKSEMPELKOMMUNE, law, SIGNED)
    frozen = replace(snapshot, goals=(replace(snapshot.goals[0], text="Køkken i Nakskov"),))
    with store.work() as unit:
        unit.frozen_plans.add(FrozenPlan(id="frozen", plan_id=signed.id, snapshot=frozen))
        unit.commit()

    [goals] = [section for section in compared(store, law).sections if section.section is PaperSection.GOALS]

    assert [(item.fields[0].was, item.fields[0].now) for item in goals.items] == [("Køkken i Nakskov", "Køkken")]


def test_nothing_is_frozen_by_looking(law: PlanLaw) -> None:
    store = a_store(a_plan(), a_plan(number=2))

    compared(store, law)

    assert store.content.frozen_plans == []


def test_the_versions_are_told_with_their_states_and_days(law: PlanLaw) -> None:
    found = compared(a_store(a_plan(), a_draft(number=2)), law)

    assert (found.case_number, found.citizen, found.on) == (NUMBER, "Rima Al-Hassan", TODAY)
    assert found.versions == (
        ComparedVersion(number=2, state=PlanState.DRAFT, dated_on=TODAY),
        ComparedVersion(number=1, state=PlanState.SIGNED, dated_on=SIGNED),
    )
    assert (found.now, found.was) == found.versions


@pytest.mark.parametrize(
    ("chosen", "expected"), [(3, (2, 3)), (2, (1, 2)), (1, (1, 2)), ((3, 1), (3, 1)), ((2, 2), (2, 2))]
)
def test_one_version_is_compared_with_the_one_before_it_and_the_first_with_the_next(
    law: PlanLaw, chosen: int | tuple[int, int], expected: tuple[int, int]
) -> None:
    found = compared(a_store(a_plan(), a_plan(number=2), a_draft(number=3)), law, chosen)

    assert (found.was.number, found.now.number) == expected


def test_a_version_that_is_alone_is_compared_with_itself(law: PlanLaw) -> None:
    found = compared(a_store(a_plan()), law, 1)

    assert (found.was.number, found.now.number, found.sections) == (1, 1, ())


def test_a_protected_address_is_not_told_not_even_from_before_it_was_protected(law: PlanLaw) -> None:
    signed = a_plan()
    store = a_store(signed, replace(signed, id="second", number=2), citizen=a_citizen(protected_address=True))
    open_case = a_case(case_number=NUMBER, plans=(signed,), citizen=a_citizen())
    with store.work() as unit:
        snapshot = snapshot_of(signed, open_case, EKSEMPELKOMMUNE, law, SIGNED)
        assert snapshot.citizen.address
        unit.frozen_plans.add(FrozenPlan(id="frozen", plan_id=signed.id, snapshot=snapshot))
        unit.commit()

    fields = {changed.field for section in compared(store, law).sections for changed in section.fields}

    assert PaperField.PROTECTED_ADDRESS in fields
    assert fields & {PaperField.ADDRESS, PaperField.POSTAL_CODE, PaperField.CITY} == set()


def test_that_somebody_looked_is_logged(law: PlanLaw) -> None:
    store = a_store(a_plan(), a_draft(number=2))

    compared(store, law)

    assert store.log == [Noted(LogAction.OPENED_CASE, store.case(NUMBER).id, {"plan": "1-2"})]


@pytest.mark.parametrize("chosen", [3, (1, 3), (3, 1)])
def test_a_version_that_is_not_there_is_refused(law: PlanLaw, chosen: int | tuple[int, int]) -> None:
    store = a_store(a_plan(), a_draft(number=2))

    with pytest.raises(PlanNotFound):
        compared(store, law, chosen)
    assert store.log == []


def test_differences_are_printed_once_it_is_logged() -> None:
    store = a_store(a_plan(), a_draft(number=2))

    printed = print_comparison(TOLD, work=store.work, write=_drawn)

    assert printed == PrintedComparison(
        content=b"1 forskel", case_number=NUMBER, numbers=(1, 2), is_draft=True, on=TODAY
    )
    details = {"document": "plan_differences", "version": "1-2"}
    assert store.log == [Noted(LogAction.PRINTED, store.case(NUMBER).id, details)]


def test_differences_of_a_case_that_is_gone_are_not_printed() -> None:
    with pytest.raises(CaseNotFound):
        print_comparison(TOLD, work=FakeStore().work, write=_drawn)


@pytest.mark.parametrize(
    ("is_draft", "case_number", "name"),
    [
        (True, NUMBER, "2026-11-22_Forskelle_v1-v2_sag-2026-014_kladde.pdf"),
        (False, "../ø", "2026-11-22_Forskelle_v1-v2_sag-----.pdf"),
    ],
)
def test_the_file_is_named_by_day_versions_and_case(is_draft: bool, case_number: str, name: str) -> None:  # noqa: FBT001
    printed = PrintedComparison(content=b"", case_number=case_number, numbers=(1, 2), is_draft=is_draft, on=TODAY)

    assert printed.file_name == name


def _drawn(told: ToldComparison) -> bytes:
    return told.summary.encode()

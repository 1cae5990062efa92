"""The life of a plan in a real store: written, made ready, signed, annulled; and nothing signed is lost."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from desktop_app.application.annul_signature import annul_signature
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.print_plan import print_plan
from desktop_app.application.ready_plan import make_ready, reopen
from desktop_app.application.sign_plan import sign_plan
from desktop_app.application.write_plan import PlanContent, begin_version, discard_version, save_content
from desktop_app.composition.stores import full_weeks, legal_texts, rulebook
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Annulment, Assessment, GoalKind, NoSignature, Plan, PlanState, Unsigned, state_of
from desktop_app.domain.signing import Signing
from desktop_app.storage.store import Store
from tests.builders import SIGNED, a_case, a_draft, a_goal, a_plan, an_activity
from tests.fakes import FakePrinter

TODAY = date(2026, 11, 22)
UNABLE = Unsigned(why=NoSignature.UNABLE, reason="Ligger på sygehuset og har sagt ja mundtligt.")


@pytest.fixture(scope="module")
def law() -> PlanLaw:
    return PlanLaw(rulebook(), legal_texts(), full_weeks())


def stored(store: Store) -> Case:
    with store.work() as unit:
        return unit.cases.by_number("2026-014")


def content(*goals: object, **changes: object) -> PlanContent:
    held = {
        "goals": goals,
        "activities": (an_activity(),),
        "coordinating_department": "Jobcenter",
        "responsible_caseworker": "MJ",
        "assessment": Assessment(),
        "education_order": None,
        "commitments": (),
    }
    return PlanContent(**held | changes)  # type: ignore[arg-type]


@pytest.fixture
def begun(store: Store) -> Store:
    """A store with a case whose plan was begun and written."""
    with store.work() as unit:
        unit.cases.add(a_case(plans=()))
        unit.commit()
    first = begin_version("2026-014", work=store.work, read=store.read)
    save_content(
        first.case,
        first.plan.id,
        content(a_goal(), a_goal(kind=GoalKind.DANISH), a_goal(kind=GoalKind.HOUSING)),
        work=store.work,
    )
    return store


def test_a_plan_lives_from_its_first_goal_to_its_annulled_signature(begun: Store, law: PlanLaw) -> None:
    store, printer = begun, FakePrinter()
    written = stored(store)
    plan_id = written.plans[0].id
    ready = make_ready(written, plan_id, work=store.work, law=law, today=SIGNED)
    signing = Signing(citizen=UNABLE, municipality_on=SIGNED, interpreter_on=SIGNED, declaration_on=SIGNED)
    signed = sign_plan(ready.case, plan_id, signing, work=store.work, law=law, today=TODAY)
    paper = print_plan("2026-014", work=store.work, printer=printer, law=law, today=TODAY)
    annulled = annul_signature(signed.case, plan_id, "Forkert dato", work=store.work, read=store.read, today=TODAY)

    first, second = stored(store).plans
    assert [state_of(plan, stored(store).plans) for plan in (first, second)] == [PlanState.ANNULLED, PlanState.DRAFT]
    assert (first.unsigned, first.signed_by_interpreter_on, first.ready_on) == (UNABLE, SIGNED, SIGNED)
    assert annulled.next_plan == second
    assert [goal.kind for goal in second.goals] == [GoalKind.EMPLOYMENT, GoalKind.DANISH, GoalKind.HOUSING]
    assert paper.state is PlanState.SIGNED
    with store.work() as unit:
        frozen = unit.frozen_plans.of_plan(plan_id)
        assert frozen
        assert frozen.snapshot == printer.snapshots[0]
        kept = unit.frozen_plans.document(frozen.id, "plan", "da")
        assert kept
        assert kept.content == paper.content


def test_rows_can_be_taken_away_and_put_in_another_order(begun: Store) -> None:
    case = stored(begun)
    first, danish, housing = case.plans[0].goals

    save_content(case, case.plans[0].id, content(housing, first, activities=()), work=begun.work)

    [plan] = stored(begun).plans
    assert [goal.id for goal in plan.goals] == [housing.id, first.id]
    assert plan.activities == ()
    assert danish.id in {line.record for line in begun.read.history(case.id) if line.action == "delete"}


def test_a_number_that_was_ready_once_is_not_given_again(begun: Store, law: PlanLaw) -> None:
    case = stored(begun)
    plan_id = case.plans[0].id
    ready = make_ready(case, plan_id, work=begun.work, law=law, today=TODAY)
    opened = reopen(ready.case, plan_id, work=begun.work)
    discard_version(opened.case, plan_id, work=begun.work)

    assert begin_version("2026-014", work=begun.work, read=begun.read).plan.number == 2


def test_a_number_that_was_never_ready_is_given_again(begun: Store) -> None:
    case = stored(begun)
    discard_version(case, case.plans[0].id, work=begun.work)

    assert begin_version("2026-014", work=begun.work, read=begun.read).plan.number == 1


def test_the_second_of_two_who_write_the_same_version_is_told(begun: Store) -> None:
    seen = stored(begun)
    save_content(seen, seen.plans[0].id, content(a_goal(text="Den førstes")), work=begun.work)

    with pytest.raises(ChangedMeanwhile):
        save_content(seen, seen.plans[0].id, content(a_goal(text="Den andens")), work=begun.work)

    assert [goal.text for goal in stored(begun).plans[0].goals] == ["Den førstes"]


# At most one version is current --------------------------------------------------------------------------------------


def concluded(**changes: object) -> Plan:
    return a_plan(**{"number": 1} | changes)


@pytest.mark.parametrize(
    "other",
    [concluded(), concluded(signed_by_citizen_on=None, unsigned=UNABLE)],
    ids=["signed by both", "without the citizen"],
)
def test_two_versions_of_one_number_are_never_concluded_both(store: Store, other: Plan) -> None:
    with store.work() as unit:
        unit.cases.add(a_case(plans=(concluded(),)))
        unit.commit()
    case = stored(store)

    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), plans=(*case.plans, other)))
        with pytest.raises(IntegrityError):
            unit.commit()

    assert stored(store) == case
    assert [state_of(plan, case.plans) for plan in case.plans] == [PlanState.SIGNED]


@pytest.mark.parametrize(
    "other",
    [
        a_draft(number=1),
        a_draft(number=1, ready_on=SIGNED),
        concluded(signed_by_citizen_on=None),
        concluded(annulment=Annulment(on=TODAY, reason="Forkert")),
        concluded(number=2),
    ],
    ids=["a draft", "one that waits", "half signed", "annulled", "the next"],
)
def test_beside_the_current_version_there_is_room_for_what_is_not_current(store: Store, other: Plan) -> None:
    with store.work() as unit:
        unit.cases.add(a_case(plans=(concluded(), other)))
        unit.commit()

    states = [state_of(plan, stored(store).plans) for plan in stored(store).plans]
    assert states.count(PlanState.SIGNED) == 1

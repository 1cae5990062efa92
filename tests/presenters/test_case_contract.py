"""Kontrakt."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.plan import ActivityKind, Annulment, NoSignature, Plan, PlanState, Unsigned
from desktop_app.presenters.case_contract import Check, PlanPage, contract_of
from tests.builders import SIGNED, a_case, a_draft, a_goal, a_plan, an_activity

LATER = date(2027, 2, 3)


def pages(*plans: Plan) -> list[PlanPage]:
    return contract_of(a_case(plans=plans))


def test_a_plan_is_shown_with_its_goals_and_activities() -> None:
    goals = (a_goal(target_on=date(2027, 10, 1)), a_goal(text="Et mål uden dato"))
    activities = (
        an_activity(hours_per_week=22.5),
        an_activity(kind=ActivityKind.MENTOR, text="Mentor", provider=None, hours_per_week=None, ends_on=None),
    )

    [plan] = pages(a_plan(goals=goals, activities=activities))

    assert (plan.number, plan.title) == (1, "Kontrakt og plan, version 1")
    assert plan.goals == (
        ("Beskæftigelsesmål", "Ordinært arbejde i køkken", "01.10.2027"),
        ("Beskæftigelsesmål", "Et mål uden dato", "–"),
    )
    assert plan.activities == (
        ("Danskuddannelse", "DU2", "Sprogcenter", "16.11.2026 – 30.06.2027", "22,5"),
        ("Mentor", "Mentor", "–", "16.11.2026 –", "–"),
    )


def test_plans_come_latest_first_each_with_its_state() -> None:
    second = a_plan(number=2, signed_by_citizen_on=LATER, signed_by_municipality_on=LATER)
    ready = a_draft(number=3, ready_on=LATER)
    wrong = a_plan(number=4, annulment=Annulment(on=LATER, reason="Forkert borger"))

    assert [(plan.number, plan.state, plan.state_text) for plan in pages(a_plan(), second, ready, wrong)] == [
        (4, PlanState.ANNULLED, "Annulleret den 03.02.2027"),
        (3, PlanState.READY, "Klar til underskrift"),
        (2, PlanState.SIGNED, "Underskrevet den 03.02.2027"),
        (1, PlanState.REPLACED, "Erstattet, underskrevet den 28.10.2026"),
    ]


def test_a_later_draft_replaces_no_signed_plan() -> None:
    draft, signed = pages(a_plan(), a_draft(number=2))

    assert (draft.state_text, signed.state_text) == ("Kladde", "Underskrevet den 28.10.2026")


def test_the_day_of_the_signature_is_the_later_one() -> None:
    [plan] = pages(a_plan(signed_by_citizen_on=date(2026, 10, 26)))

    assert plan.state_text == f"Underskrevet den {SIGNED:%d.%m.%Y}"
    assert plan.signatures == (
        ("Underskrevet af borgeren", "26. oktober 2026"),
        ("Underskrevet af kommunen", "28. oktober 2026"),
        ("Erklæringen underskrevet", "28. oktober 2026"),
    )


def test_an_interpreter_who_signed_is_named_too() -> None:
    [plan] = pages(a_plan(signed_by_interpreter_on=SIGNED))

    assert ("Underskrevet af tolken", "28. oktober 2026") in plan.signatures


def test_a_plan_concluded_without_the_citizen_is_not_called_signed() -> None:
    unsigned = Unsigned(why=NoSignature.UNABLE, reason="Brækket arm")

    [plan] = pages(a_plan(signed_by_citizen_on=None, unsigned=unsigned))

    assert plan.state_text == f"Indgået uden borgeren den {SIGNED:%d.%m.%Y}"


def test_why_a_signature_is_missing_or_annulled_is_told() -> None:
    unwilling = Unsigned(why=NoSignature.UNWILLING, reason="Er uenig i målet")
    unable = replace(unwilling, why=NoSignature.UNABLE, reason="Brækket arm")
    decided = replace(unwilling, why=NoSignature.DECIDED, reason="Ingen enighed om timerne")
    plan = a_plan(signed_by_citizen_on=None)

    remarks = [
        page.remark
        for page in pages(
            replace(plan, unsigned=unwilling),
            replace(plan, number=2, unsigned=unable),
            a_plan(number=3, annulment=Annulment(on=LATER, reason="Forkert borger")),
            a_plan(number=4),
            replace(plan, number=5, unsigned=decided),
        )
    ]

    assert remarks == [
        "Ingen enighed, kommunen har afgjort indholdet: Ingen enighed om timerne",
        "",
        "Forkert borger",
        "Borgeren kan ikke underskrive: Brækket arm",
        "Borgeren ønsker ikke at underskrive: Er uenig i målet",
    ]


def test_the_check_list_of_a_plan_names_each_part_with_its_paragraph() -> None:
    [plan] = pages(a_draft(goals=(a_goal(),)))

    assert len(plan.checks) == 8
    assert plan.checks[3] == Check("Beskæftigelses- eller uddannelsesmål", "§ 19, stk. 4", in_place=True)
    assert plan.missing == (Check("Mål for dansk", "§ 45, stk. 9, nr. 3", in_place=False),)
    assert all(check.in_place for check in plan.checks[6:])  # the texts are printed on every plan

from typing import Any

import pytest

from desktop_app.domain.completeness import PlanPart, check_plan, missing_parts
from desktop_app.domain.plan import GoalKind
from tests.builders import a_case, a_citizen, a_goal, a_plan, an_activity

MAIN, DANISH = a_goal(kind=GoalKind.EMPLOYMENT), a_goal(kind=GoalKind.DANISH)


def missing(*, case: dict[str, Any] | None = None, plan: dict[str, Any] | None = None, **texts: bool) -> list[PlanPart]:
    has = {"has_sanctions_text": True, "has_complaint_text": True, **texts}
    return missing_parts(check_plan(a_plan(**plan or {}), a_case(**case or {}), **has))


def test_a_plan_with_every_part_is_complete() -> None:
    assert missing() == []


@pytest.mark.parametrize(
    ("case", "part"),
    [
        ({"citizen": a_citizen(given_names=" ")}, PlanPart.CITIZEN),
        ({"citizen": a_citizen(family_name="")}, PlanPart.CITIZEN),
        ({"responsible_caseworker": None}, PlanPart.MUNICIPALITY),
        ({"responsible_caseworker": " "}, PlanPart.MUNICIPALITY),
        ({"coordinating_department": None}, PlanPart.COORDINATING_DEPARTMENT),
        ({"coordinating_department": " "}, PlanPart.COORDINATING_DEPARTMENT),
    ],
)
def test_what_the_case_lacks_is_missing_in_the_plan(case: dict[str, Any], part: PlanPart) -> None:
    assert missing(case=case) == [part]


@pytest.mark.parametrize(
    ("plan", "parts"),
    [
        ({"goals": (DANISH,)}, [PlanPart.MAIN_GOAL]),
        ({"goals": (a_goal(kind=GoalKind.EMPLOYMENT, text=" "), DANISH)}, [PlanPart.MAIN_GOAL]),
        ({"goals": (a_goal(kind=GoalKind.EDUCATION), DANISH)}, []),
        ({"goals": (MAIN,)}, [PlanPart.DANISH_GOAL]),
        ({"goals": (MAIN, a_goal(kind=GoalKind.DANISH, part_of=MAIN.id))}, []),
        ({"goals": (a_goal(kind=GoalKind.EMPLOYMENT, part_of=DANISH.id), DANISH)}, [PlanPart.MAIN_GOAL]),
        ({"goals": (MAIN, a_goal(kind=GoalKind.DANISH, text=" "))}, [PlanPart.DANISH_GOAL]),
        ({"goals": ()}, [PlanPart.MAIN_GOAL, PlanPart.DANISH_GOAL]),
        ({"activities": ()}, [PlanPart.ACTIVITY_WITH_START]),
        ({"activities": (an_activity(starts_on=None),)}, [PlanPart.ACTIVITY_WITH_START]),
        ({"activities": (an_activity(starts_on=None), an_activity())}, []),
    ],
)
def test_what_the_plan_lacks_is_missing(plan: dict[str, Any], parts: list[PlanPart]) -> None:
    assert missing(plan=plan) == parts


def test_texts_of_legal_weight_are_parts_of_the_plan() -> None:
    assert missing(has_sanctions_text=False) == [PlanPart.SANCTIONS_TEXT]
    assert missing(has_complaint_text=False) == [PlanPart.COMPLAINT_TEXT]


def test_the_check_list_names_every_part_in_order_with_the_paragraph_that_asks_for_it() -> None:
    checks = check_plan(a_plan(), a_case(), has_sanctions_text=True, has_complaint_text=True)

    assert [check.part for check in checks] == list(PlanPart)
    assert all("§" in check.section for check in checks)
    assert checks[2].section == "§ 19, stk. 6"

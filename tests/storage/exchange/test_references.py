"""What names something else in the file must name it rightly, and nothing has the same name twice."""

from pathlib import Path

import pytest

from desktop_app.application.errors import ImportProblem
from tests.storage.exchange.case_files import (
    CASE,
    Place,
    at,
    changed,
    written,
)
from tests.storage.exchange.full_file_places import (
    FULL,
)
from tests.storage.exchange.refusals import expect, refusal_of


def test_the_same_case_number_twice_is_refused(tmp_path: Path) -> None:
    content = changed(FULL, (("cases", 1, "case_number"), "2026-014"))

    refused = refusal_of(written(tmp_path, content))

    assert (refused.problem, refused.case, refused.key) == (
        ImportProblem.DUPLICATE_CASE_NUMBER,
        "2026-014",
        "case_number",
    )


def test_the_same_household_twice_is_refused(tmp_path: Path) -> None:
    content = changed(FULL, (("households",), [*FULL["households"], {"id": "H1", "name": "Haddad"}]))

    refused = refusal_of(written(tmp_path, content))

    assert (refused.problem, refused.case, refused.detail) == (ImportProblem.DUPLICATE_HOUSEHOLD, "", "H1")


@pytest.mark.parametrize("households", [None, [], [{"id": "H2", "name": "Haddad"}]], ids=["null", "none", "another"])
def test_a_household_that_is_not_in_the_file_is_refused(tmp_path: Path, households: object) -> None:
    refused = refusal_of(written(tmp_path, changed(FULL, (("households",), households))))

    assert (refused.problem, refused.case, refused.key, refused.detail) == (
        ImportProblem.UNKNOWN_HOUSEHOLD,
        "2026-014",
        "household",
        "H1",
    )


@pytest.mark.parametrize("again", [1, 1.0], ids=["1", "1.0"])
def test_the_same_version_of_the_plan_twice_is_refused(tmp_path: Path, again: float) -> None:
    content = changed(FULL, ((*CASE, "plans"), [*at(FULL, (*CASE, "plans")), {"version": again}]))

    refused = refusal_of(written(tmp_path, content))

    assert (refused.problem, refused.case) == (ImportProblem.DUPLICATE_PLAN, "2026-014")
    assert "version" in refused.key
    assert refused.detail in {"1", "1.0"}


STEP: Place = (*CASE, "plans", 0, "goals", 1, "part_of")


@pytest.mark.parametrize("part_of", [2, 3, 3.0], ids=["itself", "no goal", "no goal, written with a decimal point"])
def test_a_sub_goal_is_part_of_another_goal_in_the_list(tmp_path: Path, part_of: float) -> None:
    expect(written(tmp_path, changed(FULL, (STEP, part_of))), ImportProblem.UNKNOWN_GOAL, STEP, f"{part_of:g}")


def test_a_sub_goal_is_no_part_of_another_sub_goal(tmp_path: Path) -> None:
    goals = [*at(FULL, STEP[:-2]), {"kind": "other", "text": "Kursus", "part_of": 2}]
    third: Place = (*STEP[:-2], 2, "part_of")

    expect(written(tmp_path, changed(FULL, (STEP[:-2], goals))), ImportProblem.UNKNOWN_GOAL, third, "2")

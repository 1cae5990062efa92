"""What names something else in the file must name it rightly, and nothing has the same name twice."""

from pathlib import Path

import pytest

from desktop_app.application.errors import ImportProblem
from tests.storage.exchange.case_files import (
    CASE,
    at,
    changed,
    written,
)
from tests.storage.exchange.full_file_places import (
    FULL,
)
from tests.storage.exchange.refusals import refusal_of


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

"""What the program says of the sample on the day it was made for is what the law and the calendar say."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.composition import Office
from desktop_app.domain.duties import DutyId
from desktop_app.presenters.deadline_rows import deadline_row
from desktop_app.storage.exchange_file import read_case_file
from tests.sample import AS_OF, CASE_COUNT, SAMPLE
from tests.storage.builders import a_new_store

WORKED_OUT: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("sample_2026-11-22.toml").read_text(encoding="utf-8")
)
BESIDE_THE_DUTIES = {"who", "everything_else"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with Office(a_new_store(tmp_path_factory.mktemp("sample") / "enplan.store").store) as office:
        office.import_content(read_case_file(SAMPLE), AS_OF)
        yield office


def stands(row: dict[str, Any]) -> str:
    """Return a row as the table has it: status, due date, days late."""
    words = [row["status"], row["due_on"] or "-"]
    return " ".join(words if row["days_late"] is None else [*words, str(row["days_late"])])


@pytest.mark.parametrize("number", WORKED_OUT, ids=lambda number: f"{number} {WORKED_OUT[number]['who'][:40]}")
def test_a_case_of_the_sample_stands_as_it_was_worked_out_by_hand(office: Office, number: str) -> None:
    found = {deadline.duty.value: stands(deadline_row(deadline)) for deadline in office.deadlines(AS_OF, number)}

    case = WORKED_OUT[number]
    expected = {duty: stand for duty, stand in case.items() if duty not in BESIDE_THE_DUTIES}
    if "everything_else" in case:
        expected = dict.fromkeys(found, case["everything_else"]) | expected
    assert found == expected


def test_the_table_holds_enough_cases_of_enough_kinds() -> None:
    said = [stand for case in WORKED_OUT.values() for key, stand in case.items() if key not in BESIDE_THE_DUTIES]

    assert len(WORKED_OUT) == 18
    assert {key for case in WORKED_OUT.values() for key in case} - BESIDE_THE_DUTIES == {duty.value for duty in DutyId}
    assert len({stand.split()[0] for stand in said}) == 8


def test_everything_that_is_shown_of_the_sample_can_be_computed(office: Office) -> None:
    found = office.deadlines(AS_OF)

    assert len(found) == CASE_COUNT * len(DutyId)
    assert json.dumps([deadline_row(deadline) for deadline in found])
    assert len(office.worklist_in_parts(AS_OF).whole().urgent) == sum(
        stands(deadline_row(deadline)).split()[0] in {"overdue", "due_today", "due_soon", "due_later"}
        for deadline in found
    )

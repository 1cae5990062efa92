"""Deadlines as the command line prints them and other programs read them."""

import csv
import json
from datetime import date

import pytest

from desktop_app.application.spreadsheet_cell import FORMULA_STARTS
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import CountsFrom, Deadline, Fact, Reason, Status, Step, StepKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Standing
from desktop_app.presenters.deadline_rows import (
    as_csv,
    as_json,
    as_table,
    calendar_entries,
    calendar_id,
    deadline_row,
)
from tests.builders import SIGNED, TAKEOVER, a_deadline, a_duty, a_rule_version

TODAY = date(2026, 10, 20)
CONTRACT = a_deadline(
    counts_from=CountsFrom(Fact.TAKEOVER, TAKEOVER),
    status=Status.DUE_LATER,
    rule=a_rule_version(valid_from=date(2025, 1, 1)),
    steps=(Step(StepKind.ADDED, date(2026, 11, 1), start=TAKEOVER, span=Span(1, Unit.MONTHS)),),
)
WAITING = a_deadline(
    duty=DutyId.DANISH_BEGUN, status=Status.WAITING, due_on=None, reason=Reason.NO_TAKEOVER, missing=Fact.TAKEOVER
)
DONE_LATE = a_deadline(status=Status.DONE_LATE, fulfilled_on=date(2026, 11, 13), days_late=12)
DUTIES = {
    duty: a_duty(id=duty, name=name)
    for duty, name in ((DutyId.CONTRACT_SIGNED, "Kontrakt"), (DutyId.DANISH_BEGUN, "Dansk"))
}


def cells(deadline: Deadline) -> dict[str, str]:
    text = as_csv([deadline]).removeprefix("\N{BYTE ORDER MARK}")
    [row] = csv.DictReader(text.splitlines(), delimiter=";")
    return row


def test_a_row_is_written_as_the_exchange_format_says() -> None:
    assert deadline_row(CONTRACT) == {
        "case_number": "2026-014",
        "duty": "contract.signed",
        "due_on": "2026-11-01",
        "status": "due_later",
        "fulfilled_on": None,
        "days_late": None,
        "counts_from": {"fact": "takeover_on", "on": "2026-10-01"},
        "rule": {
            "id": "contract.signed",
            "valid_from": "2025-01-01",
            "act": "Integrationsloven",
            "section": "§ 19, stk. 1",
            "standing": "statute",
        },
        "suspended_until": None,
        "explanation": "1. oktober 2026 + 1 måned = 1. november 2026",
    }


def test_a_row_holds_what_is_done_and_what_rests() -> None:
    row = deadline_row(a_deadline(status=Status.DONE_LATE, fulfilled_on=SIGNED, days_late=3))
    resting = deadline_row(a_deadline(status=Status.SUSPENDED, suspended_until=date(2026, 12, 1)))

    assert (row["status"], row["fulfilled_on"], row["days_late"]) == ("done_late", "2026-10-28", 3)
    assert resting["suspended_until"] == "2026-12-01"


def test_a_row_without_a_rule_still_names_the_duty_and_its_reason() -> None:
    row = deadline_row(WAITING)

    assert row["rule"] == {"id": "danish.begun", "valid_from": None, "act": None, "section": None, "standing": None}
    assert row["counts_from"] is None
    assert row["explanation"] == "Fristen kan først beregnes, når datoen for overtagelse af ansvaret er udfyldt."


@pytest.mark.parametrize("standing", Standing)
def test_the_standing_of_a_rule_is_one_of_the_words_of_the_format(standing: Standing) -> None:
    row = deadline_row(a_deadline(rule=a_rule_version(standing=standing)))

    assert row["rule"]["standing"] == standing.value


# JSON ----------------------------------------------------------------------------------------------------------------


def test_json_is_an_array_with_one_object_a_line() -> None:
    text = as_json([CONTRACT, WAITING])

    assert json.loads(text) == [deadline_row(CONTRACT), deadline_row(WAITING)]
    assert len(text.splitlines()) == 4
    assert "måned" in text


def test_json_without_deadlines_is_an_empty_array() -> None:
    assert json.loads(as_json([])) == []


# CSV -----------------------------------------------------------------------------------------------------------------


def test_csv_opens_in_a_danish_spreadsheet() -> None:
    text = as_csv([CONTRACT])

    assert text.startswith("\N{BYTE ORDER MARK}case_number;duty;due_on;status;")
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 2
    assert cells(CONTRACT) == {
        "case_number": "2026-014",
        "duty": "contract.signed",
        "due_on": "2026-11-01",
        "status": "due_later",
        "fulfilled_on": "",
        "days_late": "",
        "section": "Integrationsloven § 19, stk. 1",
        "explanation": "1. oktober 2026 + 1 måned = 1. november 2026",
    }


def test_csv_holds_numbers_and_leaves_blank_what_is_not_known() -> None:
    assert cells(DONE_LATE)["days_late"] == "12"
    assert cells(WAITING)["due_on"] == ""
    assert cells(WAITING)["section"] == ""


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_of_the_csv_is_a_formula(start: str) -> None:
    number = f"{start}cmd|' /C calc'!A0"

    assert cells(a_deadline(case_number=number))["case_number"].startswith(f"'{start.rstrip()}")


def test_a_case_number_with_a_semicolon_stays_in_its_cell() -> None:
    assert cells(a_deadline(case_number='A;"B"'))["case_number"] == 'A;"B"'


# The screen ----------------------------------------------------------------------------------------------------------


def test_the_table_stands_in_columns_and_names_nobody() -> None:
    assert as_table([CONTRACT, WAITING], DUTIES, TODAY).splitlines() == [
        "Sagsnr.   Status              Senest den  Opgave    Forklaring",
        "2026-014  Frist om 12 dage    01.11.2026  Kontrakt  1. oktober 2026 + 1 måned = 1. november 2026",
        (
            "2026-014  Afventer startdato  –           Dansk     "
            "Fristen kan først beregnes, når datoen for overtagelse af ansvaret er udfyldt."
        ),
    ]


def test_a_table_without_deadlines_has_its_head() -> None:
    assert as_table([], DUTIES, TODAY) == "Sagsnr.  Status  Senest den  Opgave  Forklaring\n"


# The calendar --------------------------------------------------------------------------------------------------------


def test_the_calendar_holds_what_is_open_and_has_a_day() -> None:
    done = a_deadline(duty=DutyId.DANISH_BEGUN, status=Status.DONE_ON_TIME, fulfilled_on=SIGNED)

    entries = calendar_entries([CONTRACT, WAITING, done], DUTIES)

    assert entries == [(calendar_id(CONTRACT), date(2026, 11, 1), "Frist sag 2026-014: Kontrakt")]


def test_an_entry_keeps_its_id_as_long_as_case_and_duty_are_the_same() -> None:
    moved = a_deadline(due_on=date(2027, 1, 1), status=Status.UPCOMING)

    assert calendar_id(moved) == calendar_id(CONTRACT)
    assert calendar_id(a_deadline(case_id="case-2")) != calendar_id(CONTRACT)
    assert calendar_id(a_deadline(duty=DutyId.DANISH_BEGUN)) != calendar_id(CONTRACT)


def test_the_id_of_an_entry_tells_nothing_of_the_case() -> None:
    assert calendar_id(CONTRACT).endswith("@enplan")
    assert CONTRACT.case_id not in calendar_id(CONTRACT)

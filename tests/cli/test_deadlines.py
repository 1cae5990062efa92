"""`enplan deadlines`: every duty of every case with its explanation, for people and for other programs."""

import csv
import io
import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from desktop_app.domain.duties import DutyId
from tests.cli.conftest import Enplan
from tests.sample import CASE_COUNT, sample
from tests.storage.exchange.case_files import changed, full_file, written

DUTIES = [
    "takeover.expected",
    "contract.signed",
    "contract.declaration",
    "programme.started",
    "danish.referred",
    "danish.begun",
    "offer.first",
    "offer.gap",
    "readiness.assessed",
    "integration_plan.offered",
    "health.offered",
    "coordinating_department.named",
    "follow_up",
    "follow_up.local",
    "contract.revised_after_one_year",
    "programme.max_length",
    "recommendation.job_in_six_months",
]
# What is overdue first, what needs nothing last.
STATUSES = [
    "overdue",
    "due_today",
    "due_soon",
    "due_later",
    "upcoming",
    "suspended",
    "waiting",
    "done_late",
    "done_on_time",
    "not_applicable",
]
REPEATING = {"follow_up", "follow_up.local", "offer.gap"}
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Row = dict[str, Any]


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file, "--as-of", "2026-11-22")


@pytest.fixture
def rows(enplan: Enplan, access: tuple[str | Path, ...]) -> list[Row]:
    outcome = enplan("deadlines", *access, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    found: list[Row] = json.loads(outcome.out)
    return found


def place_on_worklist(row: Row) -> tuple[int, str, str, int]:
    return STATUSES.index(row["status"]), row["due_on"] or "9999", row["case_number"], DUTIES.index(row["duty"])


# JSON ----------------------------------------------------------------------------------------------------------------


def test_every_case_has_every_duty_once(rows: list[Row]) -> None:
    assert [*DutyId] == DUTIES
    assert len(rows) == CASE_COUNT * len(DUTIES)
    assert Counter((row["case_number"], row["duty"]) for row in rows) == Counter(
        (case["case_number"], duty) for case in sample()["cases"] for duty in DUTIES
    )


def test_every_row_explains_itself(rows: list[Row]) -> None:
    assert [row for row in rows if not row["explanation"].strip()] == []
    # Someone who reads it must not meet what was meant for the machine.
    assert [row["explanation"] for row in rows if re.search(r"[{}]|None|_on\b|\w+\.\w+_", row["explanation"])] == []


def test_the_keys_are_those_of_the_format_in_its_order(rows: list[Row]) -> None:
    for row in rows:
        assert list(row) == [
            "case_number",
            "duty",
            "due_on",
            "status",
            "fulfilled_on",
            "days_late",
            "counts_from",
            "rule",
            "suspended_until",
            "explanation",
        ]
        assert list(row["rule"]) == ["id", "valid_from", "act", "section", "standing"]
        assert row["counts_from"] is None or list(row["counts_from"]) == ["fact", "on"]


def test_the_values_are_of_the_formats_words_and_days(rows: list[Row]) -> None:
    for row in rows:
        assert row["status"] in STATUSES
        assert row["rule"]["id"] == row["duty"]
        assert row["rule"]["standing"] in {"statute", "local_standard", "recommendation", None}
        for day in (row["due_on"], row["fulfilled_on"], row["suspended_until"], row["rule"]["valid_from"]):
            assert day is None or ISO_DAY.fullmatch(day)


def test_what_is_late_done_or_without_a_date_says_so_in_the_right_places(rows: list[Row]) -> None:
    for row in rows:
        undated = row["status"] in {"waiting", "not_applicable"} or row["duty"] == "coordinating_department.named"
        assert (row["due_on"] is None) == undated, row
        assert (row["days_late"] is not None) == (row["status"] == "done_late"), row
        done = row["status"].startswith("done") and row["duty"] != "coordinating_department.named"
        assert (row["fulfilled_on"] is not None) == done, row
        assert (row["suspended_until"] is not None) == (row["status"] == "suspended"), row
        if row["status"] == "done_late":
            assert row["days_late"] > 0
            assert row["fulfilled_on"] > row["due_on"]
        if row["status"] == "done_on_time" and done:
            assert row["fulfilled_on"] <= row["due_on"]


def test_a_row_with_a_date_names_the_fact_it_counts_from_and_the_rule(rows: list[Row]) -> None:
    for row in rows:
        if row["due_on"]:
            assert row["counts_from"]["on"] <= row["due_on"]
            assert all(row["rule"][key] for key in ("valid_from", "act", "section", "standing")), row


def test_the_rows_stand_as_the_worklist_sorts_them(rows: list[Row]) -> None:
    assert rows == sorted(rows, key=place_on_worklist)


def test_most_kinds_of_status_occur_in_the_sample(rows: list[Row]) -> None:
    assert {row["status"] for row in rows} >= set(STATUSES) - {"due_today", "suspended"}


def test_one_case_is_listed_alone(enplan: Enplan, access: tuple[str | Path, ...], rows: list[Row]) -> None:
    outcome = enplan("deadlines", *access, "--format", "json", "--case", "2025-036")

    assert json.loads(outcome.out) == [row for row in rows if row["case_number"] == "2025-036"]


def test_past_occurrences_of_repeating_duties_come_with_the_history(
    enplan: Enplan, access: tuple[str | Path, ...], rows: list[Row]
) -> None:
    with_history: list[Row] = json.loads(enplan("deadlines", *access, "--format", "json", "--history").out)

    past = [row for row in with_history if row not in rows]
    assert len(with_history) == len(rows) + len(past)
    assert len(past) > CASE_COUNT
    assert {row["duty"] for row in past} <= REPEATING
    assert {row["status"] for row in past} == {"done_on_time", "done_late"}
    assert with_history == sorted(with_history, key=place_on_worklist)


def test_an_unknown_case_is_refused(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    outcome = enplan("deadlines", *access, "--case", "2026-999")

    assert (outcome.code, outcome.out) == (1, "")
    assert "2026-999" in outcome.err


@pytest.mark.parametrize("day", ["2026-02-30", "22-11-2026", "i dag", ""])
def test_a_day_that_is_none_is_wrong_use(enplan: Enplan, access: tuple[str | Path, ...], day: str) -> None:
    outcome = enplan("deadlines", *access[:-1], day)

    assert outcome.code == 2
    assert f"»{day}«" in outcome.err


def test_a_format_that_is_none_is_wrong_use(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    assert enplan("deadlines", *access, "--format", "xml").code == 2


@pytest.mark.parametrize("day", ["0001-01-01", "1990-02-28", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("form", ["json", "csv", "ics", "table"])
def test_any_day_can_be_asked_about(enplan: Enplan, access: tuple[str | Path, ...], day: str, form: str) -> None:
    outcome = enplan("deadlines", *access[:-1], day, "--format", form, "--history")

    assert (outcome.code, outcome.err) == (0, "")


def test_without_a_day_it_is_today(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    assert len(json.loads(enplan("deadlines", *access[:-2], "--format", "json").out)) == CASE_COUNT * len(DUTIES)


def test_an_empty_store_has_an_empty_list_in_every_format(
    enplan: Enplan, empty_store: Path, password_file: Path
) -> None:
    def listed(form: str) -> str:
        outcome = enplan("deadlines", "--store", empty_store, "--password-file", password_file, "--format", form)
        assert outcome.code == 0
        return outcome.out

    assert json.loads(listed("json")) == []
    assert len(listed("csv").splitlines()) == 1
    assert len(listed("table").splitlines()) == 1
    assert len(Calendar.from_ical(listed("ics")).walk("VEVENT")) == 0


# CSV -----------------------------------------------------------------------------------------------------------------


def test_the_spreadsheet_opens_in_danish_excel_and_says_what_the_json_says(
    enplan: Enplan, access: tuple[str | Path, ...], rows: list[Row]
) -> None:
    text = enplan("deadlines", *access, "--format", "csv").out

    assert text.startswith("\N{BYTE ORDER MARK}case_number;")
    assert text.count("\r\n") == text.count("\n") == len(rows) + 1
    for cells, row in zip(csv.DictReader(io.StringIO(text[1:]), delimiter=";"), rows, strict=True):
        for key in ("case_number", "duty", "due_on", "status", "fulfilled_on", "explanation"):
            assert cells[key] == (row[key] or "")
        assert cells["days_late"] == ("" if row["days_late"] is None else str(row["days_late"]))


HOSTILE = ["=1+1", "+45", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x")', "\n=1+1"]


def test_no_cell_is_a_formula_whatever_the_case_number(
    enplan: Enplan, empty_store: Path, password_file: Path, tmp_path: Path
) -> None:
    bare = full_file()["cases"][1]
    content = changed(full_file(), (("cases",), [bare | {"case_number": number} for number in HOSTILE]))
    access = ("--store", empty_store, "--password-file", password_file)
    assert enplan("import", written(tmp_path, content), *access).code == 0

    text = enplan("deadlines", *access, "--format", "csv").out
    found = [*csv.reader(io.StringIO(text[1:], newline=""), delimiter=";")]

    assert len(found) == len(HOSTILE) * len(DUTIES) + 1
    assert [cell for row in found for cell in row if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []
    assert {row[0].lstrip("'") for row in found[1:]} == set(HOSTILE)


# Calendar ------------------------------------------------------------------------------------------------------------


def test_the_calendar_holds_every_open_deadline_on_its_day(
    enplan: Enplan, access: tuple[str | Path, ...], rows: list[Row]
) -> None:
    calendar = Calendar.from_ical(enplan("deadlines", *access, "--format", "ics").out)

    entries = calendar.walk("VEVENT")
    due = [row["due_on"] for row in rows if row["status"] in STATUSES[:6] and row["due_on"]]
    assert sorted(entry.decoded("dtstart").isoformat() for entry in entries) == sorted(due)
    assert {entry["transp"] for entry in entries} == {"TRANSPARENT"}


def test_the_calendar_names_no_person(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    text = enplan("deadlines", *access, "--format", "ics").out.replace("\r\n ", "")

    for case in sample()["cases"]:
        citizen = case["citizen"]
        for secret in ("given_names", "family_name", "native_name", "cpr", "phone", "address"):
            assert citizen[secret] is None or citizen[secret].strip() not in text
    assert "2026-001" in text


def test_the_entries_of_a_calendar_keep_their_ids(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    def ids(day: str) -> dict[str, str]:
        text = enplan("deadlines", *access[:-1], day, "--format", "ics").out
        entries = [(str(entry["uid"]), str(entry["summary"])) for entry in Calendar.from_ical(text).walk("VEVENT")]
        assert len(dict(entries)) == len(entries)
        return dict(entries)

    first, later = ids("2026-11-22"), ids("2026-12-22")

    assert ids("2026-11-22") == first
    assert len(first.keys() & later.keys()) > len(first) // 2
    assert {uid: later[uid] for uid in first.keys() & later.keys()} == {
        uid: first[uid] for uid in first.keys() & later.keys()
    }


def test_an_entry_that_comes_again_replaces_the_one_before(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    """Whatever day is asked about: what is written later is of a later moment (RFC 5545, 3.8.7)."""

    def stamps(day: str) -> list[tuple[datetime, int]]:
        text = enplan("deadlines", *access[:-1], day, "--format", "ics").out
        entries = Calendar.from_ical(text).walk("VEVENT")
        return [(entry.decoded("dtstamp"), int(str(entry["sequence"]))) for entry in entries]

    first, later = stamps("2026-12-22"), stamps("2026-11-22")

    assert len(set(first)) == len(set(later)) == 1
    assert later[0] >= first[0]


def test_the_lines_of_a_calendar_are_short_and_end_as_they_must(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    lines = enplan("deadlines", *access, "--format", "ics").out.split("\r\n")

    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= 75
    assert not any("\n" in line for line in lines)


# Table ---------------------------------------------------------------------------------------------------------------


def test_the_table_has_danish_heads_dates_and_a_line_for_every_row(
    enplan: Enplan, access: tuple[str | Path, ...], rows: list[Row]
) -> None:
    head, *lines = enplan("deadlines", *access).out.splitlines()

    assert head.split() == ["Sagsnr.", "Status", "Senest", "den", "Opgave", "Forklaring"]
    assert len(lines) == len(rows)
    assert [line.split()[0] for line in lines] == [row["case_number"] for row in rows]
    assert all(line == line.rstrip() for line in lines)
    assert "01.12.2026" in "\n".join(lines) or "13.10.2024" in "\n".join(lines)

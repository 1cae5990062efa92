"""A file with a value of the wrong type, or a number, word or date that is none, is refused at its place."""

import json
from pathlib import Path

import pytest

from desktop_app.application.errors import ImportProblem
from desktop_app.storage.exchange_file import read_case_file
from tests.storage.exchange.case_files import (
    CASE,
    Place,
    at,
    changed,
    where,
    written,
    written_bytes,
)
from tests.storage.exchange.full_file_places import (
    DATES,
    FULL,
    MOMENT,
    NUMBERS,
    OBJECTS,
    OF_THE_FORMAT,
    PLAN,
    TALK,
    TEXTS,
    VALUES,
    WORDS,
    named,
)
from tests.storage.exchange.refusals import expect, refusal_of


@pytest.mark.parametrize("place", [place for place in VALUES if place not in OF_THE_FORMAT], ids=named)
def test_a_value_of_another_type_is_refused(tmp_path: Path, place: Place) -> None:
    wrong: object = 4711 if isinstance(at(FULL, place), str) else "4711"
    problem = ImportProblem.UNKNOWN_WORD if place in WORDS[:3] else ImportProblem.WRONG_TYPE

    expect(written(tmp_path, changed(FULL, (place, wrong))), problem, place)
    if isinstance(at(FULL, place), str):
        expect(written(tmp_path, changed(FULL, (place, ["x"]))), problem, place)
        expect(written(tmp_path, changed(FULL, (place, {"x": 1}))), problem, place)


WRONG_OBJECTS: tuple[object, ...] = ("x", 1, True, [])


@pytest.mark.parametrize("place", OBJECTS[1:], ids=named)
def test_something_else_in_the_place_of_an_object_is_refused(tmp_path: Path, place: Place) -> None:
    for wrong in WRONG_OBJECTS:
        refused = refusal_of(written(tmp_path, changed(FULL, (place, wrong))))

        case = "#1" if place == CASE else "#2" if place == ("cases", 1) else where(place)[0]
        assert (refused.problem, refused.case, refused.key) == (ImportProblem.WRONG_TYPE, case, where(place)[1])


@pytest.mark.parametrize("place", [place for place in NUMBERS if place not in OF_THE_FORMAT], ids=named)
@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ("true", ImportProblem.WRONG_TYPE),
        ('"15"', ImportProblem.WRONG_TYPE),
        ("NaN", ImportProblem.NOT_A_NUMBER),
        ("Infinity", ImportProblem.NOT_A_NUMBER),
        ("-Infinity", ImportProblem.NOT_A_NUMBER),
        ("1e999", ImportProblem.NOT_A_NUMBER),
        ("-1e999", ImportProblem.NOT_A_NUMBER),
        ("9" * 5000, ImportProblem.NOT_A_NUMBER),
        ("-1", ImportProblem.OUT_OF_RANGE),
        ("1" + "0" * 30, ImportProblem.OUT_OF_RANGE),
        ("1e300", ImportProblem.OUT_OF_RANGE),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_a_number_that_is_none_or_out_of_range_is_refused(
    tmp_path: Path, place: Place, wrong: str, problem: ImportProblem
) -> None:
    content = json.dumps(changed(FULL, (place, "HERE"))).replace('"HERE"', wrong)

    expect(written_bytes(tmp_path, content.encode()), problem, place)


@pytest.mark.parametrize("wrong", ["NaN", "Infinity", "1e999", "9" * 5000])
def test_a_number_that_is_none_is_refused_wherever_it_stands(tmp_path: Path, wrong: str) -> None:
    for place in TEXTS:
        content = json.dumps(changed(FULL, (place, "HERE"))).replace('"HERE"', wrong)
        refused = refusal_of(written_bytes(tmp_path, content.encode()))

        assert refused.problem in {
            ImportProblem.NOT_A_NUMBER,
            ImportProblem.NOT_A_CASE_FILE,
            ImportProblem.OTHER_VERSION,
        }, place


def test_a_plan_has_a_whole_number_and_a_week_at_most_168_hours(tmp_path: Path) -> None:
    version, hours = (*PLAN, "version"), (*PLAN, "activities", 0, "hours_per_week")
    for wrong in (0, 10_000):
        expect(written(tmp_path, changed(FULL, (version, wrong))), ImportProblem.OUT_OF_RANGE, version)
    expect(written(tmp_path, changed(FULL, (version, 1.5))), ImportProblem.WRONG_TYPE, version)
    expect(written(tmp_path, changed(FULL, (hours, 168.1))), ImportProblem.OUT_OF_RANGE, hours)

    for right in (0, 0.5, 168):
        read_case_file(written(tmp_path, changed(FULL, (hours, right))))


@pytest.mark.parametrize("place", WORDS, ids=named)
def test_a_word_the_format_does_not_have_is_refused_and_repeated(tmp_path: Path, place: Place) -> None:
    for wrong in ("Benefit", "", "refugee "):
        expect(written(tmp_path, changed(FULL, (place, wrong))), ImportProblem.UNKNOWN_WORD, place, wrong)


@pytest.mark.parametrize("place", DATES, ids=named)
def test_a_date_that_is_none_is_refused_and_repeated(tmp_path: Path, place: Place) -> None:
    for wrong in ("2026-02-30", "20260101", "01-02-2026"):
        expect(written(tmp_path, changed(FULL, (place, wrong))), ImportProblem.IMPOSSIBLE_DATE, place, wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-1-1",
        "20260101",
        "2026-W01-1",
        "2026-001",
        "0001-01-01",
        "1899-12-31",
        "2200-01-01",
        "9999-12-31",
        "12026-01-01",
        " 2026-01-01",
        "2026-01-01 ",
        "2026-01-01\n",
        "2026-01-01T00:00:00",
        "2026/01/01",
        "1.10.2026",
        "٢٠٢٦-٠١-٠١",
        "20٢٦-01-01",
        "2026–01–01",
    ],
)
def test_only_a_day_of_this_calendar_between_1900_and_2199_is_a_date(tmp_path: Path, wrong: str) -> None:
    expect(
        written(tmp_path, changed(FULL, ((*CASE, "takeover_on"), wrong))),
        ImportProblem.IMPOSSIBLE_DATE,
        (*CASE, "takeover_on"),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "2027-01-20",
        "2027-01-20T09:12:00",
        "2027-01-20 09:12:00Z",
        "2027-01-20T09:12Z",
        "2027-01-20t09:12:00z",
        "2027-01-20T09:12:00+01:00",
        "2027-01-20T09:12:00-00:00",
        "2027-01-20T09:12:00.Z",
        "2027-01-20T09:12:00.1234567Z",
        "2027-01-20T09:12:00,5Z",
        "2027-01-20T24:00:00Z",
        "2027-01-20T09:60:00Z",
        "2027-01-20T23:59:60Z",
        "2027-02-30T09:12:00Z",
        "1899-12-31T23:59:59Z",
        "2200-01-01T00:00:00Z",
        "20270120T091200Z",
        "2027-01-20T09:12:00Z\n",
        " 2027-01-20T09:12:00Z",
        "20٢٧-01-20T09:12:00Z",
        "2027-01-20T٠9:12:00Z",
    ],
)
def test_only_a_moment_in_utc_between_1900_and_2199_is_one(tmp_path: Path, wrong: str) -> None:
    expect(written(tmp_path, changed(FULL, (MOMENT, wrong))), ImportProblem.IMPOSSIBLE_MOMENT, MOMENT)


@pytest.mark.parametrize("wrong", ["2027-01-20", "2027-02-30T09:12:00Z"])
def test_a_moment_that_is_none_is_repeated(tmp_path: Path, wrong: str) -> None:
    expect(written(tmp_path, changed(FULL, (MOMENT, wrong))), ImportProblem.IMPOSSIBLE_MOMENT, MOMENT, wrong)


@pytest.mark.parametrize(
    "right",
    ["1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z", "2027-01-20T09:12:00+00:00", "2024-02-29T09:12:00.5Z"],
)
def test_a_moment_may_have_parts_of_a_second_and_say_utc_in_two_ways(tmp_path: Path, right: str) -> None:
    read_case_file(written(tmp_path, changed(FULL, (MOMENT, right))))


def test_plans_and_goals_are_counted_from_one(tmp_path: Path) -> None:
    for key in ("plan", "goal"):
        place = (*TALK, "progress", 0, key)
        for wrong in (0, -1, 10_000):
            expect(written(tmp_path, changed(FULL, (place, wrong))), ImportProblem.OUT_OF_RANGE, place)
        expect(written(tmp_path, changed(FULL, (place, 1.5))), ImportProblem.WRONG_TYPE, place)


@pytest.mark.parametrize("right", ["1900-01-01", "2024-02-29", "2199-12-31"])
def test_the_first_and_last_days_and_leap_days_are_dates(tmp_path: Path, right: str) -> None:
    read_case_file(written(tmp_path, changed(FULL, ((*CASE, "takeover_on"), right))))

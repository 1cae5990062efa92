"""A file of cases is read as it stands or refused whole; what is only odd is history, and accepted."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.application.errors import ImportProblem
from desktop_app.storage.exchange_file import read_case_file, write_case_file
from tests.sample import CASE_COUNT, SAMPLE, sample
from tests.storage.exchange.case_files import (
    CASE,
    Json,
    Place,
    changed,
    without,
    written,
    written_bytes,
)
from tests.storage.exchange.full_file_places import (
    CITIZEN,
    FULL,
    GOAL,
    OF_THE_FORMAT,
    PLAN,
    REQUIRED,
    VALUES,
)
from tests.storage.exchange.refusals import refusal_of


def test_the_full_file_and_the_sample_are_accepted(tmp_path: Path) -> None:
    assert read_case_file(written(tmp_path, FULL)) == FULL
    assert read_case_file(SAMPLE) == sample()
    assert len(sample()["cases"]) == CASE_COUNT


def test_absent_and_null_mean_the_same(tmp_path: Path) -> None:
    needed = [*REQUIRED, *OF_THE_FORMAT, ("cases", 1, "case_number"), ("cases", 1, "target_group"), ("households",)]
    needed += [("cases", 1, "citizen", "given_names"), ("cases", 1, "citizen", "family_name")]
    for place in VALUES:
        if place in needed or isinstance(place[-1], int):
            continue
        read_case_file(written(tmp_path, changed(FULL, (place, None))))
        read_case_file(written(tmp_path, without(FULL, place)))
    read_case_file(written(tmp_path, changed(FULL, (("municipality",), None))))


@pytest.mark.parametrize(
    "content",
    [[], [FULL], "enplan-cases", 1, None, {}, without(FULL, ("format",)), changed(FULL, (("format",), "enplan"))],
    ids=["a list", "a list of a file", "a text", "a number", "null", "nothing", "no format", "another format"],
)
def test_what_does_not_say_it_is_a_file_of_cases_is_refused(tmp_path: Path, content: object) -> None:
    assert refusal_of(written(tmp_path, content)).problem is ImportProblem.NOT_A_CASE_FILE


@pytest.mark.parametrize(
    ("version", "shown"), [(2, "2"), (0, "0"), ("1", "1"), (None, "null"), (1.5, "1.5")], ids=ascii
)
def test_another_version_of_the_format_is_refused_and_named(tmp_path: Path, version: object, shown: str) -> None:
    refused = refusal_of(written(tmp_path, changed(FULL, (("version",), version))))

    assert (refused.problem, refused.key, refused.detail) == (ImportProblem.OTHER_VERSION, "version", shown)


def test_yes_is_no_version(tmp_path: Path) -> None:
    assert refusal_of(written(tmp_path, changed(FULL, (("version",), True)))).key == "version"


@pytest.mark.parametrize("wrong", ["NaN", "{}", '"x"'])
def test_cases_that_are_no_list_are_refused(tmp_path: Path, wrong: str) -> None:
    content = json.dumps(changed(FULL, (("cases",), "HERE"))).replace('"HERE"', wrong)

    assert refusal_of(written_bytes(tmp_path, content.encode())).key == "cases"


@pytest.mark.parametrize("wrong", ['{"a": {"k": NaN}}', '{"a": {"k": 1, "k": 2}}', '{"k": 1, "k": 2}', '{"a": NaN}'])
def test_cases_that_are_an_object_are_refused_whatever_is_wrong_in_them(tmp_path: Path, wrong: str) -> None:
    content = json.dumps(changed(FULL, (("cases",), "HERE"))).replace('"HERE"', wrong)

    assert refusal_of(written_bytes(tmp_path, content.encode())).key.startswith("cases")


def test_a_case_without_a_number_is_named_by_its_place(tmp_path: Path) -> None:
    content = changed(without(FULL, ("cases", 1, "case_number")), (("cases", 1, "citizen", "cpr"), "12"))

    assert refusal_of(written(tmp_path, content)).case == "#2"


def test_a_file_without_cases_is_accepted(tmp_path: Path) -> None:
    bare = {"format": "enplan-cases", "version": 1, "cases": []}

    assert read_case_file(written(tmp_path, bare)) == bare


ODD: list[tuple[str, list[tuple[Place, Any]]]] = [
    ("a contract before the takeover", [((*PLAN, "signed_by_citizen_on"), "2026-09-01")]),
    ("a takeover on a Sunday", [((*CASE, "takeover_on"), "2026-10-04")]),
    ("a takeover before the allocation", [((*CASE, "takeover_on"), "2026-08-01")]),
    ("a CPR number with another birth date", [((*CITIZEN, "cpr"), "0202920001")]),
    ("a CPR number of no day", [((*CITIZEN, "cpr"), "9999999999")]),
    ("stray spaces", [((*CITIZEN, "given_names"), " Rima  "), ((*CASE, "case_number"), " 2026-014 ")]),
    ("a period that ends before it begins", [((*CASE, "support", 0, "to"), "2026-01-01")]),
    ("a birth after everything", [((*CITIZEN, "birth_date"), "2199-12-31")]),
    ("a follow-up before the contract", [((*CASE, "follow_ups", 0, "held_on"), "2020-01-01")]),
    ("one signature", [((*PLAN, "signed_by_citizen_on"), None)]),
    ("a goal reached before it was set", [((*GOAL, "achieved_on"), "2000-01-01")]),
    ("a move of nowhere, not approved", [((*CASE, "moves", 0), {"direction": "out", "on": "2026-10-01"})]),
    ("a case number of any characters", [((*CASE, "case_number"), "§ 2026/014 (kopi) ريما")]),
    ("plans out of order", [((*CASE, "plans"), [{"version": 3}, {"version": 1}])]),
    ("the same note twice", [((*CASE, "notes"), [{"on": "2026-10-05", "text": "x"}] * 2)]),
]


@pytest.mark.parametrize("changes", [changes for _, changes in ODD], ids=[name for name, _ in ODD])
def test_what_is_only_odd_is_accepted_as_it_stands(tmp_path: Path, changes: list[tuple[Place, Any]]) -> None:
    content = changed(FULL, *changes)

    assert read_case_file(written(tmp_path, content)) == content


def test_a_file_that_was_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ud.json"

    write_case_file(path, FULL)

    assert read_case_file(path) == FULL
    assert "ريما" in path.read_text(encoding="utf-8")
    assert path.read_bytes().endswith(b"}\n")


def test_a_number_that_is_none_is_never_written(tmp_path: Path) -> None:
    broken: Json = changed(FULL, ((*CASE, "offers", 0, "hours_per_week"), float("nan")))

    with pytest.raises(ValueError, match="not JSON compliant"):
        write_case_file(tmp_path / "ud.json", broken)

    assert list(tmp_path.iterdir()) == []

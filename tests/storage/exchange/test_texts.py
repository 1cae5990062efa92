"""A file with a text that is blank, too long, of another form or unprintable is refused at its place."""

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
)
from tests.storage.exchange.full_file_places import (
    CITIZEN,
    FULL,
    OF_THE_FORMAT,
    TEXTS,
    named,
)
from tests.storage.exchange.refusals import expect, refusal_of


@pytest.mark.parametrize(
    "place",
    [
        ("municipality", "name"),
        ("households", 0, "id"),
        ("households", 0, "name"),
        (*CASE, "case_number"),
        (*CASE, "household"),
        (*CITIZEN, "given_names"),
        (*CITIZEN, "family_name"),
    ],
    ids=named,
)
@pytest.mark.parametrize("blank", ["", "   ", "\t\n", "\N{NO-BREAK SPACE}"], ids=["empty", "blanks", "lines", "nbsp"])
def test_a_name_of_nothing_is_refused(tmp_path: Path, place: Place, blank: str) -> None:
    expect(written(tmp_path, changed(FULL, (place, blank))), ImportProblem.BLANK, place)


@pytest.mark.parametrize("place", [place for place in TEXTS if place not in OF_THE_FORMAT], ids=named)
def test_a_text_longer_than_any_form_is_refused(tmp_path: Path, place: Place) -> None:
    refused = refusal_of(written(tmp_path, changed(FULL, (place, "x" * 100_001))))

    assert refused.problem in {
        ImportProblem.TOO_LONG,
        ImportProblem.UNKNOWN_WORD,
        ImportProblem.IMPOSSIBLE_DATE,
        ImportProblem.WRONG_FORM,
    }
    assert refused.key == where(place)[1]
    assert len(refused.case) <= 40
    assert len(refused.detail) <= 40


@pytest.mark.parametrize(
    ("place", "most"),
    [
        ((*CITIZEN, "given_names"), 200),
        ((*CASE, "case_number"), 200),
        ((*CITIZEN, "address"), 500),
        ((*CASE, "responsible_caseworker"), 50),
        ((*CASE, "notes", 0, "text"), 100_000),
    ],
    ids=lambda value: named(value) if isinstance(value, tuple) else "",
)
def test_a_text_may_be_as_long_as_its_field_and_no_longer(tmp_path: Path, place: Place, most: int) -> None:
    read_case_file(written(tmp_path, changed(FULL, (place, "å" * most))))

    refused = refusal_of(written(tmp_path, changed(FULL, (place, "å" * (most + 1)))))

    assert (refused.problem, refused.key) == (ImportProblem.TOO_LONG, where(place)[1])


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ((*CITIZEN, "cpr"), "010190000"),
        ((*CITIZEN, "cpr"), "01019000012"),
        ((*CITIZEN, "cpr"), "010190-0001"),
        ((*CITIZEN, "cpr"), " 0101900001"),
        ((*CITIZEN, "cpr"), "٠١٠١٩٠٠٠٠١"),
        ((*CITIZEN, "cpr"), ""),
        ((*CITIZEN, "nationality"), "sy"),
        ((*CITIZEN, "nationality"), "SYR"),
        ((*CITIZEN, "languages", 0), "ar_SY"),
        ((*CITIZEN, "languages", 0), "a"),
        ((*CITIZEN, "interpreter_language"), "arabisk!"),
        ((*CASE, "moves", 0, "municipality_code"), "1"),
        (("municipality", "code"), "0999"),
    ],
    ids=lambda value: named(value) if isinstance(value, tuple) else value,
)
def test_a_number_or_code_in_another_form_is_refused_and_not_repeated(tmp_path: Path, place: Place, wrong: str) -> None:
    expect(written(tmp_path, changed(FULL, (place, wrong))), ImportProblem.WRONG_FORM, place, "")


CODES = [
    (*CITIZEN, "cpr"),
    (*CITIZEN, "nationality"),
    (*CITIZEN, "languages", 0),
    (*CITIZEN, "interpreter_language"),
    (*CASE, "moves", 0, "municipality_code"),
    ("municipality", "code"),
]


def test_a_line_end_is_no_part_of_a_number_or_code(tmp_path: Path) -> None:
    for place in CODES:
        content = changed(FULL, (place, f"{at(FULL, place)}\n"))

        expect(written(tmp_path, content), ImportProblem.WRONG_FORM, place)


FREE_TEXTS = [place for place in TEXTS if place[-1] in {"note", "text", "about", "outcome", "company", "city", "name"}]


@pytest.mark.parametrize("place", FREE_TEXTS, ids=named)
@pytest.mark.parametrize("character", ["\0", "\x01", "\b", "\x1b", "\ud800"], ids=ascii)
def test_control_characters_and_halves_of_characters_are_refused(tmp_path: Path, place: Place, character: str) -> None:
    expect(written(tmp_path, changed(FULL, (place, f"a{character}b"))), ImportProblem.FORBIDDEN_CHARACTER, place)


@pytest.mark.parametrize("character", ["\x7f", "\x80", "\x9b"], ids=ascii)
def test_the_higher_control_characters_are_refused(tmp_path: Path, character: str) -> None:
    place = (*CASE, "notes", 0, "text")

    expect(written(tmp_path, changed(FULL, (place, f"a{character}b"))), ImportProblem.FORBIDDEN_CHARACTER, place)


def test_an_unknown_key_of_control_characters_is_repeated_without_them(tmp_path: Path) -> None:
    refused = refusal_of(written(tmp_path, changed(FULL, ((*CASE, "\x1b[2J\udfff"), 1))))

    assert (refused.problem, refused.key) == (
        ImportProblem.UNKNOWN_KEY,
        "\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}",
    )


@pytest.mark.parametrize(
    "text", ["to\nlinjer\r\n\tog en tab", "  spaces  ", "ريما\N{RIGHT-TO-LEFT MARK}", "👩🏽‍🍳", "ǅ"]
)
def test_lines_spaces_and_every_script_come_in_as_they_are(tmp_path: Path, text: str) -> None:
    content = changed(FULL, ((*CASE, "notes", 0, "text"), text))

    assert read_case_file(written(tmp_path, content)) == content

"""A hint that somebody may be known already; it never hinders anything."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.find_similar import SimilarCases, Sought
from desktop_app.application.ports import CaseLine
from tests.application.exchange_strategies import examples
from tests.builders import a_case, a_citizen
from tests.fakes import a_line_of

names = st.text(st.sampled_from("abcdefghæøå -éاح"), max_size=12)


def a_line(case_number: str = "2026-014", **of_citizen: object) -> CaseLine:
    return a_line_of(a_case(case_number=case_number, citizen=a_citizen(**of_citizen)))


def sought(given_names: str = "Rima", family_name: str = "Al-Hassan", **known: object) -> Sought:
    fields: dict[str, object] = {"birth_date": date(1990, 5, 5), "nationality": "SY"} | known
    return Sought(given_names=given_names, family_name=family_name, **fields)  # type: ignore[arg-type]


def similar_numbers(person: Sought, *lines: CaseLine) -> list[str]:
    return [line.case_number for line in SimilarCases(lines).to(person)]


@pytest.mark.parametrize(
    ("given_names", "family_name", "known_as"),
    [
        ("Reema", "Alhassan", ("Rima", "Al-Hassan")),
        ("Rima", "Al Hasan", ("Rima", "Al-Hassan")),
        ("Al-Hassan", "Rima", ("Rima", "Al-Hassan")),
        ("RIMA", "al-hassan", ("Rima", "Al-Hassan")),
        ("Yonas", "Tesfay", ("Jonas", "Tesfai")),
        ("Søren", "Ødegård", ("Soeren", "Oedegaard")),
    ],
)
def test_ways_of_writing_one_name_are_alike(given_names: str, family_name: str, known_as: tuple[str, str]) -> None:
    known = a_line(given_names=known_as[0], family_name=known_as[1])

    assert similar_numbers(sought(given_names, family_name), known) == ["2026-014"]


@pytest.mark.parametrize(("given_names", "family_name"), [("Olena", "Shevchenko"), ("Sami", "Al-Hassan")])
def test_another_name_is_not_alike(given_names: str, family_name: str) -> None:
    assert similar_numbers(sought(given_names, family_name), a_line()) == []


@pytest.mark.parametrize(
    ("born", "nationality", "is_similar"),
    [
        (date(1989, 12, 31), None, True),
        (date(1991, 1, 1), "UA", True),
        (date(1988, 12, 31), None, False),
        (date(1992, 1, 1), "UA", False),
        (None, "SY", True),
        (date(1960, 1, 1), "SY", True),
        (None, "UA", False),
        (None, None, False),
    ],
)
def test_an_alike_name_needs_about_the_same_age_or_the_same_country(
    born: date | None, nationality: str | None, *, is_similar: bool
) -> None:
    known = a_line(birth_date=date(1990, 1, 1), nationality="SY")

    found = similar_numbers(sought(birth_date=born, nationality=nationality), known)

    assert (found == ["2026-014"]) is is_similar


def test_two_unknown_countries_or_ages_are_nothing_in_common() -> None:
    known = a_line(birth_date=None, nationality="XX")

    assert similar_numbers(sought(birth_date=None, nationality="XX"), known) == []
    assert similar_numbers(sought(nationality=None), a_line(birth_date=None, nationality=None)) == []


@pytest.mark.parametrize(("given_names", "family_name"), [("", "Al-Hassan"), ("Rima", "  ")])
def test_half_a_name_is_like_nobody(given_names: str, family_name: str) -> None:
    assert similar_numbers(sought(given_names, family_name), a_line()) == []


def test_the_same_number_is_the_same_person_whatever_the_name() -> None:
    known = a_line(cpr="0101900001", birth_date=date(1960, 1, 1), nationality="UA")

    assert similar_numbers(sought("", "", cpr="0101900001", nationality=None), known) == ["2026-014"]
    assert similar_numbers(sought("Olena", "Shevchenko", cpr="0101900002"), known) == []


def test_two_people_without_a_number_do_not_share_one() -> None:
    assert similar_numbers(sought("Olena", "Shevchenko", cpr=None), a_line(cpr=None)) == []


def test_the_same_number_comes_first_then_the_most_alike_and_nobody_twice() -> None:
    lines = [
        a_line("1", given_names="Reema", family_name="Alhassan", cpr=None),
        a_line("2", cpr=None),
        a_line("3", given_names="Olena", family_name="Shevchenko", cpr="0101900001"),
        a_line("4", cpr="0101900001"),
    ]

    assert similar_numbers(sought(cpr="0101900001"), *lines) == ["3", "4", "2", "1"]


@examples
@given(given_names=names, family_name=names)
def test_whoever_is_typed_as_they_are_recorded_is_found(given_names: str, family_name: str) -> None:
    known = a_line(given_names=given_names, family_name=family_name, cpr=None)
    is_told = bool(given_names.strip(" -") and family_name.strip(" -"))

    found = similar_numbers(sought(given_names, family_name), known)

    assert found == ["2026-014"] or not is_told

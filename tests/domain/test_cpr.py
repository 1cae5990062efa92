from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.dk import cpr as other_library
from stdnum.exceptions import InvalidComponent

from desktop_app.domain.cpr import (
    CprRemark,
    birth_date_in,
    fits_check_digit,
    formatted,
    is_replacement,
    masked,
    remarks_on,
)

numbers = st.text("0123456789", min_size=10, max_size=10)
dated_numbers = st.builds(
    lambda born, last: f"{born:%d%m%y}{last:04d}", st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 9999)
)


def birth_date_by_other_library(number: str) -> date | None:
    try:
        found: date = other_library.get_birth_date(number)
    except InvalidComponent:
        return None
    return found


@given(numbers | dated_numbers)
def test_a_birth_date_is_read_as_another_library_reads_it(number: str) -> None:
    assume(not is_replacement(number))

    assert birth_date_in(number) == birth_date_by_other_library(number)


def test_the_seventh_digit_chooses_the_century_of_every_year() -> None:
    every = [f"0101{year:02d}{seventh}000" for year in range(100) for seventh in range(10)]

    assert {number: birth_date_in(number) for number in every} == {
        number: birth_date_by_other_library(number) for number in every
    }


@given(dated_numbers)
def test_a_replacement_number_hides_the_day_behind_sixty(number: str) -> None:
    replacement = f"{int(number[:2]) + 60}{number[2:]}"

    assert is_replacement(replacement)
    assert not is_replacement(number)
    assert not is_replacement(f"60{number[2:]}")
    assert birth_date_in(replacement) == birth_date_in(number)


@given(numbers | dated_numbers)
def test_a_check_digit_is_judged_as_another_library_judges_it(number: str) -> None:
    assert fits_check_digit(number) is (other_library.checksum(number) == 0)


# Numbers whose check digit fits belong to nobody before 2036.
@pytest.mark.parametrize(
    ("number", "birth_date", "remarks"),
    [
        ("0101364003", date(2036, 1, 1), []),
        ("0101364003", None, []),
        ("0101900001", date(1990, 1, 1), [CprRemark.CHECK_DIGIT]),
        ("0101364003", date(1991, 1, 1), [CprRemark.OTHER_BIRTH_DATE]),
        ("0101900001", date(1991, 1, 1), [CprRemark.CHECK_DIGIT, CprRemark.OTHER_BIRTH_DATE]),
        ("6101900003", date(1990, 1, 1), [CprRemark.REPLACEMENT]),
        ("6101900003", date(1990, 1, 2), [CprRemark.REPLACEMENT, CprRemark.OTHER_BIRTH_DATE]),
        ("3102900000", date(1990, 1, 1), [CprRemark.NO_DATE]),
        ("6001900000", None, [CprRemark.NO_DATE]),
        ("0000000000", None, [CprRemark.NO_DATE]),
    ],
)
def test_what_is_worth_a_second_look_about_a_number(
    number: str, birth_date: date | None, remarks: list[CprRemark]
) -> None:
    assert remarks_on(number, birth_date) == remarks


def test_a_number_is_shown_with_a_hyphen_and_in_lists_without_its_last_four_digits() -> None:
    assert formatted("0101900001") == "010190-0001"
    assert masked("0101900001") == "010190-••••"

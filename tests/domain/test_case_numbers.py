"""The numbers the program gives to new cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.case_numbers import next_case_numbers

own_form = st.from_regex(r"\s?20(26|27)-[0-9]{1,5}\s?", fullmatch=True)
case_numbers = st.lists(own_form | st.text(max_size=12), max_size=12)


@pytest.mark.parametrize(
    ("known", "following"),
    [
        ([], "2026-001"),
        (["2026-014", "2026-003"], "2026-015"),
        (["2025-300", "2027-400"], "2026-001"),
        (["A-99", "2026/044", "2026-12-3", "sag 2026-080", "2026-"], "2026-001"),
        (["2026-7"], "2026-008"),
        (["2026-0014"], "2026-0015"),
        (["2026-0014", "2026-020"], "2026-021"),
        (["2026-999"], "2026-1000"),
        ([" 2026-014 "], "2026-015"),
        (["2026-٣٣٣"], "2026-001"),
        (["2026-1234567890"], "2026-001"),
    ],
)
def test_the_number_after_the_highest_of_the_year_is_next(known: list[str], following: str) -> None:
    assert next_case_numbers(known, year=2026, count=1) == [following]


def test_several_numbers_follow_one_another() -> None:
    assert next_case_numbers(["2026-998"], year=2026, count=3) == ["2026-999", "2026-1000", "2026-1001"]


@given(known=case_numbers, count=st.integers(0, 5))
def test_no_number_is_ever_given_twice(known: list[str], count: int) -> None:
    given_numbers = next_case_numbers(known, year=2026, count=count)

    assert len(set(given_numbers)) == count
    assert not {number.strip() for number in known} & set(given_numbers)


@given(known=case_numbers, counts=st.lists(st.integers(0, 4), max_size=5))
def test_arrivals_one_after_the_other_are_numbered_like_arrivals_at_once(known: list[str], counts: list[int]) -> None:
    at_once = next_case_numbers(known, year=2026, count=sum(counts))
    one_by_one: list[str] = []

    for count in counts:
        one_by_one += next_case_numbers([*known, *one_by_one], year=2026, count=count)

    assert one_by_one == at_once

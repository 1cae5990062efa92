"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.dates import add_months
from desktop_app.presenters.lenient_dates import (
    FIRST_YEAR,
    LAST_YEAR,
    DateNotRead,
    DateTrouble,
    date_error_text,
    read_date,
)
from desktop_app.translation import DANISH, ENGLISH, full_date, long_date, set_language, short_date

SUNDAY = date(2026, 11, 22)
MARCH = date(2026, 3, 3)

days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def refused(text: str, *, looks_back: bool = False) -> DateNotRead:
    with pytest.raises(DateNotRead) as raised:
        read_date(text, SUNDAY, looks_back=looks_back)
    return raised.value


@settings(deadline=None)
@given(day=days, today=days)
@pytest.mark.parametrize("looks_back", [False, True])
def test_what_a_field_shows_can_be_read_again(day: date, today: date, *, looks_back: bool) -> None:
    assert read_date(short_date(day), today, looks_back=looks_back) == day


@settings(deadline=None)
@given(day=days, today=days)
@pytest.mark.parametrize("language", [DANISH, ENGLISH])
def test_what_a_sentence_or_a_heading_says_can_be_read_again(day: date, today: date, language: str) -> None:
    set_language(language)

    assert read_date(long_date(day), today) == day
    assert read_date(full_date(day), today) == day


@settings(deadline=None)
@given(text=st.text(max_size=24), today=days, looks_back=st.booleans())
def test_whatever_is_typed_is_a_day_of_our_time_or_told_why_not(
    text: str,
    today: date,
    looks_back: bool,  # noqa: FBT001 - drawn
) -> None:
    day, sentence = None, ""
    try:
        day = read_date(text, today, looks_back=looks_back)
    except DateNotRead as error:
        sentence = date_error_text(error)

    assert day is None or FIRST_YEAR <= day.year <= LAST_YEAR
    assert bool(sentence) + (day is not None) <= 1
    assert sentence or day or not any(letter.isalnum() for letter in text)


@pytest.mark.parametrize(
    "text",
    [
        "030326",
        "03032026",
        "3/3-26",
        "3.3.2026",
        "03.03.2026",
        "3-3-2026",
        "3 3 26",
        "3. 3. 2026",
        " 3/3/26. ",
        "2026-03-03",
        "3. marts 2026",
        "3 marts 26",
        "3.mar.2026",
        "den 3. marts 2026",
        "tirsdag den 3. marts 2026",
        "TIRS. 3. MARTS 2026",
        "3 March 2026",
        "March 3, 2026",
        "٣/٣/٢٠٢٦",
    ],
)
def test_day_month_and_year_are_read_however_they_are_parted(text: str) -> None:
    assert read_date(text, SUNDAY) == MARCH


@pytest.mark.parametrize("text", ["", "   ", ".", "\t"])
def test_nothing_typed_is_no_date_and_no_error(text: str) -> None:
    assert read_date(text, SUNDAY) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("i dag", 0),
        ("idag", 0),
        ("I DAG", 0),
        ("today", 0),
        ("i morgen", 1),
        ("imorgen", 1),
        ("i overmorgen", 2),
        ("i går", -1),
        ("igår", -1),
        ("i gaar", -1),
        ("i forgårs", -2),
        ("+14", 14),
        ("+ 14", 14),
        ("+14 dage", 14),
        ("+1 dag", 1),
        ("-3", -3),
        ("−3", -3),
        ("+2u", 14),
        ("+2 uger", 14),
        ("-1w", -7),
        ("+0", 0),
    ],
)
def test_days_are_counted_from_today(text: str, days: int) -> None:
    assert read_date(text, SUNDAY) == SUNDAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "months"), [("+3m", 3), ("+3 mdr.", 3), ("-1 måned", -1), ("+6 months", 6), ("+1å", 12), ("-2 år", -24)]
)
def test_months_and_years_are_counted_as_deadlines_are(text: str, months: int) -> None:
    end_of_month = date(2026, 8, 31)

    assert read_date(text, end_of_month) == add_months(end_of_month, months)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mandag", date(2026, 11, 23)),
        ("man", date(2026, 11, 23)),
        ("lørdag", date(2026, 11, 28)),
        ("loerdag", date(2026, 11, 28)),
        ("lordag", date(2026, 11, 28)),
        ("søndag", date(2026, 11, 29)),
        ("Friday", date(2026, 11, 27)),
    ],
)
def test_a_weekday_is_the_next_such_day_after_today(text: str, day: date) -> None:
    assert read_date(text, SUNDAY) == day


@pytest.mark.parametrize(("text", "day"), [("mandag", date(2026, 11, 16)), ("søndag", SUNDAY)])
def test_looking_back_a_weekday_is_the_latest_such_day(text: str, day: date) -> None:
    assert read_date(text, SUNDAY, looks_back=True) == day


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("3/3", date(2026, 3, 1), date(2026, 3, 3)),
        ("3/3", SUNDAY, date(2027, 3, 3)),
        ("3. marts", SUNDAY, date(2027, 3, 3)),
        ("24.12", date(2026, 1, 5), date(2025, 12, 24)),
        ("1/7", date(2027, 12, 31), date(2028, 7, 1)),
        ("2/1", date(2028, 7, 3), date(2029, 1, 2)),
        ("29/2", SUNDAY, date(2028, 2, 29)),
        ("29/2", date(2098, 3, 1), date(2096, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_in_the_year_nearest_today(text: str, today: date, day: date) -> None:
    assert read_date(text, today) == day


def test_of_two_years_equally_near_the_coming_one_is_meant() -> None:
    middle = date(2028, 7, 2)
    assert middle - date(2028, 1, 1) == date(2029, 1, 1) - middle

    assert read_date("1/1", middle) == date(2029, 1, 1)
    assert read_date("1/1", middle - timedelta(days=1)) == date(2028, 1, 1)


@pytest.mark.parametrize(("text", "day"), [("3/3", date(2026, 3, 3)), ("22/11", SUNDAY), ("23/11", date(2025, 11, 23))])
def test_looking_back_a_day_without_a_year_is_never_after_today(text: str, day: date) -> None:
    assert read_date(text, SUNDAY, looks_back=True) == day


@pytest.mark.parametrize(("text", "year"), [("010146", 2046), ("010147", 1947), ("010126", 2026), ("010199", 1999)])
def test_a_year_of_two_digits_lies_at_most_twenty_years_ahead(text: str, year: int) -> None:
    assert read_date(text, SUNDAY) == date(year, 1, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [("221126", SUNDAY), ("231126", date(1926, 11, 23)), ("010127", date(1927, 1, 1)), ("010190", date(1990, 1, 1))],
)
def test_looking_back_a_year_of_two_digits_is_never_after_today(text: str, day: date) -> None:
    assert read_date(text, SUNDAY, looks_back=True) == day


@pytest.mark.parametrize(
    "text",
    [
        "hest",
        "𪵤",
        "\x00",
        "3",
        "0303",
        "2026",
        "3.3.202",
        "3/3/3/26",
        "abc 3. marts",
        "3. hest 2026",
        "+14 heste",
        "dag",
        "ma",
    ],
)
def test_what_is_no_date_is_told_how_a_date_is_written(text: str) -> None:
    error = refused(text)

    assert error.trouble is DateTrouble.UNREADABLE
    assert date_error_text(error) == "Datoen skal skrives som dag, måned og år"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.02.2026", "Februar 2026 har kun 28 dage"),
        ("29.02.27", "Februar 2027 har kun 28 dage"),
        ("31. april 2026", "April 2026 har kun 30 dage"),
        ("30/2", "Februar 2026 har kun 28 dage"),
        ("32.1.2026", "Dagen skal være et tal fra 1 til 31"),
        ("0/1", "Dagen skal være et tal fra 1 til 31"),
        ("1.13.2026", "Måneden skal være et tal fra 1 til 12"),
        ("200003", "Måneden skal være et tal fra 1 til 12"),
        ("01.01.1899", "Årstallet skal ligge mellem 1900 og 2100"),
        ("01.01.2206", "Årstallet skal ligge mellem 1900 og 2100"),
        ("+9999u", "Årstallet skal ligge mellem 1900 og 2100"),
        ("+9999 år", "Årstallet skal ligge mellem 1900 og 2100"),
        ("mandag den 3. marts 2026", "3. marts 2026 er en tirsdag"),
    ],
)
def test_a_day_that_cannot_be_says_why(text: str, sentence: str) -> None:
    assert date_error_text(refused(text)) == sentence

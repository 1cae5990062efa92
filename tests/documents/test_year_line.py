from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.structure import Element
from desktop_app.documents.styles import TEXT_WIDTH
from desktop_app.documents.year_line import Mark, Milestone, _spread, year_line

WIDTHS = st.lists(
    st.tuples(st.floats(min_value=0, max_value=TEXT_WIDTH), st.floats(min_value=1, max_value=60)), max_size=30
)


def alternative(*milestones: Milestone) -> str | None:
    section = Element("Sect")
    year_line(section, date(2026, 10, 21), milestones)
    return next((child.alternative for child in section.children if isinstance(child, Element)), None)


def test_the_line_is_told_in_words_by_date() -> None:
    words = alternative(
        Milestone(on=date(2027, 6, 1), label="Delmål", mark=Mark.NUMBER, number=2),
        Milestone(on=date(2027, 1, 20), label="Næste samtale", mark=Mark.FULL_CIRCLE),
    )

    assert words
    assert words.replace("\u00a0", " ") == (
        "Årslinje i 13 måneder fra 1. oktober 2026. Næste samtale 20. januar 2027. Delmål 2 senest 1. juni 2027."
    )


def test_days_outside_the_thirteen_months_are_left_out() -> None:
    first, last, before, after = date(2026, 10, 1), date(2027, 10, 31), date(2026, 9, 30), date(2027, 11, 1)

    words = alternative(*(Milestone(on=on, label="Mål", mark=Mark.FLAG) for on in (first, last, before, after)))

    assert words
    assert words.count("Mål senest") == 2


def test_a_year_without_dates_has_no_line() -> None:
    assert alternative() is None


@given(WIDTHS)
def test_things_on_the_line_never_touch_and_stay_on_it(things: list[tuple[float, float]]) -> None:
    wanted = sorted(middle for middle, _ in things)
    widths = [width for _, width in things]

    middles = _spread(wanted, widths)

    edges = [
        edge
        for middle, width in zip(middles, widths, strict=False)
        for edge in (middle - width / 2, middle + width / 2)
    ]
    rounded = [round(edge, 6) for edge in edges]
    assert rounded == sorted(rounded)
    assert all(0 <= edge <= round(TEXT_WIDTH, 6) for edge in rounded)
    assert len(middles) == len(things) or sum(widths[: len(middles) + 1]) > TEXT_WIDTH


def test_what_does_not_touch_stays_where_it_is_wanted() -> None:
    assert _spread([50, 100, 200], [20, 20, 20]) == [50, 100, 200]

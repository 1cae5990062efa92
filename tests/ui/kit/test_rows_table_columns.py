from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.rows_table_columns import TableColumn, fit_columns

PLAIN = TableColumn[str]("Navn", str, 100)

columns = st.lists(
    st.builds(
        lambda stretch, drop_order: replace(PLAIN, stretch=stretch, drop_order=drop_order),
        st.integers(0, 4),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=8,
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[TableColumn[str]], list[int], int]:
    drawn = draw(columns)
    least = draw(st.lists(st.integers(1, 300), min_size=len(drawn), max_size=len(drawn)))
    return drawn, least, draw(st.integers(0, 2000))


@given(lists())
def test_no_column_is_narrower_than_its_least_width(given_list: tuple[list[TableColumn[str]], list[int], int]) -> None:
    drawn, least, room = given_list

    widths = fit_columns(drawn, least, room)

    assert all(width >= least[index] for index, width in widths.items())


@given(lists())
def test_columns_give_way_only_as_long_as_they_must(given_list: tuple[list[TableColumn[str]], list[int], int]) -> None:
    drawn, least, room = given_list

    widths = fit_columns(drawn, least, room)

    gone = [index for index in range(len(drawn)) if index not in widths]
    kept = [index for index in widths if drawn[index].drop_order]
    assert all(drawn[index].drop_order for index in gone)
    assert all(drawn[one].drop_order >= drawn[other].drop_order for one in gone for other in kept)
    if gone:
        last_to_go = min(gone, key=lambda index: (drawn[index].drop_order, index))
        assert sum(least[index] for index in (*widths, last_to_go)) > room
    if kept:
        assert sum(least[index] for index in widths) <= room


@given(lists())
def test_all_of_the_room_is_used_where_a_column_stretches(
    given_list: tuple[list[TableColumn[str]], list[int], int],
) -> None:
    drawn, least, room = given_list

    widths = fit_columns(drawn, least, room)

    shown = sum(least[index] for index in widths)
    if any(drawn[index].stretch for index in widths) and shown <= room:
        assert sum(widths.values()) == room
    else:
        assert sum(widths.values()) == shown


def test_what_is_left_over_is_shared_as_asked_for() -> None:
    drawn = [replace(PLAIN, stretch=3), PLAIN, replace(PLAIN, stretch=1)]

    assert fit_columns(drawn, [100, 100, 100], 700) == {0: 400, 1: 100, 2: 200}

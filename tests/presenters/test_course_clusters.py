"""What is too close to be told apart stands together, and periods stand in rows."""

from datetime import date, timedelta

from desktop_app.presenters.course_clusters import MOST_ROWS, Cluster, Room, clusters_of, rows_of
from desktop_app.presenters.course_entries import CourseEntry, Lane, Mark

START = date(2026, 1, 1)
LATER = START + timedelta(days=10_000)


def on(day: int, mark: Mark = Mark.MET, lane: Lane = Lane.DEADLINES, title: str = "Kontrakt") -> CourseEntry:
    return CourseEntry(lane=lane, mark=mark, title=title, on=START + timedelta(days=day))


def period(first: int, last: int | None) -> CourseEntry:
    until = None if last is None else START + timedelta(days=last)
    day = START + timedelta(days=first)
    return CourseEntry(lane=Lane.PERIODS, mark=Mark.OFFER, title="Praktik", on=day, is_period=True, until=until)


def together(*days: int, alone: float = 10, many: float = 20, today: date = LATER) -> list[list[int]]:
    found = clusters_of([on(day) for day in days], Room(alone, many, today))
    return [[(entry.on - START).days for entry in cluster.entries] for cluster in found]


def only(*entries: CourseEntry) -> Cluster:
    [cluster] = clusters_of(entries, Room(1000, 1000, LATER))
    return cluster


def test_marks_that_have_room_stand_alone() -> None:
    assert together(0, 10, 20) == [[0], [10], [20]]


def test_marks_that_would_touch_stand_together() -> None:
    assert together(0, 9, 30) == [[0, 9], [30]]


def test_what_stands_together_covers_more_and_may_take_in_the_next() -> None:
    assert together(0, 9, 19) == [[0, 9, 19]]


def test_a_growing_cluster_takes_in_the_one_before_it() -> None:
    assert together(0, 16, 25, alone=10, many=40) == [[0, 16, 25]]


def test_the_order_they_come_in_makes_no_difference() -> None:
    assert together(30, 9, 0) == together(0, 9, 30)


def test_what_was_and_what_comes_never_stand_together() -> None:
    today = START + timedelta(days=5)

    assert together(0, 4, 5, 6, today=today) == [[0, 4], [5, 6]]


def test_todays_line_parts_the_two_sides() -> None:
    today = START + timedelta(days=5)

    before, after = clusters_of([on(4), on(6)], Room(10, 20, today))

    assert (before.at, after.at) == (today.toordinal() - 5, today.toordinal() + 5)


def test_a_cluster_stands_midway_between_its_first_and_its_last() -> None:
    assert only(on(0), on(8)).at == START.toordinal() + 4


def test_forty_follow_ups_on_five_years_stay_apart_where_there_is_room_and_join_where_not() -> None:
    days = [42 * place for place in range(40)]

    assert len(together(*days, alone=42, many=80)) == 40
    narrow = together(*days, alone=60, many=120)
    assert sum(len(cluster) for cluster in narrow) == 40
    assert max(len(cluster) for cluster in narrow) < 6


def test_what_weighs_most_is_what_shows() -> None:
    cluster = only(on(0), on(1, Mark.OVERDUE, title="Visitation"), on(2, Mark.LATE))

    assert (cluster.mark, cluster.label) == (Mark.OVERDUE, "Visitation og 2 til")


def test_one_entry_is_called_by_its_name() -> None:
    assert only(on(0)).label == "Kontrakt"


def test_of_what_is_over_and_of_follow_ups_a_number_says_enough() -> None:
    assert only(on(0), on(1)).label == ""
    assert only(on(0, Mark.HELD, Lane.FOLLOW_UPS), on(1, Mark.HELD, Lane.FOLLOW_UPS)).label == ""


def test_periods_that_follow_one_another_share_a_row() -> None:
    rows = rows_of([period(0, 9), period(10, 20)], LATER, 1)

    assert [len(row) for row in rows] == [2]


def test_periods_that_overlap_have_rows_of_their_own() -> None:
    rows = rows_of([period(0, 10), period(10, 20), period(11, 30)], LATER, 1)

    assert [[cluster.first for cluster in row] for row in rows] == [
        [START, START + timedelta(days=11)],
        [START + timedelta(days=10)],
    ]


def test_a_short_period_covers_what_its_bar_does() -> None:
    assert len(rows_of([period(0, 0), period(5, 6)], LATER, 10)) == 2


def test_a_period_whose_end_is_open_goes_on_to_the_end() -> None:
    rows = rows_of([period(0, None), period(400, 410)], LATER, 1)

    assert len(rows) == 2
    assert rows[0][0].last(LATER) == LATER


def test_what_finds_no_row_free_stands_with_what_it_overlaps() -> None:
    rows = rows_of([period(place, 100) for place in range(MOST_ROWS + 2)], LATER, 1)

    assert len(rows) == MOST_ROWS
    assert [len(cluster.entries) for cluster in rows[-1]] == [3]
    assert rows[-1][0].label == "Praktik og 2 til"

from datetime import UTC, datetime, timedelta

import pytest

from tests.builders import a_follow_up

FINISHED = datetime(2027, 1, 20, 13, 5, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "is_closed"),
    [
        (FINISHED, False),
        (FINISHED + timedelta(hours=24), False),
        (FINISHED + timedelta(hours=24) + A_SECOND, True),
    ],
)
def test_a_note_is_open_for_twenty_four_hours(now: datetime, is_closed: bool) -> None:  # noqa: FBT001 - a parameter
    talk = a_follow_up(finished_at=FINISHED)

    assert talk.is_closed(now) is is_closed
    assert talk.closes_at == datetime(2027, 1, 21, 13, 5, tzinfo=UTC)


def test_what_came_in_from_a_file_is_closed_from_the_start() -> None:
    talk = a_follow_up(finished_at=None)

    assert talk.is_closed(FINISHED)
    assert talk.closes_at is None

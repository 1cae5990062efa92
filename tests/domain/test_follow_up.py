from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.builders import a_follow_up

FINISHED = datetime(2027, 1, 20, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("later", "is_closed"),
    [
        (timedelta(0), False),
        (timedelta(hours=24), False),
        (timedelta(hours=24, microseconds=1), True),
        (-timedelta(days=1), False),
    ],
)
def test_a_note_is_open_for_a_day_after_it_was_finished(later: timedelta, *, is_closed: bool) -> None:
    talk = a_follow_up(finished_at=FINISHED)

    assert talk.is_closed(FINISHED + later) is is_closed
    assert talk.is_closed((FINISHED + later).astimezone(timezone(timedelta(hours=2)))) is is_closed


def test_what_came_in_from_a_file_is_closed_from_the_start() -> None:
    assert a_follow_up(finished_at=None).is_closed(FINISHED)

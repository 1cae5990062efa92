"""Waiting after wrong passwords."""

import pytest

from desktop_app.application.password_attempts import pause_after


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (2, 0), (3, 2), (4, 4), (5, 8), (7, 32), (8, 60), (10_000, 60)]
)
def test_the_first_are_free_and_each_wait_is_longer_until_a_minute(failures: int, seconds: int) -> None:
    assert pause_after(failures) == seconds

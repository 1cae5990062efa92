"""Wrong passwords are counted beside the store, so that starting the program anew forgets none."""

import json
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from desktop_app.application.errors import StoreRefusal
from desktop_app.storage.attempts import attempts_path, read_attempts, seconds_to_wait
from desktop_app.storage.store import Store, open_store
from tests.storage.builders import MOMENT, PASSWORD, a_closed_store
from tests.storage.store_files import contents, refusal_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_closed_store(tmp_path / "enplan.store")


def attempt(path: Path, password: str, after: float = 0) -> Store:
    return open_store(path, password=password, clock=lambda: MOMENT + timedelta(seconds=after))


def fail(path: Path, times: int) -> list[str]:
    """Type a wrong password again and again, each time when one may."""
    waits, moment = list[str](), 0.0
    for _ in range(times):
        refused = refusal_of(partial(attempt, path, "et forkert kodeord", moment))
        assert refused.refusal is StoreRefusal.WRONG_PASSWORD
        waits.append(refused.details["wait"])
        moment += float(waits[-1])
    return waits


def test_each_wrong_password_is_told_how_long_to_wait(path: Path) -> None:
    assert fail(path, 6) == ["0", "0", "2", "4", "8", "16"]


def test_meanwhile_no_password_is_tried_not_even_the_right_one(path: Path) -> None:
    fail(path, 3)
    before = contents(path.parent)

    refused = refusal_of(lambda: attempt(path, PASSWORD, 0.5))

    assert (refused.refusal, refused.details["wait"]) == (StoreRefusal.TOO_SOON, "2")
    assert contents(path.parent) == before


def test_when_the_time_is_over_the_right_one_opens_and_the_log_tells_of_the_wrong_ones(path: Path) -> None:
    fail(path, 3)

    with attempt(path, PASSWORD, 2) as store:
        [(body,)] = store.connection.rows("SELECT body FROM payloads ORDER BY seq DESC LIMIT 1")

    assert json.loads(body)["wrong_passwords"] == "3"
    assert not attempts_path(path).exists()


def test_a_clock_that_was_set_back_keeps_nobody_out_longer_than_the_pause(path: Path) -> None:
    fail(path, 4)

    assert seconds_to_wait(path, MOMENT - timedelta(days=3650)) == 4
    assert seconds_to_wait(path, MOMENT - timedelta(days=3650) + timedelta(seconds=4)) == 0


@pytest.mark.parametrize("content", [b"", b"[]", b'{"failures": "x"}', b'{"failures": 3, "last_at": "i dag"}'])
def test_a_file_that_cannot_be_read_keeps_nobody_out(path: Path, content: bytes) -> None:
    attempts_path(path).write_bytes(content)

    assert read_attempts(path).failures == 0
    attempt(path, PASSWORD).close()

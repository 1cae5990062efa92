"""How many wrong passwords in a row a store was tried with: a small file beside it, so that a new start forgets none.

It slows down who sits at the computer. Who has copied the files is slowed down by what deriving the key costs.
"""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from desktop_app.application.password_attempts import pause_after
from desktop_app.storage.whole_file import write_whole


class Attempts(NamedTuple):
    """How many failed since a password last fitted, and when the last one did."""

    failures: int = 0
    last_at: datetime = datetime.min.replace(tzinfo=UTC)


def attempts_path(store: Path) -> Path:
    """Return where the file about a store's wrong passwords lies."""
    return store.with_name(store.name + ".attempts.json")


def read_attempts(store: Path) -> Attempts:
    """Return the wrong passwords in a row; what cannot be read is none."""
    try:
        content = json.loads(attempts_path(store).read_bytes())
        return Attempts(int(content["failures"]), datetime.fromisoformat(content["last_at"]).astimezone(UTC))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return Attempts()


def seconds_to_wait(store: Path, now: datetime) -> int:
    """Return for how many seconds no password is taken yet.

    A clock that was set back makes nobody wait longer than the pause, counted from now.
    """
    failures, last_at = read_attempts(store)
    if not (pause := pause_after(failures)):
        return 0
    passed = (now - last_at).total_seconds()
    if passed < 0:
        _write(store, Attempts(failures, now))
        return pause
    return max(0, int(pause - passed + 0.999))


def count_failure(store: Path, now: datetime) -> int:
    """Count a wrong password and return for how many seconds no other is taken."""
    failures = read_attempts(store).failures + 1
    _write(store, Attempts(failures, now))
    return pause_after(failures)


def forget_attempts(store: Path) -> None:
    """Count anew: a password fitted."""
    with suppress(OSError):
        attempts_path(store).unlink(missing_ok=True)


def _write(store: Path, attempts: Attempts) -> None:
    content = {"failures": attempts.failures, "last_at": attempts.last_at.astimezone(UTC).isoformat()}
    with suppress(OSError):
        write_whole(attempts_path(store), json.dumps(content).encode())

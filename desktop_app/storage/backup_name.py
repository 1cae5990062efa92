"""What a backup is called: `enplan-2026-11-22T080512Z-3f2a9c1e.store`, for its moment and the store it is of."""

import re
from datetime import UTC, datetime
from typing import Final, NamedTuple

_MOMENT: Final = "%Y-%m-%dT%H%M%SZ"
_ID_LENGTH: Final = 8
_NAME: Final = re.compile(r"enplan-(\d{4}-\d{2}-\d{2}T\d{6}Z)-([0-9a-f]{8})\.store")


class BackupName(NamedTuple):
    """What a name tells: the moment (aware), and the beginning of the store's id."""

    made_at: datetime
    store: str


def store_in_name(store_id: str) -> str:
    """Return how the name of a backup says which store it is of."""
    return store_id.replace("-", "")[:_ID_LENGTH]


def name_of(made_at: datetime, store: str) -> str:
    """Return the name of the backup of a moment, `store` as `store_in_name` gives it."""
    return f"enplan-{in_file_name(made_at)}-{store}.store"


def in_file_name(moment: datetime) -> str:
    """Return a moment as it stands in the name of a file."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def read_name(name: str) -> BackupName | None:
    """Return what the name of a finished backup tells, None for every other name."""
    match = _NAME.fullmatch(name)
    if not match:
        return None
    try:
        return BackupName(datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC), match[2])
    except ValueError:  # no such day or hour
        return None

"""A store of three users, and looking at who gets in."""

import json
from pathlib import Path
from typing import Any

from desktop_app.application.errors import (
    StoreRefusal,
)
from desktop_app.storage.recovery_key import printed
from desktop_app.storage.store import Store, open_store
from tests.storage.builders import CHEAP, MOMENT, PASSWORD, a_full_case, a_new_store, save_new
from tests.storage.store_files import refusal_of

METTE, SOFIE, LARS = "Mette Jensen", "Sofie Holm", "Lars Østergaard"
RECOVERY_KEY = printed(bytes(range(20)))


def make_team_store(path: Path) -> Path:
    """Make the store, with a case in it, and close it."""
    with a_new_store(path, recovery_key=RECOVERY_KEY).store as store:
        save_new(store, a_full_case())
        store.keys.add_user(SOFIE, "SH", PASSWORD, CHEAP)
        store.keys.add_user(LARS, "LØ", PASSWORD, CHEAP)
    return path


def opened(path: Path, user: str = METTE) -> Store:
    return open_store(path, user=user, password=PASSWORD, clock=lambda: MOMENT)


def entries(store: Store) -> list[dict[str, Any]]:
    """Return what the log says of keys and users."""
    rows = store.connection.rows(
        "SELECT body FROM log JOIN payloads USING (seq) WHERE action = 'changed_access' ORDER BY seq"
    )
    return [json.loads(body) for (body,) in rows]


def refused_as(path: Path, user: str) -> StoreRefusal:
    return refusal_of(lambda: opened(path, user)).refusal

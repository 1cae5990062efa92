"""Drafts: no records, so they have no revisions, stand in no log and go without a trace."""

import json
from datetime import datetime
from typing import Final

from desktop_app.application.ports import Draft
from desktop_app.storage.revisions import moment_text
from desktop_app.storage.store_connection import StoreConnection

_ALL: Final = "SELECT id, user, screen, subject, content, based_on, saved_at FROM drafts"
_KEEP: Final = "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?)"
_DISCARD: Final = "DELETE FROM drafts WHERE id = ?"


class SqlDraftStore:
    """Drafts of one unit of work (`application.ports.DraftStore`)."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def all(self) -> list[Draft]:
        """Return every draft, the latest first, those of other users too.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        drafts = [
            Draft(
                id=draft_id,
                user=user,
                screen=screen,
                subject=subject,
                content=json.loads(content),
                based_on=json.loads(based_on),
                saved_at=datetime.fromisoformat(saved_at),
            )
            for draft_id, user, screen, subject, content, based_on, saved_at in self._connection.rows(_ALL)
        ]
        return sorted(drafts, key=lambda draft: (draft.saved_at, draft.id), reverse=True)

    def keep(self, draft: Draft) -> None:
        """Keep a draft in the place of the one with its id, if there is one.

        Raises:
            StorageUnavailable: the machine could not write.
            TypeError, ValueError: its content is not JSON, or its moment has no time zone.
        """
        # ASCII, so that half a character somebody managed to type is kept like everything else.
        content, based_on = (json.dumps(values, allow_nan=False) for values in (draft.content, draft.based_on))
        saved_at = moment_text(draft.saved_at)
        row = (draft.id, draft.user, draft.screen, draft.subject, content, based_on, saved_at)
        self._connection.write(_KEEP, row)

    def discard(self, draft_id: str) -> None:
        """Let a draft go; one that is not there is no error.

        Raises:
            StorageUnavailable: the machine could not write.
        """
        self._connection.write(_DISCARD, (draft_id,))

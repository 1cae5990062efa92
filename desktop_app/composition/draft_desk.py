"""The drafts of the user who unlocked the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.application.drafts import discard_draft, drafts_of, keep_draft
from desktop_app.application.ports import Draft
from desktop_app.storage.store import Store, now


@dataclass(frozen=True, slots=True)
class DraftDesk:
    """Keeps drafts, finds them again, lets them go."""

    store: Store

    def keep(
        self,
        *,
        screen: str,
        subject: str,
        content: Mapping[str, Any],
        based_on: Mapping[str, int],
        draft_id: str | None,
    ) -> Draft:
        """Keep what the user typed in a form (`keep_draft`)."""
        return keep_draft(
            work=self.store.work,
            user=self.store.user.name,
            now=now(),
            screen=screen,
            subject=subject,
            content=content,
            based_on=based_on,
            draft_id=draft_id,
        )

    def mine(self) -> list[Draft]:
        """Return the user's own drafts, the latest first (`drafts_of`)."""
        return drafts_of(self.store.user.name, work=self.store.work)

    def discard(self, draft_id: str) -> None:
        """Let a draft go (`discard_draft`)."""
        discard_draft(draft_id, work=self.store.work)

"""Keep what is typed before it is saved, find it again, let it go. Drafts are no records: they leave no history."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desktop_app.application.ports import Draft, Work


def keep_draft(
    *,
    work: Work,
    user: str,
    now: datetime,
    screen: str,
    subject: str,
    content: Mapping[str, Any],
    based_on: Mapping[str, int],
    draft_id: str | None = None,
) -> Draft:
    """Keep what a user typed in a form, in the place of the draft `draft_id` if there is one.

    Raises:
        StorageUnavailable: the machine could not write.
    """
    draft = Draft(
        id=draft_id or str(uuid.uuid4()),
        user=user,
        screen=screen,
        subject=subject,
        content=content,
        based_on=based_on,
        saved_at=now,
    )
    with work() as unit:
        unit.drafts.keep(draft)
        unit.commit()
    return draft


def drafts_of(user: str, *, work: Work) -> list[Draft]:
    """Return a user's own drafts, the latest first."""
    with work() as unit:
        return [draft for draft in unit.drafts.all() if draft.user == user]


def discard_draft(draft_id: str, *, work: Work) -> None:
    """Let a draft go.

    Raises:
        StorageUnavailable: the machine could not write.
    """
    with work() as unit:
        unit.drafts.discard(draft_id)
        unit.commit()

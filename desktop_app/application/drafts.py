"""Keep what is typed before it is saved, find it again, let it go. Drafts are no records: they leave no history."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_app.application.ports import Draft, Work
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True)
class OthersDraft:
    """That somebody else has typed about a record and not saved it; what they typed stays theirs."""

    initials: str
    saved_at: datetime


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
    with work(Act.KEEP_DRAFTS) as unit:
        unit.drafts.keep(draft)
        unit.commit()
    return draft


def drafts_of(user: str, *, work: Work) -> list[Draft]:
    """Return a user's own drafts, the latest first."""
    with work(Act.KEEP_DRAFTS) as unit:
        return [draft for draft in unit.drafts.all() if draft.user == user]


def drafts_of_others(
    user: str, screen: str, subject: str, *, work: Work, initials: Callable[[str], str]
) -> list[OthersDraft]:
    """Return who but a user has typed about a record in a form and not saved it, each once, the latest first.

    `initials` tells those of a user by the name.
    """
    latest: dict[str, datetime] = {}
    with work(Act.KEEP_DRAFTS) as unit:
        for draft in unit.drafts.all():
            if draft.user != user and (draft.screen, draft.subject) == (screen, subject):
                latest.setdefault(draft.user, draft.saved_at)
    return [OthersDraft(initials(name), saved_at) for name, saved_at in latest.items()]


def discard_draft(draft_id: str, *, work: Work) -> None:
    """Let a draft go.

    Raises:
        StorageUnavailable: the machine could not write.
    """
    with work(Act.KEEP_DRAFTS) as unit:
        unit.drafts.discard(draft_id)
        unit.commit()

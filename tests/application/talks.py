"""Follow-ups as a form hands them over, and the moments around them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop_app.application.ports import Draft
from desktop_app.domain.follow_up import FollowUp, FollowUpForm, GoalProgress, Progress, Topic
from tests.fakes import FakeStore

HELD = date(2027, 1, 20)
NOW = datetime(2027, 1, 20, 13, 5, tzinfo=UTC)
A_DAY_LATER = NOW + timedelta(hours=24)
TOO_LATE = A_DAY_LATER + timedelta(seconds=1)
NEXT = date(2027, 4, 20)


def told(place: int, progress: Progress, plan_number: int = 1) -> GoalProgress:
    return GoalProgress(plan_number=plan_number, place=place, progress=progress)


def a_typed_talk(**changes: Any) -> FollowUp:  # noqa: ANN401 - whatever a test changes
    """A follow-up that was never saved, with everything a form asks for."""
    talk = FollowUp(
        id="",
        held_on=HELD,
        form=FollowUpForm.MEETING,
        interpreter="Sara Haddad, nr. 4471",
        participants="Borgeren, Mette Jensen",
        topics=tuple(Topic),
        note="Rima har mødt stabilt på sprogcentret.",
        agreed="Mette spørger om flere timer.",
        repatriation_guided=True,
        next_on=NEXT,
        progress=(told(1, Progress.ON_THE_WAY), told(2, Progress.ACHIEVED)),
    )
    return replace(talk, **changes)


def with_a_draft(store: FakeStore, draft_id: str = "draft-1") -> FakeStore:
    """Keep a draft in a store."""
    draft = Draft(
        id=draft_id,
        user="Mette Jensen",
        screen="follow_up",
        subject="case-1",
        content={},
        based_on={},
        saved_at=NOW,
    )
    with store.work() as unit:
        unit.drafts.keep(draft)
        unit.commit()
    return store


def drafts_in(store: FakeStore) -> list[str]:
    with store.work() as unit:
        return [draft.id for draft in unit.drafts.all()]

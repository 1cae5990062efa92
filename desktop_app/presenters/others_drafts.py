"""Two people on one plan: what the second is told of the draft the first has not saved."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from desktop_app.application.drafts import OthersDraft
from desktop_app.application.errors import ApplicationError
from desktop_app.domain.plan import PlanState
from desktop_app.presenters.drafts import moment_text
from desktop_app.presenters.plan_work import PlanWork
from desktop_app.translation import _

PLAN_SCREEN: Final = "plan"
"""The form of the plan's content, by which its drafts are found."""


def while_open(work: PlanWork, plan_id: str, state: PlanState) -> str:
    """Return whose draft of the version lies there and what that means for what is done next, empty for none."""
    ending = _AT.get(state)
    return _told(work, plan_id, ending()) if ending else ""


def before_ready(work: PlanWork, plan_id: str) -> str:
    """Return whose draft is shut out by closing the version for signing, empty for none."""
    return _told(work, plan_id, _("The draft cannot be saved once the plan is ready to be signed."))


def _told(work: PlanWork, plan_id: str, ending: str) -> str:
    drafts = _others(work, plan_id)
    if not drafts:
        return ""
    return " ".join([*(_whose(draft, work.now()) for draft in drafts), ending])


def _others(work: PlanWork, plan_id: str) -> Sequence[OthersDraft]:
    """Return the drafts; where they cannot be read the plan is shown all the same, and saving it will say why."""
    try:
        return work.others_at(PLAN_SCREEN, plan_id)
    except ApplicationError:
        return ()


def _whose(draft: OthersDraft, now: datetime) -> str:
    return _("{who} has an unfinished draft of this plan from {moment}.").format(
        who=draft.initials, moment=moment_text(draft.saved_at, now)
    )


_AT: Mapping[PlanState, Callable[[], str]] = {
    PlanState.DRAFT: lambda: _(
        "You can go on writing all the same. Nothing is overwritten: who saves last is shown what the other has saved."
    ),
    PlanState.READY: lambda: _("What stands in the draft is no part of what is signed."),
}

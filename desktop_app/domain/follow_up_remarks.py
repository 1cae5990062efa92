"""What is worth a second look before a follow-up is finished. Nothing here stops anybody."""

from enum import StrEnum

from desktop_app.domain.case import Case
from desktop_app.domain.dates import is_working_day
from desktop_app.domain.deadline import Reason
from desktop_app.domain.follow_up import FollowUp, Topic
from desktop_app.domain.follow_ups_of_case import contract_in_force
from desktop_app.domain.next_follow_up import NextFollowUp


class FollowUpRemark(StrEnum):
    """What is odd about a follow-up, or missing from it."""

    NO_CONTRACT = "no_contract"
    BEFORE_CONTRACT = "before_contract"
    SAME_DAY = "same_day"
    TOPICS_LEFT = "topics_left"
    PROGRESS_LEFT = "progress_left"
    NO_NEXT_DATE = "no_next_date"
    NEXT_AFTER_DEADLINE = "next_after_deadline"
    NEXT_NOT_ON_WORKING_DAY = "next_not_on_working_day"


def remarks_on_follow_up(talk: FollowUp, case: Case, following: NextFollowUp) -> frozenset[FollowUpRemark]:
    """Return what to remark on; `following` is when the next follow-up is to be once this one counts."""
    found = {*_on_its_date(talk, case), *_on_next_date(talk, following)}
    if not talk.attempted_only:
        if len(set(talk.topics)) < len(Topic):
            found.add(FollowUpRemark.TOPICS_LEFT)
        if _has_goals_untold(talk, case):
            found.add(FollowUpRemark.PROGRESS_LEFT)
    return frozenset(found)


def _on_its_date(talk: FollowUp, case: Case) -> set[FollowUpRemark]:
    found = set()
    first_signed = min((plan.signed_on for plan in case.plans if plan.signed_on), default=None)
    if not talk.attempted_only:
        if first_signed is None:
            found.add(FollowUpRemark.NO_CONTRACT)
        elif talk.held_on < first_signed:
            found.add(FollowUpRemark.BEFORE_CONTRACT)
    others = (one for one in case.follow_ups if one.id != talk.id and one.attempted_only == talk.attempted_only)
    if any(one.held_on == talk.held_on for one in others):
        found.add(FollowUpRemark.SAME_DAY)
    return found


def _on_next_date(talk: FollowUp, following: NextFollowUp) -> set[FollowUpRemark]:
    deadline = following.deadline
    if talk.next_on is None:
        if talk.attempted_only:  # with nobody there nothing was agreed, and the deadline stands
            return set()
        asked_for = deadline.due_on is not None or deadline.reason is Reason.LEAVE_END_UNKNOWN
        return {FollowUpRemark.NO_NEXT_DATE} if asked_for else set()
    found = set()
    # What is overdue already can only be planned late.
    if following.proposed_on and deadline.due_on and talk.next_on > deadline.due_on:
        found.add(FollowUpRemark.NEXT_AFTER_DEADLINE)
    if not is_working_day(talk.next_on):
        found.add(FollowUpRemark.NEXT_NOT_ON_WORKING_DAY)
    return found


def _has_goals_untold(talk: FollowUp, case: Case) -> bool:
    contract = contract_in_force(case)
    if contract is None:
        return False
    told = {progress.place for progress in talk.progress if progress.plan_number == contract.number}
    return any(goal.achieved_on is None and place not in told for place, goal in enumerate(contract.goals, start=1))

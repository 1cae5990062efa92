"""Decide about one deadline: not relevant, another date, why it was late, a meeting; and take that back."""

import uuid
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.deadline_deciding import (
    Deciding,
    DecisionRefused,
    deadline_decided_on,
    faults_in_decision,
)
from desktop_app.domain.deadline_decisions import DeadlineDecision
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was recorded, with what it takes to take it back; it took the place of what was `replaced`."""

    case_number: str
    changes: Changes
    decision: DeadlineDecision | None
    replaced: tuple[DeadlineDecision, ...] = ()


def decide_deadline(
    case_number: str,
    deciding: Deciding,
    *,
    work: Work,
    rulebook: Rulebook,
    today: date,
    initials: str,
    draft_id: str | None = None,
) -> Decided:
    """Record a decision in the place of an earlier one of its kind about the same deadline.

    Raises:
        DecisionRefused: it is not recorded as it is.
        CaseNotFound: no case has this number.
        ChangedMeanwhile: the law no longer leads to the date it is about, or there is nothing left to decide.
    """
    if faults := faults_in_decision(deciding, today):
        raise DecisionRefused(faults)
    with work(Act.DECIDE_DEADLINE) as unit:
        case = unit.cases.by_number(case_number)
        if deadline_decided_on(case, deciding, rulebook, today) is None:
            raise ChangedMeanwhile(case.id)
        decision = DeadlineDecision(
            id=str(uuid.uuid4()),
            duty=deciding.duty,
            kind=deciding.kind,
            computed_on=deciding.computed_on,
            made_on=today,
            made_by=initials,
            on=deciding.on,
            cause=deciding.cause,
            reason=deciding.reason.strip(),
        )
        before = tuple(each for each in case.decisions if _is_about_the_same(each, decision))
        kept = tuple(each for each in case.decisions if each not in before)
        unit.cases.save(replace(case, decisions=(*kept, decision)))
        if draft_id:
            unit.drafts.discard(draft_id)
        unit.commit()
    return Decided(case_number=case_number, changes=Changes(frozenset({case.id})), decision=decision, replaced=before)


def withdraw_decision(case_number: str, decision_id: str, *, work: Work) -> Decided:
    """Take a decision away: the deadline stands as the law computes it. The history keeps both.

    Raises:
        CaseNotFound: no case has this number.
        ChangedMeanwhile: it is gone already.
    """
    with work(Act.DECIDE_DEADLINE) as unit:
        case = unit.cases.by_number(case_number)
        gone = tuple(each for each in case.decisions if each.id == decision_id)
        if not gone:
            raise ChangedMeanwhile(case.id)
        unit.cases.save(replace(case, decisions=tuple(each for each in case.decisions if each not in gone)))
        unit.commit()
    return Decided(case_number=case_number, changes=Changes(frozenset({case.id})), decision=None, replaced=gone)


def undo_decision(decided: Decided, *, work: Work) -> Changes:
    """Put back what stood there before a decision was recorded or withdrawn.

    Raises:
        CaseNotFound: no case has this number.
        ChangedMeanwhile: what was recorded is gone, or something was recorded in the place of what was there before.
    """
    with work(Act.DECIDE_DEADLINE) as unit:
        case = unit.cases.by_number(decided.case_number)
        kept = tuple(each for each in case.decisions if decided.decision is None or each.id != decided.decision.id)
        is_gone = decided.decision is not None and len(kept) == len(case.decisions)
        if is_gone or any(_is_about_the_same(each, old) for each in kept for old in decided.replaced):
            raise ChangedMeanwhile(case.id)
        back = tuple(replace(old, id=str(uuid.uuid4()), version=0) for old in decided.replaced)
        unit.cases.save(replace(case, decisions=(*kept, *back)))
        unit.commit()
    return Changes(frozenset({case.id}))


def _is_about_the_same(one: DeadlineDecision, other: DeadlineDecision) -> bool:
    return (one.duty, one.kind, one.computed_on) == (other.duty, other.kind, other.computed_on)

"""What must hold in a case for a duty to apply.

Every function sees only facts that were known on the day asked about (`case_facts.known_on`).
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from desktop_app.domain.case import IN_ORDINARY_WORK, ReadinessKind, SupportKind
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.dates import age_reached_on
from desktop_app.domain.deadline import Reason
from desktop_app.domain.duties import HEALTH_NEED_FOUND
from desktop_app.domain.rulebook import Condition, RuleVersion

ADULT_AGE = 18
_BENEFIT_ALONE = frozenset({SupportKind.BENEFIT})


class Judgement(NamedTuple):
    """How a condition is judged, on the takeover or from the day the clock starts, and the reason where it fails."""

    holds: Callable[[CaseFacts, date], bool] | None
    holds_from: Callable[[CaseFacts, date, RuleVersion, date], bool] | None
    reason: Reason


@cache
def judgements_of(conditions: tuple[Condition, ...]) -> tuple[Judgement, ...]:
    """Return how conditions are judged; a law has a handful of different ones."""
    return tuple(_JUDGEMENTS[condition] for condition in conditions)


def unmet_condition(
    judgements: tuple[Judgement, ...],
    version: RuleVersion,
    facts: CaseFacts,
    takeover_on: date,
    clock_on: date | None,
    today: date,
) -> Reason | None:
    """Return why a version does not apply to a case, by the first of its `judgements` that fails, None when it does.

    Conditions that are judged on the day the clock starts are passed over while that day is not known. Ordinary work
    counts until the time allowed is over: what comes later does not undo what should have been done by then.
    """
    for holds, holds_from, reason in judgements:
        if holds:
            if not holds(facts, takeover_on):
                return reason
        elif clock_on and holds_from and not holds_from(facts, clock_on, version, today):
            return reason
    return None


def starts_in_vain(version: RuleVersion, facts: CaseFacts, today: date) -> bool:
    """Tell whether the clock of a version need not be waited for, because the citizen supports themself.

    The self-supporting are not assessed (§ 17, stk. 2) and are followed up by need (§ 20, stk. 1).
    """
    return Condition.NOT_SELF_SUPPORTING in version.conditions and is_self_supporting(facts, today)


def is_adult(facts: CaseFacts, on: date) -> bool:
    """Tell whether the citizen is 18 or more on a day; an unknown birth date counts as adult."""
    born_on = facts.birth_date
    if born_on is None:
        return True
    years = on.year - born_on.year
    return years > ADULT_AGE or (years == ADULT_AGE and age_reached_on(born_on, ADULT_AGE) <= on)


def support_on(facts: CaseFacts, on: date) -> frozenset[SupportKind]:
    """Return what the citizen lives on, on a day; nothing recorded counts as benefit."""
    if not facts.support:
        return _BENEFIT_ALONE
    kinds = frozenset([kind for first, last, kind in facts.support if first <= on and (last is None or on <= last)])
    return kinds or _BENEFIT_ALONE


def is_on_benefit(facts: CaseFacts, on: date) -> bool:
    """Tell whether the citizen receives benefit on a day."""
    return SupportKind.BENEFIT in support_on(facts, on)


def is_in_ordinary_work(facts: CaseFacts, on: date) -> bool:
    """Tell whether the citizen is in an ordinary job or education without benefit on a day."""
    kinds = support_on(facts, on)
    return bool(kinds & IN_ORDINARY_WORK) and SupportKind.BENEFIT not in kinds


def is_self_supporting(facts: CaseFacts, on: date) -> bool:
    """Tell whether the citizen supports themself on a day, without benefit and without ordinary job or education."""
    return support_on(facts, on) == {SupportKind.SELF_SUPPORTING}


def has_been_in_ordinary_work(facts: CaseFacts, first: date, last: date) -> bool:
    """Tell whether an ordinary job or education was recorded on any day from `first` to `last`."""
    return any(
        fact.kind in IN_ORDINARY_WORK and fact.first <= last and (fact.last is None or fact.last >= first)
        for fact in facts.support
    )


def is_job_ready(facts: CaseFacts, on: date) -> bool:
    """Tell whether the citizen counts as job-ready on a day; nothing recorded is the presumption of § 17, stk. 1."""
    kinds = {kind for first, last, kind in facts.readiness if first <= on and (last is None or on <= last)}
    return ReadinessKind.ACTIVITY_READY not in kinds


def has_health_need(facts: CaseFacts) -> bool:
    """Tell whether a need for a health assessment was found."""
    return any(event.duty == HEALTH_NEED_FOUND for event in facts.events)


def has_achieved_main_goals(facts: CaseFacts) -> bool:
    """Tell whether every employment and education goal of the latest signed contract has been achieved.

    A contract that lacks such a goal has not achieved it.
    """
    signed = [plan for plan in facts.plans if plan.signed_on]
    return bool(signed and signed[-1].main_goals) and all(signed[-1].main_goals)


def _has_health_need(facts: CaseFacts, _takeover_on: date) -> bool:
    return has_health_need(facts)


def _has_goals_left(facts: CaseFacts, _takeover_on: date) -> bool:
    return not has_achieved_main_goals(facts)


def _is_on_benefit(facts: CaseFacts, clock_on: date, _version: RuleVersion, _today: date) -> bool:
    return is_on_benefit(facts, clock_on)


def _is_job_ready(facts: CaseFacts, clock_on: date, _version: RuleVersion, _today: date) -> bool:
    return is_job_ready(facts, clock_on)


def _is_not_self_supporting(facts: CaseFacts, clock_on: date, _version: RuleVersion, _today: date) -> bool:
    return not is_self_supporting(facts, clock_on)


def _had_no_ordinary_work(facts: CaseFacts, clock_on: date, version: RuleVersion, today: date) -> bool:
    until = min(version.due.after(clock_on), today) if version.due else today
    return not has_been_in_ordinary_work(facts, clock_on, until)


_JUDGEMENTS: Mapping[Condition, Judgement] = {
    Condition.ADULT: Judgement(is_adult, None, Reason.MINOR),
    Condition.HEALTH_NEED_FOUND: Judgement(_has_health_need, None, Reason.NO_HEALTH_NEED),
    Condition.GOALS_NOT_ACHIEVED: Judgement(_has_goals_left, None, Reason.GOALS_ACHIEVED),
    Condition.BENEFIT: Judgement(None, _is_on_benefit, Reason.NOT_ON_BENEFIT),
    Condition.JOB_READY: Judgement(None, _is_job_ready, Reason.NOT_JOB_READY),
    Condition.NOT_SELF_SUPPORTING: Judgement(None, _is_not_self_supporting, Reason.SELF_SUPPORTING),
    Condition.NO_ORDINARY_WORK_SINCE: Judgement(None, _had_no_ordinary_work, Reason.IN_ORDINARY_WORK),
}

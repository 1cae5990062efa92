"""The dates around a plan while it is written: what the law says follows if it is signed on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.dates import latest_working_day
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.plan import Plan
from desktop_app.domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class PlanOutlook:
    """How every duty stands with the plan signed."""

    deadlines: Mapping[DutyId, Deadline]

    def due_on(self, duty: DutyId) -> date | None:
        """Return the day a duty is due, None where it has none."""
        return self.deadlines[duty].due_on

    @property
    def programme_ends_on(self) -> date | None:
        """The last day of the introduction programme, None while it is not known."""
        return self.due_on(DutyId.PROGRAMME_MAX_LENGTH)

    @property
    def next_follow_up_on(self) -> date | None:
        """The last day to plan the next follow-up for: deadlines do not roll, and nobody meets on a Saturday."""
        due_on = self.due_on(DutyId.FOLLOW_UP_LOCAL)
        return latest_working_day(due_on) if due_on else None


def outlook_of(plan: Plan, case: Case, rulebook: Rulebook, on: date) -> PlanOutlook:
    """Return what follows from a plan, which need not be saved, on a day; one that is not signed counts as signed then.

    The plan stands in the place of the version of the case that has its id.
    """
    signed = plan if plan.signed_on else replace(plan, signed_by_citizen_on=on, signed_by_municipality_on=on)
    others = tuple(other for other in case.plans if other.id != plan.id)
    facts = facts_of(replace(case, plans=(*others, signed)))
    return PlanOutlook({deadline.duty: deadline for deadline in deadlines_for(facts, rulebook, on)})

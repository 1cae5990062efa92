"""When a case may be erased, and what would go with it."""

from dataclasses import dataclass

from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan


def may_be_erased(case: Case) -> bool:
    """Tell whether nothing was ever signed on a case; an annulled signature was one."""
    return not any(map(_was_signed, case.plans))


def _was_signed(plan: Plan) -> bool:
    signatures = (plan.signed_by_citizen_on, plan.signed_by_municipality_on, plan.declaration_signed_on)
    return any(signatures) or plan.unsigned is not None or plan.annulment is not None or bool(plan.scans)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatGoes:
    """How much is erased with a case: what somebody has to look at before they decide."""

    plans: int
    follow_ups: int
    events: int
    notes: int


def what_goes(case: Case) -> WhatGoes:
    """Count what is erased with a case."""
    return WhatGoes(
        plans=len(case.plans),
        follow_ups=len(case.follow_ups),
        events=len(case.events) + len(case.offers),
        notes=len(case.notes),
    )

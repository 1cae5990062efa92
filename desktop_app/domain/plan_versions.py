"""The versions of one case's plan: which one is being written, and what a new one begins from."""

from collections.abc import Iterable

from desktop_app.domain.plan import Plan, PlanState, state_of


def has_signature(plan: Plan) -> bool:
    """Tell whether anybody's signature is registered, even if the plan is not concluded by it."""
    return plan.signed_by_citizen_on is not None or plan.signed_by_municipality_on is not None


def can_be_written(plan: Plan, plans: Iterable[Plan]) -> bool:
    """Tell whether the content of a version may change: it is a draft, and nobody has signed it."""
    return state_of(plan, plans) is PlanState.DRAFT and not has_signature(plan)


def version_in_work(plans: Iterable[Plan]) -> Plan | None:
    """Return the version that is being written or waits for signatures; while there is one, no other is begun.

    A version that came in with one signature and is not made ready is no longer in work: it can be made ready and the
    other signature registered, or left for a new one.
    """
    every = sorted(plans, key=_number, reverse=True)
    return next((plan for plan in every if can_be_written(plan, every) or _is_ready(plan, every)), None)


def basis_of_next(plans: Iterable[Plan]) -> Plan | None:
    """Return the version a new one takes its content from: the newest not annulled, otherwise the newest."""
    every = sorted(plans, key=_number, reverse=True)
    return next((plan for plan in every if not plan.annulment), next(iter(every), None))


def _is_ready(plan: Plan, plans: Iterable[Plan]) -> bool:
    return state_of(plan, plans) is PlanState.READY


def _number(plan: Plan) -> int:
    return plan.number

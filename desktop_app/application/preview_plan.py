"""Draw a plan as it would be printed while it is being written: nothing is saved, and nothing is logged."""

from datetime import date

from desktop_app.application.drawing_ports import PlanPrinter
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import Plan


def preview_plan(
    plan: Plan, case: Case, *, municipality: Municipality, printer: PlanPrinter, law: PlanLaw, today: date
) -> bytes:
    """Return the paper as PDF. Neither the plan nor what it changes on the case need be saved."""
    return printer(snapshot_of(plan, case, municipality, law, today))

"""Looks a plan over while it is written: what is missing before it can be concluded, and what does not add up."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.plan_outlook import outlook_of
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.completeness import PlanCheck, check_plan
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.legal_texts import TextId
from desktop_app.domain.plan import Activity, Plan
from desktop_app.domain.plan_warnings import PlanWarning, contract_hours, plan_warnings
from desktop_app.domain.weekly_hours import WeeklyHours


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExamination:
    """What is to be said of a plan. `contract` is how the duty to conclude one stands without this version."""

    checks: tuple[PlanCheck, ...]
    warnings: tuple[PlanWarning, ...]
    hours: WeeklyHours[Activity] | None
    programme_ends_on: date | None
    contract: Deadline


def examine_plan(plan: Plan, case: Case, law: PlanLaw, today: date) -> PlanExamination:
    """Return what is to be said of a plan of a case; neither the plan nor what it changes on the case need be saved."""
    outlook = outlook_of(plan, case, law.rulebook, today)
    week = law.full_weeks.in_force(case.target_group, today)
    return PlanExamination(
        checks=tuple(checks_of(plan, case, law, today)),
        warnings=tuple(
            plan_warnings(
                plan,
                programme_ends_on=outlook.programme_ends_on,
                next_follow_up_on=outlook.next_follow_up_on,
                full_week=week.hours if week else None,
                consents=case.consents,
            )
        ),
        hours=contract_hours(plan),
        programme_ends_on=outlook.programme_ends_on,
        contract=_contract(case, law, today),
    )


def checks_of(plan: Plan, case: Case, law: PlanLaw, today: date) -> list[PlanCheck]:
    """Return the check list of a plan, with the texts it would be printed with today."""
    return check_plan(
        plan,
        case,
        has_sanctions_text=law.texts.in_force(TextId.SANCTIONS, case.target_group, today) is not None,
        has_complaint_text=law.texts.in_force(TextId.COMPLAINT, case.target_group, today) is not None,
    )


def _contract(case: Case, law: PlanLaw, today: date) -> Deadline:
    deadlines = deadlines_for(facts_of(case), law.rulebook, today)
    return next(deadline for deadline in deadlines if deadline.duty is DutyId.CONTRACT_SIGNED)

"""Kontrakt: every version of the plan with its state, its signatures, its content and what is missing in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.case import Case
from desktop_app.domain.completeness import check_plan
from desktop_app.domain.plan import NoSignature, Plan, PlanState, state_of
from desktop_app.presenters.field_words import activity_kind_text, goal_kind_text, period_text, plan_part_text
from desktop_app.presenters.plan_state_texts import plan_state_text
from desktop_app.presenters.scan_texts import ScanRow, scan_rows
from desktop_app.translation import _, long_date, short_date


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the check list of a plan."""

    text: str
    section: str
    in_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """A version of the plan: its state, the days on its paper as label and value, and its content in words.

    Goals are (kind, text, date), activities (kind, text, who, when, hours). `remark` is the reason for an annulment, or
    for a signature that is missing on purpose. `can_take_scan` says whether the paper is signed.
    """

    number: int
    title: str
    state: PlanState
    state_text: str
    remark: str
    signatures: tuple[tuple[str, str], ...]
    goals: tuple[tuple[str, str, str], ...]
    activities: tuple[tuple[str, str, str, str, str], ...]
    checks: tuple[Check, ...]
    scans: tuple[ScanRow, ...] = ()
    can_take_scan: bool = False

    @property
    def missing(self) -> tuple[Check, ...]:
        """The parts of the check list that are not in place."""
        return tuple(check for check in self.checks if not check.in_place)


def contract_of(case: Case) -> list[PlanPage]:
    """Return every version of a case's plan, the newest first."""
    return [_page(plan, case) for plan in sorted(case.plans, key=_number, reverse=True)]


def _page(plan: Plan, case: Case) -> PlanPage:
    state = state_of(plan, case.plans)
    checks = check_plan(plan, case, has_sanctions_text=True, has_complaint_text=True)
    return PlanPage(
        number=plan.number,
        title=_("Contract and plan, version {n}").format(n=plan.number),
        state=state,
        state_text=_state_text(plan, state),
        remark=_remark(plan),
        signatures=tuple(_signatures(plan)),
        goals=tuple(
            (goal_kind_text(goal.kind), goal.text, short_date(goal.target_on) if goal.target_on else "–")
            for goal in plan.goals
        ),
        activities=tuple(
            (
                activity_kind_text(activity.kind),
                activity.text,
                activity.provider or "–",
                period_text(activity.starts_on, activity.ends_on),
                f"{activity.hours_per_week:g}".replace(".", ",") if activity.hours_per_week is not None else "–",
            )
            for activity in plan.activities
        ),
        checks=tuple(Check(plan_part_text(check.part), check.section, check.in_place) for check in checks),
        scans=scan_rows(plan),
        can_take_scan=plan.signed_on is not None,
    )


def _state_text(plan: Plan, state: PlanState) -> str:
    if plan.annulment:
        return _("Annulled on {date}").format(date=short_date(plan.annulment.on))
    if plan.signed_on and plan.unsigned and state is PlanState.SIGNED:
        return _("Concluded without the citizen on {date}").format(date=short_date(plan.signed_on))
    if plan.signed_on:
        text = _("Replaced, signed on {date}") if state is PlanState.REPLACED else _("Signed on {date}")
        return text.format(date=short_date(plan.signed_on))
    return plan_state_text(state)


def _remark(plan: Plan) -> str:
    if plan.annulment:
        return plan.annulment.reason
    if plan.unsigned is None:
        return ""
    text = {
        NoSignature.UNWILLING: _("The citizen does not wish to sign: {reason}"),
        NoSignature.UNABLE: _("The citizen cannot sign: {reason}"),
        NoSignature.DECIDED: _("No agreement, the municipality has decided the content: {reason}"),
    }[plan.unsigned.why]
    return text.format(reason=plan.unsigned.reason)


def _signatures(plan: Plan) -> Iterator[tuple[str, str]]:
    days = {
        _("Signed by the citizen"): plan.signed_by_citizen_on,
        _("Signed by the municipality"): plan.signed_by_municipality_on,
        _("Signed by the interpreter"): plan.signed_by_interpreter_on,
        _("Declaration signed"): plan.declaration_signed_on,
    }
    for label, on in days.items():
        if on:
            yield label, long_date(on)


def _number(plan: Plan) -> int:
    return plan.number

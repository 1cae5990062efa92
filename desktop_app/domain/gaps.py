"""Mangler: what keeps a deadline from being computed, or a case from being proved, and what does not add up.

Imported history is kept as it is; what is odd about it is listed here instead of being corrected in silence.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.case import Case
from desktop_app.domain.completeness import PlanPart, check_plan, missing_parts
from desktop_app.domain.cpr import CprRemark, remarks_on
from desktop_app.domain.dates import is_working_day
from desktop_app.domain.plan import Plan


class GapKind(StrEnum):
    """What is missing or does not add up."""

    NO_TAKEOVER = "no_takeover"
    NO_CLOCK_FOR_TAKEOVER = "no_clock_for_takeover"
    NO_BIRTH_DATE = "no_birth_date"
    NO_CPR = "no_cpr"
    CPR_NO_DATE = "cpr_no_date"
    CPR_REPLACEMENT = "cpr_replacement"
    CPR_OTHER_BIRTH_DATE = "cpr_other_birth_date"
    NO_CASEWORKER = "no_caseworker"
    NO_LANGUAGE = "no_language"
    STRAY_SPACES = "stray_spaces"
    TAKEOVER_BEFORE_ALLOCATION = "takeover_before_allocation"
    TAKEOVER_NOT_ON_WORKING_DAY = "takeover_not_on_working_day"
    CONTRACT_BEFORE_TAKEOVER = "contract_before_takeover"
    ONE_SIGNATURE = "one_signature"
    NO_DECLARATION = "no_declaration"
    SIGNED_INCOMPLETE = "signed_incomplete"
    FOLLOW_UP_BEFORE_CONTRACT = "follow_up_before_contract"
    PERIOD_ENDS_BEFORE_IT_BEGINS = "period_ends_before_it_begins"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing missing; `on` is the date it speaks of, `part` the part of the plan, `responsible` who mends it."""

    kind: GapKind
    responsible: str | None = None
    on: date | None = None
    part: PlanPart | None = None


def gaps_of(case: Case) -> list[Gap]:
    """Return what is missing in a case or does not add up, the most pressing first."""
    found = [gap for look in _LOOKS for gap in look(case)]
    order = list(GapKind)
    return sorted(
        (Gap(gap.kind, case.responsible_caseworker, gap.on, gap.part) for gap in found),
        key=lambda gap: order.index(gap.kind),
    )


def _takeover(case: Case) -> Iterator[Gap]:
    taken_over = case.takeover_on
    if taken_over is None:
        yield Gap(GapKind.NO_TAKEOVER)
        if not (case.allocation_decided_on or case.cpr_registered_on or case.permit_granted_on):
            yield Gap(GapKind.NO_CLOCK_FOR_TAKEOVER)
        return
    if case.allocation_decided_on and taken_over < case.allocation_decided_on:
        yield Gap(GapKind.TAKEOVER_BEFORE_ALLOCATION, on=taken_over)
    if case.allocation_decided_on and not is_working_day(taken_over):
        yield Gap(GapKind.TAKEOVER_NOT_ON_WORKING_DAY, on=taken_over)


_CPR_GAPS = {
    CprRemark.NO_DATE: GapKind.CPR_NO_DATE,
    CprRemark.REPLACEMENT: GapKind.CPR_REPLACEMENT,
    CprRemark.OTHER_BIRTH_DATE: GapKind.CPR_OTHER_BIRTH_DATE,
}


def _person(case: Case) -> Iterator[Gap]:
    citizen = case.citizen
    if citizen.birth_date is None:
        yield Gap(GapKind.NO_BIRTH_DATE)
    if citizen.cpr is None:
        yield Gap(GapKind.NO_CPR)
    else:
        for remark in remarks_on(citizen.cpr, citizen.birth_date):
            if remark in _CPR_GAPS:  # the check digit proves nothing for numbers given since 2007
                yield Gap(_CPR_GAPS[remark])
    if not citizen.languages:
        yield Gap(GapKind.NO_LANGUAGE)
    if not (case.responsible_caseworker and case.responsible_caseworker.strip()):
        yield Gap(GapKind.NO_CASEWORKER)
    texts = (citizen.given_names, citizen.family_name, citizen.address, citizen.city, case.case_number)
    if any(text != " ".join(text.split()) for text in texts if text):
        yield Gap(GapKind.STRAY_SPACES)


def _contract(case: Case) -> Iterator[Gap]:
    for plan in case.plans:
        signature_on = plan.signed_by_citizen_on or plan.signed_by_municipality_on
        if signature_on and not plan.signed_on and not plan.annulment:
            yield Gap(GapKind.ONE_SIGNATURE, on=signature_on)
        if plan.signed_on and case.takeover_on and plan.signed_on < case.takeover_on:
            yield Gap(GapKind.CONTRACT_BEFORE_TAKEOVER, on=plan.signed_on)
    signed = [plan for plan in sorted(case.plans, key=_number) if plan.signed_on]
    if not signed:
        return
    first, current = signed[0], signed[-1]
    if first.declaration_signed_on is None:
        yield Gap(GapKind.NO_DECLARATION, on=first.signed_on)
    for talk in case.follow_ups:
        if first.signed_on and not talk.attempted_only and talk.held_on < first.signed_on:
            yield Gap(GapKind.FOLLOW_UP_BEFORE_CONTRACT, on=talk.held_on)
    checks = check_plan(current, case, has_sanctions_text=True, has_complaint_text=True)
    for part in missing_parts(checks):
        yield Gap(GapKind.SIGNED_INCOMPLETE, on=current.signed_on, part=part)


def _periods(case: Case) -> Iterator[Gap]:
    periods = [support.period for support in case.support]
    periods += [readiness.period for readiness in case.readiness]
    periods += [leave.period for leave in case.parental_leave]
    for period in periods:
        if period.last and period.last < period.first:
            yield Gap(GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS, on=period.last)
    dated = [(offer.starts_on, offer.ends_on) for offer in case.offers]
    dated += [(activity.starts_on, activity.ends_on) for plan in case.plans for activity in plan.activities]
    for starts_on, ends_on in dated:
        if starts_on and ends_on and ends_on < starts_on:
            yield Gap(GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS, on=ends_on)


def _number(plan: Plan) -> int:
    return plan.number


_LOOKS: tuple[Callable[[Case], Iterator[Gap]], ...] = (_takeover, _person, _contract, _periods)

"""What is recorded in a case and does not add up."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app.domain.case import Case
from desktop_app.domain.case_checks import overlaps_of
from desktop_app.domain.cpr import CprRemark, remarks_on
from desktop_app.domain.dates import Period, is_working_day
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.signing import MAY_SIGN_EARLY

WORKING_DAYS_SINCE: Final = date(2016, 7, 1)
"""From when responsibility passes on a working day (§ 4, stk. 2, 2. pkt.; the date is inferred)."""

_CPR_GAPS = {
    CprRemark.NO_DATE: GapKind.CPR_NO_DATE,
    CprRemark.REPLACEMENT: GapKind.CPR_REPLACEMENT,
    CprRemark.OTHER_BIRTH_DATE: GapKind.CPR_OTHER_BIRTH_DATE,
}


def odd_records(case: Case) -> Iterator[Gap]:
    """Yield what looks wrong in a case."""
    yield from _citizen(case)
    yield from _takeover(case)
    yield from _contract(case)
    yield from _periods(case)


def _citizen(case: Case) -> Iterator[Gap]:
    citizen = case.citizen
    if citizen.cpr is not None:
        for remark in remarks_on(citizen.cpr, citizen.birth_date):
            if remark in _CPR_GAPS:  # the check digit proves nothing for numbers given since 2007
                yield Gap(_CPR_GAPS[remark])
    texts = (citizen.given_names, citizen.family_name, citizen.address, citizen.city, case.case_number)
    if any(text != " ".join(text.split()) for text in texts if text):
        yield Gap(GapKind.STRAY_SPACES)


def _takeover(case: Case) -> Iterator[Gap]:
    taken_over, allocated = case.takeover_on, case.allocation_decided_on
    if taken_over is None or allocated is None:
        return
    if taken_over < allocated:
        yield Gap(GapKind.TAKEOVER_BEFORE_ALLOCATION, on=taken_over)
    if taken_over >= WORKING_DAYS_SINCE and not is_working_day(taken_over):
        yield Gap(GapKind.TAKEOVER_NOT_ON_WORKING_DAY, on=taken_over)


def _contract(case: Case) -> Iterator[Gap]:
    signed = [plan.signed_on for plan in case.plans if plan.signed_on]
    if case.takeover_on and case.target_group not in MAY_SIGN_EARLY:
        yield from (Gap(GapKind.CONTRACT_BEFORE_TAKEOVER, on=on) for on in signed if on < case.takeover_on)
    for talk in case.follow_ups:
        if signed and not talk.attempted_only and talk.held_on < min(signed):
            yield Gap(GapKind.FOLLOW_UP_BEFORE_CONTRACT, on=talk.held_on, record=talk.id)


def _periods(case: Case) -> Iterator[Gap]:
    periods = [(support.id, support.period) for support in case.support]
    periods += [(readiness.id, readiness.period) for readiness in case.readiness]
    periods += [(leave.id, leave.period) for leave in case.parental_leave]
    dated = [(offer.id, offer.starts_on, offer.ends_on) for offer in case.offers]
    dated += [(one.id, one.starts_on, one.ends_on) for plan in case.plans for one in plan.activities]
    periods += [(record, Period(first, last)) for record, first, last in dated if first]
    for record, period in periods:
        if period.last and period.last < period.first:
            yield Gap(GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS, on=period.last, record=record)
    for overlap in overlaps_of(case):
        yield Gap(GapKind.PERIODS_OVERLAP, on=overlap.on, record=overlap.record)

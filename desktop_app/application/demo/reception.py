"""When the municipality of a demonstration does what it must for people it has taken over: mostly on time."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.application.demo.chance import Chance
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, add_months, next_working_day

OFFERS_MAY_REST = Period(date(2022, 3, 17), date(2024, 12, 31))
OFFERS_END_FOR_MOST = date(2025, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """The days on which duties towards one party are carried out; those after the case's last day never happen."""

    taken_over_on: date
    contract_on: date
    citizen_signs_on: date
    declaration_on: date
    referred_on: date
    danish_on: date
    programme_on: date
    assessed_on: date
    health_on: date
    revision_due_on: date
    revised_on: date
    department: str


def receive(group: TargetGroup, taken_over_on: date, department: str, chance: Chance) -> Reception:
    """Return when a party's duties are carried out; couples sign on the same day."""
    month_after = add_months(taken_over_on, 1)
    contract_on = carried_out(chance, _days(taken_over_on, 9), month_after, late=0.25)
    citizen_signs_on = _days(contract_on, -chance.between(1, 8)) if chance.happens(0.15) else contract_on
    referred_on = carried_out(chance, _days(taken_over_on, 2), _days(taken_over_on, 20), late=0.08)
    rests = offers_may_rest(group, taken_over_on)
    begins_by = add_months(taken_over_on, 3) if rests else month_after
    programme_on = carried_out(chance, _days(taken_over_on, 5), month_after, late=0.07)
    year_after = add_months(programme_on, 12)
    return Reception(
        taken_over_on=taken_over_on,
        contract_on=contract_on,
        citizen_signs_on=citizen_signs_on,
        declaration_on=carried_out(chance, contract_on, contract_on, late=0.04),
        referred_on=referred_on,
        danish_on=carried_out(chance, _days(referred_on, 6), begins_by, late=0.14),
        programme_on=programme_on,
        assessed_on=carried_out(chance, _days(taken_over_on, 62), add_months(taken_over_on, 3), late=0.2),
        health_on=carried_out(chance, _days(taken_over_on, 30), add_months(taken_over_on, 6), late=0.07),
        revision_due_on=year_after,
        revised_on=carried_out(chance, _days(year_after, -35), year_after, late=0.16),
        department=department,
    )


def carried_out(chance: Chance, first: date, due_on: date, *, late: float) -> date:
    """Return the working day on which something due is done, in a share of cases one to seven weeks late."""
    if chance.happens(late):
        return next_working_day(_days(due_on, chance.between(2, 60)))
    return chance.working_day(first, due_on)


def offers_may_rest(group: TargetGroup, taken_over_on: date) -> bool:
    """Tell whether offers may wait three months for this takeover (integrationsloven § 4 b)."""
    return group in {TargetGroup.REFUGEE, TargetGroup.DISPLACED_UKRAINE} and taken_over_on in OFFERS_MAY_REST


def offers_are_required(group: TargetGroup, on: date) -> bool:
    """Tell whether company offers follow each other by law: until 2024, and under the Special Act since."""
    return group is TargetGroup.DISPLACED_UKRAINE or on < OFFERS_END_FOR_MOST


def _days(day: date, days: int) -> date:
    return day + timedelta(days=days)

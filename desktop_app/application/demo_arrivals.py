"""How people of a demonstration come to the municipality: permits, allocation, registration and takeover."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.application.demo_chance import Chance
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import (
    add_working_days,
    after_whole_months,
    latest_working_day,
    next_working_day,
)

ALLOCATED = frozenset({TargetGroup.REFUGEE, TargetGroup.UNACCOMPANIED_MINOR, TargetGroup.DISPLACED_UKRAINE})
REUNIFIED = frozenset({TargetGroup.FAMILY_OF_REFUGEE, TargetGroup.FAMILY_OF_OTHER})
SPECIAL_ACT_FROM = date(2022, 5, 4)
FIFTEEN_DAYS_FROM = date(2024, 4, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """The dates one party of people shares; `opened_on` is when the municipality heard of them."""

    group: TargetGroup
    opened_on: date
    permit_granted_on: date
    allocation_decided_on: date | None = None
    cpr_registered_on: date | None = None
    applied_in_denmark: bool = False
    takeover_on: date | None = None


def takeover_after_allocation(group: TargetGroup, decided_on: date) -> date:
    """Return the day the municipality takes over an allocated person (integrationsloven § 4, særloven § 30)."""
    if group is TargetGroup.DISPLACED_UKRAINE:
        return add_working_days(decided_on, 15 if decided_on >= FIFTEEN_DAYS_FROM else 4)
    return next_working_day(after_whole_months(decided_on, 1))


def arrive(group: TargetGroup, around: date, as_of: date, chance: Chance) -> Arrival:
    """Return an arrival whose case is opened on or shortly before `around`; what lies after `as_of` is not known.

    Nobody is displaced from Ukraine before the Special Act; who comes from there earlier comes as family.
    """
    opened_on = latest_working_day(around)
    if opened_on.day == 1:  # the law does not say which month a decision of a first leads to
        opened_on = latest_working_day(opened_on - timedelta(days=1))
    if group is TargetGroup.DISPLACED_UKRAINE and opened_on < SPECIAL_ACT_FROM:
        group = TargetGroup.FAMILY_OF_OTHER
    if group in ALLOCATED:
        takeover_on = takeover_after_allocation(group, opened_on)
        return Arrival(
            group=group,
            opened_on=opened_on,
            permit_granted_on=opened_on - timedelta(days=chance.between(5, 35)),
            allocation_decided_on=opened_on,
            takeover_on=_known(takeover_on, as_of),
        )
    if group in REUNIFIED and chance.happens(0.12):
        return Arrival(
            group=group,
            opened_on=opened_on,
            permit_granted_on=opened_on,
            cpr_registered_on=_known(next_working_day(opened_on + timedelta(days=chance.between(1, 10))), as_of),
            applied_in_denmark=True,
            takeover_on=opened_on,
        )
    registered_on = _known(next_working_day(opened_on + timedelta(days=chance.between(15, 75))), as_of)
    return Arrival(
        group=group,
        opened_on=opened_on,
        permit_granted_on=opened_on - timedelta(days=chance.between(0, 12)),
        cpr_registered_on=registered_on,
        takeover_on=registered_on,
    )


def register(group: TargetGroup, registered_on: date, takeover_on: date | None, chance: Chance) -> Arrival:
    """Return the arrival of people registered on a given day; `takeover_on` is None while nobody has recorded it."""
    opened_on = latest_working_day(registered_on - timedelta(days=chance.between(20, 60)))
    return Arrival(
        group=group,
        opened_on=opened_on,
        permit_granted_on=opened_on,
        cpr_registered_on=registered_on,
        takeover_on=takeover_on,
    )


def _known(day: date, as_of: date) -> date | None:
    return day if day <= as_of else None

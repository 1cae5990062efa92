"""How people of a demonstration come to the municipality: permits, allocation, registration and takeover."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.application.demo.chance import Chance
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.dates import latest_working_day, next_working_day
from desktop_app.domain.deadlines import deadline_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook

ALLOCATED = frozenset({TargetGroup.REFUGEE, TargetGroup.UNACCOMPANIED_MINOR, TargetGroup.DISPLACED_UKRAINE})
REUNIFIED = frozenset({TargetGroup.FAMILY_OF_REFUGEE, TargetGroup.FAMILY_OF_OTHER})


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


def takeover_after_allocation(rulebook: Rulebook, group: TargetGroup, decided_on: date) -> date | None:
    """Return the day the municipality takes over an allocated person; None where no rule of that time says it."""
    allocated = CaseFacts(case_id="", case_number="", target_group=group, allocation_decided_on=decided_on)
    return deadline_for(rulebook.duties[DutyId.TAKEOVER_EXPECTED], allocated, rulebook, decided_on).due_on


def arrive(group: TargetGroup, around: date, as_of: date, chance: Chance, rulebook: Rulebook) -> Arrival:
    """Return an arrival whose case is opened on or shortly before `around`; what lies after `as_of` is not known.

    Nobody is allocated under a rule that does not exist yet, as that of the Special Act before 2022; who would have
    been comes as family.
    """
    opened_on = latest_working_day(around)
    if opened_on.day == 1:  # the law does not say which month a decision of a first leads to
        opened_on = latest_working_day(opened_on - timedelta(days=1))
    takeover_on = takeover_after_allocation(rulebook, group, opened_on) if group in ALLOCATED else None
    if group in ALLOCATED and takeover_on is None:
        group = TargetGroup.FAMILY_OF_OTHER
    if takeover_on:
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

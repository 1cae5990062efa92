"""The municipality's own standards, stricter than the law: how often it follows up, and how early it is reminded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter
from typing import Final

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import (
    Certainty,
    Duty,
    Obligation,
    Rulebook,
    RuleVersion,
    Source,
    Standing,
)

LONGEST_INTERVAL: Final = {Unit.MONTHS: 12, Unit.WEEKS: 52}
"""The units of an interval, each with the longest there can be: a year."""

MOST_WARNING_DAYS: Final = 30
LONGEST_REASON: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStandard:
    """What the municipality decided about a duty of its own from `valid_from` on, until the next such decision.

    Before its first decision the file of rules says what holds. `warning_days` is how many days before the deadline it
    counts as due soon. `decided_by` are initials.
    """

    id: str
    duty: DutyId
    valid_from: date
    interval: Span
    groups: frozenset[TargetGroup]
    warning_days: int
    reason: str
    decided_on: date
    decided_by: str = ""
    version: int = 0


class StandardFault(StrEnum):
    """What is wrong with a standard."""

    INTERVAL_OUT_OF_RANGE = "interval_out_of_range"
    WARNING_OUT_OF_RANGE = "warning_out_of_range"
    NO_GROUPS = "no_groups"
    NO_REASON = "no_reason"
    REASON_TOO_LONG = "reason_too_long"


def faults_in_standard(standard: LocalStandard) -> list[StandardFault]:
    """Return everything that keeps a standard from being decided."""
    longest = LONGEST_INTERVAL.get(standard.interval.unit, 0)
    reason = standard.reason.strip()
    found = (
        (StandardFault.INTERVAL_OUT_OF_RANGE, not 1 <= standard.interval.value <= longest),
        (StandardFault.WARNING_OUT_OF_RANGE, not 0 <= standard.warning_days <= MOST_WARNING_DAYS),
        (StandardFault.NO_GROUPS, not standard.groups),
        (StandardFault.NO_REASON, not reason),
        (StandardFault.REASON_TOO_LONG, len(reason) > LONGEST_REASON),
    )
    return [fault for fault, is_so in found if is_so]


def with_local_standards(rules: Rulebook, standards: Iterable[LocalStandard]) -> Rulebook:
    """Return the rules of a municipality with its own standards in them.

    What the file says holds until the first of them begins, and each ends where the next begins. Which of them applies
    is decided by the day the interval begins, as with every version, so an interval that has begun keeps its length.
    """
    of_duty: dict[DutyId, list[LocalStandard]] = {}
    for standard in standards:
        of_duty.setdefault(standard.duty, []).append(standard)
    return rules.with_versions(
        {
            duty: tuple(sorted(_versions(rules.duties[duty], own), key=attrgetter("valid_from")))
            for duty, own in of_duty.items()
        }
    )


def standard_from(standards: Sequence[LocalStandard], on: date) -> LocalStandard | None:
    """Return the standard that begins on a day, None where none does."""
    return next((standard for standard in standards if standard.valid_from == on), None)


def _versions(duty: Duty, standards: list[LocalStandard]) -> Iterator[RuleVersion]:
    in_order = sorted(standards, key=lambda standard: standard.valid_from)
    first = in_order[0]
    for version in duty.versions:
        if version.valid_from < first.valid_from:
            last = _day_before(first.valid_from)
            yield replace(version, ended_on=min(version.ended_on or last, last))
    yield from _asked_of_nobody(duty, in_order)
    for standard, following in pairwise((*in_order, None)):
        assert standard is not None  # noqa: S101 - only the last of a pair may be missing
        yield from _own(duty, standard, _day_before(following.valid_from) if following else None)


def _own(duty: Duty, standard: LocalStandard, ended_on: date | None) -> Iterator[RuleVersion]:
    """Yield what a standard says: all that the file says of each group, with another interval."""
    of_template: dict[RuleVersion, set[TargetGroup]] = {}
    for group in standard.groups:
        of_template.setdefault(_template(duty, group, standard.valid_from), set()).add(group)
    for template, groups in of_template.items():
        yield replace(
            template,
            valid_from=standard.valid_from,
            ended_on=ended_on,
            groups=frozenset(groups),
            due=standard.interval,
            standing=Standing.LOCAL_STANDARD,
            certainty=Certainty.CONFIRMED,
            source=_source(template.source, standard),
            begins_between=None,
            note=standard.reason,
            warning_days=standard.warning_days,
        )


def _template(duty: Duty, group: TargetGroup, on: date) -> RuleVersion:
    """Return what the file says of a group on a day; of a group it does not name, what it says of the others."""
    versions = duty.versions_for(group) or duty.versions
    begun = [version for version in versions if version.valid_from <= on]
    return begun[-1] if begun else versions[0]


def _source(source: Source, standard: LocalStandard) -> Source:
    return replace(source, section="", url="", checked_on=standard.decided_on)


def _asked_of_nobody(duty: Duty, in_order: Sequence[LocalStandard]) -> Iterator[RuleVersion]:
    """Yield that nothing was asked of the groups the file does not name, until a standard first names them."""
    earliest = duty.versions[0]
    named = {group for version in duty.versions for group in version.groups}
    for standard in in_order:
        new = standard.groups - named
        named |= new
        if new and earliest.valid_from < standard.valid_from:
            yield replace(
                earliest,
                ended_on=_day_before(standard.valid_from),
                groups=new,
                obligation=Obligation.MAY,
                begins_between=None,
                note=None,
            )


def _day_before(day: date) -> date:
    return day - date.resolution

"""The duties of a target group made ready to be asked of thousands of cases: what no case changes is found once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.duties import DutyId
from desktop_app.domain.duty_conditions import Judgement, judgements_of
from desktop_app.domain.rulebook import (
    Clock,
    Condition,
    Duty,
    DutyOfGroup,
    Fulfilment,
    Obligation,
    Rulebook,
    RuleVersion,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyVersion:
    """A version in force from `first` to `last`, which is `date.max` while it has no end.

    `for_adults` says that adulthood is the first of its conditions, `judgements` how the others are judged, and `may`
    that the municipality need not. `has_one_date` says that it leads to one date, counted once from its clock.
    """

    version: RuleVersion
    first: date
    last: date
    may: bool
    for_adults: bool
    judgements: tuple[Judgement, ...]
    has_one_date: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyDuty:
    """A duty as it concerns a target group, with its versions as `DutyOfGroup` has them."""

    of_group: DutyOfGroup
    duty: Duty
    id: DutyId
    versions: tuple[ReadyVersion, ...]
    by_clock: tuple[tuple[Clock | None, tuple[ReadyVersion, ...]], ...]

    def version_on(self, on: date) -> ReadyVersion | None:
        """Return the version that is in force on a day, whatever decides whether it applies to a case."""
        for ready in self.versions:
            if ready.first <= on <= ready.last:
                return ready
        return None

    def version_nearest(self, on: date) -> ReadyVersion:
        """Return the version in force on a day; without one the first where the day lies before it, else the last."""
        return self.version_on(on) or (self.versions[0] if on < self.versions[0].first else self.versions[-1])


@dataclass(frozen=True, slots=True)
class ReadyGroup:
    """Every duty of a rulebook as it concerns a target group; `by_follow_ups` are those that follow-ups fulfil."""

    duties: Mapping[DutyId, ReadyDuty]
    by_follow_ups: frozenset[DutyId]


def ready_group(rulebook: Rulebook, group: TargetGroup) -> ReadyGroup:
    """Return every duty of a rulebook as it concerns a group."""
    return _made_ready(rulebook, rulebook.edition, group)


@lru_cache(maxsize=64)
def _made_ready(rulebook: Rulebook, _edition: int, group: TargetGroup) -> ReadyGroup:
    duties = {duty_id: _ready_duty(of_group) for duty_id, of_group in rulebook.duties_of(group).items()}
    follow_ups = (one.id for one in duties.values() if one.duty.fulfilled_by is Fulfilment.FOLLOW_UP_HELD)
    return ReadyGroup(duties, frozenset(follow_ups))


def _ready_duty(of_group: DutyOfGroup) -> ReadyDuty:
    duty = of_group.duty
    ready = {version: _ready_version(version, duty) for version in of_group.versions}
    return ReadyDuty(
        of_group=of_group,
        duty=duty,
        id=duty.id,
        versions=tuple(ready.values()),
        by_clock=tuple(
            (clock, tuple(ready[version] for version in newest_first)) for clock, newest_first in of_group.by_clock
        ),
    )


def _ready_version(version: RuleVersion, duty: Duty) -> ReadyVersion:
    for_adults = version.conditions[:1] == (Condition.ADULT,)
    return ReadyVersion(
        version=version,
        first=version.valid_from,
        last=version.ended_on or date.max,
        may=version.obligation is Obligation.MAY,
        for_adults=for_adults,
        judgements=judgements_of(version.conditions[1:] if for_adults else version.conditions),
        has_one_date=version.wording_seen
        and version.times is None
        and duty.clock_of(version) is not Clock.INTERVAL
        and duty.fulfilled_by is not Fulfilment.DEPARTMENT_NAMED,
    )

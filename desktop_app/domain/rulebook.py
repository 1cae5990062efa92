"""The law as data: every duty with its dated versions, each with its source and how certain it is.

The content stands in `resources/law/*.toml`; `storage.rulebook_file` reads it. No number of days stands in code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span
from desktop_app.domain.duties import DutyId


class Clock(StrEnum):
    """The fact a deadline is counted from.

    `TAKEOVER` is the latest takeover, an approved move in included; `FIRST_TAKEOVER` leaves moves out.
    `FIRST_TAKEOVER_AS_ADULT` is the first of them, moves in included, at which the citizen was 18; a citizen who never
    was has the first takeover.
    `INTERVAL` is the last follow-up held, or before the first one the signature of the contract.
    `PERMIT_OR_REGISTRATION` is the permit when it was applied for in Denmark, otherwise the registration in CPR.
    """

    TAKEOVER = "takeover"
    FIRST_TAKEOVER = "first_takeover"
    FIRST_TAKEOVER_AS_ADULT = "first_takeover_as_adult"
    ALLOCATION = "allocation_decided_on"
    REGISTRATION = "cpr_registered_on"
    PERMIT_OR_REGISTRATION = "permit_or_registration"
    READINESS_ASSESSED = "readiness_assessed"
    PROGRAMME_STARTED = "programme_started"
    COMPANY_OFFER_ENDED = "company_offer_ended"
    INTERVAL = "contract_signed_or_follow_up_held"


class Fulfilment(StrEnum):
    """What fulfils a duty. An event with the duty's own id fulfils it too, whatever is named here.

    The event of a duty that follow-ups fulfil is a follow-up held that day: the next one is then open.
    """

    TAKEOVER = "takeover"
    CONTRACT_SIGNED = "contract_signed"
    DECLARATION_SIGNED = "declaration_signed"
    EVENT = "event"
    COMPANY_OFFER_MADE = "company_offer_made"
    NEXT_COMPANY_OFFER = "next_company_offer"
    JOB_OR_COMPANY_OFFER = "job_or_company_offer"
    DEPARTMENT_NAMED = "department_named"
    LATER_PLAN_SIGNED = "later_plan_signed"
    FOLLOW_UP_HELD = "follow_up_held"


class Condition(StrEnum):
    """What must hold for a duty to apply. Benefit and readiness are judged on the day the clock starts.

    `NO_ORDINARY_WORK_SINCE` looks at the time from that day until the time allowed is over.
    """

    ADULT = "adult"
    BENEFIT = "benefit"
    JOB_READY = "job_ready"
    HEALTH_NEED_FOUND = "health_need_found"
    NO_ORDINARY_WORK_SINCE = "no_ordinary_work_since"
    GOALS_NOT_ACHIEVED = "goals_not_achieved"
    NOT_SELF_SUPPORTING = "not_self_supporting"


class Obligation(StrEnum):
    """Whether the municipality must or may."""

    MUST = "must"
    MAY = "may"


class Standing(StrEnum):
    """Where a rule has its authority from."""

    STATUTE = "statute"
    LOCAL_STANDARD = "local_standard"
    RECOMMENDATION = "recommendation"


class Certainty(StrEnum):
    """Whether somebody has read the rule in its source, deduced it, or not yet verified it."""

    CONFIRMED = "confirmed"
    INFERRED = "inferred"
    UNVERIFIED = "unverified"


class MoveEffect(StrEnum):
    """What an approved move to this municipality does to a duty (§ 18; BEK 208/2026 § 16)."""

    NONE = "none"
    RESTARTS = "restarts"
    DUE_AT_ONCE = "due_at_once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule was read, and on which day somebody last checked it there."""

    act: str
    section: str
    url: str
    checked_on: date
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleVersion:
    """What a duty says for some groups from `valid_from` to `ended_on`, both included.

    `due` is the time allowed; None where the duty has no date of its own, or where its wording has not been seen
    (`wording_seen` False). With `times`, that many follow-ups belong in the time allowed, and with `repeats` in each
    such time that follows. `to_next_working_day` moves a date that is no working day. `in_ordinary_work` replaces `due`
    while the citizen is in an ordinary job or education without benefit; `after_birth` is the time until the first
    follow-up during parental leave. `aim` is a shorter time the law only aims at. `begins_between` holds the days
    between which the law was changed, where `valid_from` itself is inferred. `warning_days` is how many days before its
    date a version counts as due soon, where the municipality has decided that.
    """

    valid_from: date
    groups: frozenset[TargetGroup]
    standing: Standing
    certainty: Certainty
    source: Source
    ended_on: date | None = None
    clock: Clock | None = None
    due: Span | None = None
    times: int | None = None
    repeats: bool = False
    obligation: Obligation = Obligation.MUST
    conditions: tuple[Condition, ...] = ()
    to_next_working_day: bool = False
    in_ordinary_work: Span | None = None
    after_birth: Span | None = None
    aim: Span | None = None
    wording_seen: bool = True
    begins_between: Period | None = None
    note: str | None = None
    warning_days: int | None = None

    @property
    def period(self) -> Period:
        """The days on which the version is in force."""
        return Period(self.valid_from, self.ended_on)

    def is_in_force(self, on: date) -> bool:
        """Tell whether the version is in force on a day."""
        return self.valid_from <= on and (self.ended_on is None or on <= self.ended_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty with all its versions, oldest first. Its clock is that of its versions unless they say otherwise."""

    id: DutyId
    name: str
    name_en: str
    clock: Clock | None
    version_chosen_by: Clock | None
    fulfilled_by: Fulfilment
    after_move: MoveEffect
    versions: tuple[RuleVersion, ...]

    def versions_for(self, group: TargetGroup) -> tuple[RuleVersion, ...]:
        """Return the versions that concern a group, oldest first."""
        return tuple(version for version in self.versions if group in version.groups)

    def clock_of(self, version: RuleVersion) -> Clock | None:
        """Return the fact the version counts from, None when it counts from nothing."""
        return version.clock or self.clock

    def chooser_of(self, version: RuleVersion) -> Clock | None:
        """Return the fact whose date decides whether the version applies."""
        return self.version_chosen_by or self.clock_of(version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A stretch in which some deadlines rest, counted from the takeover (integrationsloven § 4 b).

    It concerns takeovers within `takeovers` of the groups named, and of `groups_if_allocated` when the citizen was
    allocated to the municipality. The duties rest until `until` after the takeover.
    """

    id: str
    duties: frozenset[DutyId]
    groups: frozenset[TargetGroup]
    groups_if_allocated: frozenset[TargetGroup]
    takeovers: Period
    until: Span
    source: Source
    certainty: Certainty
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DutyOfGroup:
    """A duty as it concerns one target group, looked up once for all cases.

    `versions` are those for the group, oldest first. `by_clock` holds them by the clock that decides whether they
    apply: the clock of the older versions comes first, and of those that share one the newest. `can_rest` says whether
    any suspension lets the duty rest for some of the group.
    """

    duty: Duty
    versions: tuple[RuleVersion, ...]
    by_clock: tuple[tuple[Clock | None, tuple[RuleVersion, ...]], ...]
    can_rest: bool

    def version_on(self, on: date) -> RuleVersion | None:
        """Return the version that is in force on a day, whatever decides whether it applies to a case."""
        for version in self.versions:
            if version.valid_from <= on and (version.ended_on is None or on <= version.ended_on):
                return version
        return None


class NoRuleInForce(LookupError):
    """No version of a duty was in force for a group on a day: it came before `earliest` or after `ended_on`."""

    def __init__(self, duty: DutyId, on: date, *, earliest: date, ended_on: date | None) -> None:
        super().__init__(f"{duty} {on.isoformat()}")
        self.duty = duty
        self.on = on
        self.earliest = earliest
        self.ended_on = ended_on


class Rulebook:
    """All duties and suspensions. Asking for a rule outside its time is an error, never a guess.

    What was made of a rulebook holds for one `edition` of it; it is another one once the rulebook says something else.
    """

    def __init__(self, duties: Iterable[Duty], suspensions: Iterable[Suspension] = ()) -> None:
        order = list(DutyId)
        self.duties: Mapping[DutyId, Duty] = {
            duty.id: duty for duty in sorted(duties, key=lambda duty: order.index(duty.id))
        }
        self.suspensions = tuple(suspensions)
        self.edition = 1
        self._of_group: dict[TargetGroup, Mapping[DutyId, DutyOfGroup]] = {}

    def duties_of(self, group: TargetGroup) -> Mapping[DutyId, DutyOfGroup]:
        """Return every duty as it concerns a group."""
        found = self._of_group.get(group)
        if found is None:
            found = self._of_group[group] = {duty.id: self._duty_of(duty, group) for duty in self.duties.values()}
        return found

    def without_suspensions(self) -> "Rulebook":
        """Return the rulebook of a council that has decided not to let any deadline rest (§ 4 b)."""
        return Rulebook(self.duties.values())

    def with_versions(self, versions: Mapping[DutyId, tuple[RuleVersion, ...]]) -> "Rulebook":
        """Return the rulebook with other versions of some duties."""
        duties = [
            replace(duty, versions=versions[duty.id]) if duty.id in versions else duty for duty in self.duties.values()
        ]
        return Rulebook(duties, self.suspensions)

    def say_as(self, other: "Rulebook") -> None:
        """Say from now on what another rulebook says, to everybody who holds this one."""
        self.duties, self.suspensions = other.duties, other.suspensions
        self.edition += 1
        self._of_group.clear()

    def in_force(self, duty: DutyId, group: TargetGroup, on: date) -> RuleVersion:
        """Return the version of a duty that concerns `group` on a day.

        Raises:
            KeyError: the rulebook has no such duty.
            NoRuleInForce: the day lies before, between or after the versions for the group.
        """
        versions = self.duties[duty].versions_for(group)
        for version in versions:
            if version.is_in_force(on):
                return version
        earliest = min((version.valid_from for version in versions), default=date.max)
        ended = [version.ended_on for version in versions if version.ended_on and version.ended_on < on]
        raise NoRuleInForce(duty, on, earliest=earliest, ended_on=max(ended, default=None))

    def suspension_of(
        self, duty: DutyId, group: TargetGroup, takeover_on: date, *, allocated: bool
    ) -> Suspension | None:
        """Return the suspension that lets a duty rest after a takeover on this day, the longest of several."""
        found = [
            suspension
            for suspension in self.suspensions
            if duty in suspension.duties
            and (group in suspension.groups or (allocated and group in suspension.groups_if_allocated))
            and takeover_on in suspension.takeovers
        ]
        return max(found, key=lambda suspension: suspension.until.after(takeover_on), default=None)

    def _duty_of(self, duty: Duty, group: TargetGroup) -> DutyOfGroup:
        versions = duty.versions_for(group)
        clocks = dict.fromkeys(duty.chooser_of(version) for version in versions)
        by_clock = tuple(
            (clock, tuple(version for version in reversed(versions) if duty.chooser_of(version) is clock))
            for clock in clocks
        )
        can_rest = any(
            duty.id in suspension.duties and group in suspension.groups | suspension.groups_if_allocated
            for suspension in self.suspensions
        )
        return DutyOfGroup(duty, versions, by_clock, can_rest)

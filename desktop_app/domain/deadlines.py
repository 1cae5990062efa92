"""The deadline engine: the facts of a case, the rulebook and a day in; how every duty stands out.

Pure and in one pass. Nothing computed here is stored, so a corrected fact can leave no stale deadline behind.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final

from desktop_app.domain.calculation_log import steps_to_one_date
from desktop_app.domain.case_facts import CaseFacts, known_on
from desktop_app.domain.dates import Unit, next_working_day
from desktop_app.domain.deadline import (
    DONE,
    CountsFrom,
    Deadline,
    Fact,
    Reason,
    Status,
    Step,
    StepKind,
    done_status,
    open_status,
)
from desktop_app.domain.decided_deadlines import decided
from desktop_app.domain.duties import DutyId
from desktop_app.domain.duty_clocks import ClockStarts, missing_fact
from desktop_app.domain.duty_conditions import is_adult, starts_in_vain, unmet_condition
from desktop_app.domain.duty_fulfilment import first_event, first_events, fulfilled_on, with_events_as_follow_ups
from desktop_app.domain.follow_up_deadlines import (
    FollowUpDue,
    follow_up_after_move,
    follow_up_in_interval,
    follow_up_times,
    open_period,
)
from desktop_app.domain.law_changes import change_within_reach
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.ready_duties import ReadyDuty, ReadyGroup, ReadyVersion, ready_group
from desktop_app.domain.rulebook import (
    Clock,
    Duty,
    Fulfilment,
    MoveEffect,
    Rulebook,
    RuleVersion,
)

_AFTER_A_MOVE_TOO = frozenset({Clock.TAKEOVER, Clock.FIRST_TAKEOVER_AS_ADULT})

# Asked for every duty of every case: finding a member of its enumeration takes longer than a call (Python 3.11).
_WHOLE_MONTHS: Final = Unit.WHOLE_MONTHS
_GROUP_NOT_COVERED: Final = Reason.GROUP_NOT_COVERED
_MINOR: Final = Reason.MINOR
_WAITING: Final = Status.WAITING
_NOT_APPLICABLE: Final = Status.NOT_APPLICABLE
_NO_EVENTS: Final[Mapping[str, date]] = {}
_made = partial(tuple.__new__, Deadline)


def deadlines_for(facts: CaseFacts, rulebook: Rulebook, today: date, *, with_steps: bool = True) -> list[Deadline]:
    """Return how every duty of the rulebook stands in a case on `today`, each with its calculation log.

    Facts dated later than `today` are not yet known. Whoever has thousands of cases leaves the logs out, and asks
    `deadline_for` for that of the one that is looked at.
    """
    known = known_on(facts, today)
    found = _Inquiry(known, rulebook, today, with_steps=with_steps).answers()
    return [decided(deadline, known, today) for deadline in found] if known.decisions else found


def deadline_for(duty: Duty, known: CaseFacts, rulebook: Rulebook, today: date) -> Deadline:
    """Return how one duty stands, from facts that hold only what was known on `today`."""
    deadline = computed_deadline_for(duty, known, rulebook, today)
    return decided(deadline, known, today) if known.decisions else deadline


def computed_deadline_for(duty: Duty, known: CaseFacts, rulebook: Rulebook, today: date) -> Deadline:
    """Return how one duty stands by the law alone, whatever was decided about its deadline."""
    return _Inquiry(known, rulebook, today).answer(duty.id)


def fulfilled(deadline: Deadline, on: date) -> Deadline:
    """Return an open deadline as it stands once its duty was fulfilled on a day."""
    assert deadline.due_on is not None  # noqa: S101 - who calls has asked
    status, days_late = done_status(deadline.due_on, on)
    return deadline._replace(
        status=status,
        fulfilled_on=on,
        days_late=days_late,
        suspended_until=None,
        steps=(*deadline.steps, Step(StepKind.FULFILLED, on)),
    )


class _Inquiry:
    """One case on one day, asked about one duty after the other. What several duties ask is found once for all.

    `takeover_on` is the takeover the duty counts from, which is another one for some after a move.
    """

    __slots__ = (
        "_case",
        "_first_events",
        "_is_minor",
        "_starts",
        "asked",
        "facts",
        "rulebook",
        "takeover_on",
        "today",
        "with_steps",
    )

    asked: ReadyDuty

    def __init__(self, facts: CaseFacts, rulebook: Rulebook, today: date, *, with_steps: bool = True) -> None:
        self.facts = facts
        self._case = facts.case_id, facts.case_number
        self.rulebook = rulebook
        self.today = today
        self.with_steps = with_steps
        self._starts = ClockStarts(facts)
        self._first_events = first_events(facts) if facts.events else _NO_EVENTS
        self.takeover_on = facts.takeover_on
        self._is_minor = facts.takeover_on is not None and not is_adult(facts, facts.takeover_on)

    def answers(self) -> list[Deadline]:
        """Return how every duty stands."""
        facts = self.facts
        group = ready_group(self.rulebook, facts.target_group)
        was_taken_over_once = facts.takeover_on is not None and not facts.moves
        if was_taken_over_once and group.by_follow_ups.isdisjoint(self._first_events):
            return [self._by_version(asked) for asked in group.duties.values()]  # as in most cases
        return [self._answer(asked, group) for asked in group.duties.values()]

    def answer(self, duty: DutyId) -> Deadline:
        """Return how one duty stands."""
        group = ready_group(self.rulebook, self.facts.target_group)
        return self._answer(group.duties[duty], group)

    def _answer(self, asked: ReadyDuty, group: ReadyGroup) -> Deadline:
        """Answer whatever happened in the case: it may not have been taken over, or somebody moved."""
        facts, duty = self.facts, asked.duty
        self.asked = asked
        if asked.id in group.by_follow_ups:
            facts = with_events_as_follow_ups(duty, facts)
            if facts is not self.facts:
                return _Inquiry(facts, self.rulebook, self.today, with_steps=self.with_steps).answer(asked.id)
        if facts.takeover_on is None and asked.id is not DutyId.TAKEOVER_EXPECTED:
            deadline = self._waiting(Reason.NO_TAKEOVER, missing=Fact.TAKEOVER)
        else:
            takeover = self._starts[duty.clock] if duty.clock in _AFTER_A_MOVE_TOO else None
            self.takeover_on = takeover.on if takeover else facts.takeover_on
            self._is_minor = self.takeover_on is not None and not is_adult(facts, self.takeover_on)
            deadline = self._due_after_move() or self._by_version(asked)
        return self._unless_moved_away(deadline)

    def _unless_moved_away(self, deadline: Deadline) -> Deadline:
        if deadline.status in DONE or deadline.status is _NOT_APPLICABLE:
            return deadline
        moved_away = moved_away_on(self.facts)
        if moved_away is None:
            return deadline
        return deadline._replace(
            status=_NOT_APPLICABLE,
            due_on=None,
            suspended_until=None,
            reason=Reason.MOVED_AWAY,
            reason_on=moved_away,
            missing=None,
        )

    def _by_version(self, asked: ReadyDuty) -> Deadline:
        self.asked = asked
        starts = self._starts
        for clock, newest_first in asked.by_clock:
            start = starts[clock]
            if start is None:
                continue
            _, on = start
            for ready in newest_first:
                if ready.first <= on:
                    if on <= ready.last:
                        return self._under(ready, start)
                    break
        return self._without_version()

    def _without_version(self) -> Deadline:
        """Answer when no version is in force on the day that chooses it; that of today says what is waited for."""
        by_clock = self.asked.by_clock
        if not by_clock:
            return self._not_applicable(_GROUP_NOT_COVERED)
        clock, newest_first = by_clock[0]
        start = self._starts[clock]
        if start is None or len(by_clock) > 1:
            nearest = self.asked.version_nearest(self.today)
            if len(by_clock) > 1:
                clock = self.asked.duty.chooser_of(nearest.version)
                start, newest_first = self._starts[clock], dict(by_clock)[clock]
            if start is None:
                return self._without_start(nearest, clock)
        for ready in newest_first:
            if ready.first <= start.on:
                return self._not_applicable(Reason.RULE_ENDED, on=ready.last)
        return self._waiting(Reason.NO_RULE_VERSION, on=start.on)

    def _without_start(self, ready: ReadyVersion, clock: Clock | None) -> Deadline:
        """Answer while the clock has not started; the version is the one that would decide if it started today."""
        version = ready.version
        unmet = self._unmet(ready, None)
        if unmet:
            return self._not_applicable(unmet, version)
        if starts_in_vain(version, self.facts, self.today):
            return self._not_applicable(Reason.SELF_SUPPORTING, version, self.today)
        if not version.wording_seen:
            return self._waiting(Reason.WORDING_UNSEEN, rule=version, on=version.valid_from)
        return self._waiting(Reason.FACT_MISSING, missing=missing_fact(clock, self.facts) if clock else None)

    def _under(self, ready: ReadyVersion, start: CountsFrom) -> Deadline:
        version = ready.version
        if ready.may:
            return self._not_applicable(Reason.DISCRETIONARY, version)
        if self._is_minor or ready.judgements:
            unmet = self._unmet(ready, start.on)
            if unmet:
                return self._not_applicable(unmet, version, start.on)
        if ready.has_one_date:
            deadline = self._single(version, start)
        elif not version.wording_seen:
            return self._waiting(Reason.WORDING_UNSEEN, rule=version, on=version.valid_from)
        elif self.asked.duty.fulfilled_by is Fulfilment.DEPARTMENT_NAMED:
            return self._department(version)
        else:
            deadline = self._followed_up(version, start)
        return self._with_change(deadline, version, start) if self.with_steps else deadline

    def _unmet(self, ready: ReadyVersion, clock_on: date | None) -> Reason | None:
        """The condition that fails; adulthood, the first of nearly all versions, is judged once for all duties."""
        if ready.for_adults and self._is_minor:
            return _MINOR
        if ready.judgements and self.takeover_on:
            return unmet_condition(ready.judgements, ready.version, self.facts, self.takeover_on, clock_on, self.today)
        return None

    def _followed_up(self, version: RuleVersion, start: CountsFrom) -> Deadline:
        if version.times is None:
            return self._follow_up(
                version, follow_up_in_interval(version, start, self.facts, self.today, with_steps=self.with_steps)
            )
        if version.repeats:
            period = open_period(version, start.on, self.facts, self.today)
            if version.ended_on and period.first > version.ended_on:
                return self._after_periods(version, start, period.first)
        return self._follow_up(
            version, follow_up_times(version, start, self.facts, self.today, with_steps=self.with_steps)
        )

    def _with_change(self, deadline: Deadline, version: RuleVersion, start: CountsFrom) -> Deadline:
        if deadline.rule is not version:  # but a later one, which has seen to it
            return deadline
        change = change_within_reach(self.asked.of_group, version, start.on, deadline.due_on)
        return deadline._replace(steps=(*deadline.steps, change)) if change else deadline

    def _after_periods(self, version: RuleVersion, start: CountsFrom, on: date) -> Deadline:
        """Answer when the next period would begin after the version ended: the version of that day decides."""
        later = self.asked.version_on(on)
        return self._under(later, start) if later else self._not_applicable(Reason.RULE_ENDED, on=version.ended_on)

    def _due_after_move(self) -> Deadline | None:
        if self.asked.duty.after_move is not MoveEffect.DUE_AT_ONCE:
            return None
        due = follow_up_after_move(self.facts)
        if due is None or due.due_on is None:
            return None
        ready = self.asked.version_on(due.due_on)
        if ready is None or self._unmet(ready, None):
            return None
        return self._follow_up(ready.version, due)

    def _follow_up(self, version: RuleVersion, due: FollowUpDue) -> Deadline:
        if due.due_on is None:
            waits = due.reason is Reason.LEAVE_END_UNKNOWN
            return self._deadline(
                Status.WAITING if waits else Status.NOT_APPLICABLE,
                rule=version,
                counts_from=due.counts_from,
                reason=due.reason,
                steps=due.steps if self.with_steps else (),
            )
        return self._deadline(
            open_status(due.due_on, self.today, version),
            due_on=due.due_on,
            rule=version,
            counts_from=due.counts_from,
            steps=due.steps if self.with_steps else (),
        )

    def _department(self, version: RuleVersion) -> Deadline:
        if self.facts.department_named or first_event(self.facts, self.asked.id):
            return self._deadline(Status.DONE_ON_TIME, rule=version)
        return self._waiting(Reason.DEPARTMENT_NOT_NAMED, rule=version)

    def _single(self, version: RuleVersion, start: CountsFrom) -> Deadline:
        due, (_, on) = version.due, start
        assert due is not None  # noqa: S101 - the loader gives every duty with a date a time
        if due.unit is _WHOLE_MONTHS and on.day == 1:
            return self._waiting(Reason.DECIDED_ON_THE_FIRST, rule=version, on=on)
        due_on = due.after(on)
        if version.to_next_working_day:
            due_on = next_working_day(due_on)
        suspended_until = self._suspended_until() if self.asked.of_group.can_rest else None
        if suspended_until:
            due_on = max(due_on, suspended_until)
        event = self._first_events.get(self.asked.id)
        if event and event < on and self._begins_anew(start):
            event = first_event(self.facts, self.asked.id, not_before=on)
        done_on = fulfilled_on(self.asked.duty, self.facts, on, event)
        rests_until, days_late = None, None
        if done_on:
            status, days_late = done_status(due_on, done_on)
        elif suspended_until and self.today < suspended_until:
            status, rests_until = Status.SUSPENDED, suspended_until
        else:
            status = open_status(due_on, self.today)
        steps: tuple[Step, ...] = ()
        if self.with_steps:
            steps = steps_to_one_date(version, start, suspended_until=suspended_until, done_on=done_on)
        return self._deadline(status, due_on, done_on, days_late, start, version, rests_until, None, None, None, steps)

    def _begins_anew(self, start: CountsFrom) -> bool:
        """Whether the duty began again on that day, so that events before it do not count."""
        after_move = start.fact is Fact.MOVE and self.asked.duty.after_move is MoveEffect.RESTARTS
        return after_move or start.fact is Fact.OFFER_ENDED

    def _suspended_until(self) -> date | None:
        facts, takeover_on = self.facts, self.facts.takeover_on
        is_allocated = facts.allocation_decided_on is not None
        suspension = takeover_on and self.rulebook.suspension_of(
            self.asked.id, facts.target_group, takeover_on, allocated=is_allocated
        )
        return suspension.until.after(takeover_on) if takeover_on and suspension else None

    def _waiting(
        self, reason: Reason, rule: RuleVersion | None = None, on: date | None = None, missing: Fact | None = None
    ) -> Deadline:
        return self._deadline(_WAITING, None, None, None, None, rule, None, reason, on, missing)

    def _not_applicable(self, reason: Reason, rule: RuleVersion | None = None, on: date | None = None) -> Deadline:
        case_id, number = self._case
        duty, status = self.asked.id, _NOT_APPLICABLE
        return _made((case_id, number, duty, status, None, None, None, None, rule, None, reason, on, None, (), ()))

    def _deadline(  # noqa: PLR0913, PLR0917 - the fields of a deadline, in their order
        self,
        status: Status,
        due_on: date | None = None,
        fulfilled_on: date | None = None,
        days_late: int | None = None,
        counts_from: CountsFrom | None = None,
        rule: RuleVersion | None = None,
        suspended_until: date | None = None,
        reason: Reason | None = None,
        reason_on: date | None = None,
        missing: Fact | None = None,
        steps: tuple[Step, ...] = (),
    ) -> Deadline:
        """Return a deadline of the duty asked about, made as the tuple it is: `Deadline(...)` takes twice as long."""
        case_id, case_number = self._case
        return _made(
            (
                case_id,
                case_number,
                self.asked.id,
                status,
                due_on,
                fulfilled_on,
                days_late,
                counts_from,
                rule,
                suspended_until,
                reason,
                reason_on,
                missing,
                steps,
                (),
            )
        )

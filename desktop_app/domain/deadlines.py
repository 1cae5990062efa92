"""The deadline engine: the facts of a case, the rulebook and a day in; how every duty stands out.

Pure and in one pass. Nothing computed here is stored, so a corrected fact can leave no stale deadline behind.
"""

from datetime import date

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
from desktop_app.domain.duty_clocks import clock_start, missing_fact
from desktop_app.domain.duty_conditions import starts_in_vain, unmet_condition
from desktop_app.domain.duty_fulfilment import first_event, fulfilled_on, with_events_as_follow_ups
from desktop_app.domain.follow_up_deadlines import (
    FollowUpDue,
    follow_up_after_move,
    follow_up_in_interval,
    follow_up_times,
    open_period,
)
from desktop_app.domain.law_changes import change_within_reach
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.rulebook import (
    Clock,
    Duty,
    DutyOfGroup,
    Fulfilment,
    MoveEffect,
    Obligation,
    Rulebook,
    RuleVersion,
)

_AFTER_A_MOVE_TOO = frozenset({Clock.TAKEOVER, Clock.FIRST_TAKEOVER_AS_ADULT})


def deadlines_for(facts: CaseFacts, rulebook: Rulebook, today: date, *, with_steps: bool = True) -> list[Deadline]:
    """Return how every duty of the rulebook stands in a case on `today`, each with its calculation log.

    Facts dated later than `today` are not yet known. Whoever has thousands of cases leaves the logs out, and asks
    `deadline_for` for that of the one that is looked at.
    """
    known = known_on(facts, today)
    inquiry = _Inquiry(known, rulebook, today, with_steps=with_steps)
    found = [inquiry.answer(duty) for duty in rulebook.duties_of(facts.target_group).values()]
    return [decided(deadline, known, today) for deadline in found] if known.decisions else found


def deadline_for(duty: Duty, known: CaseFacts, rulebook: Rulebook, today: date) -> Deadline:
    """Return how one duty stands, from facts that hold only what was known on `today`."""
    deadline = computed_deadline_for(duty, known, rulebook, today)
    return decided(deadline, known, today) if known.decisions else deadline


def computed_deadline_for(duty: Duty, known: CaseFacts, rulebook: Rulebook, today: date) -> Deadline:
    """Return how one duty stands by the law alone, whatever was decided about its deadline."""
    return _Inquiry(known, rulebook, today).answer(rulebook.duties_of(known.target_group)[duty.id])


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
    """One case on one day, asked about one duty after the other. Where its clocks start is found once for all."""

    __slots__ = ("_starts", "duty", "facts", "of_group", "rulebook", "today", "with_steps")

    of_group: DutyOfGroup
    duty: Duty

    def __init__(self, facts: CaseFacts, rulebook: Rulebook, today: date, *, with_steps: bool = True) -> None:
        self.facts = facts
        self.rulebook = rulebook
        self.today = today
        self.with_steps = with_steps
        self._starts: dict[Clock | None, CountsFrom | None] = {None: None}

    def answer(self, of_group: DutyOfGroup) -> Deadline:
        self.of_group, self.duty = of_group, of_group.duty
        if self.duty.fulfilled_by is Fulfilment.FOLLOW_UP_HELD:
            facts = with_events_as_follow_ups(self.duty, self.facts)
            if facts is not self.facts:
                return _Inquiry(facts, self.rulebook, self.today, with_steps=self.with_steps).answer(of_group)
        deadline = self._answer()
        if not self.facts.moves or deadline.status in DONE or deadline.status is Status.NOT_APPLICABLE:
            return deadline
        moved_away = moved_away_on(self.facts)
        if moved_away is None:
            return deadline
        return deadline._replace(
            status=Status.NOT_APPLICABLE,
            due_on=None,
            suspended_until=None,
            reason=Reason.MOVED_AWAY,
            reason_on=moved_away,
            missing=None,
        )

    def _answer(self) -> Deadline:
        if self.facts.takeover_on is None and self.duty.id is not DutyId.TAKEOVER_EXPECTED:
            return self._waiting(Reason.NO_TAKEOVER, missing=Fact.TAKEOVER)
        versions = self.of_group.versions
        if not versions:
            return self._not_applicable(Reason.GROUP_NOT_COVERED)
        if self.duty.after_move is MoveEffect.DUE_AT_ONCE and self.facts.moves:
            moved = self._due_after_move()
            if moved:
                return moved
        return self._by_version()

    def _by_version(self) -> Deadline:
        starts = self._starts
        for clock, newest_first in self.of_group.by_clock:
            start = starts[clock] if clock in starts else self._start(clock)
            if start is None:
                continue
            on = start.on
            for version in newest_first:  # compared here: this is asked a dozen times of every case
                if version.valid_from <= on:
                    if version.ended_on is None or on <= version.ended_on:
                        return self._under(version, start)
                    break
        return self._without_version()

    def _start(self, clock: Clock | None) -> CountsFrom | None:
        if clock is not None and clock not in self._starts:
            self._starts[clock] = clock_start(clock, self.facts)
        return self._starts[clock]

    def _without_version(self) -> Deadline:
        """Answer when no version is in force on the day that chooses it; that of today says what is waited for."""
        by_clock = self.of_group.by_clock
        clock, newest_first = by_clock[0]
        start = self._starts[clock]
        if start is None or len(by_clock) > 1:
            versions = self.of_group.versions
            nearest = versions[0] if self.today < versions[0].valid_from else versions[-1]
            version = self.of_group.version_on(self.today) or nearest
            clock = self.duty.chooser_of(version)
            start, newest_first = self._starts[clock], dict(by_clock)[clock]
            if start is None:
                return self._without_start(version)
        for version in newest_first:
            if version.valid_from <= start.on:
                return self._not_applicable(Reason.RULE_ENDED, on=version.ended_on)
        return self._waiting(Reason.NO_RULE_VERSION, on=start.on)

    def _without_start(self, version: RuleVersion) -> Deadline:
        """Answer while the clock has not started; `version` is the one that would decide if it started today."""
        unmet = self._unmet(version, clock_on=None) if version.conditions else None
        if unmet:
            return self._not_applicable(unmet, rule=version)
        if starts_in_vain(version, self.facts, self.today):
            return self._not_applicable(Reason.SELF_SUPPORTING, rule=version, on=self.today)
        if not version.wording_seen:
            return self._waiting(Reason.WORDING_UNSEEN, rule=version, on=version.valid_from)
        chooser = self.duty.chooser_of(version)
        return self._waiting(Reason.FACT_MISSING, missing=missing_fact(chooser, self.facts) if chooser else None)

    def _under(self, version: RuleVersion, start: CountsFrom) -> Deadline:
        if version.obligation is Obligation.MAY:
            return self._not_applicable(Reason.DISCRETIONARY, rule=version)
        unmet = self._unmet(version, clock_on=start.on) if version.conditions else None
        if unmet:
            return self._not_applicable(unmet, rule=version, on=start.on)
        if not version.wording_seen:
            return self._waiting(Reason.WORDING_UNSEEN, rule=version, on=version.valid_from)
        if self.duty.fulfilled_by is Fulfilment.DEPARTMENT_NAMED:
            return self._department(version)
        return self._dated(version, start)

    def _dated(self, version: RuleVersion, start: CountsFrom) -> Deadline:
        if version.repeats:
            period = open_period(version, start.on, self.facts, self.today)
            if version.ended_on and period.first > version.ended_on:
                return self._after_periods(version, start, period.first)
        if version.times is not None:
            deadline = self._follow_up(version, follow_up_times(version, start, self.facts, self.today))
        elif self.duty.clock_of(version) is Clock.INTERVAL:
            deadline = self._follow_up(version, follow_up_in_interval(version, start, self.facts, self.today))
        else:
            deadline = self._single(version, start)
        if not self.with_steps:
            return deadline
        change = change_within_reach(self.of_group, version, start.on, deadline.due_on)
        return deadline._replace(steps=(*deadline.steps, change)) if change else deadline

    def _after_periods(self, version: RuleVersion, start: CountsFrom, on: date) -> Deadline:
        """Answer when the next period would begin after the version ended: the version of that day decides."""
        later = self.of_group.version_on(on)
        return self._under(later, start) if later else self._not_applicable(Reason.RULE_ENDED, on=version.ended_on)

    def _unmet(self, version: RuleVersion, clock_on: date | None) -> Reason | None:
        """The condition that fails; adulthood is judged on the takeover the duty itself counts from."""
        takeover = self._start(self.duty.clock) if self.duty.clock in _AFTER_A_MOVE_TOO else None
        takeover_on = takeover.on if takeover else self.facts.takeover_on
        facts, today = self.facts, self.today
        return (
            unmet_condition(version, facts, takeover_on=takeover_on, clock_on=clock_on, today=today)
            if takeover_on
            else None
        )

    def _due_after_move(self) -> Deadline | None:
        due = follow_up_after_move(self.facts)
        if due is None or due.due_on is None:
            return None
        version = self.of_group.version_on(due.due_on)
        if version is None or self._unmet(version, clock_on=None):
            return None
        return self._follow_up(version, due)

    def _follow_up(self, version: RuleVersion, due: FollowUpDue) -> Deadline:
        if due.due_on is None:
            waits = due.reason is Reason.LEAVE_END_UNKNOWN
            return self._deadline(
                Status.WAITING if waits else Status.NOT_APPLICABLE,
                rule=version,
                counts_from=due.counts_from,
                reason=due.reason,
                steps=due.steps,
            )
        return self._deadline(
            open_status(due.due_on, self.today, version),
            due_on=due.due_on,
            rule=version,
            counts_from=due.counts_from,
            steps=due.steps,
        )

    def _department(self, version: RuleVersion) -> Deadline:
        if self.facts.department_named or first_event(self.facts, self.duty.id):
            return self._deadline(Status.DONE_ON_TIME, rule=version)
        return self._waiting(Reason.DEPARTMENT_NOT_NAMED, rule=version)

    def _single(self, version: RuleVersion, start: CountsFrom) -> Deadline:
        assert version.due is not None  # noqa: S101 - the loader gives every duty with a date a time
        if version.due.unit is Unit.WHOLE_MONTHS and start.on.day == 1:
            return self._waiting(Reason.DECIDED_ON_THE_FIRST, rule=version, on=start.on)
        due_on = version.due.after(start.on)
        if version.to_next_working_day:
            due_on = next_working_day(due_on)
        suspended_until = self._suspended_until() if self.of_group.can_rest else None
        if suspended_until:
            due_on = max(due_on, suspended_until)
        restarted = start.fact is Fact.MOVE and self.duty.after_move is MoveEffect.RESTARTS
        anew = restarted or start.fact is Fact.OFFER_ENDED
        done_on = fulfilled_on(self.duty, self.facts, start.on, anew=anew)
        rests = suspended_until is not None and self.today < suspended_until and not done_on
        days_late = None
        if done_on:
            status, days_late = done_status(due_on, done_on)
        else:
            status = Status.SUSPENDED if rests else open_status(due_on, self.today)
        return self._deadline(
            status,
            due_on=due_on,
            fulfilled_on=done_on,
            days_late=days_late,
            rule=version,
            counts_from=start,
            suspended_until=suspended_until if rests else None,
            steps=self._steps(version, start, suspended_until, done_on) if self.with_steps else (),
        )

    def _steps(
        self, version: RuleVersion, start: CountsFrom, suspended_until: date | None, done_on: date | None
    ) -> tuple[Step, ...]:
        """Return the calculation log of a duty with one date."""
        assert version.due is not None  # noqa: S101 - as above
        added_on = version.due.after(start.on)
        steps = [Step(StepKind.FACT, start.on, fact=start.fact)]
        if version.due.unit is Unit.WHOLE_MONTHS:
            steps.append(Step(StepKind.WHOLE_MONTH, start=start.on))
        steps.append(Step(StepKind.ADDED, added_on, start=start.on, span=version.due))
        if version.to_next_working_day and next_working_day(added_on) != added_on:
            steps.append(Step(StepKind.TO_WORKING_DAY, next_working_day(added_on), start=added_on))
        if version.aim:
            steps.append(Step(StepKind.AIM, version.aim.after(start.on), start=start.on, span=version.aim))
        if suspended_until:
            steps.append(Step(StepKind.RESTS, suspended_until))
        if done_on:
            steps.append(Step(StepKind.FULFILLED, done_on))
        return tuple(steps)

    def _suspended_until(self) -> date | None:
        facts, takeover_on = self.facts, self.facts.takeover_on
        is_allocated = facts.allocation_decided_on is not None
        suspension = takeover_on and self.rulebook.suspension_of(
            self.duty.id, facts.target_group, takeover_on, allocated=is_allocated
        )
        return suspension.until.after(takeover_on) if takeover_on and suspension else None

    def _waiting(
        self, reason: Reason, *, rule: RuleVersion | None = None, on: date | None = None, missing: Fact | None = None
    ) -> Deadline:
        facts, duty = self.facts, self.duty.id
        return Deadline(
            facts.case_id,
            facts.case_number,
            duty,
            Status.WAITING,
            rule=rule,
            reason=reason,
            reason_on=on,
            missing=missing,
        )

    def _not_applicable(self, reason: Reason, *, rule: RuleVersion | None = None, on: date | None = None) -> Deadline:
        facts, duty = self.facts, self.duty.id
        return Deadline(
            facts.case_id, facts.case_number, duty, Status.NOT_APPLICABLE, rule=rule, reason=reason, reason_on=on
        )

    def _deadline(  # noqa: PLR0913 - the fields of a deadline
        self,
        status: Status,
        *,
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
        return Deadline(  # in the order of its fields: naming them takes as long again
            self.facts.case_id,
            self.facts.case_number,
            self.duty.id,
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
            steps if self.with_steps else (),
        )

"""The days of a case's course: what happened, when what was due, and the follow-ups."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case import Case, MoveDirection
from desktop_app.domain.case_facts import facts_of, known_on
from desktop_app.domain.deadline import DONE, OPEN, Deadline, Fact, Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.decided_deadlines import decision_about
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.next_follow_up import FOLLOW_UP_DUTIES
from desktop_app.domain.planned_meetings import latest_talk, planned_meeting
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_deadlines import row_id
from desktop_app.presenters.course_entries import CourseEntry, Lane, Mark
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.event_words import event_name
from desktop_app.presenters.field_words import follow_up_form_text, move_text, result_kind_text
from desktop_app.presenters.rule_texts import duty_name, fact_text
from desktop_app.translation import _, _p, capitalised, short_date

_MARKS = {
    Status.OVERDUE: Mark.OVERDUE,
    Status.DUE_TODAY: Mark.SOON,
    Status.DUE_SOON: Mark.SOON,
    Status.DUE_LATER: Mark.MONTH,
    Status.UPCOMING: Mark.COMING,
    Status.SUSPENDED: Mark.RESTING,
    Status.WAITING: Mark.COMING,
    Status.DONE_LATE: Mark.LATE,
    Status.DONE_ON_TIME: Mark.MET,
}


def milestones_of(opened: OpenedCase, rulebook: Rulebook, today: date) -> list[CourseEntry]:
    """Return what happened on a case, follow-ups and periods apart; what is dated later is expected."""
    done = [deadline for deadline in (*opened.deadlines, *opened.past) if deadline.status in DONE]
    return [
        CourseEntry(
            lane=Lane.MILESTONES,
            mark=Mark.HAPPENED if on <= today else Mark.COMING,
            title=title,
            on=on,
            remark="" if on <= today else _p("timeline", "expected"),
            row_id=_row_fulfilled(done, duties, on),
        )
        for title, on, duties in _happenings(opened.case, rulebook)
        if on
    ]


def due_dates_of(opened: OpenedCase, rulebook: Rulebook, today: date) -> list[CourseEntry]:
    """Return every legal due date of a case, past and future: met, late, overdue or coming."""
    return [
        CourseEntry(
            lane=Lane.DEADLINES,
            mark=_MARKS[deadline.status],
            title=duty_name(rulebook.duties[deadline.duty]),
            on=deadline.fulfilled_on if deadline.fulfilled_on and deadline.due_on > today else deadline.due_on,
            due_on=deadline.due_on,
            remark=badge_text(deadline, today),
            row_id=row_id(deadline),
        )
        for deadline in (*opened.deadlines, *opened.past)
        if deadline.due_on and deadline.status in _MARKS
    ]


def follow_ups_of(opened: OpenedCase, rulebook: Rulebook, today: date) -> list[CourseEntry]:
    """Return the follow-ups held and attempted, and the meeting planned next, which is no legal due date."""
    case = opened.case
    done = [deadline for deadline in (*opened.deadlines, *opened.past) if deadline.status in DONE]
    talks = sorted(case.follow_ups, key=_held_on)
    entries: list[CourseEntry] = []
    number = 0
    for talk in talks:
        form = follow_up_form_text(talk.form)
        if talk.held_on > today:
            entries.append(_meeting(talk.held_on, form))
        elif talk.attempted_only:
            attempted = _("Follow-up attempted: {form}").format(form=form.lower())
            entries.append(_talk(Mark.ATTEMPTED, attempted, talk.held_on))
        else:
            number += 1
            row = _row_fulfilled(done, FOLLOW_UP_DUTIES, talk.held_on)
            title = _("Follow-up {n}").format(n=number)
            entries.append(_talk(Mark.HELD, title, talk.held_on, f"{_('Held')}, {form.lower()}", row))
    for event in case.events:
        if event.duty in FOLLOW_UP_DUTIES and event.on <= today:
            row = _row_fulfilled(done, FOLLOW_UP_DUTIES, event.on)
            entries.append(_talk(Mark.HELD, event_name(event.duty, rulebook), event.on, _("Held"), row))
    for deadline in opened.deadlines:
        meeting = decision_about(deadline, DecisionKind.MEETING)
        if meeting and meeting.on and deadline.status in OPEN and deadline.duty not in FOLLOW_UP_DUTIES:
            remark = _("Meeting not recorded") if meeting.on < today else duty_name(rulebook.duties[deadline.duty])
            entries.append(_meeting(meeting.on, remark, row_id(deadline)))
    return [*entries, *_planned(opened, rulebook, today)]


def _happenings(case: Case, rulebook: Rulebook) -> Iterator[tuple[str, date | None, tuple[str, ...]]]:
    """Return what happened, its day if known, and the duties it may have fulfilled."""
    yield _("Allocated"), case.allocation_decided_on, ()
    yield capitalised(fact_text(Fact.PERMIT)), case.permit_granted_on, ()
    yield capitalised(fact_text(Fact.REGISTRATION)), case.cpr_registered_on, ()
    yield _("Responsibility taken over"), case.takeover_on, (DutyId.TAKEOVER_EXPECTED,)
    for move in case.moves:
        if move.approved or move.direction is MoveDirection.OUT:
            yield move_text(move.direction), move.on, ()
    for plan in case.plans:
        signed = (DutyId.CONTRACT_SIGNED, DutyId.CONTRACT_REVISED_AFTER_ONE_YEAR)
        if plan.annulment:
            yield _("Signature annulled, version {n}").format(n=plan.number), plan.annulment.on, ()
        else:
            yield _("Contract signed, version {n}").format(n=plan.number), plan.signed_on, signed
            yield _("Declaration signed"), plan.declaration_signed_on, (DutyId.CONTRACT_DECLARATION,)
    for event in case.events:
        if event.duty not in FOLLOW_UP_DUTIES:
            yield event_name(event.duty, rulebook), event.on, (event.duty,)
    for result in case.results:
        yield result_kind_text(result.kind), result.on, ()


def _planned(opened: OpenedCase, rulebook: Rulebook, today: date) -> Iterator[CourseEntry]:
    """Return the meeting planned for the next follow-up; who has moved away is not met."""
    meeting = planned_meeting(opened.deadlines, latest_talk(opened.case.follow_ups, today), today)
    if meeting is None or moved_away_on(known_on(facts_of(opened.case), today)):
        return
    if meeting.deadline:
        remark, row = duty_name(rulebook.duties[meeting.deadline.duty]), row_id(meeting.deadline)
    else:
        remark, row = _("Agreed on {date}").format(date=short_date(meeting.planned_on)), ""
    yield _meeting(meeting.on, _("Meeting not recorded") if meeting.on < today else remark, row)


def _meeting(on: date, remark: str, row: str = "") -> CourseEntry:
    return _talk(Mark.MEETING, _("Planned meeting"), on, remark, row)


def _talk(mark: Mark, title: str, on: date, remark: str = "", row: str = "") -> CourseEntry:
    return CourseEntry(lane=Lane.FOLLOW_UPS, mark=mark, title=title, on=on, remark=remark, row_id=row)


def _row_fulfilled(done: Sequence[Deadline], duties: Sequence[str], on: date) -> str:
    """Return the row of the deadline that something on a day fulfilled, empty where it fulfilled none."""
    return next((row_id(each) for each in done if each.duty in duties and each.fulfilled_on == on), "")


def _held_on(talk: FollowUp) -> date:
    return talk.held_on

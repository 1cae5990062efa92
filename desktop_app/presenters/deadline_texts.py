"""Deadlines in the few words of a badge and in the sentence beside it (the texts of the worklist and the case)."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop_app.domain.dates import is_working_day, latest_working_day
from desktop_app.domain.deadline import OPEN, Deadline, Reason, Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.decided_deadlines import decision_about
from desktop_app.domain.public_holidays import PublicHoliday, public_holiday
from desktop_app.domain.unexplained_delays import asks_for_cause
from desktop_app.presenters.reason_texts import as_sentence, delay_text, other_date_text, reason_text
from desktop_app.translation import _, _n, long_date, short_date, weekday


def badge_text(deadline: Deadline, today: date) -> str:
    """Return the few words on the badge of a deadline; one whose date somebody changed says so."""
    text = _BADGES[deadline.status](deadline, today)
    if decision_about(deadline, DecisionKind.OTHER_DATE) and deadline.due_on is not None:
        return _("{badge} (changed)").format(badge=text)
    return text


def _badge_overdue(deadline: Deadline, today: date) -> str:
    days = _days_between(deadline.due_on, today)
    return _n("{n} day overdue", "{n} days overdue", days).format(n=days)


def _badge_due_today(_deadline: Deadline, _today: date) -> str:
    return _("Due today")


def _badge_in_days(deadline: Deadline, today: date) -> str:
    days = _days_between(today, deadline.due_on)
    return _("Due tomorrow") if days == 1 else _n("Due in {n} day", "Due in {n} days", days).format(n=days)


def _badge_upcoming(deadline: Deadline, _today: date) -> str:
    return _("Due on {date}").format(date=_short(deadline.due_on))


def _badge_suspended(deadline: Deadline, _today: date) -> str:
    return _("Rests until {date}").format(date=_short(deadline.suspended_until))


def _badge_waiting(deadline: Deadline, _today: date) -> str:
    if deadline.reason in {Reason.NO_TAKEOVER, Reason.FACT_MISSING}:
        return _("Awaiting start date")
    return _("Not settled")


def _badge_done_late(deadline: Deadline, _today: date) -> str:
    days = deadline.days_late or 0
    return _n("Done {n} day late", "Done {n} days late", days).format(n=days)


def _badge_done_on_time(_deadline: Deadline, _today: date) -> str:
    return _("Done on time")


def _badge_not_applicable(_deadline: Deadline, _today: date) -> str:
    return _("Not applicable")


_BADGES: Mapping[Status, Callable[[Deadline, date], str]] = {
    Status.OVERDUE: _badge_overdue,
    Status.DUE_TODAY: _badge_due_today,
    Status.DUE_SOON: _badge_in_days,
    Status.DUE_LATER: _badge_in_days,
    Status.UPCOMING: _badge_upcoming,
    Status.SUSPENDED: _badge_suspended,
    Status.WAITING: _badge_waiting,
    Status.DONE_LATE: _badge_done_late,
    Status.DONE_ON_TIME: _badge_done_on_time,
    Status.NOT_APPLICABLE: _badge_not_applicable,
}


def sentence(deadline: Deadline) -> str:
    """Return the sentence that stands beside the badge in the case, with what was decided about the deadline."""
    planned = decision_about(deadline, DecisionKind.MEETING)
    meeting = (
        _("A meeting is planned for {date}.").format(date=_weekday_date(planned.on))
        if planned and planned.on and deadline.status in OPEN
        else ""
    )
    return " ".join(part for part in (_sentence(deadline), other_date_text(deadline), meeting) if part)


def _sentence(deadline: Deadline) -> str:
    if deadline.reason:
        return reason_text(deadline)
    if deadline.status in {Status.DONE_LATE, Status.DONE_ON_TIME}:
        return _done_sentence(deadline)
    if deadline.status is Status.OVERDUE:
        return _overdue_sentence(deadline)
    if deadline.status is Status.DUE_TODAY:
        return _("Today is the last day to do it on time.")
    if deadline.status is Status.DUE_SOON and deadline.due_on:
        return _("The deadline is {date}.").format(date=_weekday_date(deadline.due_on))
    return _("The deadline is on {date}.").format(date=_long(deadline.due_on))


def _overdue_sentence(deadline: Deadline) -> str:
    if cause := delay_text(deadline):
        return _("The deadline was {date}. Cause of the delay: {cause}").format(
            date=_long(deadline.due_on), cause=as_sentence(cause)
        )
    return _("The deadline was {date}. Carry the task out, or note why it could not be met.").format(
        date=_long(deadline.due_on)
    )


def _done_sentence(deadline: Deadline) -> str:
    if deadline.fulfilled_on is None:
        return _("Carried out. The law sets no date.")
    if deadline.status is Status.DONE_LATE:
        days = deadline.days_late or 0
        done = _n(
            "Done on {date}, {n} day after the deadline.", "Done on {date}, {n} days after the deadline.", days
        ).format(date=_long(deadline.fulfilled_on), n=days)
        cause = delay_text(deadline)
        if not cause and not asks_for_cause(deadline):
            return done
        why = _("Cause: {cause}").format(cause=as_sentence(cause)) if cause else _("The cause is missing.")
        return f"{done} {why}"
    return _("Done on {date}. The deadline was {due}.").format(
        date=_long(deadline.fulfilled_on), due=_long(deadline.due_on)
    )


def weekend_hint(deadline: Deadline, today: date) -> str | None:
    """Return advice when a deadline to come falls on a day nobody works; the deadline itself is not moved."""
    due_on = deadline.due_on
    if due_on is None or due_on < today or deadline.fulfilled_on is not None or is_working_day(due_on):
        return None
    plan_for = _weekday_date(latest_working_day(due_on))
    holiday = public_holiday(due_on)
    if holiday:
        return _("The deadline falls on a public holiday: {holiday}. Plan it for {date} at the latest.").format(
            holiday=holiday_name(holiday), date=plan_for
        )
    return _("The deadline falls on a {weekday}. Plan it for {date} at the latest.").format(
        weekday=weekday(due_on), date=plan_for
    )


def holiday_name(holiday: PublicHoliday) -> str:
    """Return what a public holiday is called within a sentence."""
    return {
        PublicHoliday.NEW_YEARS_DAY: _("New Year's Day"),
        PublicHoliday.MAUNDY_THURSDAY: _("Maundy Thursday"),
        PublicHoliday.GOOD_FRIDAY: _("Good Friday"),
        PublicHoliday.EASTER_SUNDAY: _("Easter Sunday"),
        PublicHoliday.EASTER_MONDAY: _("Easter Monday"),
        PublicHoliday.STORE_BEDEDAG: _("General Prayer Day"),
        PublicHoliday.ASCENSION_DAY: _("Ascension Day"),
        PublicHoliday.WHIT_SUNDAY: _("Whit Sunday"),
        PublicHoliday.WHIT_MONDAY: _("Whit Monday"),
        PublicHoliday.CHRISTMAS_DAY: _("Christmas Day"),
        PublicHoliday.SECOND_CHRISTMAS_DAY: _("the day after Christmas Day"),
    }[holiday]


def _days_between(first: date | None, last: date | None) -> int:
    return (last - first).days if first and last else 0


def _short(day: date | None) -> str:
    return short_date(day) if day else ""


def _long(day: date | None) -> str:
    return long_date(day) if day else ""


def _weekday_date(day: date) -> str:
    return _("{weekday} {date}").format(weekday=weekday(day), date=long_date(day))

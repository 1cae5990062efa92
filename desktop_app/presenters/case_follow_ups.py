"""The follow-ups of a case in full, each with the state of its note."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection, FollowUpForm
from desktop_app.domain.next_follow_up import FOLLOW_UP_DUTIES
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.drafts import draft_text
from desktop_app.presenters.field_words import follow_up_form_text, progress_text, topic_text
from desktop_app.presenters.follow_up_presenter import SCREEN
from desktop_app.presenters.reason_texts import reason_text
from desktop_app.translation import _, long_date, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpEntry:
    """One follow-up as the tab shows it.

    `facts` are label and value, `goals` a goal's text and how it stood, `corrections` heading and text. `state` says
    whether the note is locked and when; while it is open it `can_change`, afterwards corrections are added. `draft`
    says since when a change of it is half typed, empty for none.
    """

    id: str
    title: str
    is_attempt: bool
    facts: tuple[tuple[str, str], ...]
    note: str
    agreed: str
    goals: tuple[tuple[str, str], ...]
    corrections: tuple[tuple[str, str], ...]
    state: str
    can_change: bool
    draft: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFollowUps:
    """The tab: when the next one is to be, and all there were, the latest first.

    `badge` is empty, and `following` says why, while none is open. `draft` says since when a new one is half typed,
    empty for none.
    """

    badge: str
    badge_kind: BadgeKind
    following: str
    draft: str
    entries: tuple[FollowUpEntry, ...]


def case_follow_ups(opened: OpenedCase, today: date, now: datetime, drafts: Sequence[Draft]) -> CaseFollowUps:
    """Return the follow-ups of a case; `now` decides which notes are still open. `drafts` are the user's own."""
    half_typed = {draft.subject: draft_text(draft, today) for draft in drafts if draft.screen == SCREEN}
    found = {deadline.duty: deadline for deadline in opened.deadlines if deadline.duty in FOLLOW_UP_DUTIES}
    is_open = [deadline for deadline in opened.deadlines if deadline.duty in found and deadline.status in OPEN]
    latest_first = sorted(opened.case.follow_ups, key=_moment, reverse=True)
    return CaseFollowUps(
        badge=badge_text(is_open[0], today) if is_open else "",
        badge_kind=BADGE_OF[is_open[0].status] if is_open else BadgeKind.NEUTRAL,
        following=_following(is_open[0]) if is_open else reason_text(found[DutyId.FOLLOW_UP_LOCAL]),
        draft=half_typed.get(opened.case.id, ""),
        entries=tuple(_entry(talk, opened, now, half_typed) for talk in latest_first),
    )


def follow_up_title(talk: FollowUp) -> str:
    """Return how a follow-up is called: "20. januar 2027 · Samtale"."""
    form = follow_up_form_text(talk.form)
    what = _("{form} (only attempted)").format(form=form) if talk.attempted_only else form
    return f"{long_date(talk.held_on)} · {what}"


def _following(deadline: Deadline) -> str:
    assert deadline.due_on is not None  # noqa: S101 - what is open has a date
    return _("The next one must take place by {date} at the latest.").format(date=long_date(deadline.due_on))


def _moment(talk: FollowUp) -> tuple[str, str]:
    return talk.held_on.isoformat(), talk.finished_at.isoformat() if talk.finished_at else ""


def _entry(talk: FollowUp, opened: OpenedCase, now: datetime, half_typed: Mapping[str, str]) -> FollowUpEntry:
    is_closed = talk.is_closed(now)
    return FollowUpEntry(
        id=talk.id,
        title=follow_up_title(talk),
        is_attempt=talk.attempted_only,
        facts=tuple(_facts(talk)),
        note=talk.note or "",
        agreed=talk.agreed or "",
        goals=tuple(_goals(talk, opened.case)),
        corrections=tuple(
            (_correction(one, _author(opened, one.id)), one.text)
            for one in sorted(talk.corrections, key=lambda one: one.on)
        ),
        state=_state(talk, _author(opened, talk.id), is_closed=is_closed),
        can_change=not is_closed,
        draft="" if is_closed else half_typed.get(talk.id, ""),
    )


def _facts(talk: FollowUp) -> Iterator[tuple[str, str]]:
    if talk.interpreter:
        yield _("Interpreter"), talk.interpreter
    elif talk.finished_at and not talk.attempted_only and talk.form is not FollowUpForm.LETTER:
        yield _("Interpreter"), _("without an interpreter")
    if talk.participants:
        yield _("Participants"), talk.participants
    if talk.topics:
        yield _("Discussed"), "; ".join(topic_text(topic) for topic in talk.topics)
    if talk.repatriation_guided is not None:
        yield _("Guidance on repatriation"), _("yes") if talk.repatriation_guided else _("no")
    if talk.next_on:
        yield _("Next follow-up"), short_date(talk.next_on)


def _goals(talk: FollowUp, case: Case) -> Iterator[tuple[str, str]]:
    goals = {(plan.number, place): goal for plan in case.plans for place, goal in enumerate(plan.goals, start=1)}
    for told in talk.progress:
        goal = goals.get((told.plan_number, told.place))
        if goal:
            yield goal.text, progress_text(told.progress)


def _state(talk: FollowUp, author: str, *, is_closed: bool) -> str:
    if talk.closes_at is None:
        return _("The note came in from a file and is locked.")
    at = talk.closes_at.astimezone()
    text = (
        _("Written by {user}. The note was locked on {date} at {time}.")
        if is_closed
        else _("Written by {user}. The note is locked on {date} at {time}.")
    )
    return text.format(user=author, date=long_date(at.date()), time=f"{at:%H.%M}")


def _correction(correction: FollowUpCorrection, author: str) -> str:
    return _("Correction of {date}, {user}").format(date=long_date(correction.on), user=author)


def _author(opened: OpenedCase, record: str) -> str:
    """Return who wrote a record, from its first revision."""
    return next((line.user for line in reversed(opened.history) if line.record == record), "–")

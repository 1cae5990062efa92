"""The follow-ups of a demonstration: mostly every third month, more often at first, rarely once somebody works."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.application.demo.chance import Chance, Deck
from desktop_app.application.demo.reception import Reception
from desktop_app.application.demo.words import Phrases
from desktop_app.application.demo.work import WorkPath
from desktop_app.domain.case import OfferKind, SupportKind, TargetGroup
from desktop_app.domain.dates import add_months, latest_working_day, next_working_day
from desktop_app.domain.follow_up import FollowUpForm

FORMS = (
    *(FollowUpForm.MEETING,) * 12,
    *(FollowUpForm.PHONE,) * 4,
    *(FollowUpForm.VIDEO,) * 3,
    FollowUpForm.LETTER,
)
USUAL_MONTHS = 3
MONTHS_IN_WORK = 12
MONTHS_AFTER_BIRTH = 6
TALKS_AFTER_ASSESSMENT = 4
FOUR_TALKS_UNTIL = date(2025, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkSubject:
    """What decides when one adult is talked to; `until` is the last day there can be a talk."""

    group: TargetGroup
    reception: Reception
    path: WorkPath
    achieved_on: date | None
    moved_in_on: date | None
    until: date


def talks(subject: TalkSubject, phrases: Phrases, chance: Chance) -> list[dict[str, Any]]:
    """Return an adult's follow-ups as the exchange format writes them, in order, missed appointments among them."""
    found: list[dict[str, Any]] = []
    usual = Deck(phrases.follow_up_notes, chance)
    for held_on in _Calendar(subject, chance).days():
        if chance.happens(0.08):
            missed_on = latest_working_day(held_on - timedelta(days=chance.between(2, 4)))
            note = chance.one_of(phrases.attempt_notes)
            found.append(_talk(missed_on, FollowUpForm.MEETING, note, attempted_only=True))
        form = chance.one_of(FORMS)
        is_letter = form is FollowUpForm.LETTER
        note = chance.one_of(phrases.letter_notes) if is_letter else _note(held_on, subject, phrases, usual, chance)
        found.append(_talk(held_on, form, note))
    return found


def _talk(on: date, form: FollowUpForm, note: str, *, attempted_only: bool = False) -> dict[str, Any]:
    return {"held_on": on.isoformat(), "form": form.value, "attempted_only": attempted_only, "note": note}


def _note(on: date, subject: TalkSubject, phrases: Phrases, usual: Deck[str], chance: Chance) -> str:
    path = subject.path
    if subject.moved_in_on and subject.moved_in_on <= on <= subject.moved_in_on + timedelta(days=60):
        return chance.one_of(phrases.move_notes)
    if path.leave and on in path.leave:
        return chance.one_of(phrases.leave_notes)
    if path.works_on(on):
        in_education = path.work is SupportKind.ORDINARY_EDUCATION
        notes = phrases.education_notes if in_education else phrases.work_notes
        return chance.one_of(notes).format(company=path.company)
    offer = path.offer_on(on - timedelta(days=14))
    if offer and offer.kind is OfferKind.WORK_PLACEMENT and on <= offer.ends_on and chance.happens(0.7):
        return chance.one_of(phrases.placement_notes).format(company=offer.company, tasks=path.trade.tasks)
    return usual.deal()


class _Calendar:
    """The days on which talks are held."""

    def __init__(self, subject: TalkSubject, chance: Chance) -> None:
        self._subject = subject
        self._chance = chance
        self._held: list[date] = []
        self._last = subject.reception.contract_on

    def days(self) -> Iterator[date]:
        """Yield the days; none once the goals were achieved."""
        last_day = self._subject.achieved_on or self._subject.until
        while (held_on := self._next()) <= last_day:
            self._held.append(held_on)
            self._last = held_on
            yield held_on

    def _next(self) -> date:
        moved_in_on = self._subject.moved_in_on
        held_on = self._after_interval()
        if moved_in_on and self._last < moved_in_on <= held_on:
            return next_working_day(moved_in_on + timedelta(days=self._chance.between(2, 16)))
        return held_on

    def _after_interval(self) -> date:
        due_on = add_months(self._last, USUAL_MONTHS)
        longest_delay, longest_lead = 70, 11
        if self._subject.path.works_on(due_on):
            due_on = add_months(self._last, MONTHS_IN_WORK)
        elif self._is_in_first_months(due_on):
            due_on = min(due_on, max(self._last, self._subject.reception.assessed_on) + timedelta(days=43))
            longest_delay, longest_lead = 14, 8
        due_on = self._with_leave(due_on)
        late = self._chance.happens(0.2)
        days = self._chance.between(2, longest_delay) if late else -self._chance.between(0, longest_lead)
        held_on = self._not_into_leave(due_on, due_on + timedelta(days=days))
        return max(latest_working_day(held_on), next_working_day(self._last + timedelta(days=7)))

    def _is_in_first_months(self, due_on: date) -> bool:
        """Tell whether the four talks after the readiness assessment are still to be held (§ 20, stk. 1 until 2025)."""
        assessed_on = self._subject.reception.assessed_on
        applies = self._subject.group is TargetGroup.DISPLACED_UKRAINE or assessed_on <= FOUR_TALKS_UNTIL
        if self._subject.path.first_support is not SupportKind.BENEFIT or not applies:
            return False
        since = sum(held_on >= assessed_on for held_on in self._held)
        return since < TALKS_AFTER_ASSESSMENT and due_on > assessed_on + timedelta(days=20)

    def _not_into_leave(self, due_on: date, held_on: date) -> date:
        """Return the day of a talk; one that was due before a leave is not put off until in it."""
        leave = self._subject.path.leave
        return leave.first - timedelta(days=1) if leave and due_on < leave.first <= held_on else held_on

    def _with_leave(self, due_on: date) -> date:
        leave, born_on = self._subject.path.leave, self._subject.path.child_born_on
        if leave is None or born_on is None or leave.last is None:
            return due_on
        since = [held_on for held_on in self._held if held_on >= born_on]
        if not since and due_on in leave:
            return min(add_months(born_on, MONTHS_AFTER_BIRTH), leave.last)
        if since and (due_on in leave or (len(since) == 1 and since[0] < leave.last)):
            return leave.last
        return due_on

"""Registrér: that a duty was fulfilled, or that an offer was made, in one short dialog; and taking it back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.application.record_event import Recorded
from desktop_app.domain.case import Case, Event, Offer
from desktop_app.domain.case_checks import CaseRefused
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadline_decisions import DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.recorded_events import RECORDABLE, Delay, EventRefused, Happening
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_form_texts import problem_text
from desktop_app.presenters.decision_texts import delay_cause_text
from desktop_app.presenters.dialogs import DialogFollower, DialogView
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.event_form import (
    OFFER,
    EventField,
    begun,
    event_field_label,
    event_value_text,
    fault_texts,
    fields_of,
    missed_deadline,
    problems_with_event,
    read_delay,
    read_happening,
    read_offer,
    remarks_with_event,
    what_text,
)
from desktop_app.presenters.event_words import event_name
from desktop_app.translation import _, long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDialogShown:
    """The dialog as it opens: whom it is about, what can be recorded, which fields show and what stands in each.

    `on_help` says which day is meant, where that is not plain.
    """

    citizen: str
    case_number: str
    choices: tuple[tuple[str, str], ...]
    causes: tuple[tuple[str, str], ...]
    texts: Mapping[EventField, str]
    fields: frozenset[EventField]
    on_help: str


class EventView(DialogView, Protocol):
    """The dialog."""

    def ask(self, shown: EventDialogShown) -> None:
        """Open the dialog."""
        ...

    def show_fields(self, fields: frozenset[EventField], on_help: str) -> None:
        """Show these fields and no others."""
        ...


class EventWork(Protocol):
    """What the dialog asks of the open store."""

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        """Read the case."""
        ...

    def record_event(
        self, case_number: str, happening: Happening, today: date, draft_id: str | None = None
    ) -> Recorded:
        """Record an event."""
        ...

    def record_offer(
        self, case_number: str, offer: Offer, today: date, draft_id: str | None = None, delay: Delay | None = None
    ) -> Recorded:
        """Record an offer."""
        ...

    def take_back(self, recorded: Recorded) -> Changes:
        """Remove what was recorded."""
        ...


class EventPresenter:
    """Holds the dialog while it is open; it is a drafted form (`presenters.drafts.DraftedForm`)."""

    screen = "event"

    def __init__(
        self,
        view: EventView,
        follower: DialogFollower,
        *,
        work: EventWork,
        rulebook: Rulebook,
        today: Callable[[], date],
        new_id: Callable[[], str],
    ) -> None:
        self.draft_id: str | None = None
        self._view, self._follower, self._work = view, follower, work
        self._rulebook, self._today, self._new_id = rulebook, today, new_id
        self._case: Case | None = None
        self._deadlines: Sequence[Deadline] = ()
        self._begun: dict[EventField, str] = {}
        self._texts: dict[EventField, str] = {}

    # A drafted form -----------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The id of the case."""
        return self._case.id if self._case else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, or None while nothing is."""
        if self._case is None or self._texts == self._begun:
            return None
        texts = {field.value: text for field, text in self._texts.items()}
        return {"case_number": self._case.case_number, "texts": texts}

    def based_on(self) -> Mapping[str, int]:
        """Return nothing: what happened is new."""
        return {}

    def title(self, draft: Draft) -> str:
        """Return "Registrering, sag 2026-014"."""
        return _("Recording, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the dialog and put back what was typed."""
        texts = _texts_in(draft)
        opened = self._work.open(draft.content["case_number"], self._today(), again=True)
        self._ask(opened, texts[EventField.WHAT], texts)

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return everything that was typed, beside nothing saved."""
        texts = _texts_in(draft)
        what = texts[EventField.WHAT]
        return [
            Difference(event_field_label(field, what), "–", event_value_text(field, texts[field], self._rulebook))
            for field in EventField
            if field in fields_of(what, is_late=bool(texts[EventField.CAUSE])) and texts[field].strip()
        ]

    # The dialog ---------------------------------------------------------------------------------------------------

    def ask(self, opened: OpenedCase, what: str = "") -> None:
        """Open the dialog for a duty or `OFFER`, by default for the duty of the case that is due first."""
        self.draft_id = None
        self._ask(opened, what or _due_first(opened), {})

    def type(self, field: EventField, text: str) -> None:
        """Take in what is typed in a field."""
        self._texts[field] = text
        if field in {EventField.WHAT, EventField.ON, EventField.STARTS}:
            self._view.show_fields(self._fields(), self._on_help())
        if field is EventField.WHAT:
            self._view.show_problems({})
        self._remark()

    def close(self) -> None:
        """Let go of the dialog and of what was typed."""
        self._case = None

    def record(self) -> None:
        """Record it, or say what is wrong."""
        case = self._case
        if case is None:
            return
        problems = problems_with_event(self._texts, case, self._today(), self._missed())
        self._view.show_problems(problems)
        if problems:
            return
        try:
            recorded = self._record(case.case_number)
        except EventRefused as refused:
            self._view.show_problems(fault_texts(refused.faults))
        except CaseRefused as refused:
            self._view.show_error(" ".join(problem_text(problem) for problem in refused.problems))
        except ApplicationError as error:
            self._view.show_error(error_text(error))
        else:
            what = what_text(self._texts[EventField.WHAT], self._rulebook)
            self.draft_id, self._case = None, None
            self._view.finish()
            self._follower.show_changes(recorded.changes)
            self._follower.say_done(_("Recorded: {event}.").format(event=what), partial(self._take_back, recorded))

    # Taking back --------------------------------------------------------------------------------------------------

    def remove(self, opened: OpenedCase, event_id: str) -> None:
        """Remove an event that was recorded before; the history keeps it, and for a while it can be had back."""
        event = next((event for event in opened.case.events if event.id == event_id), None)
        if event is None:
            return
        recorded = Recorded(case_number=opened.case.case_number, changes=Changes(), event=event)
        text = _("The recording is removed: {event} on {date}.").format(
            event=event_name(event.duty, self._rulebook), date=long_date(event.on)
        )
        happening = _as_it_was(event, opened.case)
        undo = partial(self._record_again, opened.case.case_number, happening) if happening else None
        self._remove(recorded, text, undo)

    def _take_back(self, recorded: Recorded) -> None:
        self._remove(recorded, _("The recording is undone."), None)

    def _remove(self, recorded: Recorded, text: str, undo: Callable[[], None] | None) -> None:
        try:
            changes = self._work.take_back(recorded)
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
            return
        self._follower.show_changes(changes)
        self._follower.say_done(text, undo)

    def _record_again(self, case_number: str, happening: Happening) -> None:
        try:
            recorded = self._work.record_event(case_number, happening, self._today())
        except EventRefused as refused:
            self._follower.show_error(" ".join(fault_texts(refused.faults).values()))
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
        else:
            self._follower.show_changes(recorded.changes)
            self._follower.say_done(_("The recording is there again."))

    # --------------------------------------------------------------------------------------------------------------

    def _ask(self, opened: OpenedCase, what: str, typed: Mapping[EventField, str]) -> None:
        self._case = case = opened.case
        self._deadlines = opened.deadlines
        self._begun = begun(what, self._today())
        self._texts = {**self._begun, **typed}
        shown = EventDialogShown(
            citizen=case.citizen.full_name,
            case_number=case.case_number,
            choices=tuple((each, what_text(each, self._rulebook)) for each in (*RECORDABLE, OFFER)),
            texts=dict(self._texts),
            causes=tuple((cause.value, delay_cause_text(cause)) for cause in DelayCause),
            fields=self._fields(),
            on_help=self._on_help(),
        )
        self._view.ask(shown)
        self._remark()

    def _fields(self) -> frozenset[EventField]:
        return fields_of(self._texts[EventField.WHAT], is_late=self._missed() is not None)

    def _missed(self) -> Deadline | None:
        return missed_deadline(self._deadlines, self._texts, self._today())

    def _on_help(self) -> str:
        return _("The day the offer was made") if self._texts[EventField.WHAT] == OFFER else ""

    def _remark(self) -> None:
        if self._case:
            self._view.show_remarks(remarks_with_event(self._texts, self._case, self._today()))

    def _record(self, case_number: str) -> Recorded:
        if self._texts[EventField.WHAT] == OFFER:
            offer = read_offer(self._texts, self._today(), self._new_id())
            delay = read_delay(self._missed(), self._texts)
            return self._work.record_offer(case_number, offer, self._today(), self.draft_id, delay)
        happening = read_happening(self._texts, self._today(), self._missed())
        return self._work.record_event(case_number, happening, self._today(), self.draft_id)


def _due_first(opened: OpenedCase) -> str:
    """Return what is most likely to be recorded: the duty due first, else what was never recorded, else the first."""
    wanted = [duty for duty in RECORDABLE if duty != DutyId.PROGRAMME_MAX_LENGTH]
    due = [each.duty for each in opened.deadlines if each.status in OPEN and each.duty in wanted]
    recorded = {event.duty for event in opened.case.events}
    return next(iter((*due, *(duty for duty in wanted if duty not in recorded), *wanted)))


def _texts_in(draft: Draft) -> dict[EventField, str]:
    return {field: str(draft.content["texts"].get(field.value, "")) for field in EventField}


def _as_it_was(event: Event, case: Case) -> Happening | None:
    """Return what to record to have an event back, None for an assessment of which nobody knows the outcome."""
    if event.duty != DutyId.READINESS_ASSESSED:
        return Happening(duty=event.duty, on=event.on, note=event.note or "")
    counts = next((each.kind for each in case.readiness if event.on in each.period), None)
    return Happening(duty=event.duty, on=event.on, note=event.note or "", readiness=counts) if counts else None

"""The dialog *Registrér* as it is typed: its fields, what they mean, and what is wrong or odd about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.case import Case, Offer, OfferKind, ReadinessKind
from desktop_app.domain.case_checks import Column, problems_of
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.decided_deadlines import computed_date, decision_about
from desktop_app.domain.duties import DutyId
from desktop_app.domain.recorded_events import (
    Delay,
    EventFault,
    EventRemark,
    Happening,
    faults_in_delay,
    faults_in_event,
    remarks_on_event,
)
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_form import shown
from desktop_app.presenters.case_form_reading import read_hours
from desktop_app.presenters.case_form_texts import problem_text
from desktop_app.presenters.decision_texts import delay_cause_text
from desktop_app.presenters.event_words import event_name
from desktop_app.presenters.field_words import offer_kind_text, readiness_text
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.typed_text import one_line, text_problems
from desktop_app.translation import _, capitalised

OFFER: Final = "offer"
"""What is recorded when it is an offer of employment and no event."""


class EventField(StrEnum):
    """The fields of the dialog; `ON` is the day it happened, or the day an offer was made."""

    WHAT = "what"
    ON = "on"
    READINESS = "readiness"
    KIND = "kind"
    COMPANY = "company"
    STARTS = "starts"
    ENDS = "ends"
    HOURS = "hours"
    CAUSE = "cause"
    NOTE = "note"


Texts = Mapping[EventField, str]

_FULFILLED_BY_OFFER: Mapping[str, EventField] = {
    DutyId.OFFER_FIRST: EventField.ON,
    DutyId.OFFER_GAP: EventField.STARTS,
}

_OF_OFFER = frozenset(set(EventField) - {EventField.READINESS, EventField.CAUSE, EventField.NOTE})
_OF_DELAY = frozenset({EventField.CAUSE, EventField.NOTE})
_OF_EVENT = frozenset({EventField.WHAT, EventField.ON, EventField.NOTE})


def begun(what: str, today: date) -> dict[EventField, str]:
    """Return what stands in the fields before anything is typed."""
    return dict.fromkeys(EventField, "") | {
        EventField.WHAT: what,
        EventField.ON: shown(today),
        EventField.KIND: OfferKind.WORK_PLACEMENT.value,
    }


def fields_of(what: str, *, is_late: bool = False) -> frozenset[EventField]:
    """Return the fields that are asked for; what came late has a cause."""
    fields = _OF_OFFER if what == OFFER else _OF_EVENT
    if what == DutyId.READINESS_ASSESSED:
        fields |= {EventField.READINESS}
    return fields | _OF_DELAY if is_late else fields


def missed_deadline(deadlines: Sequence[Deadline], texts: Texts, today: date) -> Deadline | None:
    """Return the open deadline that what is typed comes too late for, and of which nobody has said why."""
    what = texts[EventField.WHAT]
    fields = _FULFILLED_BY_OFFER if what == OFFER else {what: EventField.ON}
    for one in deadlines:
        on = _day(texts, fields[one.duty], today) if one.duty in fields and one.status in OPEN else None
        is_late = on is not None and one.due_on is not None and one.due_on < on <= today
        if is_late and not decision_about(one, DecisionKind.LATE_BECAUSE):
            return one
    return None


def read_delay(missed: Deadline | None, texts: Texts) -> Delay | None:
    """Return the cause that is typed for a deadline that was missed."""
    computed_on = computed_date(missed) if missed else None
    if missed is None or computed_on is None:
        return None
    cause = texts[EventField.CAUSE]
    return Delay(
        duty=missed.duty,
        computed_on=computed_on,
        cause=DelayCause(cause) if cause else None,
        reason=texts[EventField.NOTE],
    )


def event_field_label(field: EventField, what: str) -> str:
    """Return what a field is called."""
    if field is EventField.ON and what == OFFER:
        return _("Offered on")
    return {
        EventField.WHAT: _("What has happened?"),
        EventField.ON: _("Date"),
        EventField.READINESS: _("Assessed as"),
        EventField.KIND: _("Kind of offer"),
        EventField.COMPANY: _("Company"),
        EventField.STARTS: _("Begins"),
        EventField.ENDS: _("Ends"),
        EventField.HOURS: _("Hours a week"),
        EventField.CAUSE: _("Why was it late?"),
        EventField.NOTE: _("Note"),
    }[field]


def event_value_text(field: EventField, text: str, rulebook: Rulebook) -> str:
    """Return what a field holds as one reads it."""
    match field:
        case EventField.WHAT:
            return what_text(text, rulebook)
        case EventField.READINESS:
            return capitalised(readiness_text(ReadinessKind(text)))
        case EventField.CAUSE:
            return delay_cause_text(DelayCause(text))
        case EventField.KIND:
            return offer_kind_text(OfferKind(text))
        case _:
            return text


def what_text(what: str, rulebook: Rulebook) -> str:
    """Return the words for what can be recorded."""
    return _("Offer of employment") if what == OFFER else event_name(what, rulebook)


def read_happening(texts: Texts, today: date, missed: Deadline | None = None) -> Happening:
    """Return the event that is typed; a day that cannot be read is none."""
    counts = texts[EventField.READINESS] if texts[EventField.WHAT] == DutyId.READINESS_ASSESSED else ""
    return Happening(
        duty=texts[EventField.WHAT],
        on=_day(texts, EventField.ON, today),
        note=texts[EventField.NOTE],
        readiness=ReadinessKind(counts) if counts else None,
        delay=read_delay(missed, texts),
    )


def read_offer(texts: Texts, today: date, offer_id: str) -> Offer:
    """Return the offer that is typed."""
    return Offer(
        id=offer_id,
        kind=OfferKind(texts[EventField.KIND]),
        company=one_line(texts[EventField.COMPANY]) or None,
        offered_on=_day(texts, EventField.ON, today),
        starts_on=_day(texts, EventField.STARTS, today),
        ends_on=_day(texts, EventField.ENDS, today),
        hours_per_week=read_hours(texts[EventField.HOURS]),
    )


def problems_with_event(texts: Texts, case: Case, today: date, missed: Deadline | None = None) -> dict[str, str]:
    """Return a sentence for each field that keeps the event or the offer from being recorded."""
    if texts[EventField.WHAT] != OFFER:
        faults = faults_in_event(case, read_happening(texts, today, missed), today)
        return fault_texts(faults) | _unkept(texts, missed) | _unread(texts, today, (EventField.ON,))
    offer = read_offer(texts, today, "new")
    found = problems_of(replace(case, offers=(*case.offers, offer)), case, today)
    problems: dict[str, str] = {
        _FIELD_OF[problem.column]: problem_text(problem) for problem in found if problem.column in _FIELD_OF
    }
    delay = read_delay(missed, texts)
    problems |= fault_texts(faults_in_delay(delay)) if delay else {}
    return (
        problems | _unkept(texts, missed) | _unread(texts, today, (EventField.ON, EventField.STARTS, EventField.ENDS))
    )


def remarks_with_event(texts: Texts, case: Case, today: date) -> dict[str, str]:
    """Return what is worth a second look, at its field."""
    if texts[EventField.WHAT] == OFFER:
        return {}
    words = {
        EventRemark.BEFORE_TAKEOVER: _("The day lies before the municipality took over. Check the date."),
        EventRemark.EARLIER_COUNTS: _("It was recorded on an earlier day too, and that day counts."),
    }
    found = remarks_on_event(case, read_happening(texts, today))
    return {EventField.ON: words[found[0]]} if found else {}


def fault_texts(faults: Iterable[EventFault]) -> dict[str, str]:
    """Return the sentence for each fault, at its field."""
    words = {
        EventFault.NO_DATE: (EventField.ON, _("Enter the date")),
        EventFault.IN_FUTURE: (EventField.ON, _("The date cannot lie in the future")),
        EventFault.ALREADY_RECORDED: (EventField.ON, _("This is recorded on that day already")),
        EventFault.NO_READINESS: (EventField.READINESS, _("Choose what the citizen was assessed as")),
        EventFault.NO_CAUSE: (EventField.CAUSE, _("Choose why it was late")),
        EventFault.NO_WORDS: (EventField.NOTE, _("Write what the cause was")),
        EventFault.NOTE_TOO_LONG: (EventField.NOTE, _("The text is too long. Shorten it.")),
    }
    return dict(words[fault] for fault in faults)


_FIELD_OF: Mapping[Column | None, EventField] = {
    Column.OFFERED: EventField.ON,
    Column.LAST: EventField.ENDS,
    Column.HOURS: EventField.HOURS,
    Column.COMPANY: EventField.COMPANY,
}


def _day(texts: Texts, field: EventField, today: date) -> date | None:
    try:
        return read_date(texts[field], today, looks_back=field is EventField.ON)
    except DateNotRead:
        return None


def _unkept(texts: Texts, missed: Deadline | None) -> dict[str, str]:
    asked = fields_of(texts[EventField.WHAT], is_late=missed is not None)
    return text_problems({field.value: texts[field] for field in asked})


def _unread(texts: Texts, today: date, fields: Iterable[EventField]) -> dict[str, str]:
    problems: dict[str, str] = {}
    for field in fields:
        try:
            read_date(texts[field], today, looks_back=field is EventField.ON)
        except DateNotRead as error:
            problems[field] = date_error_text(error)
    return problems

"""The dialog *Registrér* as it is typed: its fields, what they mean, and what is wrong or odd about them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.case import Case, Offer, OfferKind, ReadinessKind
from desktop_app.domain.case_checks import Column, problems_of
from desktop_app.domain.duties import DutyId
from desktop_app.domain.recorded_events import (
    EventFault,
    EventRemark,
    Happening,
    faults_in_event,
    remarks_on_event,
)
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_form import shown
from desktop_app.presenters.case_form_reading import read_hours
from desktop_app.presenters.case_form_texts import problem_text
from desktop_app.presenters.event_words import event_name
from desktop_app.presenters.field_words import offer_kind_text, readiness_text
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
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
    NOTE = "note"


Texts = Mapping[EventField, str]

_OF_OFFER = frozenset(set(EventField) - {EventField.READINESS, EventField.NOTE})
_OF_EVENT = frozenset({EventField.WHAT, EventField.ON, EventField.NOTE})


def begun(what: str, today: date) -> dict[EventField, str]:
    """Return what stands in the fields before anything is typed."""
    return dict.fromkeys(EventField, "") | {
        EventField.WHAT: what,
        EventField.ON: shown(today),
        EventField.KIND: OfferKind.WORK_PLACEMENT.value,
    }


def fields_of(what: str) -> frozenset[EventField]:
    """Return the fields that are asked for."""
    if what == OFFER:
        return _OF_OFFER
    return _OF_EVENT | {EventField.READINESS} if what == DutyId.READINESS_ASSESSED else _OF_EVENT


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
        EventField.NOTE: _("Note"),
    }[field]


def event_value_text(field: EventField, text: str, rulebook: Rulebook) -> str:
    """Return what a field holds as one reads it."""
    match field:
        case EventField.WHAT:
            return what_text(text, rulebook)
        case EventField.READINESS:
            return capitalised(readiness_text(ReadinessKind(text)))
        case EventField.KIND:
            return offer_kind_text(OfferKind(text))
        case _:
            return text


def what_text(what: str, rulebook: Rulebook) -> str:
    """Return the words for what can be recorded."""
    return _("Offer of employment") if what == OFFER else event_name(what, rulebook)


def read_happening(texts: Texts, today: date) -> Happening:
    """Return the event that is typed; a day that cannot be read is none."""
    counts = texts[EventField.READINESS] if texts[EventField.WHAT] == DutyId.READINESS_ASSESSED else ""
    return Happening(
        duty=texts[EventField.WHAT],
        on=_day(texts, EventField.ON, today),
        note=texts[EventField.NOTE],
        readiness=ReadinessKind(counts) if counts else None,
    )


def read_offer(texts: Texts, today: date, offer_id: str) -> Offer:
    """Return the offer that is typed."""
    return Offer(
        id=offer_id,
        kind=OfferKind(texts[EventField.KIND]),
        company=" ".join(texts[EventField.COMPANY].split()) or None,
        offered_on=_day(texts, EventField.ON, today),
        starts_on=_day(texts, EventField.STARTS, today),
        ends_on=_day(texts, EventField.ENDS, today),
        hours_per_week=read_hours(texts[EventField.HOURS]),
    )


def problems_with_event(texts: Texts, case: Case, today: date) -> dict[str, str]:
    """Return a sentence for each field that keeps the event or the offer from being recorded."""
    if texts[EventField.WHAT] != OFFER:
        faults = faults_in_event(case, read_happening(texts, today), today)
        return fault_texts(faults) | _unread(texts, today, (EventField.ON,))
    offer = read_offer(texts, today, "new")
    found = problems_of(replace(case, offers=(*case.offers, offer)), case, today)
    problems = {_FIELD_OF[problem.column]: problem_text(problem) for problem in found if problem.column in _FIELD_OF}
    return problems | _unread(texts, today, (EventField.ON, EventField.STARTS, EventField.ENDS))


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


def _unread(texts: Texts, today: date, fields: Iterable[EventField]) -> dict[str, str]:
    problems: dict[str, str] = {}
    for field in fields:
        try:
            read_date(texts[field], today, looks_back=field is EventField.ON)
        except DateNotRead as error:
            problems[field] = date_error_text(error)
    return problems

"""Open deadlines as a calendar file: all-day entries without names, stable when imported again."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time

from icalendar import Calendar, Event

from desktop_app.domain.deadline import Deadline
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Duty
from desktop_app.presenters.deadline_rows import calendar_entries


def as_calendar(deadlines: Sequence[Deadline], duties: Mapping[DutyId, Duty]) -> str:
    """Return an iCalendar file. Its time stamps are the entries' own days, so equal deadlines give an equal file."""
    calendar = Calendar()
    calendar.add("prodid", "-//Én Plan//enplan//DA")
    calendar.add("version", "2.0")
    for uid, on, text in calendar_entries(deadlines, duties):
        entry = Event()
        entry.add("uid", uid)
        entry.add("dtstamp", datetime.combine(on, time(), UTC))
        entry.add("dtstart", on)
        entry.add("summary", text)
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    return str(calendar.to_ical(), "utf-8")

"""Deadlines as a calendar file: an entry for the whole day of each, known again when the file is imported anew.

What RFC 5545 and RFC 5546 say of an entry that comes again decides the stamps. The file has no METHOD, for nobody is
invited to anything; DTSTAMP then means the same as LAST-MODIFIED, and both are the moment the file is written. Of two
entries with one UID the higher SEQUENCE holds, and Outlook documents that it goes by that number (MS-STANOICAL); no
count of changes is kept, so it is the seconds since 2020, which a later file always has more of. A deadline that moved
back in time therefore replaces the later one, which stamps made from the day itself would have forbidden.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from desktop_app.documents.printable_text import printable

_SEQUENCE_BEGINS = datetime(2020, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


def as_calendar(entries: Iterable[tuple[str, date, str]], at: datetime, *, is_private: bool = False) -> str:
    """Return an iCalendar file of entries (id, day, text), written `at` an aware moment.

    What names people `is_private`: a calendar that is shared then shows others that something is there, not what.
    """
    moment = at.astimezone(UTC).replace(microsecond=0)
    sequence = max(0, int((moment - _SEQUENCE_BEGINS).total_seconds()))
    calendar = Calendar()
    calendar.add("prodid", "-//Én Plan//enplan//DA")
    calendar.add("version", "2.0")
    for uid, on, text in entries:
        entry = Event()
        entry.add("uid", uid)
        entry.add("sequence", sequence)
        entry.add("dtstamp", moment)
        entry.add("last-modified", moment)
        entry.add("dtstart", on)
        if on < date.max:  # without an end an entry lasts its day all the same, but not every program knows
            entry.add("dtend", on + _DAY)
        entry.add("summary", " ".join(printable(text).split()))
        entry.add("transp", "TRANSPARENT")
        if is_private:
            entry.add("class", "PRIVATE")
        calendar.add_component(entry)
    return str(calendar.to_ical(), "utf-8")

"""Deadlines in a calendar, read back by the library that also reads other programs' files."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from desktop_app.documents.calendar_file import as_calendar

NOW = datetime(2026, 11, 22, 9, 12, 30, 500_000, tzinfo=UTC)
UID = "0123456789abcdef@enplan"


def entry(on: date, text: str = "Frist sag 2026-014: Kontrakt", at: datetime = NOW, *, is_private: bool = False) -> Any:  # noqa: ANN401 - a component answers to any name
    calendar = Calendar.from_ical(as_calendar([(UID, on, text)], at, is_private=is_private))
    [found] = calendar.walk("VEVENT")
    return found


def test_an_entry_lasts_the_whole_day_and_takes_none_of_its_time() -> None:
    found = entry(date(2026, 12, 31))

    assert found.decoded("dtstart") == date(2026, 12, 31)
    assert found.decoded("dtend") == date(2027, 1, 1)
    assert found["dtstart"].params["VALUE"] == "DATE"
    assert str(found["transp"]) == "TRANSPARENT"
    assert str(found["summary"]) == "Frist sag 2026-014: Kontrakt"


def test_without_a_method_the_stamp_is_when_the_entry_was_last_revised() -> None:
    text = as_calendar([(UID, date(2026, 12, 31), "Frist")], NOW)
    found = entry(date(2026, 12, 31))

    assert "METHOD" not in text
    assert found.decoded("dtstamp") == found.decoded("last-modified") == NOW.replace(microsecond=0)


@pytest.mark.parametrize("moved_to", [date(2026, 12, 1), date(2027, 2, 1)])
def test_a_later_file_replaces_the_entry_wherever_the_deadline_moved(moved_to: date) -> None:
    """RFC 5546, 2.1.5: the same UID, then the higher SEQUENCE, then the later DTSTAMP."""
    first = entry(date(2027, 1, 1))
    later = entry(moved_to, at=NOW + timedelta(seconds=1))

    assert str(first["uid"]) == str(later["uid"]) == UID
    assert int(later["sequence"]) > int(first["sequence"])
    assert later.decoded("dtstamp") > first.decoded("dtstamp")


def test_the_sequence_fits_what_calendars_count_with() -> None:
    assert 0 < int(entry(date(2080, 1, 1), at=datetime(2080, 1, 1, tzinfo=UTC))["sequence"]) < 2**31
    assert int(entry(date(2010, 1, 1), at=datetime(2010, 1, 1, tzinfo=UTC))["sequence"]) == 0


def test_stamps_are_in_universal_time_wherever_the_computer_stands() -> None:
    danish = NOW.astimezone(timezone(timedelta(hours=1)))

    assert entry(date(2026, 12, 31), at=danish)["dtstamp"].to_ical() == b"20261122T091230Z"


def test_what_names_people_is_private() -> None:
    assert str(entry(date(2026, 12, 31), is_private=True)["class"]) == "PRIVATE"
    assert "class" not in entry(date(2026, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "Al-Hassan\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other",
        "Al;Hassan, Rima\\n",
        "Al\x00Hassan\x07",
        "Al\ud800Hassan",
        "ريما الحسن " * 40,
    ],
)
def test_a_hostile_name_stays_within_its_entry(text: str) -> None:
    written = as_calendar([(UID, date(2026, 12, 31), text), ("b@enplan", date(2026, 12, 31), "Frist")], NOW)

    uids = [str(found["uid"]) for found in Calendar.from_ical(written).walk("VEVENT")]
    assert uids == [UID, "b@enplan"]
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75


def test_the_last_day_there_is_has_no_day_after() -> None:
    assert "dtend" not in entry(date.max)


def test_a_calendar_without_entries_is_one() -> None:
    assert Calendar.from_ical(as_calendar([], NOW)).walk("VEVENT") == []

"""How single values are written in the exchange format `enplan-cases`, and read again."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from desktop_app.domain.dates import Period

Json = dict[str, Any]


def text_of(day: date | None) -> str | None:
    """Return a day as it is written."""
    return day.isoformat() if day else None


def day_in(values: Mapping[str, Any], key: str) -> date | None:
    """Return the day under a key, or None."""
    text = values.get(key)
    return date.fromisoformat(text) if text else None


def moment_text_of(moment: datetime | None) -> str | None:
    """Return an aware moment as it is written: in UTC, as in 2027-01-20T09:12:00Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else None


def moment_in(values: Mapping[str, Any], key: str) -> datetime | None:
    """Return the moment under a key, in UTC, or None."""
    text = values.get(key)
    return datetime.fromisoformat(text) if text else None


def number_of(value: float | None) -> float | int | None:
    """Return whole hours as the whole number they were written as."""
    return int(value) if value is not None and value == int(value) else value


def hours_in(values: Mapping[str, Any], key: str) -> float | None:
    """Return the hours under a key, or None."""
    value = values.get(key)
    return None if value is None else float(value)


def period_of(period: Period) -> Json:
    """Return a period as it is written."""
    return {"from": period.first.isoformat(), "to": text_of(period.last)}


def period_in(values: Mapping[str, Any]) -> Period:
    """Return the period that is written beside other values."""
    return Period(date.fromisoformat(values["from"]), day_in(values, "to"))


def list_in(values: Mapping[str, Any], key: str) -> Iterable[Any]:
    """Return the list under a key; one that is absent is empty."""
    found: Iterable[Any] = values.get(key) or ()
    return found


def in_order(items: Iterable[Json]) -> list[Json]:
    """Return the items by their values in the order they are written, the date first; what is missing comes last."""
    return sorted(items, key=lambda item: [(value is None, str(value)) for value in item.values()])

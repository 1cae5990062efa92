"""Reads the worked cases: what a lawyer wrote down about a case, a day and every duty asked about.

A case has a Danish title, the paragraph, the facts in the words of the exchange format and the day asked about. Under
`expect` stands how each duty must stand; what is not named there must be empty. `doubt` is a change of the law that
leaves open which version decides, or `none`. `everything_else` is the status of every duty not named, `history` what is
over.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.duties import DutyId

FOLDER = Path(__file__).parent / "worked_cases"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """How a duty must stand. The first six are always compared, the others only when they are given."""

    status: str
    due_on: date | None = None
    fulfilled_on: date | None = None
    days_late: int | None = None
    reason: str | None = None
    suspended_until: date | None = None
    reason_on: date | None = None
    missing: str | None = None
    counts_from: str | None = None
    rule_from: date | None = None
    aim_on: date | None = None
    held: int | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An occurrence of a repeating duty that is over."""

    duty: str
    status: str
    due_on: date
    fulfilled_on: date
    days_late: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedCase:
    """One case with its day and what must come out."""

    file: str
    title: str
    section: str
    as_of: date
    facts: Mapping[str, Any]
    expect: Mapping[DutyId, Expected]
    everything_else: str | None = None
    history: tuple[Past, ...] | None = None
    uses_suspension: bool = True
    exchange: Json = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "exchange", _as_exchange(self.title, self.facts))


def worked_cases() -> list[WorkedCase]:
    """Return every worked case, file by file.

    Raises:
        TypeError, ValueError: a case says something that is not known.
    """
    return [case for file in sorted(FOLDER.glob("*.toml")) for case in _read(file)]


def _read(file: Path) -> Iterator[WorkedCase]:
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    for values in content.pop("case"):
        expect = {DutyId(duty): Expected(**expected) for duty, expected in values.pop("expect").items()}
        history = values.pop("history", None)
        yield WorkedCase(
            file=file.stem,
            expect=expect,
            history=None if history is None else tuple(Past(**past) for past in history),
            **values,
        )
    if content:
        raise ValueError(content)


def _as_exchange(title: str, facts: Mapping[str, Any]) -> Json:
    """Return the facts as the exchange format writes a case, with the names every case needs."""
    values = _without_dates(dict(facts))
    named = {"given_names": "Rima", "family_name": "Al-Hassan", **values.get("citizen", {})}
    return {"case_number": title[:200], **values, "citizen": named}


def _without_dates(value: Any) -> Any:  # noqa: ANN401 - TOML holds anything
    if isinstance(value, dict):
        return {key: _without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value

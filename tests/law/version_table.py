"""Reads the table of the law's versions that was written down independently of the program's rule files."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Condition

FILE = Path(__file__).parent / "versions.toml"

SPANS = ("due", "in_ordinary_work", "after_birth", "aim")

GROUPS = {
    "R": TargetGroup.REFUGEE,
    "Q": TargetGroup.QUOTA_REFUGEE,
    "FR": TargetGroup.FAMILY_OF_REFUGEE,
    "FO": TargetGroup.FAMILY_OF_OTHER,
    "U": TargetGroup.DISPLACED_UKRAINE,
    "UM": TargetGroup.UNACCOMPANIED_MINOR,
    "I": TargetGroup.IMMIGRANT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableVersion:
    """What the law says of a duty for some groups from `first` to `last`, both included."""

    duty: DutyId
    groups: frozenset[TargetGroup]
    first: date
    last: date | None = None
    due: Span | None = None
    times: int | None = None
    conditions: frozenset[Condition] = frozenset()
    in_ordinary_work: Span | None = None
    after_birth: Span | None = None
    aim: Span | None = None
    rolls: bool = False
    may: bool = False
    unseen: bool = False
    standing: str = "statute"
    inferred: bool = False
    repeats: bool = False
    between: Period | None = None

    def holds_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def table_versions() -> list[TableVersion]:
    """Return the table, entry by entry."""
    rows: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["version"]
    return [TableVersion(**_fields(row)) for row in rows]


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    words = {key: value for key, value in row.items() if key not in {"from", "to"}}
    return {
        **words,
        "first": row["from"],
        "last": row.get("to"),
        "duty": DutyId(row["duty"]),
        "groups": frozenset(GROUPS[group] for group in row["groups"].split()),
        "conditions": frozenset(Condition(word) for word in row.get("conditions", "").split()),
        **{key: _span(row.get(key)) for key in SPANS},
        "between": _period(row.get("between")),
    }


def _span(text: str | None) -> Span | None:
    if text is None:
        return None
    value, unit = text.split()
    return Span(int(value), Unit(unit))


def _period(text: str | None) -> Period | None:
    return Period(*map(date.fromisoformat, text.split())) if text else None

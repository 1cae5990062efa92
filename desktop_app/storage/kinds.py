"""The kinds of record there are, and how their values read in each of the three places they stand.

A record's values are a plain dictionary with its `id`, its `version` and its fields, as a row holds them (dates as
`date`, moments as aware `datetime`, flags as `bool`). A revision holds the fields as JSON (dates and moments as text),
and the driver gives SQLite's own types.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import JSON, Boolean, Date, Float, Table
from sqlalchemy.types import TypeEngine

from desktop_app.storage.follow_up_rows import FollowUpCorrectionRow, FollowUpRow
from desktop_app.storage.plan_rows import (
    ActivityRow,
    AttachmentRow,
    CommitmentRow,
    DocumentRow,
    FrozenPlanRow,
    GoalRow,
    PlanRow,
)
from desktop_app.storage.revisions import moment_text
from desktop_app.storage.rows import (
    CaseRow,
    CitizenRow,
    ComplaintRow,
    ConsentRow,
    DeadlineDecisionRow,
    EventRow,
    FactCorrectionRow,
    HouseholdRow,
    LocalStandardRow,
    LogoRow,
    MemberRow,
    Moment,
    MoveRow,
    NoteRow,
    OfferRow,
    ParentalLeaveRow,
    PhraseRow,
    Record,
    ResultRow,
    SettingsRow,
    StatusPeriodRow,
)

Values = dict[str, Any]


class Stored(NamedTuple):
    """A record as a row holds it."""

    kind: str
    values: Values


KINDS: Final[dict[str, type[Record]]] = {
    row.__tablename__: row
    for row in (  # what a record belongs to comes before it
        SettingsRow,
        LogoRow,
        LocalStandardRow,
        MemberRow,
        PhraseRow,
        HouseholdRow,
        CitizenRow,
        CaseRow,
        StatusPeriodRow,
        ParentalLeaveRow,
        MoveRow,
        EventRow,
        PlanRow,
        GoalRow,
        ActivityRow,
        CommitmentRow,
        AttachmentRow,
        OfferRow,
        FollowUpRow,
        FollowUpCorrectionRow,
        ComplaintRow,
        ResultRow,
        NoteRow,
        FactCorrectionRow,
        ConsentRow,
        DeadlineDecisionRow,
        FrozenPlanRow,
        DocumentRow,
    )
}


def table_of(kind: str) -> Table:
    """Return the table the records of a kind stand in."""
    table = KINDS[kind].__table__
    assert isinstance(table, Table)  # noqa: S101 - declarative rows have tables; the type says FromClause
    return table


TABLES: Final[dict[str, Table]] = {kind: table_of(kind) for kind in KINDS}
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    kind: tuple(column.key for column in table.c if column.key not in {"id", "version"})
    for kind, table in TABLES.items()
}


_LATER: Final[dict[str, tuple[str, ...]]] = {
    "settings": ("logo",),  # since 0010
    "plans": (  # since 0003
        "ready_on",
        "signed_by_interpreter_on",
        "unsigned_why",
        "unsigned_reason",
        "annulled_on",
        "annulled_reason",
        # since 0006
        "assessment_education",
        "assessment_work",
        "assessment_family",
        "assessment_health",
        "health_consent_on",
        "assessment_network",
        "assessment_housing",
        "assessment_asylum_phase",
        "education_order_on",
        "education_order_text",
    ),
    "goals": ("measure", "part_of"),  # since 0006
    "activities": ("responsible",),  # since 0006
    "follow_ups": (  # since 0003
        "interpreter",
        "participants",
        "topics",
        "agreed",
        "repatriation_guided",
        "next_on",
        "progress",
        "finished_at",
    ),
}


def later_fields(kind: str) -> Values:
    """Return the fields of a kind that older programs did not know, as records those programs made have them."""
    columns = TABLES[kind].c
    return {name: [] if isinstance(columns[name].type, JSON) else None for name in _LATER.get(kind, ())}


def parent_of(kind: str, values: Mapping[str, Any]) -> str:
    """Return the id of the record this one is a part of, empty where it stands alone."""
    field = KINDS[kind].belongs_to
    return str(values[field]) if field else ""


def _columns(kind: str, wanted: type[TypeEngine[Any]]) -> tuple[str, ...]:
    return tuple(column.key for column in TABLES[kind].c if isinstance(column.type, wanted))


_DATES: Final = {kind: _columns(kind, Date) for kind in KINDS}
_MOMENTS: Final = {kind: _columns(kind, Moment) for kind in KINDS}
_NUMBERS: Final = {kind: _columns(kind, Float) for kind in KINDS}


def from_revision(kind: str, fields: Mapping[str, Any]) -> Values:
    """Return fields of a revision as a row holds them."""
    values = dict(fields)
    for name in _DATES[kind]:
        if (text := values.get(name)) is not None:
            values[name] = date.fromisoformat(text)
    for name in _MOMENTS[kind]:
        if (text := values.get(name)) is not None:
            values[name] = datetime.fromisoformat(text)
    for name in _NUMBERS[kind]:
        if (number := values.get(name)) is not None:
            values[name] = float(number)  # JSON knows 15, a row only 15.0
    return values


Convert = Callable[[Any], Any]


def _from_json(text: str) -> Any:  # noqa: ANN401 - JSON is anything
    return [] if text == "[]" else json.loads(text)  # most lists are empty


# How SQLAlchemy's own types read and write; what is not listed is the same on both sides.
_READ: Final[tuple[tuple[type[TypeEngine[Any]], Convert], ...]] = (
    (Date, date.fromisoformat),
    (Moment, datetime.fromisoformat),
    (Boolean, bool),
    (Float, float),
    (JSON, _from_json),
)
_WRITE: Final[tuple[tuple[type[TypeEngine[Any]], Convert], ...]] = (
    (Date, date.isoformat),
    (Moment, moment_text),
    (JSON, json.dumps),
)


class Shape(NamedTuple):
    """The columns of one table as the driver reads and writes them."""

    names: tuple[str, ...]
    reading: tuple[tuple[str, Convert], ...]
    writing: tuple[tuple[str, Convert], ...]

    def read(self, row: Iterable[Any]) -> Values:
        """Return the values of a record in a row the driver returned."""
        values = dict(zip(self.names, row, strict=True))
        for name, convert in self.reading:
            if (value := values[name]) is not None:
                values[name] = convert(value)
        return values

    def write(self, values: Values) -> tuple[Any, ...]:
        """Return a record as a row for the driver."""
        written = dict(values)
        for name, convert in self.writing:
            if (value := values[name]) is not None:
                written[name] = convert(value)
        return tuple(written[name] for name in self.names)


def _shape(kind: str) -> Shape:
    columns = TABLES[kind].c

    def fitting(conversions: tuple[tuple[type[TypeEngine[Any]], Convert], ...]) -> tuple[tuple[str, Convert], ...]:
        return tuple(
            (column.key, convert)
            for column in columns
            for wanted, convert in conversions
            if isinstance(column.type, wanted)
        )

    return Shape(tuple(column.key for column in columns), fitting(_READ), fitting(_WRITE))


SHAPES: Final[dict[str, Shape]] = {kind: _shape(kind) for kind in KINDS}

"""The form of a case's master data as it is typed: what was changed, over what the case said when it was opened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from desktop_app.domain.case import Case
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.domain.cpr import masked
from desktop_app.domain.dates import Period
from desktop_app.presenters.field_words import language_text
from desktop_app.translation import short_date

YES: Final = "yes"
"""What a box that is ticked holds; one that is not holds nothing."""

OTHER_LANGUAGES: Final = "other_languages"
LEAVES_HOUSEHOLD: Final = "leaves_household"
"""Fields of the form that are no master data of their own."""

NAMES: Final = (CaseField.GIVEN_NAMES, CaseField.FAMILY_NAME, CaseField.NATIVE_NAME)
"""What the citizen is called: it stands on every paper."""

PARTS: Final = (CaseField.SUPPORT, CaseField.READINESS, CaseField.LEAVE, CaseField.MOVES, CaseField.OFFERS)
"""The master data that is held in records."""


class TypedRow(NamedTuple):
    """A record as it is typed: dates as text, choices by their key."""

    id: str
    texts: Mapping[Column, str]


Rows = tuple[TypedRow, ...]


@dataclass(slots=True)
class CaseForm:
    """What the case says, and what was typed instead. A number that is not shown stands masked."""

    texts_before: Mapping[str, str]
    rows_before: Mapping[CaseField, Rows]
    texts: dict[str, str] = field(default_factory=dict)
    rows: dict[CaseField, Rows] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return what stands in a field."""
        return self.texts.get(key, self.texts_before[key])

    def rows_of(self, part: CaseField) -> Rows:
        """Return the records as they stand."""
        return self.rows.get(part, self.rows_before[part])

    def type(self, key: str, text: str) -> None:
        """Take in a text; what stood there before is no change."""
        if text == self.texts_before[key]:
            self.texts.pop(key, None)
        else:
            self.texts[key] = text

    def take_rows(self, part: CaseField, rows: Sequence[TypedRow]) -> None:
        """Take in the records of a part; as they were before they are no change, whatever their order."""
        if _sorted(rows) == _sorted(self.rows_before[part]):
            self.rows.pop(part, None)
        else:
            self.rows[part] = tuple(rows)

    @property
    def is_changed(self) -> bool:
        """Whether anything stands otherwise than in the case."""
        return bool(self.texts or self.rows)

    def as_content(self) -> dict[str, Any]:
        """Return what was changed as JSON."""
        rows = {
            part.value: [[row.id, {column.value: text for column, text in row.texts.items()}] for row in rows]
            for part, rows in self.rows.items()
        }
        return {"texts": dict(self.texts), "rows": rows}

    def take_content(self, content: Mapping[str, Any]) -> None:
        """Type anew what `as_content` returned; a field that is gone since is left out."""
        for key, text in content["texts"].items():
            if key in self.texts_before:
                self.type(key, text)
        for part, rows in content["rows"].items():
            typed = [TypedRow(row, {Column(column): text for column, text in texts.items()}) for row, texts in rows]
            self.take_rows(CaseField(part), typed)


def form_of(case: Case) -> CaseForm:
    """Return the form of a case with nothing typed yet."""
    return CaseForm(_texts(case), _rows(case))


def shown(day: date | None) -> str:
    """Return a date as a field holds it."""
    return short_date(day) if day else ""


def _sorted(rows: Iterable[TypedRow]) -> list[TypedRow]:
    return sorted(rows, key=lambda row: row.id)


def _texts(case: Case) -> dict[str, str]:
    citizen = case.citizen
    return {
        CaseField.GIVEN_NAMES: citizen.given_names,
        CaseField.FAMILY_NAME: citizen.family_name,
        CaseField.NATIVE_NAME: citizen.native_name or "",
        CaseField.CPR: masked(citizen.cpr) if citizen.cpr else "",
        CaseField.BIRTH_DATE: shown(citizen.birth_date),
        CaseField.SEX: citizen.sex or "",
        CaseField.NATIONALITY: citizen.nationality or "",
        CaseField.PROTECTED_ADDRESS: YES if citizen.protected_address else "",
        CaseField.ADDRESS: citizen.address or "",
        CaseField.POSTAL_CODE: citizen.postal_code or "",
        CaseField.CITY: citizen.city or "",
        CaseField.PHONE: citizen.phone or "",
        CaseField.EMAIL: citizen.email or "",
        CaseField.LANGUAGES: next(iter(citizen.languages), ""),
        OTHER_LANGUAGES: ", ".join(language_text(tag) for tag in citizen.languages[1:]),
        CaseField.INTERPRETER: citizen.interpreter_language or "",
        CaseField.TARGET_GROUP: case.target_group.value,
        CaseField.APPLIED_IN_DENMARK: YES if case.applied_in_denmark else "",
        CaseField.ALLOCATION: shown(case.allocation_decided_on),
        CaseField.PERMIT: shown(case.permit_granted_on),
        CaseField.REGISTRATION: shown(case.cpr_registered_on),
        CaseField.TAKEOVER: shown(case.takeover_on),
        CaseField.CASEWORKER: case.responsible_caseworker or "",
        CaseField.DEPARTMENT: case.coordinating_department or "",
        CaseField.ROLE: case.household_role or "",
        LEAVES_HOUSEHOLD: "",
    }


def _rows(case: Case) -> dict[CaseField, Rows]:
    return {
        CaseField.SUPPORT: tuple(
            TypedRow(each.id, {Column.KIND: each.kind.value, **_period(each.period)}) for each in case.support
        ),
        CaseField.READINESS: tuple(
            TypedRow(each.id, {Column.KIND: each.kind.value, **_period(each.period)}) for each in case.readiness
        ),
        CaseField.LEAVE: tuple(
            TypedRow(each.id, {Column.CHILD_BORN: shown(each.child_born_on), **_period(each.period)})
            for each in case.parental_leave
        ),
        CaseField.MOVES: tuple(
            TypedRow(
                each.id,
                {
                    Column.KIND: each.direction.value,
                    Column.ON: shown(each.on),
                    Column.MUNICIPALITY: each.municipality_code or "",
                    Column.APPROVED: YES if each.approved else "",
                },
            )
            for each in case.moves
        ),
        CaseField.OFFERS: tuple(
            TypedRow(
                each.id,
                {
                    Column.KIND: each.kind.value,
                    Column.COMPANY: each.company or "",
                    Column.OFFERED: shown(each.offered_on),
                    Column.FIRST: shown(each.starts_on),
                    Column.LAST: shown(each.ends_on),
                    Column.HOURS: hours_text(each.hours_per_week),
                },
            )
            for each in case.offers
        ),
    }


def _period(period: Period) -> dict[Column, str]:
    return {Column.FIRST: shown(period.first), Column.LAST: shown(period.last)}


def hours_text(hours: float | None) -> str:
    """Return hours as they are typed: 22,5."""
    return f"{hours:g}".replace(".", ",") if hours is not None else ""

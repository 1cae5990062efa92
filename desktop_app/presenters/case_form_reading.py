"""What is typed in the form of the master data, read: the edited case, and what cannot be read of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from desktop_app.domain.case import (
    Case,
    Move,
    MoveDirection,
    Offer,
    OfferKind,
    ParentalLeave,
    Readiness,
    ReadinessKind,
    Support,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.case_checks import CaseField, Column, problems_of
from desktop_app.domain.citizen import Sex
from desktop_app.domain.dates import Period
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.arrival_reading import digits_of
from desktop_app.presenters.case_form import (
    LEAVES_HOUSEHOLD,
    OTHER_LANGUAGES,
    PARTS,
    YES,
    CaseForm,
    TypedRow,
)
from desktop_app.presenters.case_form_texts import key_of, problem_text
from desktop_app.presenters.choices import Choice, ChoiceSearch, country_choices, language_choices
from desktop_app.presenters.field_words import language_text
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.mending_places import row_key
from desktop_app.presenters.typed_text import one_line, text_problems
from desktop_app.translation import _

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRead:
    """The case as the form says it, and a sentence for each field that keeps it from being saved."""

    edited: Case
    problems: Mapping[str, str]


def read_case_form(form: CaseForm, case: Case, today: date) -> CaseRead:
    """Return what a form says of the case it was opened from. What was not changed is what it was, odd or not."""
    reader = _Reader(form, case, today)
    edited = reader.read()
    problems = {key_of(problem): problem_text(problem) for problem in problems_of(edited, case, today)}
    return CaseRead(edited=edited, problems=problems | reader.problems)


def read_hours(text: str) -> float | None:
    """Return hours as they are typed; less than none for what is no number, so that the check says what they may be."""
    plain = text.strip().replace(",", ".")
    try:
        return float(plain) if plain else None
    except ValueError:
        return -1.0


class _Reader:
    """Reads one form."""

    def __init__(self, form: CaseForm, case: Case, today: date) -> None:
        self._form, self._case, self._today = form, case, today
        self.problems: dict[str, str] = {}

    def read(self) -> Case:
        citizen: dict[str, Any] = {}
        own: dict[str, Any] = {}
        for key in self._form.texts:
            if key in _OF_CITIZEN:
                citizen[key] = _OF_CITIZEN[key](self, key)
            elif key in _OF_CASE:
                own[key] = _OF_CASE[key](self, key)
        if {CaseField.LANGUAGES.value, OTHER_LANGUAGES} & self._form.texts.keys():
            citizen["languages"] = self._languages()
        if self._form.text(LEAVES_HOUSEHOLD):
            own |= {"household": None, "household_role": None}
        for part in PARTS:
            if part in self._form.rows:
                own[part.value] = tuple(self._records(part, _MAKERS[part]))
        return replace(self._case, citizen=replace(self._case.citizen, **citizen), **own)

    def name(self, key: str) -> str:
        return self._line(key, self._form.text(key))

    def text(self, key: str) -> str | None:
        return self.name(key) or None

    def country(self, key: str) -> str | None:
        return self._listed(key, country_choices(), _("Choose the country from the list"))

    def language(self, key: str) -> str | None:
        return self._listed(key, language_choices(), _("Choose the language from the list"))

    def box(self, key: str) -> bool:
        return self._form.text(key) == YES

    def past_day(self, key: str) -> date | None:
        return self._day(key, self._form.text(key), looks_back=True)

    def day(self, key: str) -> date | None:
        return self._day(key, self._form.text(key))

    def cpr(self, key: str) -> str | None:
        text = self._form.text(key).strip()
        return (digits_of(text) or text) if text else None

    def sex(self, key: str) -> Sex | None:
        return Sex(self._form.text(key)) if self._form.text(key) else None

    def group(self, key: str) -> TargetGroup:
        return TargetGroup(self._form.text(key))

    def role(self, key: str) -> HouseholdRole | None:
        return HouseholdRole(self._form.text(key)) if self._form.text(key) else None

    def cell(self, part: CaseField, row: TypedRow, column: Column) -> date | None:
        return self._day(row_key(part, row.id, column), row.texts.get(column, ""))

    def column(self, part: CaseField, row: TypedRow, column: Column) -> str:
        return self._line(row_key(part, row.id, column), row.texts.get(column, ""))

    def needed(self, part: CaseField, row: TypedRow, column: Column) -> date:
        """Return a day that has to be there; while it is not, a problem stands at it and any day will do."""
        day = self.cell(part, row, column)
        if day is None:
            self.problems.setdefault(row_key(part, row.id, column), _("Enter the date"))
        return day or date.max

    def period(self, part: CaseField, row: TypedRow) -> Period:
        first = self.needed(part, row, Column.FIRST)
        return Period(first, None if first == date.max else self.cell(part, row, Column.LAST))

    def kind(self, part: CaseField, row: TypedRow) -> str:
        kind = row.texts.get(Column.KIND, "")
        if not kind:
            self.problems[row_key(part, row.id, Column.KIND)] = _("Choose the kind")
        return kind

    def _line(self, key: str, text: str) -> str:
        self.problems |= text_problems({key: text})
        return one_line(text)

    def _listed(self, key: str, choices: Sequence[Choice], sentence: str) -> str | None:
        """Return the key that was chosen; what is only typed part of the way is none."""
        text = self._form.text(key)
        if text and text not in dict(choices):
            self.problems[key] = sentence
            return None
        return text or None

    def _day(self, key: str, text: str, *, looks_back: bool = False) -> date | None:
        try:
            return read_date(text, self._today, looks_back=looks_back)
        except DateNotRead as error:
            self.problems[key] = date_error_text(error)
            return None

    def _languages(self) -> tuple[str, ...]:
        before = self._case.citizen.languages
        first = before[0] if before else None
        if CaseField.LANGUAGES in self._form.texts:
            first = self.language(CaseField.LANGUAGES)
        others = list(before[1:])
        if OTHER_LANGUAGES in self._form.texts:
            others = self._other_languages()
        return tuple(dict.fromkeys(tag for tag in (first, *others) if tag))

    def _other_languages(self) -> list[str]:
        own = [(tag, language_text(tag)) for tag in self._case.citizen.languages]
        search = ChoiceSearch(list(dict([*own, *language_choices()]).items()))
        tags: list[str] = []
        for word in self.name(OTHER_LANGUAGES).split(","):
            if word.strip():
                tag = search.meant(word)
                if not tag:
                    problem = _("There is no language called {word}. Write its whole name.")
                    self.problems.setdefault(OTHER_LANGUAGES, problem.format(word=word.strip()))
                tags.append(tag)
        return tags

    def _records(self, part: CaseField, make: "Callable[[_Reader, TypedRow], Any]") -> list[Any]:
        before = {row.id: row for row in self._form.rows_before[part]}
        known = {record.id: record for record in getattr(self._case, part.value)}
        records: list[Any] = []
        for row in self._form.rows[part]:
            if row == before.get(row.id):
                records.append(known[row.id])
            elif row.id in before or not _is_blank(row):
                made = make(self, row)
                records.append(replace(made, version=known[row.id].version) if row.id in known else made)
        return records


def _is_blank(row: TypedRow) -> bool:
    """Tell whether nobody typed anything in a row that was added; its kind may be chosen already."""
    return not any(text.strip() for column, text in row.texts.items() if column is not Column.KIND)


def _support(reader: _Reader, row: TypedRow) -> Support:
    kind = reader.kind(CaseField.SUPPORT, row) or SupportKind.BENEFIT
    return Support(id=row.id, kind=SupportKind(kind), period=reader.period(CaseField.SUPPORT, row))


def _readiness(reader: _Reader, row: TypedRow) -> Readiness:
    kind = reader.kind(CaseField.READINESS, row) or ReadinessKind.JOB_READY
    return Readiness(id=row.id, kind=ReadinessKind(kind), period=reader.period(CaseField.READINESS, row))


def _leave(reader: _Reader, row: TypedRow) -> ParentalLeave:
    born = reader.cell(CaseField.LEAVE, row, Column.CHILD_BORN)
    return ParentalLeave(id=row.id, child_born_on=born, period=reader.period(CaseField.LEAVE, row))


def _move(reader: _Reader, row: TypedRow) -> Move:
    direction = reader.kind(CaseField.MOVES, row) or MoveDirection.IN
    return Move(
        id=row.id,
        direction=MoveDirection(direction),
        on=reader.needed(CaseField.MOVES, row, Column.ON),
        municipality_code=row.texts.get(Column.MUNICIPALITY, "") or None,
        approved=row.texts.get(Column.APPROVED) == YES,
    )


def _offer(reader: _Reader, row: TypedRow) -> Offer:
    kind = reader.kind(CaseField.OFFERS, row) or OfferKind.WORK_PLACEMENT
    return Offer(
        id=row.id,
        kind=OfferKind(kind),
        company=reader.column(CaseField.OFFERS, row, Column.COMPANY) or None,
        offered_on=reader.cell(CaseField.OFFERS, row, Column.OFFERED),
        starts_on=reader.cell(CaseField.OFFERS, row, Column.FIRST),
        ends_on=reader.cell(CaseField.OFFERS, row, Column.LAST),
        hours_per_week=read_hours(row.texts.get(Column.HOURS, "")),
    )


_MAKERS: Mapping[CaseField, Callable[[_Reader, TypedRow], Any]] = {
    CaseField.SUPPORT: _support,
    CaseField.READINESS: _readiness,
    CaseField.LEAVE: _leave,
    CaseField.MOVES: _move,
    CaseField.OFFERS: _offer,
}
_OF_CITIZEN: Mapping[str, Callable[[_Reader, str], object]] = {
    CaseField.GIVEN_NAMES: _Reader.name,
    CaseField.FAMILY_NAME: _Reader.name,
    CaseField.NATIVE_NAME: _Reader.text,
    CaseField.CPR: _Reader.cpr,
    CaseField.BIRTH_DATE: _Reader.past_day,
    CaseField.SEX: _Reader.sex,
    CaseField.NATIONALITY: _Reader.country,
    CaseField.ADDRESS: _Reader.text,
    CaseField.POSTAL_CODE: _Reader.text,
    CaseField.CITY: _Reader.text,
    CaseField.PROTECTED_ADDRESS: _Reader.box,
    CaseField.PHONE: _Reader.text,
    CaseField.EMAIL: _Reader.text,
    CaseField.INTERPRETER: _Reader.language,
}
_OF_CASE: Mapping[str, Callable[[_Reader, str], object]] = {
    CaseField.TARGET_GROUP: _Reader.group,
    CaseField.APPLIED_IN_DENMARK: _Reader.box,
    CaseField.ALLOCATION: _Reader.past_day,
    CaseField.PERMIT: _Reader.past_day,
    CaseField.REGISTRATION: _Reader.past_day,
    CaseField.TAKEOVER: _Reader.day,
    CaseField.CASEWORKER: _Reader.text,
    CaseField.DEPARTMENT: _Reader.text,
    CaseField.ROLE: _Reader.role,
}

"""What there is to say of the fields of *Ny modtagelse*: what is wrong, worth a second look, or missing."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.cpr import CprRemark, birth_date_in, remarks_on
from desktop_app.domain.dates import is_working_day
from desktop_app.domain.errors import TakeoverBeforeAllocation, TakeoverReasonMissing
from desktop_app.domain.takeover import check_takeover
from desktop_app.presenters.arrival_fields import FACT_FIELDS, NAMES, YES, Field, field_label
from desktop_app.presenters.arrival_reading import PersonRead
from desktop_app.presenters.choices import Choice, country_choices, language_choices
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.typed_text import paper_remark, text_problem
from desktop_app.translation import _

POSTAL_DIGITS = 4
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class RemarkKind(StrEnum):
    """What a remark does: an error stops saving, a warning informs, an information is only said."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


class Remark(NamedTuple):
    """What stands at a field."""

    kind: RemarkKind
    text: str


def remark_on(field: Field, person: PersonRead, today: date) -> Remark | None:
    """Return what there is to say of what is written in a field on the page.

    Of the empty ones only the CPR number and the birth date are worth a word.
    """
    if field is Field.CPR:
        return _cpr(person, today)
    text = person.texts[field]
    if not text:
        if field is Field.BIRTH_DATE:
            return Remark(RemarkKind.WARNING, _("Without a birth date the age cannot be computed"))
        return None
    if field is Field.BIRTH_DATE or field in FACT_FIELDS:
        return _unreadable(text, today) or _ahead(person.days.get(field), today)
    if field is Field.TAKEOVER:
        return _unreadable(text, today) or _takeover(person)
    return _miswritten(field, text)


def name_remark(field: Field, person: PersonRead, can_show: Callable[[str], bool]) -> Remark | None:
    """Return that the paper cannot show a name as it is written, None when it can and for every other field."""
    text = paper_remark(field_label(field), person.texts[field], can_show) if field in NAMES else ""
    return Remark(RemarkKind.WARNING, text) if text else None


def _miswritten(field: Field, text: str) -> Remark | None:
    if problem := text_problem(text):
        return Remark(RemarkKind.ERROR, problem)
    if field in _LISTS and text not in {key for key, _words in _LISTS[field]()}:
        return Remark(RemarkKind.ERROR, _("Choose from the list, or leave the field empty"))
    if field is Field.POSTAL_CODE and not (len(text) == POSTAL_DIGITS and text.isascii() and text.isdigit()):
        return Remark(RemarkKind.ERROR, _("The postal code must have 4 digits"))
    if field is Field.PHONE and any(letter.isalpha() for letter in text):
        return Remark(RemarkKind.WARNING, _("There are letters in the phone number. Check it once more."))
    if field is Field.EMAIL and not _EMAIL.fullmatch(text):
        return Remark(RemarkKind.WARNING, _("The e-mail address does not look whole. Check it once more."))
    return None


_LISTS: Mapping[Field, Callable[[], list[Choice]]] = {
    Field.NATIONALITY: country_choices,
    Field.LANGUAGE: language_choices,
}
"""What is chosen by key from a list; a text that is none of the keys is what was written instead."""


def missing_text(field: Field, person: PersonRead) -> str | None:
    """Return what to ask for in a field on the page that must be filled in and is not."""
    if person.texts[field] or field not in _ASKED:
        return None
    is_needed, text = _ASKED[field]
    return text() if is_needed(person) else None


def _cpr(person: PersonRead, today: date) -> Remark | None:
    if not person.texts[Field.CPR]:
        return Remark(RemarkKind.INFORMATION, _("The case lacks a CPR number"))
    if person.cpr is None:
        return Remark(RemarkKind.ERROR, _("The CPR number must have 10 digits"))
    born = birth_date_in(person.cpr)
    if born and born > today:
        return Remark(RemarkKind.WARNING, _CPR_TEXTS[CprRemark.NO_DATE]())
    for remark in remarks_on(person.cpr, person.days.get(Field.BIRTH_DATE)):
        return Remark(RemarkKind.WARNING, _CPR_TEXTS[remark]())
    return None


_CPR_TEXTS: Mapping[CprRemark, Callable[[], str]] = {
    CprRemark.NO_DATE: lambda: _("The first six digits of the CPR number are not a valid date"),
    CprRemark.REPLACEMENT: lambda: _("The number looks like a replacement number"),
    CprRemark.CHECK_DIGIT: lambda: _(
        "The check digit does not fit. That can be right for numbers given after 2007. Check the number once more."
    ),
    CprRemark.OTHER_BIRTH_DATE: lambda: _("The CPR number and the birth date differ"),
}


def _unreadable(text: str, today: date) -> Remark | None:
    try:
        read_date(text, today)
    except DateNotRead as error:
        return Remark(RemarkKind.ERROR, date_error_text(error))
    return None


def _ahead(day: date | None, today: date) -> Remark | None:
    if day and day > today:
        return Remark(RemarkKind.ERROR, _("The date cannot lie in the future"))
    return None


def _takeover(person: PersonRead) -> Remark | None:
    day = person.days[Field.TAKEOVER]
    allocated_on = person.days.get(Field.ALLOCATION)
    try:
        _check(person)
    except TakeoverBeforeAllocation as error:
        return Remark(RemarkKind.ERROR, error_text(error))
    except TakeoverReasonMissing:
        pass  # said at the field for the reason
    if allocated_on and not is_working_day(day):
        return Remark(
            RemarkKind.WARNING, _("Responsibility passes on a working day, unless something else was agreed.")
        )
    return None


def _check(person: PersonRead) -> None:
    check_takeover(
        person.days[Field.TAKEOVER],
        proposed_on=person.proposed_on,
        allocated_on=person.days.get(Field.ALLOCATION),
        by_agreement=person.holds(Field.BY_AGREEMENT),
        reason=person.texts.get(Field.REASON),
    )


def _lacks_reason(person: PersonRead) -> bool:
    try:
        _check(person)
    except TakeoverReasonMissing:
        return True
    except TakeoverBeforeAllocation:
        pass  # said at the field for the takeover
    return False


def _always(_person: PersonRead) -> bool:
    return True


def _is_interpreted(person: PersonRead) -> bool:
    return person.texts[Field.INTERPRETER] == YES


_ASKED: Mapping[Field, tuple[Callable[[PersonRead], bool], Callable[[], str]]] = {
    Field.GIVEN_NAMES: (_always, lambda: _("Enter the citizen's given names")),
    Field.FAMILY_NAME: (_always, lambda: _("Enter the citizen's family name")),
    Field.LANGUAGE: (_is_interpreted, lambda: _("Choose the language that is interpreted")),
    Field.TARGET_GROUP: (_always, lambda: _("Choose the target group")),
    Field.REASON: (_lacks_reason, lambda: _("Write why it is another day than the one proposed")),
}

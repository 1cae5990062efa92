"""What the fields of the master data are called, and what is said at them when something is wrong."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop_app.domain.case_checks import CaseFault, CaseField, CaseProblem, Column
from desktop_app.domain.cpr import CprRemark
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, OTHER_LANGUAGES
from desktop_app.presenters.mending_places import row_key
from desktop_app.translation import _, long_date

_LABELS: Mapping[str, Callable[[], str]] = {
    CaseField.GIVEN_NAMES: lambda: _("Given names"),
    CaseField.FAMILY_NAME: lambda: _("Family name"),
    CaseField.NATIVE_NAME: lambda: _("Name in its own script"),
    CaseField.CPR: lambda: _("CPR number"),
    CaseField.BIRTH_DATE: lambda: _("Birth date"),
    CaseField.SEX: lambda: _("Sex"),
    CaseField.NATIONALITY: lambda: _("Nationality"),
    CaseField.ADDRESS: lambda: _("Address"),
    CaseField.POSTAL_CODE: lambda: _("Postal code"),
    CaseField.CITY: lambda: _("City"),
    CaseField.PROTECTED_ADDRESS: lambda: _("The address is protected"),
    CaseField.PHONE: lambda: _("Phone"),
    CaseField.EMAIL: lambda: _("E-mail"),
    CaseField.LANGUAGES: lambda: _("Language"),
    OTHER_LANGUAGES: lambda: _("Other languages"),
    CaseField.INTERPRETER: lambda: _("Interpreter"),
    CaseField.TARGET_GROUP: lambda: _("Target group"),
    CaseField.ALLOCATION: lambda: _("Decision on allocation"),
    CaseField.PERMIT: lambda: _("Residence permit granted"),
    CaseField.REGISTRATION: lambda: _("Registered in CPR"),
    CaseField.APPLIED_IN_DENMARK: lambda: _("Applied for in Denmark"),
    CaseField.TAKEOVER: lambda: _("The municipality takes over"),
    CaseField.CASEWORKER: lambda: _("Responsible caseworker"),
    CaseField.DEPARTMENT: lambda: _("Coordinating department"),
    CaseField.HOUSEHOLD: lambda: _("Household"),
    CaseField.ROLE: lambda: _("In the household"),
    LEAVES_HOUSEHOLD: lambda: _("Does not live in the household any more"),
    CaseField.SUPPORT: lambda: _("Support"),
    CaseField.READINESS: lambda: _("Readiness"),
    CaseField.LEAVE: lambda: _("Parental leave"),
    CaseField.MOVES: lambda: _("Moves"),
    CaseField.OFFERS: lambda: _("Offers of employment"),
}


def field_label(key: str) -> str:
    """Return what a field of the form is called."""
    return _LABELS[key]()


def column_label(part: CaseField, column: Column) -> str:
    """Return what a column of the records of a part is called."""
    if part is CaseField.OFFERS and column in {Column.FIRST, Column.LAST}:
        return {Column.FIRST: _("Begins"), Column.LAST: _("Ends")}[column]
    return {
        Column.KIND: _("Kind"),
        Column.FIRST: _("From"),
        Column.LAST: _("To"),
        Column.CHILD_BORN: _("Child born"),
        Column.ON: _("Moved on"),
        Column.MUNICIPALITY: _("Other municipality"),
        Column.APPROVED: _("The receiving municipality has approved it"),
        Column.COMPANY: _("Company"),
        Column.OFFERED: _("Offered"),
        Column.HOURS: _("Hours a week"),
    }[column]


def key_of(problem: CaseProblem) -> str:
    """Return the field of the form a problem stands at."""
    if problem.column:
        return row_key(problem.field, problem.record, problem.column)
    return problem.field.value


def problem_text(problem: CaseProblem) -> str:
    """Return what to say of a problem: what is wrong, and what to do."""
    if problem.fault is CaseFault.MISSING:
        return _MISSING[problem.field]()
    return _FAULTS[problem.fault](problem.on)


_MISSING: Mapping[CaseField, Callable[[], str]] = {
    CaseField.GIVEN_NAMES: lambda: _("Enter the citizen's given names"),
    CaseField.FAMILY_NAME: lambda: _("Enter the citizen's family name"),
    CaseField.HOUSEHOLD: lambda: _("Enter the name of the household"),
}


def _overlaps(on: date | None) -> str:
    return _("The period overlaps another one. End that one on {date} at the latest.").format(
        date=long_date(on or date.max)
    )


_FAULTS: Mapping[CaseFault, Callable[[date | None], str]] = {
    CaseFault.TOO_LONG: lambda _on: _("The text is too long. Shorten it."),
    CaseFault.NOT_TEN_DIGITS: lambda _on: _("The CPR number must have 10 digits"),
    CaseFault.NOT_FOUR_DIGITS: lambda _on: _("The postal code must have 4 digits"),
    CaseFault.NOT_THREE_DIGITS: lambda _on: _("Choose the municipality from the list"),
    CaseFault.IN_FUTURE: lambda _on: _("The date cannot lie in the future"),
    CaseFault.BEFORE_ALLOCATION: lambda _on: _(
        "The date of takeover cannot lie before the date of allocation. Was it agreed with the citizen (§ 4, stk. 2),"
        " record it by »Correct a date«."
    ),
    CaseFault.ENDS_BEFORE_IT_BEGINS: lambda _on: _("The end date must lie after the start date"),
    CaseFault.OVERLAPS: _overlaps,
    CaseFault.HOURS: lambda _on: _("Hours a week must be a number from 0 to 168"),
    CaseFault.NO_DATE: lambda _on: _("Enter when the offer was made or when it begins"),
}

_CPR_REMARKS: Mapping[CprRemark, Callable[[], str]] = {
    CprRemark.NO_DATE: lambda: _("The first six digits of the CPR number are not a valid date"),
    CprRemark.REPLACEMENT: lambda: _("The number looks like a replacement number"),
    CprRemark.CHECK_DIGIT: lambda: _(
        "The check digit does not fit. That can be right for numbers given after 2007. Check the number once more."
    ),
    CprRemark.OTHER_BIRTH_DATE: lambda: _("The CPR number and the birth date differ"),
}


def cpr_remark_text(remark: CprRemark) -> str:
    """Return what is worth a second look about a number."""
    return _CPR_REMARKS[remark]()

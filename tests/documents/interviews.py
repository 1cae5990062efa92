"""Interview sheets to print. Nobody on them exists."""

from dataclasses import replace
from datetime import date

from desktop_app.application.print_interview import InterviewSheet
from desktop_app.domain.plan_snapshot import PrintedCitizen

from .snapshots import MUNICIPALITY


def rimas_interview() -> InterviewSheet:
    """A sheet with everything known."""
    return InterviewSheet(
        municipality=MUNICIPALITY,
        printed_on=date(2026, 10, 5),
        fictional=False,
        case_number="2026-014",
        citizen=PrintedCitizen(
            name="Rima Al-Hassan",
            native_name="ريما الحسن",
            cpr="0101900000",
            birth_date=date(1990, 1, 1),
            address="Eksempelvej 12, 2. tv.",
            postal_code="9999",
            city="Eksempelby",
            nationality="SY",
            target_group="refugee",
            languages=("ar", "kmr"),
            interpreter_language="ar",
        ),
        phone="11 22 33 44",
        caseworker="Mette Jensen",
        takeover_on=date(2026, 10, 1),
        family=("Sami Al-Hassan", "Noor Al-Hassan"),
    )


def empty_form() -> InterviewSheet:
    """The form for emergencies."""
    return InterviewSheet(municipality=MUNICIPALITY, printed_on=date(2026, 10, 5), fictional=False)


def little_known() -> InterviewSheet:
    """Only a long name is known."""
    name = "Maria Magdalena Esperanza Fernández de la Cruz y Montenegro-Aldecoa de los Santos Apóstoles"
    return replace(empty_form(), case_number="2026-015", citizen=PrintedCitizen(name=name))

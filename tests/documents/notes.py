"""Cover notes to print. Nobody on them exists."""

from dataclasses import replace
from datetime import date

from desktop_app.application.print_declaration_note import DeclarationNote
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedText

from .snapshots import MUNICIPALITY


def rimas_note() -> DeclarationNote:
    """The note of a declaration that is signed."""
    return DeclarationNote(
        case_number="2026-014",
        municipality=MUNICIPALITY,
        citizen=PrintedCitizen(name="Rima Al-Hassan", native_name="ريما الحسن", cpr="0101900000"),
        printed_on=date(2026, 10, 21),
        fictional=False,
        caseworker="Mette Jensen",
        plan_number=1,
        plan_signed_on=date(2026, 10, 21),
        signed_on=date(2026, 10, 21),
        interpreter_language="ar",
        declaration=PrintedText(
            heading="Opholds- og selvforsørgelseserklæring",
            text="Erklæringen underskrives samtidig med kontrakten (integrationslovens § 19, stk. 1).",
        ),
    )


def empty_note() -> DeclarationNote:
    """Nothing is known but a long name, and no text is in force."""
    return replace(
        rimas_note(),
        citizen=PrintedCitizen(
            name="Maria Magdalena Esperanza Fernández de la Cruz y Montenegro-Aldecoa de los Santos Apóstoles"
        ),
        caseworker="",
        plan_number=None,
        plan_signed_on=None,
        signed_on=None,
        interpreter_language=None,
        declaration=None,
    )

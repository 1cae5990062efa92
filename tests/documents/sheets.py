"""Calendar sheets to print. Nobody on them exists."""

from dataclasses import replace
from datetime import date, timedelta

from desktop_app.application.print_calendar_sheet import CalendarSheet, SheetDate, SheetDateKind
from desktop_app.domain.plan_snapshot import PrintedCitizen

from .snapshots import MUNICIPALITY


def rimas_sheet() -> CalendarSheet:
    """One date of each kind."""
    return CalendarSheet(
        case_number="2026-014",
        municipality=MUNICIPALITY,
        citizen=PrintedCitizen(name="Rima Al-Hassan", native_name="ريما الحسن"),
        printed_on=date(2026, 10, 21),
        fictional=False,
        caseworker="Mette Jensen",
        has_interpreter=True,
        dates=(
            SheetDate(
                on=date(2026, 10, 26),
                kind=SheetDateKind.ACTIVITY,
                text="Danskuddannelse 2, modul 1",
                provider="Sprogcenter Eksempel, Skolegade 4",
            ),
            SheetDate(on=date(2026, 12, 1), kind=SheetDateKind.ACTIVITY),
            SheetDate(on=date(2026, 12, 4), kind=SheetDateKind.OWN_PROMISE, text="Afleverer eksamensbeviset"),
            SheetDate(on=date(2026, 12, 7), kind=SheetDateKind.MUNICIPALITY_PROMISE, text="Finder en praktikplads"),
            SheetDate(
                on=date(2026, 12, 9),
                kind=SheetDateKind.OTHERS_PROMISE,
                text="Tager familien med til træning",
                provider="Nordsund Boldklub",
            ),
            SheetDate(on=date(2027, 1, 20), kind=SheetDateKind.TALK),
            SheetDate(on=date(2027, 4, 20), kind=SheetDateKind.TALK_AT_THE_LATEST),
            SheetDate(on=date(2027, 10, 1), kind=SheetDateKind.GOAL, text="Ordinært arbejde i et køkken"),
        ),
    )


def long_sheet() -> CalendarSheet:
    """Twenty dates with long words, and a name that is one."""
    texts = (
        "Sygeplejeassistentuddannelsesforberedelse " * 8,
        "x" * 400,
        "تعلم اللغة الدنماركية في المدرسة " * 6,
        "Вивчення мови",
    )
    return replace(
        rimas_sheet(),
        citizen=PrintedCitizen(
            name="Maria Magdalena Esperanza Fernández de la Cruz y Montenegro-Aldecoa de los Santos Apóstoles"
        ),
        dates=tuple(
            SheetDate(
                on=date(2026, 10, 26) + timedelta(days=37 * number),
                kind=SheetDateKind.ACTIVITY,
                text=texts[number % len(texts)],
                provider=texts[(number + 1) % len(texts)],
            )
            for number in range(20)
        ),
    )


def empty_sheet() -> CalendarSheet:
    """Nothing is agreed, and there is no phone and no caseworker."""
    return replace(
        rimas_sheet(),
        municipality=replace(MUNICIPALITY, phone=None),
        citizen=PrintedCitizen(name="Тетяна Шевченко"),
        caseworker="",
        has_interpreter=False,
        dates=(),
    )

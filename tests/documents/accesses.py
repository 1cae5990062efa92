"""Access to print. Nobody in it exists."""

from datetime import date

from desktop_app.application.give_access import AccessItem, AccessRow, AccessSection, AccessUse, ToldAccess
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan_snapshot import PrintedCitizen


def rimas_access() -> ToldAccess:
    """What is stored of somebody over several pages, a long note among it."""
    citizen = AccessItem(
        "Borger",
        (AccessRow("Fornavne", "Rima", ("Indtil 03.03.2026: Rema",)), AccessRow("Navn i egen skrift", "ريما الحسن")),
    )
    talk = AccessItem("Opfølgning, 02.11.2026", (AccessRow("Notat", "Talt om praktik i køkkenet. " * 200),))
    return ToldAccess(
        case_number="2026-014",
        citizen=PrintedCitizen(name="Rima Al-Hassan", native_name="ريما الحسن", cpr="0101900000"),
        municipality=Municipality(id="municipality", code="999", name="Eksempelkommune"),
        intro="Alt, der er gemt om dig i dette program.",
        sections=(
            AccessSection(title="Stamdata", items=(citizen,)),
            AccessSection(title="Opfølgninger", items=(talk,) * 3),
            AccessSection(title="Det kan du gøre", text="Er noget forkert, så sig det til din sagsbehandler."),
        ),
        uses_intro="Hver dag sagen er åbnet, udskrevet eller udleveret, og til hvad.",
        uses=tuple(AccessUse(f"{day}. november 2026", "Åbnet for at arbejde med sagen", day) for day in range(1, 30)),
        on=date(2026, 11, 22),
    )

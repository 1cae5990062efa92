"""Snapshots to print. Nobody in them exists; numbers ending in 0000 are never issued."""

from dataclasses import replace
from datetime import date

from desktop_app.domain.plan_snapshot import (
    PlanSnapshot,
    PrintedActivity,
    PrintedAssessment,
    PrintedCitizen,
    PrintedCommitment,
    PrintedDecision,
    PrintedEducationOrder,
    PrintedGoal,
    PrintedMunicipality,
    PrintedText,
)

MUNICIPALITY = PrintedMunicipality(
    name="Eksempelkommune",
    team="Integrationsteamet",
    address="Rådhuspladsen 1, 9999 Eksempelby",
    phone="12 34 56 78",
    email="integration@eksempelkommune.example",
    privacy_contact="dpo@eksempelkommune.example",
)
RIGHTS = (
    PrintedText(
        heading="Din pligt",
        text="Du skal deltage i aktiviteterne i kontraktdelen. Ring samme dag, hvis du er syg eller forhindret.",
    ),
    PrintedText(
        heading="Hvis du ikke deltager",
        text="Siger du uden rimelig grund nej til et arbejde eller et tilbud, eller bliver du væk, kan kommunen sætte "
        "din hjælp ned eller stoppe den (§ 19, stk. 5). Du får skriftlig vejledning, før det kan ske.",
    ),
    PrintedText(
        heading="Kommunens pligt",
        text="Gør kommunen ikke det, vi har aftalt, skal vi tilbyde dig noget tilsvarende. Du kan klage til "
        "Ankestyrelsens Beskæftigelsesudvalg.",
    ),
    PrintedText(
        heading="Sådan klager du",
        text="Du kan klage over en afgørelse inden 4 uger fra den dag, du fik den. Skriv eller ring til "
        "Integrationsteamet. Vi vurderer sagen igen. Holder vi fast, sender vi klagen til Ankestyrelsen.",
    ),
    PrintedText(
        heading="Dine oplysninger",
        text="Eksempelkommune er ansvarlig for dine oplysninger og bruger dem til planen og opfølgningen. Du kan få en "
        "kopi, få rettet fejl og klage til Datatilsynet. Skriv til dpo@eksempelkommune.example.",
    ),
)
INTERPRETING = (
    PrintedText(
        heading="Gennemgang",
        text="Dokumentet er gennemgået mundtligt på arabisk med tolk. Borgeren har bekræftet at have forstået "
        "indholdet. Den danske udgave er den gældende.",
    ),
    PrintedText(heading="Tolk", text="Tolken er gjort bekendt med sin tavshedspligt."),
)


def rima() -> PlanSnapshot:
    """A plan both have signed: two main goals, five sub-goals, eight activities, an interpreter for Arabic."""
    return PlanSnapshot(
        case_number="2026-014",
        plan_number=1,
        draft=False,
        dated_on=date(2026, 10, 21),
        legal_basis="integrationslovens § 19 og bekendtgørelse 208/2026",
        municipality=MUNICIPALITY,
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
            languages=("ar", "kmr", "en"),
            interpreter_language="ar",
        ),
        caseworker="Mette Jensen",
        coordinating_department="Jobcenter Eksempel",
        allocation_decided_on=date(2026, 8, 15),
        takeover_on=date(2026, 10, 1),
        contract_due_on=date(2026, 11, 1),
        signed_by_citizen_on=date(2026, 10, 21),
        signed_by_municipality_on=date(2026, 10, 20),
        declaration_signed_on=date(2026, 10, 21),
        goals=(
            PrintedGoal(kind="employment", text="Du har ordinært arbejde i et køkken.", target_on=date(2027, 10, 1)),
            PrintedGoal(kind="other", text="Din kokkeuddannelse fra Syrien er vurderet.", target_on=date(2027, 1, 29)),
            PrintedGoal(kind="education", text="Bagefter: voksenlærling som ernæringsassistent."),
            PrintedGoal(
                kind="family", text="Sami og Noor går til en fast aktivitet i fritiden.", target_on=date(2027, 3, 19)
            ),
            PrintedGoal(kind="health", text="Du har fået hjælp til din ryg.", target_on=date(2027, 2, 26)),
            PrintedGoal(kind="housing", text="Du bor i en fast bolig.", target_on=date(2027, 4, 14)),
            PrintedGoal(kind="danish", text="Du har bestået modul 2 på Danskuddannelse 2.", target_on=date(2027, 6, 1)),
        ),
        activities=(
            activity(
                "danish_education",
                "Danskuddannelse 2, modul 1 og 2",
                provider="Sprogcenter Eksempel",
                department="Ida Lund, sprogcentret",
                starts_on=date(2026, 10, 26),
                ends_on=date(2027, 6, 30),
                hours_per_week=15,
            ),
            activity(
                "work_placement",
                "i køkkenet",
                provider="Plejecenter Bakken",
                department="Karen Holm, jobcentret",
                starts_on=date(2026, 10, 27),
                ends_on=date(2027, 2, 26),
                hours_per_week=22,
            ),
            activity(
                "recognition",
                "ansøgning og svar",
                provider="Uddannelses- og Forskningsstyrelsen",
                department="Mette Jensen, kommunen",
                starts_on=date(2026, 11, 2),
                ends_on=date(2027, 1, 29),
            ),
            activity(
                "wage_subsidy",
                "stedet aftales i februar",
                provider="Findes af jobcentret",
                department="Karen Holm, jobcentret",
                starts_on=date(2027, 3, 1),
                ends_on=date(2027, 8, 31),
                hours_per_week=22,
            ),
            activity(
                "leisure",
                "gymnastik og fodbold til Sami og Noor",
                in_contract=False,
                provider="Eksempelby Idrætsforening",
                department="Lars Dam, familiekonsulent",
                starts_on=date(2026, 12, 1),
                ends_on=date(2027, 6, 30),
                hours_per_week=2,
            ),
            activity(
                "association",
                "frivillig kontaktfamilie, dansk i hverdagen",
                in_contract=False,
                provider="Frivilligcenter Eksempel",
                starts_on=date(2026, 11, 15),
            ),
            activity("other", "Hjælp med MitID og bank", in_contract=False, provider="Borgerservice"),
        ),
        next_follow_up_on=date(2027, 1, 20),
        follow_up_standard="Mindst hver 3. måned. Det er Eksempelkommunes egen standard.",
        revision_due_on=date(2027, 10, 26),
        programme_ends_on=date(2031, 10, 1),
        rights=RIGHTS,
        interpreting=INTERPRETING,
        fictional=True,
    )


def rima_in_full() -> PlanSnapshot:
    """The plan of `rima` with all a plan can say: assessment, measures, steps, who answers for what, who does what."""
    return replace(
        rima(),
        assessment=PrintedAssessment(
            education="Du har gået 9 år i skole og er uddannet kok i Homs.",
            work="Du har arbejdet 6 år i et restaurationskøkken.",
            family="Du bor alene med Sami på 8 år og Noor på 5 år.",
            health="Du har ondt i ryggen og kan ikke løfte tungt.",
            health_consent_on=date(2026, 10, 6),
            network="Din søster ريما الحسن bor i Odense.",
            housing="Du bor midlertidigt på Havnegade.",
            asylum_phase="Du gik til dansk i 4 måneder på asylcentret.",
        ),
        goals=(
            PrintedGoal(
                kind="employment",
                text="Du har ordinært arbejde i et køkken.",
                measure="Du er ansat uden tilskud i mindst 30 timer om ugen.",
                target_on=date(2027, 10, 1),
            ),
            PrintedGoal(kind="family", text="Sami og Noor går til en fast aktivitet.", target_on=date(2027, 3, 19)),
            PrintedGoal(kind="education", text="Bagefter: voksenlærling som ernæringsassistent."),
            PrintedGoal(
                kind="employment",
                text="Du kender arbejdet i et dansk køkken.",
                measure="Praktikken er gennemført.",
                part_of=1,
                target_on=date(2027, 2, 26),
            ),
            PrintedGoal(kind="danish", text="Du har bestået modul 2.", measure="Beviset ligger på sagen."),
            PrintedGoal(kind="health", text="Du har fået hjælp til din ryg.", part_of=1, target_on=date(2027, 1, 29)),
            PrintedGoal(kind="family", text="Sami kan svømme.", part_of=2),
        ),
        activities=tuple(
            replace(activity, department="Jobcentret", responsible="Karen Holm")
            if activity.kind == "work_placement"
            else activity
            for activity in rima().activities
        ),
        education_order=PrintedEducationOrder(
            given_on=date(2026, 10, 12), text="Du skal søge om optagelse på grundforløbet."
        ),
        commitments=(
            PrintedCommitment(party="citizen", text="Du møder til undervisning hver dag."),
            PrintedCommitment(party="citizen", text="Du søger mindst to job.", due_on=date(2027, 3, 1)),
            PrintedCommitment(party="municipality", text="Vi bestiller tolk til alle samtaler."),
            PrintedCommitment(
                party="other", text="finder en kontaktfamilie.", who="Frivilligcentret", due_on=date(2026, 11, 15)
            ),
        ),
    )


def decided() -> PlanSnapshot:
    """The plan the two could not agree on, so that the municipality decided what is in it."""
    return replace(
        rima_in_full(),
        signed_by_citizen_on=None,
        declaration_signed_on=None,
        unsigned="decided",
        decision=PrintedDecision(
            reason="Du er udeblevet fra samtalerne den 1. og 8. oktober 2026.",
            texts=(
                PrintedText(heading="Afgørelsen", text="Kommunen har bestemt indholdet. Det er en afgørelse."),
                PrintedText(heading="Sådan klager du", text="Du kan klage inden 4 uger fra den dag, du fik den."),
            ),
        ),
    )


def olena() -> PlanSnapshot:
    """A draft under the Special Act on Ukraine: Cyrillic name, no education goal, approved texts."""
    return replace(
        rima(),
        case_number="2026-021",
        draft=True,
        dated_on=date(2026, 10, 19),
        legal_basis="integrationslovens § 19 og bekendtgørelse 1307/2020",
        citizen=PrintedCitizen(
            name="Olena Kovalenko",
            native_name="Олена Коваленко",
            cpr="1203850000",
            address="Prøvegade 3, st.",
            postal_code="9999",
            city="Eksempelby",
            nationality="UA",
            target_group="displaced_ukraine",
            languages=("uk", "ru"),
            interpreter_language="uk",
        ),
        signed_by_citizen_on=None,
        signed_by_municipality_on=None,
        declaration_signed_on=None,
        goals=(
            PrintedGoal(kind="employment", text="Du har arbejde i en kantine.", target_on=date(2027, 10, 12)),
            PrintedGoal(
                kind="danish",
                text="Du har bestået modul 2 på Danskuddannelse 3.",
                target_on=date(2027, 6, 1),
                achieved_on=date(2027, 5, 20),
            ),
        ),
        rights=tuple(replace(text, approved=True) for text in RIGHTS),
        interpreting=tuple(replace(text, approved=True) for text in INTERPRETING),
        fictional=False,
    )


def selam() -> PlanSnapshot:
    """A plan to be signed: name in Ge'ez script, protected address, no CPR number, no interpreter, no next talk."""
    return PlanSnapshot(
        case_number="2026-030",
        plan_number=2,
        draft=False,
        dated_on=date(2026, 11, 10),
        legal_basis="integrationslovens § 19 og bekendtgørelse 208/2026",
        municipality=replace(MUNICIPALITY, phone=None, email=None),
        citizen=PrintedCitizen(
            name="Selam Tesfay Gebremedhin",
            native_name="ሰላም ተስፋይ ገብረመድህን",
            birth_date=date(1996, 4, 12),
            protected_address=True,
            nationality="ER",
            target_group="family_of_refugee",
            languages=("ti", "am"),
        ),
        goals=(PrintedGoal(kind="education", text="Du er begyndt på FGU.", target_on=date(2027, 8, 15)),),
        activities=(activity("danish_education", "Danskuddannelse", hours_per_week=15),),
        rights=RIGHTS[:2],
    )


def one_line() -> PlanSnapshot:
    """The least a draft can hold."""
    return PlanSnapshot(
        case_number="2026-099",
        plan_number=1,
        draft=True,
        dated_on=date(2026, 11, 22),
        legal_basis="",
        municipality=PrintedMunicipality(name="Eksempelkommune", team="Integrationsteamet"),
        citizen=PrintedCitizen(name="Åse Ærø-Bjørn"),
    )


def activity(
    kind: str,
    text: str,
    *,
    in_contract: bool = True,
    provider: str | None = None,
    department: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    hours_per_week: float | None = None,
    responsible: str | None = None,
) -> PrintedActivity:
    return PrintedActivity(
        kind=kind,
        text=text,
        in_contract=in_contract,
        provider=provider,
        department=department,
        starts_on=starts_on,
        ends_on=ends_on,
        hours_per_week=hours_per_week,
        responsible=responsible,
    )

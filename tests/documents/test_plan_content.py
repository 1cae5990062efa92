"""What the paper says beside goals and activities: the assessment, measures and steps, who does what, decisions."""

from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop_app.documents.plan_document import print_plan
from desktop_app.domain.plan_snapshot import (
    PlanSnapshot,
    PrintedAssessment,
    PrintedCommitment,
    PrintedDecision,
    PrintedEducationOrder,
    PrintedGoal,
)

from .reading import pages_of, squeezed, text_of
from .snapshots import activity, decided, one_line, rima, rima_in_full, selam

DATA = Path(__file__).parents[1] / "data"


@cache
def in_full() -> str:
    return text_of(print_plan(rima_in_full()))


@cache
def pages_decided() -> list[str]:
    return [" ".join(page.split()) for page in pages_of(print_plan(decided()))]


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_a_plan_with_all_a_plan_can_say_is_told_in_order() -> None:
    assert in_order(
        in_full(),
        "1 Parter",
        "2 Samlet vurdering K Uddannelse Du har gået 9 år i skole",
        "Fra asylfasen Du gik til dansk",
        "3 Mål Beskæftigelsesmål",
        "4 Aktiviteter",
        "5 Uddannelsespålæg K Givet Den 12. oktober 2026 (integrationslovens § 16 a) Pålægget Du skal søge",
        "6 Hvem gør hvad P",
        "7 Opfølgning",
        "8 Rettigheder og pligter",
        "9 Tolkning",
        "10 Underskrifter",
    )


def test_a_plan_an_earlier_version_of_the_program_froze_says_what_it_said() -> None:
    snapshot = PlanSnapshot.from_json(DATA.joinpath("plan-snapshot-1.json").read_text(encoding="utf-8"))

    said = [" ".join(page.split()) for page in pages_of(print_plan(snapshot))]

    assert said == DATA.joinpath("plan-snapshot-1.txt").read_text(encoding="utf-8").splitlines()


# The assessment ------------------------------------------------------------------------------------------------------


def test_of_the_assessment_only_what_is_written_is_printed() -> None:
    text = text_of(print_plan(replace(one_line(), assessment=PrintedAssessment(work="Kok.", housing=" "))))

    assert "2 Samlet vurdering K Arbejde Kok." in text
    assert "Helbred" not in text
    assert "Bolig" not in text


def test_an_assessment_of_blanks_is_no_section() -> None:
    plan = replace(rima_in_full(), assessment=PrintedAssessment(education=" ", work=""))

    assert "Samlet vurdering" not in text_of(print_plan(plan))


def test_consent_is_told_of_health_alone_also_where_something_else_says_the_same() -> None:
    same = "Det går godt"
    told = PrintedAssessment(education=same, health=same, health_consent_on=date(2026, 10, 6))

    assert text_of(print_plan(replace(rima_in_full(), assessment=told))).count("Står her med dit samtykke") == 1


def test_what_is_written_of_health_says_since_when_there_is_consent() -> None:
    text = in_full()

    assert "Helbred Du har ondt i ryggen og kan ikke løfte tungt. Står her med dit samtykke fra den 6. oktober" in text


# Goals ---------------------------------------------------------------------------------------------------------------


def test_a_main_goal_says_how_it_is_measured_and_that_it_is_of_the_contract() -> None:
    text = in_full()

    assert "Sådan måler vi det: Du er ansat uden tilskud i mindst 30 timer om ugen." in text
    assert in_order(text, "Beskæftigelsesmål K Du har ordinært", "Uddannelsesmål K Bagefter", "Delmål")


def test_steps_stand_under_the_main_goal_they_lead_to() -> None:
    assert in_order(
        in_full(),
        "Det vil vi nå Sådan måler vi det Senest Del",
        "På vej mod beskæftigelsesmålet – Du har ordinært arbejde i et køkken.",
        "1 Du kender arbejdet i et dansk køkken. Arbejde Praktikken er gennemført. 26.02.2027 K",
        "2 Du har fået hjælp til din ryg. Sundhed – 29.01.2027 K",
        "Andre mål",
        "3 Sami og Noor går til en fast aktivitet. Familie – 19.03.2027 P",
        "4 Sami kan svømme. Familie · på vej mod nr. 3 – – P",
        "5 Du har bestået modul 2. Dansk Beviset ligger på sagen. – K",
    )


def test_without_steps_the_table_has_no_groups() -> None:
    goals = (
        PrintedGoal(kind="employment", text="Job", measure="Ansat."),
        PrintedGoal(kind="housing", text="Bolig", measure="Lejekontrakt."),
    )

    text = text_of(print_plan(replace(rima(), goals=goals)))

    assert "Andre mål" not in text
    assert "Del 1 Bolig Bolig Lejekontrakt. – P" in text


def test_without_measures_and_steps_the_table_is_as_it_was() -> None:
    assert "Det vil vi nå Område Senest Del" in text_of(print_plan(rima()))


# Who answers for what, and who does what -----------------------------------------------------------------------------


def test_who_answers_for_an_activity_stands_over_the_department() -> None:
    text = in_full()

    assert "22 timer om ugen Karen Holm Jobcentret" in text
    assert "15 timer om ugen Ida Lund, sprogcentret" in text, "a department alone stands as it did"


def test_who_does_what_stands_side_by_side_with_names_and_days() -> None:
    text = in_full()

    assert in_order(
        text,
        "6 Hvem gør hvad P Du – Du møder til undervisning hver dag. – Du søger mindst to job. Senest den 1. marts 2027",
        "Kommunen – Vi bestiller tolk til alle samtaler.",
        "Andre – Frivilligcentret: finder en kontaktfamilie. Senest den 15. november 2026",
        "7 Opfølgning",
    )


def test_nobody_has_a_list_without_having_taken_anything_upon_themselves() -> None:
    commitments = (PrintedCommitment(party="municipality", text="Vi ringer."), PrintedCommitment(party="?", text=" "))

    text = text_of(print_plan(replace(selam(), commitments=commitments)))

    assert "Hvem gør hvad P Kommunen – Vi ringer. Andre – –" in text


def test_long_lists_stand_one_under_the_other_and_every_page_says_whose_they_are() -> None:
    commitments = tuple(
        PrintedCommitment(party=party, text=f"Aftale {number} om en ting, der skal gøres.")
        for party in ("citizen", "municipality")
        for number in range(1, 41)
    )

    pages = pages_of(print_plan(replace(rima_in_full(), commitments=commitments)))

    assert in_order(" ".join(" ".join(pages).split()), "Du – Aftale 1 om", "Aftale 40 om", "Kommunen – Aftale 1 om")
    assert any("6 Hvem gør hvad – Du, fortsat" in page for page in pages)
    assert any("6 Hvem gør hvad – Kommunen, fortsat" in page for page in pages)


def test_a_commitment_longer_than_a_page_goes_on_over_pages() -> None:
    commitments = (PrintedCommitment(party="other", who="Alle", text="Ord om en lang aftale. " * 400),)

    text = text_of(print_plan(replace(rima_in_full(), commitments=commitments)))

    assert text.count("Ord om en") >= 390
    assert text.count("6 Hvem gør hvad – Andre, fortsat") >= 1


def test_whatever_is_typed_stands_as_it_was_typed_and_is_never_read_as_markup() -> None:
    typed = '<img src="/etc/passwd"> & <b>fed</b> {x} %s =1+1 &amp; </para>'
    told: dict[str, Any] = {
        field.name: typed for field in fields(PrintedAssessment) if field.name != "health_consent_on"
    }
    snapshot = replace(
        selam(),
        assessment=PrintedAssessment(**told),
        goals=(PrintedGoal(kind="employment", text="Job", measure=typed), PrintedGoal(kind="health", text=typed)),
        activities=(activity("mentor", "Ven", responsible=typed, department=typed),),
        education_order=PrintedEducationOrder(given_on=date(2026, 10, 12), text=typed),
        commitments=(PrintedCommitment(party="other", text=typed, who=typed),),
        decision=PrintedDecision(reason=typed),
    )

    text = squeezed(text_of(print_plan(snapshot)))

    assert text.count(squeezed(typed)) == len(told) + 8
    assert "root:" not in text


# Decided by the municipality -----------------------------------------------------------------------------------------


def test_a_plan_the_municipality_decided_says_so_first_with_its_reason_and_how_to_complain() -> None:
    text = " ".join(pages_decided())

    assert in_order(
        text,
        "Afgørelse om kontrakt og plan",
        "Planen viser, hvad kommunen har bestemt",
        "du kan klage over den. Se afsnit 1.",
        "1 Afgørelse Udkast, ikke juridisk godkendt",
        "Afgørelsen Kommunen har bestemt indholdet. Det er en afgørelse.",
        "Begrundelse Du er udeblevet fra samtalerne den 1. og 8. oktober 2026.",
        "Sådan klager du Du kan klage inden 4 uger",
        "2 Parter",
    )
    assert "hvad du og kommunen har aftalt" not in text
    assert "Fra den 20. oktober 2026, da kommunen traf sin afgørelse," in text


def test_every_page_of_a_decision_says_that_it_is_one() -> None:
    assert all("Afgørelse om kontrakt og plan · Rima Al-Hassan · Fortroligt" in page for page in pages_decided())


def test_a_decision_asks_the_citizen_for_no_signature() -> None:
    last = pages_decided()[-1].split("Underskrifter")[1]

    assert "Kommunen har bestemt indholdet, og du skal ikke skrive under." in last
    assert "Kommunen har bestemt mål og aktiviteter og gør det, der står i planen." in last
    assert last.count("Underskrift Dato") + last.count("Underskrift Underskrevet") == 2, "municipality and interpreter"
    assert "Borgeren har fået afgørelsen og en kopi af planen." in last
    assert "enig i mål" not in last
    assert "ønsker ikke" not in last


def test_the_day_of_a_decision_stands_on_the_line_of_the_year() -> None:
    assert "Afgørelse" in " ".join(pages_decided()).split("8 Opfølgning")[1].split("9 Rettigheder")[0]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_decision_prints_although_nothing_is_written_of_it(reason: str) -> None:
    text = text_of(print_plan(replace(decided(), decision=PrintedDecision(reason=reason))))

    assert "1 Afgørelse Begrundelse – 2 Parter" in text

"""Mangler in words: what is missing, and why it matters."""

from datetime import date

import pytest

from desktop_app.domain.completeness import SECTIONS, PlanPart
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.gap_texts import Weight, gap_text
from tests.builders import a_case

THE_DAY = date(2026, 10, 31)
CASE = a_case()


@pytest.mark.parametrize(
    ("kind", "title", "reason", "weight"),
    [
        (
            GapKind.NO_TAKEOVER,
            "Dato for overtagelse af ansvaret",
            "Ingen frist kan beregnes, før den er udfyldt.",
            Weight.WARNING,
        ),
        (
            GapKind.NO_CPR,
            "Sagen mangler CPR-nummer",
            "Nyankomne kan mangle det i begyndelsen.",
            Weight.INFORMATION,
        ),
        (
            GapKind.CPR_NO_DATE,
            "De første seks cifre i CPR-nummeret er ikke en gyldig dato",
            "Sammenlign nummeret med papirerne.",
            Weight.WARNING,
        ),
        (
            GapKind.CPR_REPLACEMENT,
            "Nummeret ligner et erstatningsnummer",
            "Erstat det, når borgeren har fået et CPR-nummer.",
            Weight.INFORMATION,
        ),
        (
            GapKind.TAKEOVER_NOT_ON_WORKING_DAY,
            "Overtagelsen den 31. oktober 2026 var ikke på en hverdag",
            "Ansvaret overgår på en hverdag, medmindre andet er aftalt.",
            Weight.INFORMATION,
        ),
        (
            GapKind.ONE_SIGNATURE,
            "Kun den ene part har underskrevet kontrakten",
            "Den ene underskrift er dateret 31. oktober 2026. Begge skal underskrive (§ 19, stk. 1).",
            Weight.WARNING,
        ),
        (
            GapKind.NO_DECLARATION,
            "Opholds- og selvforsørgelseserklæring",
            "Den underskrives samtidig med kontrakten af 31. oktober 2026 (§ 19, stk. 1).",
            Weight.WARNING,
        ),
    ],
)
def test_a_gap_has_its_title_its_reason_and_its_weight(
    kind: GapKind, title: str, reason: str, weight: Weight, rulebook: Rulebook
) -> None:
    text = gap_text(Gap(kind, on=THE_DAY), CASE, rulebook)

    assert (text.title, text.reason, text.weight) == (title, reason, weight)


@pytest.mark.parametrize("part", PlanPart)
def test_what_a_signed_contract_lacks_is_named_with_its_paragraph(part: PlanPart, rulebook: Rulebook) -> None:
    text = gap_text(Gap(GapKind.SIGNED_INCOMPLETE, on=THE_DAY, part=part), CASE, rulebook)

    assert text.title.endswith(" mangler i den underskrevne kontrakt")
    assert SECTIONS[part] in text.reason
    assert "31. oktober 2026" in text.reason


def test_a_signed_contract_without_a_goal_for_danish_says_so(rulebook: Rulebook) -> None:
    text = gap_text(Gap(GapKind.SIGNED_INCOMPLETE, on=THE_DAY, part=PlanPart.DANISH_GOAL), CASE, rulebook)

    assert text.title == "Mål for dansk mangler i den underskrevne kontrakt"
    assert text.reason == "Underskrevet den 31. oktober 2026 · integrationslovens § 45, stk. 9, nr. 3"


@pytest.mark.parametrize("kind", GapKind)
def test_every_gap_can_be_said_with_nothing_left_to_fill_in(kind: GapKind, rulebook: Rulebook) -> None:
    text = gap_text(Gap(kind, on=THE_DAY, part=PlanPart.MAIN_GOAL), CASE, rulebook)

    assert text.title
    assert text.reason.endswith(".") or kind is GapKind.SIGNED_INCOMPLETE
    assert "{" not in text.title + text.reason


def test_a_delay_without_a_reason_names_the_duty(rulebook: Rulebook) -> None:
    text = gap_text(Gap(GapKind.NO_REASON_FOR_DELAY, on=THE_DAY, duty=DutyId.PROGRAMME_STARTED), CASE, rulebook)

    assert text.title == "Årsag til forsinkelsen: Start på programmet"
    assert text.reason == "Fristen var den 31. oktober 2026. Skriv, hvorfor den ikke blev holdt."


def test_a_decision_that_no_longer_fits_names_the_duty_and_the_former_deadline(rulebook: Rulebook) -> None:
    gap = Gap(GapKind.DECISION_DOES_NOT_FIT, on=THE_DAY, record="decision", duty=DutyId.CONTRACT_SIGNED)
    decision = DeadlineDecision(
        id="decision",
        duty=DutyId.CONTRACT_SIGNED,
        kind=DecisionKind.OTHER_DATE,
        computed_on=THE_DAY,
        made_on=THE_DAY,
        on=date(2026, 12, 1),
        reason="Tolken er syg",
    )

    text = gap_text(gap, a_case(decisions=(decision,)), rulebook)

    assert text.title == "Forældet beslutning: Kontrakt"
    assert text.reason == (
        "Den gælder fristen den 31. oktober 2026, som nu har en anden dato. Registrér den igen, hvis den stadig gælder."
        " Anden dato 01.12.2026 (–, 31.10.2026): Tolken er syg"
    )


def test_every_gap_has_a_title_of_its_own(rulebook: Rulebook) -> None:
    titles = {gap_text(Gap(kind, on=THE_DAY, part=PlanPart.MAIN_GOAL), CASE, rulebook).title for kind in GapKind}

    assert len(titles) == len(GapKind)

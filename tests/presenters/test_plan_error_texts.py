"""Why a plan was not written, made ready, signed or annulled."""

from datetime import date

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    PlanIncomplete,
    PlanInWork,
    PlanPartlySigned,
    PlanStateRefused,
    ReasonMissing,
    SigningRefused,
)
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.plan import PlanState
from desktop_app.domain.signing import SigningFault, SigningField, SigningProblem, SigningRemark
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.plan_state_texts import paper_remark, plan_state_text, state_in_sentence, state_on_paper
from desktop_app.presenters.signing_texts import signing_problem_text, signing_remark_text
from tests.builders import a_case, a_draft

MISSING, IN_FUTURE = SigningFault.MISSING, SigningFault.IN_FUTURE


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            PlanStateRefused(2, PlanState.REPLACED, PlanState.SIGNED),
            "Kun en gældende underskrift kan annulleres. Version 2 er erstattet.",
        ),
        (
            PlanStateRefused(2, PlanState.DRAFT, PlanState.READY),
            "Version 2 er en kladde. Kun en version, der er klar til underskrift, kan underskrives eller åbnes igen.",
        ),
        (
            PlanStateRefused(2, PlanState.READY, PlanState.DRAFT),
            "Version 2 er klar til underskrift, så indholdet er låst. Åbn den for redigering først.",
        ),
        (
            PlanStateRefused(2, PlanState.SIGNED, PlanState.DRAFT),
            "Version 2 er underskrevet, så den ændres ikke. Begynd en ny version.",
        ),
        (
            PlanPartlySigned(2),
            (
                "Den ene part har underskrevet version 2, så indholdet ændres ikke. Registrér den anden underskrift,"
                " eller begynd en ny version."
            ),
        ),
        (
            PlanInWork(2),
            "Version 2 er ikke underskrevet endnu. Gør den færdig, eller kassér den, før du begynder en ny.",
        ),
        (
            PlanIncomplete([PlanPart.COORDINATING_DEPARTMENT, PlanPart.MAIN_GOAL]),
            (
                "Planen kan ikke indgås endnu. Der mangler: Koordineringsansvarlig forvaltning (§ 19, stk. 6),"
                " Beskæftigelses- eller uddannelsesmål (§ 19, stk. 4)."
            ),
        ),
        (
            SigningRefused(
                [SigningProblem(SigningField.CITIZEN, MISSING), SigningProblem(SigningField.MUNICIPALITY, IN_FUTURE)]
            ),
            "Indtast den dato, borgeren underskrev. Datoen kan ikke ligge i fremtiden.",
        ),
        (ReasonMissing(), "Skriv en begrundelse. Den bliver stående på sagen."),
    ],
)
def test_an_error_says_what_stands_in_the_way_and_what_to_do(error: ApplicationError, text: str) -> None:
    assert error_text(error) == text


@pytest.mark.parametrize("field", SigningField)
def test_every_field_of_a_signing_has_its_own_sentence_when_it_is_blank(field: SigningField) -> None:
    texts = [signing_problem_text(SigningProblem(other, MISSING)) for other in SigningField]

    assert texts.count(signing_problem_text(SigningProblem(field, MISSING))) == 1


def test_a_reason_that_is_missing_is_asked_for() -> None:
    text = signing_problem_text(SigningProblem(SigningField.REASON, MISSING))

    assert text == "Skriv hvorfor borgeren ikke har underskrevet"


@pytest.mark.parametrize(
    ("remark", "text"),
    [
        (
            SigningRemark.EARLY_BY_REFUGEE,
            "Datoen ligger før overtagelsen den 1. oktober 2026. Flygtninge kan underskrive før (§ 19, stk. 2).",
        ),
        (
            SigningRemark.EARLY,
            (
                "Datoen ligger før overtagelsen den 1. oktober 2026. Kun flygtninge kan underskrive før (§ 19, stk. 2)."
                " Tjek datoen en ekstra gang."
            ),
        ),
        (
            SigningRemark.BEFORE_READY,
            (
                "Datoen ligger før den dag, planen blev gjort klar til underskrift (20. oktober 2026). Tjek, at papiret"
                " har det samme indhold."
            ),
        ),
        (
            SigningRemark.NO_DECLARATION,
            "Opholds- og selvforsørgelseserklæringen skal underskrives samtidig med kontrakten (§ 19, stk. 1).",
        ),
        (
            SigningRemark.DECLARATION_ON_OTHER_DAY,
            "Erklæringen skal underskrives samtidig med kontrakten (§ 19, stk. 1). Datoerne er ikke ens.",
        ),
    ],
)
def test_what_is_odd_about_a_signing_is_said_with_its_paragraph(remark: SigningRemark, text: str) -> None:
    assert signing_remark_text(remark, a_draft(ready_on=date(2026, 10, 20)), a_case()) == text


def test_states_have_words_of_their_own_wherever_they_stand() -> None:
    for words in (plan_state_text, state_in_sentence, state_on_paper, paper_remark):
        assert len({words(state) for state in PlanState}) == len(PlanState)

    assert plan_state_text(PlanState.READY) == "Klar til underskrift"
    assert paper_remark(PlanState.ANNULLED) == "Underskriften er annulleret – dokumentet gælder ikke"

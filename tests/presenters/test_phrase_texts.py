"""Phrases in words."""

from dataclasses import replace

import pytest

from desktop_app.domain.phrase import PhraseFault, PhrasePlace
from desktop_app.domain.plan import ActivityKind, GoalKind
from desktop_app.presenters.phrase_texts import (
    PhraseField,
    phrase_fault_texts,
    phrase_field_name,
    phrase_kind_text,
    phrase_title,
    place_text,
    where_text,
)
from tests.presenters.phrase_desk import ANY_GOAL, JOB


def test_every_place_field_and_fault_has_words_of_its_own() -> None:
    assert len({place_text(place) for place in PhrasePlace}) == len(PhrasePlace)
    assert len({phrase_field_name(field) for field in PhraseField}) == len(PhraseField)
    for fault in PhraseFault:
        [(field, text)] = phrase_fault_texts([fault]).items()
        assert field in set(PhraseField)
        assert text.endswith(".")


def test_kinds_of_goals_and_activities_have_their_own_words() -> None:
    assert phrase_kind_text(GoalKind.EMPLOYMENT) == "Beskæftigelsesmål"
    assert phrase_kind_text(ActivityKind.MENTOR) == "Mentor"
    assert phrase_kind_text(None) == "Alle slags"


def test_a_phrase_says_where_it_fits_and_what_it_is_called() -> None:
    assert where_text(JOB) == "Mål · Beskæftigelsesmål"
    assert where_text(ANY_GOAL) == "Mål"
    assert phrase_title(JOB) == "Job"
    assert phrase_title(ANY_GOAL) == "Æblet falder fra stammen"
    assert phrase_title(replace(JOB, name="")) == "Du er i job som …"


@pytest.mark.parametrize("fault", [PhraseFault.TEXT_HOLDS_CPR, PhraseFault.NAME_HOLDS_CPR])
def test_a_cpr_number_is_refused_with_the_reason(fault: PhraseFault) -> None:
    [text] = phrase_fault_texts([fault]).values()

    assert text == (
        "Det ligner et CPR-nummer. Formuleringer deles af hele teamet og må ikke nævne nogen. Tag nummeret ud."
    )


def test_of_several_faults_of_a_field_the_first_is_told() -> None:
    texts = phrase_fault_texts([PhraseFault.TEXT_TOO_LONG, PhraseFault.TEXT_HOLDS_CPR, PhraseFault.NAME_NOT_SHOWN])

    assert list(texts) == [PhraseField.TEXT, PhraseField.NAME]
    assert texts[PhraseField.TEXT] == "Der må højst stå 1000 tegn her."

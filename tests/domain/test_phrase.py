"""Phrases the team keeps: what one may hold, and which come first for a field."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.phrase import (
    KINDS_AT,
    LONGEST_PHRASE,
    LONGEST_PHRASE_NAME,
    Phrase,
    PhraseFault,
    PhrasePlace,
    PhraseSpot,
    faults_in_phrase,
    fits_at,
    holds_cpr,
    kind_at,
    nearest_first,
)
from desktop_app.domain.plan import ActivityKind, GoalKind

JOB = Phrase(id="1", text="Du er i ordinært job.", place=PhrasePlace.GOAL, kind=GoalKind.EMPLOYMENT)
WORK = PhraseSpot(place=PhrasePlace.GOAL, kind=GoalKind.EMPLOYMENT)

kinds = st.sampled_from([None, *GoalKind, *ActivityKind])
places = st.sampled_from(list(PhrasePlace))
phrases = st.lists(st.builds(Phrase, id=st.uuids().map(str), text=st.just("x"), place=places, kind=kinds), max_size=12)
spots = st.builds(PhraseSpot, place=places, kind=kinds)


def test_a_phrase_without_faults_may_be_kept() -> None:
    assert faults_in_phrase(JOB) == []


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        (replace(JOB, text=" \n "), PhraseFault.NO_TEXT),
        (replace(JOB, text="x" * (LONGEST_PHRASE + 1)), PhraseFault.TEXT_TOO_LONG),
        (replace(JOB, text="Født 010190-1234"), PhraseFault.TEXT_HOLDS_CPR),
        (replace(JOB, text="Klip\x07"), PhraseFault.TEXT_NOT_SHOWN),
        (replace(JOB, name="x" * (LONGEST_PHRASE_NAME + 1)), PhraseFault.NAME_TOO_LONG),
        (replace(JOB, name="0101901234"), PhraseFault.NAME_HOLDS_CPR),
        (replace(JOB, name="To\nlinjer"), PhraseFault.NAME_NOT_SHOWN),
        (replace(JOB, kind=ActivityKind.MENTOR), PhraseFault.OTHER_KIND),
        (replace(JOB, place=PhrasePlace.FOLLOW_UP), PhraseFault.OTHER_KIND),
    ],
)
def test_what_keeps_a_phrase_from_being_kept_is_named(phrase: Phrase, fault: PhraseFault) -> None:
    assert faults_in_phrase(phrase) == [fault]


def test_a_phrase_may_have_several_lines_and_be_as_long_as_it_may() -> None:
    assert faults_in_phrase(replace(JOB, text=f"  {'x' * (LONGEST_PHRASE - 2)}\ny  ")) == []


@pytest.mark.parametrize(
    "text", ["010190-1234", "0101901234", "010190 1234", "(670190-1234)", "cpr010190–1234.", "010190 - 1234"]
)
def test_what_is_shaped_as_a_cpr_number_is_found(text: str) -> None:
    assert holds_cpr(text)


@pytest.mark.parametrize("text", ["", "33 92 84 00", "37 timer", "01.01.1990", "5790000123456", "2026-019", "15.40.10"])
def test_other_numbers_are_none(text: str) -> None:
    assert not holds_cpr(text)


@given(st.text(alphabet="ab -\n", max_size=5), st.from_regex(r"[0-9]{6}[- ]?[0-9]{4}", fullmatch=True))
def test_a_cpr_number_is_found_wherever_it_stands(around: str, number: str) -> None:
    assert holds_cpr(f"{around}{number}{around}")


def test_a_place_knows_its_kinds_and_no_others() -> None:
    assert kind_at(PhrasePlace.GOAL, "health") is GoalKind.HEALTH
    assert kind_at(PhrasePlace.ACTIVITY, "health") is ActivityKind.HEALTH
    assert kind_at(PhrasePlace.GOAL, "mentor") is None
    assert kind_at(PhrasePlace.ASSESSMENT, "health") is None
    assert set(KINDS_AT) == {PhrasePlace.GOAL, PhrasePlace.SUB_GOAL, PhrasePlace.ACTIVITY}


def test_those_for_this_very_field_come_first_then_its_place_then_every_place_then_others() -> None:
    any_goal, everywhere = replace(JOB, id="2", kind=None), Phrase(id="3", text="x")
    danish, note = replace(JOB, id="4", kind=GoalKind.DANISH), replace(everywhere, id="5", place=PhrasePlace.FOLLOW_UP)

    in_order = nearest_first([note, danish, everywhere, any_goal, JOB], WORK)

    assert in_order == [JOB, any_goal, everywhere, note, danish]
    assert [fits_at(phrase, WORK) for phrase in in_order] == [True, True, True, False, False]


def test_where_no_kind_is_chosen_yet_those_for_every_kind_fit() -> None:
    spot = PhraseSpot(place=PhrasePlace.GOAL)

    assert fits_at(replace(JOB, kind=None), spot)
    assert not fits_at(JOB, spot)


@given(phrases, spots)
def test_all_of_them_are_there_and_none_that_fits_comes_after_one_that_does_not(
    kept: list[Phrase], spot: PhraseSpot
) -> None:
    in_order = nearest_first(kept, spot)

    assert sorted(phrase.id for phrase in in_order) == sorted(phrase.id for phrase in kept)
    fitting = [fits_at(phrase, spot) for phrase in in_order]
    assert fitting == sorted(fitting, reverse=True)

"""Rules in words."""

import pytest

from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Fact
from desktop_app.domain.rulebook import Certainty, Standing
from desktop_app.presenters.rule_texts import (
    certainty_text,
    certainty_word,
    duty_name,
    fact_text,
    legal_basis,
    span_text,
    standing_text,
)
from desktop_app.translation import ENGLISH, set_language
from tests.builders import a_duty, a_rule_version


@pytest.mark.parametrize(
    ("unit", "one", "several"),
    [
        (Unit.DAYS, "1 dag", "4 dage"),
        (Unit.WORKING_DAYS, "1 hverdag", "4 hverdage"),
        (Unit.WEEKS, "1 uge", "4 uger"),
        (Unit.MONTHS, "1 måned", "4 måneder"),
        (Unit.YEARS, "1 år", "4 år"),
        (Unit.WHOLE_MONTHS, "1 hel måned", "4 hele måneder"),
    ],
)
def test_a_span_of_time_is_in_the_form_that_fits_its_number(unit: Unit, one: str, several: str) -> None:
    assert (span_text(Span(1, unit)), span_text(Span(4, unit))) == (one, several)


def test_every_unit_has_its_words() -> None:
    assert all(span_text(Span(2, unit)).startswith("2 ") for unit in Unit)


def test_a_duty_is_called_as_its_rule_file_says_in_either_language() -> None:
    duty = a_duty(name="Kontrakt", name_en="Contract")

    assert duty_name(duty) == "Kontrakt"
    set_language(ENGLISH)
    assert duty_name(duty) == "Contract"


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (Fact.TAKEOVER, "ansvar overtaget"),
        (Fact.MOVE, "flyttet til kommunen"),
        (Fact.ALLOCATION, "afgørelse om visitering"),
        (Fact.REGISTRATION, "tilmeldt CPR i kommunen"),
        (Fact.PERMIT, "opholdstilladelse givet"),
        (Fact.READINESS, "visitation: jobparat eller aktivitetsparat"),
        (Fact.PROGRAMME, "programmet begyndt"),
        (Fact.CONTRACT, "kontrakten underskrevet"),
        (Fact.FOLLOW_UP, "seneste opfølgning holdt"),
        (Fact.OFFER_ENDED, "virksomhedsrettet tilbud afsluttet"),
    ],
)
def test_a_fact_has_the_words_of_the_field(fact: Fact, text: str) -> None:
    assert fact_text(fact) == text


def test_every_fact_has_words_of_its_own() -> None:
    assert len({fact_text(fact) for fact in Fact}) == len(Fact)


@pytest.mark.parametrize(
    ("certainty", "text", "word"),
    [
        (Certainty.CONFIRMED, None, ""),
        (Certainty.INFERRED, "Udledt, ikke læst i lovens tekst", "Udledt"),
        (Certainty.UNVERIFIED, "Ikke efterprøvet", "Ikke efterprøvet"),
    ],
)
def test_only_what_is_uncertain_says_so(certainty: Certainty, text: str | None, word: str) -> None:
    assert certainty_text(a_rule_version(certainty=certainty)) == text
    assert certainty_word(certainty) == word


@pytest.mark.parametrize(
    ("standing", "text"),
    [
        (Standing.STATUTE, "Lov"),
        (Standing.LOCAL_STANDARD, "Kommunens egen standard"),
        (Standing.RECOMMENDATION, "Anbefaling"),
    ],
)
def test_a_rule_says_where_its_authority_comes_from(standing: Standing, text: str) -> None:
    assert standing_text(a_rule_version(standing=standing)) == text


def test_the_legal_basis_names_act_and_section() -> None:
    assert legal_basis(a_rule_version()) == "Integrationsloven § 19, stk. 1"

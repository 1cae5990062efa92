"""What the paper says of its signatures: to be signed, signed, not signed by the citizen, annulled."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.plan_document import print_plan
from desktop_app.domain.plan import NoSignature
from desktop_app.domain.plan_snapshot import PlanSnapshot

from .reading import pages_of, text_of
from .snapshots import rima, selam

SIGNED_ON = date(2026, 10, 21)


def to_be_signed() -> PlanSnapshot:
    return replace(
        rima(), signed_by_citizen_on=None, signed_by_municipality_on=None, declaration_signed_on=None, fictional=False
    )


def unsigned(why: NoSignature) -> PlanSnapshot:
    return replace(rima(), signed_by_citizen_on=None, unsigned=why, declaration_signed_on=None)


def test_a_version_that_waits_has_lines_to_sign_and_no_mark_of_a_draft() -> None:
    text = text_of(print_plan(to_be_signed()))

    assert "KLADDE" not in text
    assert "må ikke underskrives" not in text
    assert "Underskrevet den" not in text
    assert text.split("7 Underskrifter")[1].count("Underskrift Dato") == 3  # citizen, municipality, interpreter
    assert "Fra den dag, begge har skrevet under" in text
    assert f"Kontrolkode {to_be_signed().control_code}" in text


def test_the_day_the_interpreter_signed_is_printed() -> None:
    text = text_of(print_plan(replace(rima(), signed_by_interpreter_on=date(2026, 10, 22))))

    assert "Underskrevet den 22. oktober 2026" in text


def test_an_interpreter_who_signed_has_a_place_although_the_citizen_is_not_said_to_need_one() -> None:
    text = text_of(print_plan(replace(selam(), signed_by_interpreter_on=SIGNED_ON)))

    assert "Jeg har oversat hele planen mundtligt." in text
    assert "Underskrevet den 21. oktober 2026" in text


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        (NoSignature.UNWILLING, "Borgeren ønsker ikke at underskrive"),
        (NoSignature.UNABLE, "Borgeren kan ikke underskrive"),
    ],
)
def test_where_the_citizen_did_not_sign_the_field_says_so_and_the_citizen_is_not_said_to_agree(
    why: NoSignature, sentence: str
) -> None:
    text = text_of(print_plan(unsigned(why)))

    assert sentence in text
    assert "Begrundelsen står på sagen." in text
    assert "Jeg er enig i mål og aktiviteter." not in text
    assert "Underskrevet den 20. oktober 2026" in text
    assert "Fra den 20. oktober 2026, da kommunen skrev under," in text


def test_a_plan_without_the_citizen_s_signature_has_its_day_on_the_line_of_the_year() -> None:
    assert "Underskrift" in text_of(print_plan(unsigned(NoSignature.UNABLE))).split("4 Opfølgning")[1].split("5 ")[0]


def test_an_annulled_version_says_so_on_every_page_and_has_no_code_to_control_it_by() -> None:
    pages = pages_of(print_plan(replace(rima(), annulled_on=date(2026, 11, 2))))

    assert all("ANNULLERET" in page for page in pages)
    assert all("Annulleret den 2. november 2026" in page for page in pages)
    assert not any("Kontrolkode" in page for page in pages)

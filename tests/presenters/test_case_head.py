"""The head of a case."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.application.limited_reading import HIDDEN, without_names
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_head import CaseHead, case_head
from tests.builders import a_citizen
from tests.presenters.opened import TODAY, an_opened_case


def head(rulebook: Rulebook, today: date = TODAY, **changes: Any) -> CaseHead:  # noqa: ANN401 - whatever a test changes
    return case_head(an_opened_case(rulebook, today, **changes), rulebook, today)


def test_the_head_names_the_citizen_and_what_comes_next(rulebook: Rulebook) -> None:
    assert head(rulebook, date(2026, 10, 20), plans=()) == CaseHead(
        name="Rima Al-Hassan",
        native_name="ريما الحسن",
        case_number="2026-014",
        badge="Frist om 12 dage",
        badge_kind=BadgeKind.MONTH,
        next_duty="Kontrakt",
        cpr="010190-••••",
        has_cpr=True,
        language="Arabisk · tolk: ja",
        caseworker="MJ",
        protection="",
    )


def test_where_nothing_is_open_the_head_says_so(rulebook: Rulebook) -> None:
    shown = head(rulebook, takeover_on=None, allocation_decided_on=None, permit_granted_on=None, plans=())

    assert (shown.badge, shown.badge_kind, shown.next_duty) == ("", BadgeKind.NEUTRAL, "Ingen åbne frister")


def test_who_has_no_cpr_number_yet_has_none_to_show(rulebook: Rulebook) -> None:
    shown = head(rulebook, citizen=a_citizen(cpr=None))

    assert (shown.cpr, shown.has_cpr) == ("Intet CPR-nummer endnu", False)


def test_what_nobody_has_entered_is_blank_or_a_dash(rulebook: Rulebook) -> None:
    shown = head(rulebook, citizen=a_citizen(native_name=None), responsible_caseworker=None)

    assert (shown.native_name, shown.caseworker) == ("", "–")


def test_a_protected_address_is_marked(rulebook: Rulebook) -> None:
    assert head(rulebook, citizen=a_citizen(protected_address=True)).protection == "Adressebeskyttet"


@pytest.mark.parametrize(
    ("languages", "interpreter", "text"),
    [
        (("ar",), "ar", "Arabisk · tolk: ja"),
        (("kmr", "ar"), "ar", "Kurmanji, arabisk · tolk: arabisk"),
        (("ar", "en"), None, "Arabisk, engelsk · uden tolk"),
        ((), None, "– · uden tolk"),
        ((), "ti", "– · tolk: tigrinya"),
    ],
)
def test_the_head_says_which_languages_and_whether_to_book_an_interpreter(
    languages: tuple[str, ...], interpreter: str | None, text: str, rulebook: Rulebook
) -> None:
    shown = head(rulebook, citizen=a_citizen(languages=languages, interpreter_language=interpreter))

    assert shown.language == text


def test_a_number_that_is_hidden_is_not_said_to_be_missing(rulebook: Rulebook) -> None:
    opened = an_opened_case(rulebook, TODAY)

    shown = case_head(replace(opened, case=without_names(opened.case)), rulebook, TODAY)

    assert (shown.name, shown.cpr, shown.has_cpr) == ("N. N.", HIDDEN, False)

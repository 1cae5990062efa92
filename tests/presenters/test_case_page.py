"""Everything the page of a case shows, in words and rows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import HistoryLine
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.plan import ActivityKind
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_page import CaseHead, CasePage, Check, Member, case_page
from desktop_app.presenters.gap_texts import Weight
from tests.builders import (
    SIGNED,
    a_case,
    a_citizen,
    a_draft,
    a_follow_up,
    a_goal,
    a_plan,
    an_activity,
    an_attempt,
)
from tests.fakes import a_line_of
from tests.presenters.opened import TODAY, an_opened_case

NOW = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)


def the_page(rulebook: Rulebook, today: date = TODAY, **changes: Any) -> CasePage:  # noqa: ANN401 - as there
    return case_page(an_opened_case(rulebook, today, **changes), (), rulebook, today, NOW)


def of_citizen(rulebook: Rulebook, **changes: Any) -> CasePage:  # noqa: ANN401 - as there
    return the_page(rulebook, citizen=a_citizen(**changes))


# Above every tab -----------------------------------------------------------------------------------------------------


def test_the_head_names_the_citizen_and_what_comes_next(rulebook: Rulebook) -> None:
    head = the_page(rulebook, date(2026, 10, 20), plans=()).head

    assert head == CaseHead(
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
    )


def test_where_nothing_is_open_the_head_says_so(rulebook: Rulebook) -> None:
    head = the_page(rulebook, takeover_on=None, allocation_decided_on=None, permit_granted_on=None, plans=()).head

    assert (head.badge, head.badge_kind, head.next_duty) == ("", BadgeKind.NEUTRAL, "Ingen åbne frister")


def test_who_has_no_cpr_number_yet_has_none_to_show(rulebook: Rulebook) -> None:
    head = of_citizen(rulebook, cpr=None).head

    assert (head.cpr, head.has_cpr) == ("Intet CPR-nummer endnu", False)


def test_what_nobody_has_entered_is_blank_or_a_dash(rulebook: Rulebook) -> None:
    head = the_page(rulebook, citizen=a_citizen(native_name=None), responsible_caseworker=None).head

    assert (head.native_name, head.caseworker) == ("", "–")


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
    assert of_citizen(rulebook, languages=languages, interpreter_language=interpreter).head.language == text


# Overblik ------------------------------------------------------------------------------------------------------------


def test_the_facts_of_the_citizen_and_the_case(rulebook: Rulebook) -> None:
    assert the_page(rulebook).facts == (
        ("Født", "01.01.1990"),
        ("Statsborgerskab", "Syrien"),
        ("Målgruppe", "Flygtning"),
        ("Adresse", "Eksempelvej 12, 2. tv., 4900 Nakskov"),
        ("Telefon", "12345678"),
        ("E-mail", "–"),
        ("Visiteret", "15.08.2026"),
        ("Ansvar overtaget", "01.10.2026"),
        ("Koordineringsansvarlig forvaltning", "Jobcenter"),
    )


def test_facts_that_are_not_known_are_a_dash(rulebook: Rulebook) -> None:
    nothing = a_citizen(birth_date=None, nationality=None, address=None, postal_code=None, city=None, phone=None)
    page = the_page(
        rulebook, citizen=nothing, allocation_decided_on=None, takeover_on=None, coordinating_department=None, plans=()
    )

    assert [value for label, value in page.facts if label != "Målgruppe"] == ["–"] * 8


def test_a_protected_address_is_shown_to_nobody(rulebook: Rulebook) -> None:
    page = of_citizen(rulebook, protected_address=True)

    assert ("Adresse", "Adressebeskyttet") in page.facts
    assert "Eksempelvej" not in str(page.facts)


def test_a_protected_address_stands_nowhere_on_the_page(rulebook: Rulebook) -> None:
    assert "Eksempelvej" not in str(of_citizen(rulebook, protected_address=True))


def test_a_whole_cpr_number_stands_nowhere_on_the_page(rulebook: Rulebook) -> None:
    assert "0101900002" not in str(of_citizen(rulebook, cpr="0101900002"))


def test_the_line_and_what_is_missing_are_on_the_page(rulebook: Rulebook) -> None:
    page = of_citizen(rulebook, cpr=None)

    assert [node.title for node in page.timeline][:2] == ["Visiteret", "Ansvar overtaget"]
    assert [(gap.title, gap.weight) for gap in page.gaps] == [("Sagen mangler CPR-nummer", Weight.INFORMATION)]


# Familie -------------------------------------------------------------------------------------------------------------


def test_everybody_in_the_household_is_listed(rulebook: Rulebook) -> None:
    family = [
        a_line_of(a_case(case_number="2026-015", citizen=a_citizen(given_names="Yonas", birth_date=None))),
        a_line_of(a_case(case_number="2026-016", responsible_caseworker=None)),
    ]

    page = case_page(an_opened_case(rulebook), family, rulebook, TODAY, NOW)

    assert page.members == (
        Member("2026-015", "Al-Hassan, Yonas", "–", "MJ"),
        Member("2026-016", "Al-Hassan, Rima", "01.01.1990", "–"),
    )


# Kontrakt ------------------------------------------------------------------------------------------------------------


def test_a_plan_is_shown_with_its_goals_and_activities(rulebook: Rulebook) -> None:
    goals = (a_goal(target_on=date(2027, 10, 1)), a_goal(text="Et mål uden dato"))
    activities = (
        an_activity(hours_per_week=22.5),
        an_activity(kind=ActivityKind.MENTOR, text="Mentor", provider=None, hours_per_week=None, ends_on=None),
    )

    [plan] = the_page(rulebook, plans=(a_plan(goals=goals, activities=activities),)).plans

    assert (plan.number, plan.title) == (1, "Kontrakt og plan, version 1")
    assert plan.goals == (
        ("Beskæftigelsesmål", "Ordinært arbejde i køkken", "01.10.2027"),
        ("Beskæftigelsesmål", "Et mål uden dato", "–"),
    )
    assert plan.activities == (
        ("Danskuddannelse", "DU2", "Sprogcenter", "16.11.2026 – 30.06.2027", "22,5"),
        ("Mentor", "Mentor", "–", "16.11.2026 –", "–"),
    )


def test_plans_come_latest_first_each_with_its_state(rulebook: Rulebook) -> None:
    later = date(2027, 2, 3)
    second = a_plan(number=2, signed_by_citizen_on=later, signed_by_municipality_on=later)

    plans = the_page(rulebook, plans=(a_plan(), second, a_draft(number=3))).plans

    assert [(plan.number, plan.state, plan.signed) for plan in plans] == [
        (3, "Kladde", False),
        (2, "Underskrevet den 03.02.2027", True),
        (1, "Erstattet, underskrevet den 28.10.2026", True),
    ]


def test_a_later_draft_replaces_no_signed_plan(rulebook: Rulebook) -> None:
    _, signed = the_page(rulebook, plans=(a_plan(), a_draft(number=2))).plans

    assert signed.state == "Underskrevet den 28.10.2026"


def test_the_check_list_of_a_plan_names_each_part_with_its_paragraph(rulebook: Rulebook) -> None:
    [plan] = the_page(rulebook, plans=(a_draft(goals=(a_goal(),)),)).plans

    assert len(plan.checks) == 8
    assert plan.checks[3] == Check("Beskæftigelses- eller uddannelsesmål", "§ 19, stk. 4", in_place=True)
    assert plan.checks[4] == Check("Mål for dansk", "§ 45, stk. 9, nr. 3", in_place=False)
    assert all(check.in_place for check in plan.checks[6:])  # the texts are printed on every plan


# Opfølgninger --------------------------------------------------------------------------------------------------------


def test_follow_ups_come_latest_first(rulebook: Rulebook) -> None:
    talks = (
        a_follow_up(held_on=date(2027, 1, 20), note="Gik godt"),
        an_attempt(held_on=date(2027, 4, 14)),
    )

    found = the_page(rulebook, follow_ups=talks).follow_ups

    assert [(entry.title, entry.note) for entry in found.entries] == [
        ("14. april 2027 · Samtale (kun forsøgt)", ""),
        ("20. januar 2027 · Samtale", "Gik godt"),
    ]
    assert found.following == "Næste skal ske senest den 28. januar 2027."


# Frister -------------------------------------------------------------------------------------------------------------


def test_every_duty_has_its_row_with_the_whole_explanation(rulebook: Rulebook) -> None:
    page = the_page(rulebook)

    contract = next(row for row in page.deadlines if row.duty == "Kontrakt")
    assert len(page.deadlines) == len(rulebook.duties)
    assert (contract.badge, contract.badge_kind) == ("Gennemført til tiden", BadgeKind.ON_TIME)
    assert (contract.due, contract.due_on) == ("01.11.2026", date(2026, 11, 1))
    assert contract.sentence == "Gennemført den 28. oktober 2026. Fristen var den 1. november 2026."
    assert contract.detail.steps[-1].title == "28. oktober 2026"


def test_a_duty_without_a_day_sorts_last(rulebook: Rulebook) -> None:
    rows = [row for row in the_page(rulebook, target_group=TargetGroup.IMMIGRANT).deadlines if row.due == "–"]

    assert rows
    assert {row.due_on for row in rows} == {date.max}


def test_every_row_has_an_id_of_its_own(rulebook: Rulebook) -> None:
    talks = tuple(a_follow_up(held_on=day) for day in (date(2027, 1, 20), date(2027, 4, 14)))
    page = the_page(rulebook, date(2027, 5, 1), follow_ups=talks)

    ids = [row.id for row in (*page.deadlines, *page.past)]
    assert len(set(ids)) == len(ids)


def test_past_occurrences_come_latest_first(rulebook: Rulebook) -> None:
    talks = tuple(a_follow_up(held_on=day) for day in (date(2027, 1, 20), date(2027, 4, 14)))
    opened = an_opened_case(rulebook, date(2027, 5, 1), follow_ups=talks)

    page = case_page(opened, (), rulebook, date(2027, 5, 1), NOW)

    assert [row.due for row in page.past] == [
        f"{deadline.due_on:%d.%m.%Y}" for deadline in reversed(opened.past) if deadline.due_on
    ]
    assert len(page.past) >= 2


# Historik ------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("danish_clock")
def test_the_history_is_on_the_page_as_it_came(rulebook: Rulebook) -> None:
    lines = tuple(
        HistoryLine(
            at=datetime(2026, 3, day, 9, 12, tzinfo=UTC),
            user="MJ",
            kind="cases",
            record="r",
            action="change",
            before={},
            after={},
        )
        for day in (5, 3)
    )
    opened: OpenedCase = replace(an_opened_case(rulebook), history=lines)

    page = case_page(opened, (), rulebook, TODAY, NOW)

    assert [line.when for line in page.history] == ["05.03.2026 10.12", "03.03.2026 10.12"]


def test_the_day_of_the_signature_is_the_later_one(rulebook: Rulebook) -> None:
    [plan] = the_page(rulebook, plans=(a_plan(signed_by_citizen_on=date(2026, 10, 26)),)).plans

    assert plan.state == f"Underskrevet den {SIGNED:%d.%m.%Y}"

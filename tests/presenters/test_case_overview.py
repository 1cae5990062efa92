"""Overblik."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.case import SupportKind
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import GapKind
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_overview import Meeting, Overview, overview_of
from desktop_app.presenters.gap_texts import Weight
from desktop_app.presenters.mending_places import Place, PlaceKind
from tests.builders import a_citizen, a_decision, a_follow_up, a_support, an_event
from tests.presenters.opened import TODAY, an_opened_case


def overview(rulebook: Rulebook, today: date = TODAY, **changes: Any) -> Overview:  # noqa: ANN401 - whatever a test changes
    return overview_of(an_opened_case(rulebook, today, **changes), rulebook, today)


def test_the_facts_of_the_citizen_and_the_case(rulebook: Rulebook) -> None:
    assert overview(rulebook).facts == (
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
    shown = overview(
        rulebook, citizen=nothing, allocation_decided_on=None, takeover_on=None, coordinating_department=None, plans=()
    )

    assert [value for label, value in shown.facts if label != "Målgruppe"] == ["–"] * 8


def test_a_protected_address_stands_nowhere(rulebook: Rulebook) -> None:
    shown = overview(rulebook, citizen=a_citizen(protected_address=True))

    assert ("Adresse", "Adressebeskyttet") in shown.facts
    assert "Eksempelvej" not in str(shown)


def test_a_whole_cpr_number_stands_nowhere(rulebook: Rulebook) -> None:
    assert "0101900002" not in str(overview(rulebook, citizen=a_citizen(cpr="0101900002")))


def test_the_line_and_what_is_missing(rulebook: Rulebook) -> None:
    shown = overview(rulebook, citizen=a_citizen(cpr=None))

    assert [node.title for node in shown.timeline][:2] == ["Visiteret", "Ansvar overtaget"]
    [gap] = shown.gaps
    assert (gap.title, gap.weight, gap.place) == (
        "Sagen mangler CPR-nummer",
        Weight.INFORMATION,
        Place(PlaceKind.FIELD, "cpr", "Udfyld"),
    )


def test_open_duties_that_are_recorded_are_to_do(rulebook: Rulebook) -> None:
    events = (
        an_event(DutyId.PROGRAMME_STARTED, date(2026, 10, 5)),
        an_event(DutyId.DANISH_REFERRED, date(2026, 10, 5)),
    )

    tasks = overview(rulebook, date(2026, 10, 31), events=events).tasks

    danish = next(task for task in tasks if task.place.key == DutyId.DANISH_BEGUN)
    assert danish.title == "Start på danskuddannelse"
    assert danish.reason.startswith("Senest den 1. november 2026 · Danskuddannelsesloven § 5")
    assert (danish.badge_kind, danish.place.kind, danish.place.link) == (
        BadgeKind.SOON,
        PlaceKind.EVENT,
        "Registrér …",
    )
    assert not {DutyId.PROGRAMME_STARTED, DutyId.DANISH_REFERRED} & {task.place.key for task in tasks}


def test_what_a_deadline_waits_for_is_told_once_where_it_is_a_task_too(rulebook: Rulebook) -> None:
    shown = overview(rulebook)

    assert GapKind.NO_PROGRAMME_START in {gap.kind for gap in an_opened_case(rulebook).gaps}
    assert DutyId.PROGRAMME_STARTED in {task.place.key for task in shown.tasks}
    assert shown.gaps == ()


def test_what_is_overdue_says_when_it_was_due(rulebook: Rulebook) -> None:
    task = next(task for task in overview(rulebook).tasks if task.place.key == DutyId.DANISH_REFERRED)

    assert task.reason.startswith("Fristen var den 1. november 2026 · ")
    assert task.badge_kind is BadgeKind.OVERDUE


def test_the_end_of_the_programme_is_years_away_and_nothing_to_do(rulebook: Rulebook) -> None:
    assert DutyId.PROGRAMME_MAX_LENGTH not in {task.place.key for task in overview(rulebook).tasks}


def test_a_first_company_offer_is_recorded_as_an_offer(rulebook: Rulebook) -> None:
    taken_over = date(2024, 6, 3)
    support = (a_support(SupportKind.BENEFIT, taken_over),)

    tasks = overview(
        rulebook, date(2024, 6, 20), takeover_on=taken_over, allocation_decided_on=None, support=support, plans=()
    ).tasks

    offer = next(task for task in tasks if task.place.key == DutyId.OFFER_FIRST)
    assert offer.place.kind is PlaceKind.OFFER


def test_the_next_meeting_is_the_one_agreed_last(rulebook: Rulebook) -> None:
    talks = (
        a_follow_up(held_on=date(2026, 11, 2), next_on=date(2026, 12, 1)),
        a_follow_up(held_on=date(2026, 11, 20), next_on=date(2027, 1, 20)),
    )

    assert overview(rulebook, follow_ups=talks).meeting == Meeting(
        "Onsdag den 20. januar 2027", "Opfølgning · aftalt den 20. november 2026", is_missed=False
    )


def test_a_meeting_that_has_passed_is_missed(rulebook: Rulebook) -> None:
    talks = (a_follow_up(held_on=date(2026, 11, 2), next_on=date(2026, 11, 20)),)

    assert overview(rulebook, follow_ups=talks).meeting == Meeting(
        "Fredag den 20. november 2026", "Opfølgningen er ikke registreret", is_missed=True
    )


def test_a_meeting_planned_for_the_deadline_says_when_it_was_planned(rulebook: Rulebook) -> None:
    meeting = a_decision(
        duty=DutyId.FOLLOW_UP_LOCAL,
        kind=DecisionKind.MEETING,
        computed_on=date(2027, 2, 2),
        on=date(2026, 12, 4),
        made_on=date(2026, 11, 3),
    )
    talk = a_follow_up(held_on=date(2026, 11, 2), next_on=date(2026, 12, 1))

    assert overview(rulebook, follow_ups=(talk,), decisions=(meeting,)).meeting == Meeting(
        "Fredag den 4. december 2026", "Opfølgning · planlagt den 3. november 2026", is_missed=False
    )


@pytest.mark.parametrize("talks", [(), (a_follow_up(held_on=date(2026, 11, 2)),)])
def test_where_nothing_is_agreed_there_is_no_meeting(talks: tuple[Any, ...], rulebook: Rulebook) -> None:
    assert overview(rulebook, follow_ups=talks).meeting is None


def test_what_happened_last_is_told(rulebook: Rulebook) -> None:
    assert overview(rulebook).events[0].title == "Kontrakt underskrevet, version 1"

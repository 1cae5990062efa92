"""Frister."""

from datetime import date
from typing import Any

from desktop_app.domain.case import CorrectedFact, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_deadlines import DeadlineGroup, DeadlineRow, deadlines_of
from desktop_app.presenters.mending_places import Place, PlaceKind
from tests.builders import a_draft, a_follow_up, a_readiness, a_support, an_event, an_offer
from tests.presenters.opened import TODAY, an_opened_case


def groups(rulebook: Rulebook, today: date = TODAY, **changes: Any) -> dict[DeadlineGroup, list[DeadlineRow]]:  # noqa: ANN401 - whatever a test changes
    shown = deadlines_of(an_opened_case(rulebook, today, **changes), rulebook, today)
    return {one.group: list(one.rows) for one in shown}


def row(found: dict[DeadlineGroup, list[DeadlineRow]], duty: str) -> DeadlineRow:
    return next(row for rows in found.values() for row in rows if row.id.startswith(f"{duty}/"))


def test_every_duty_stands_in_one_group_with_the_whole_explanation(rulebook: Rulebook) -> None:
    found = groups(rulebook)

    contract = row(found, DutyId.CONTRACT_SIGNED)
    assert sum(len(rows) for rows in found.values()) == len(rulebook.duties)
    assert contract in found[DeadlineGroup.DONE]
    assert (contract.duty, contract.badge, contract.badge_kind) == (
        "Kontrakt",
        "Gennemført til tiden",
        BadgeKind.ON_TIME,
    )
    assert (contract.due, contract.due_on) == ("01.11.2026", date(2026, 11, 1))
    assert contract.sentence == "Gennemført den 28. oktober 2026. Fristen var den 1. november 2026."
    assert contract.detail.steps[-1].title == "28. oktober 2026"


def test_the_groups_are_named_in_order(rulebook: Rulebook) -> None:
    shown = deadlines_of(an_opened_case(rulebook), rulebook, TODAY)

    assert [one.title for one in shown] == ["Åbne", "Afventer", "Gennemført", "Ikke relevant"]


def test_a_group_without_duties_is_left_out(rulebook: Rulebook) -> None:
    found = groups(rulebook, takeover_on=None, allocation_decided_on=None, permit_granted_on=None, plans=())

    assert list(found) == [DeadlineGroup.WAITING]


def test_a_duty_without_a_day_sorts_last(rulebook: Rulebook) -> None:
    found = groups(rulebook, target_group=TargetGroup.IMMIGRANT)
    rows = [row for rows in found.values() for row in rows if row.due == "–"]

    assert rows
    assert {row.due_on for row in rows} == {date.max}


def test_what_was_done_comes_latest_first_with_what_repeats(rulebook: Rulebook) -> None:
    talks = tuple(a_follow_up(held_on=day) for day in (date(2027, 1, 20), date(2027, 4, 14)))

    done = groups(rulebook, date(2027, 5, 1), follow_ups=talks)[DeadlineGroup.DONE]

    assert [row.id.rsplit("/", 1)[1] for row in done] == sorted(
        (row.id.rsplit("/", 1)[1] for row in done), key=lambda on: "" if on == "None" else on, reverse=True
    )
    assert sum(row.duty.startswith("Opfølgning") for row in done) >= 2
    assert len({row.id for row in done}) == len(done)


def test_an_open_duty_can_be_recorded_and_its_start_date_corrected(rulebook: Rulebook) -> None:
    referred = row(groups(rulebook), DutyId.DANISH_REFERRED)

    assert referred.places[0] == Place(PlaceKind.EVENT, DutyId.DANISH_REFERRED, "Markér gennemført …")
    assert referred.places[-1] == Place(PlaceKind.CORRECTION, CorrectedFact.TAKEOVER, "Ret startdatoen …")
    assert {place.kind for place in referred.places[1:-1]} == {PlaceKind.DECISION}
    assert referred.event_id == ""


def test_a_duty_with_a_record_of_its_own_is_not_recorded_here(rulebook: Rulebook) -> None:
    contract = row(groups(rulebook, plans=(a_draft(),)), DutyId.CONTRACT_SIGNED)

    assert contract.places[0] == Place(PlaceKind.CONTRACT, "", "Gå til kontrakten")
    assert PlaceKind.EVENT not in {place.kind for place in contract.places}


def test_a_gap_between_offers_is_ended_by_another_offer(rulebook: Rulebook) -> None:

    start = date(2024, 1, 2)
    found = groups(
        rulebook,
        date(2024, 6, 20),
        allocation_decided_on=None,
        takeover_on=start,
        support=(a_support(SupportKind.BENEFIT, start),),
        readiness=(a_readiness(ReadinessKind.JOB_READY, start),),
        offers=(an_offer(offered_on=start, starts_on=start, ends_on=date(2024, 6, 1)),),
        plans=(),
    )

    assert row(found, DutyId.OFFER_GAP).places[0].kind is PlaceKind.OFFER


def test_what_counts_from_something_recorded_elsewhere_has_no_date_to_correct(rulebook: Rulebook) -> None:
    local = row(groups(rulebook), DutyId.FOLLOW_UP_LOCAL)

    assert local.places[0].kind is PlaceKind.WRITE_FOLLOW_UP
    assert PlaceKind.CORRECTION not in {place.kind for place in local.places}


def test_a_recorded_event_can_be_removed_again(rulebook: Rulebook) -> None:
    event = an_event(DutyId.DANISH_REFERRED, date(2026, 10, 20))

    referred = row(groups(rulebook, events=(event,)), DutyId.DANISH_REFERRED)

    assert referred.event_id == event.id

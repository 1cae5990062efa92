"""Seneste hændelser."""

from datetime import date

from desktop_app.domain.case import (
    Case,
    CorrectedFact,
    FactCorrection,
    MoveDirection,
    OfferKind,
    ReadinessKind,
    Result,
    ResultKind,
)
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.plan import Annulment
from desktop_app.domain.recorded_events import RECORDABLE
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_events import SHOWN, latest_events
from desktop_app.presenters.event_words import event_name
from tests.builders import (
    a_case,
    a_draft,
    a_follow_up,
    a_move,
    a_plan,
    a_readiness,
    an_attempt,
    an_event,
    an_offer,
    new_id,
)

TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 2)


def told(rulebook: Rulebook, case: Case) -> list[tuple[str, str]]:
    return [(event.when, event.title) for event in latest_events(case, rulebook, TODAY)]


def only(**changes: object) -> Case:
    return a_case(plans=(), allocation_decided_on=None, takeover_on=None, **changes)


def test_a_case_begins_with_allocation_and_takeover(rulebook: Rulebook) -> None:
    assert told(rulebook, a_case(plans=())) == [("01.10.2026", "Ansvar overtaget"), ("15.08.2026", "Visiteret")]


def test_what_is_signed_annulled_or_a_draft(rulebook: Rulebook) -> None:
    plans = (a_plan(annulment=Annulment(on=DAY, reason="Forkert dato")), a_plan(number=2), a_draft(number=3))

    assert told(rulebook, a_case(plans=plans, allocation_decided_on=None, takeover_on=None)) == [
        ("02.11.2026", "Underskrift annulleret, version 1"),
        ("28.10.2026", "Kontrakt underskrevet, version 2"),
    ]


def test_follow_ups_and_attempts(rulebook: Rulebook) -> None:
    case = only(follow_ups=(a_follow_up(held_on=DAY), an_attempt(held_on=date(2026, 11, 3))))

    assert told(rulebook, case) == [
        ("03.11.2026", "Opfølgning forsøgt: samtale"),
        ("02.11.2026", "Opfølgning: samtale"),
    ]


def test_offers_of_companies_by_the_day_they_were_made_or_begin(rulebook: Rulebook) -> None:
    offers = (
        an_offer(offered_on=DAY),
        an_offer(offered_on=None, starts_on=date(2026, 11, 3), company=None),
        an_offer(kind=OfferKind.GUIDANCE),
        an_offer(offered_on=None, starts_on=None),
    )

    assert told(rulebook, only(offers=offers)) == [
        ("03.11.2026", "Virksomhedsrettet tilbud: –"),
        ("02.11.2026", "Virksomhedsrettet tilbud: Plejecenter Bakken"),
    ]


def test_moves_that_count(rulebook: Rulebook) -> None:
    moves = (
        a_move(MoveDirection.IN, DAY),
        a_move(MoveDirection.IN, DAY, approved=False),
        a_move(MoveDirection.OUT, date(2026, 11, 3), approved=False),
    )

    assert told(rulebook, only(moves=moves)) == [
        ("03.11.2026", "Fraflyttet"),
        ("02.11.2026", "Tilflyttet"),
    ]


def test_results_and_corrections(rulebook: Rulebook) -> None:
    correction = FactCorrection(
        id=new_id(), fact=CorrectedFact.TAKEOVER, before=None, after=DAY, reason="Slåfejl", on=DAY
    )
    case = only(results=(Result(id=new_id(), kind=ResultKind.JOB, on=date(2026, 11, 1)),), corrections=(correction,))

    assert told(rulebook, case) == [("02.11.2026", "En dato blev rettet"), ("01.11.2026", "Ordinært arbejde")]


def test_an_assessment_says_what_came_out_of_it(rulebook: Rulebook) -> None:
    assessed = (an_event(DutyId.READINESS_ASSESSED, DAY),)

    assert told(rulebook, only(events=assessed, readiness=(a_readiness(ReadinessKind.JOB_READY, DAY),))) == [
        ("02.11.2026", "Visiteret: jobparat")
    ]
    assert told(rulebook, only(events=assessed)) == [("02.11.2026", "Visiteret som jobparat eller aktivitetsparat")]


def test_what_is_planned_has_not_happened(rulebook: Rulebook) -> None:
    assert told(rulebook, only(offers=(an_offer(offered_on=date(2026, 11, 23)),))) == []


def test_only_the_latest_are_told(rulebook: Rulebook) -> None:
    talks = tuple(a_follow_up(held_on=date(2026, 11, day)) for day in range(1, SHOWN + 3))

    found = told(rulebook, only(follow_ups=talks))

    assert len(found) == SHOWN
    assert found[0][0] == f"{SHOWN + 2:02}.11.2026"


def test_everything_that_is_recorded_has_its_words(rulebook: Rulebook) -> None:
    names = {event_name(duty, rulebook) for duty in RECORDABLE}

    assert len(names) == len(RECORDABLE)
    assert event_name(HEALTH_NEED_FOUND, rulebook) == "Behov for helbredsmæssig vurdering fundet"


def test_an_event_of_another_duty_is_called_by_it_and_an_unknown_one_as_it_stands(rulebook: Rulebook) -> None:
    assert event_name("contract.signed", rulebook) == "Kontrakt"
    assert event_name("something.else", rulebook) == "something.else"

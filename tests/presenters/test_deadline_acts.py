"""What one can do about a deadline."""

from datetime import date

import pytest

from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.presenters.deadline_acts import acts_of, carrying_out
from desktop_app.presenters.mending_places import Place, PlaceKind
from desktop_app.presenters.named_deadline import NamedDeadline
from tests.builders import a_deadline, a_decision_fact

KEY = "contract.signed/2026-11-01"


@pytest.mark.parametrize(
    ("duty", "place"),
    [
        (DutyId.DANISH_REFERRED, Place(PlaceKind.EVENT, DutyId.DANISH_REFERRED, "Markér gennemført …")),
        (DutyId.OFFER_FIRST, Place(PlaceKind.OFFER, DutyId.OFFER_FIRST, "Registrér et tilbud …")),
        (DutyId.FOLLOW_UP_LOCAL, Place(PlaceKind.WRITE_FOLLOW_UP, "", "Skriv opfølgningen")),
        (DutyId.TAKEOVER_EXPECTED, Place(PlaceKind.FIELD, CaseField.TAKEOVER, "Udfyld")),
        (DutyId.CONTRACT_SIGNED, Place(PlaceKind.CONTRACT, "", "Gå til kontrakten")),
    ],
)
def test_an_open_duty_is_carried_out_where_it_is_recorded(duty: DutyId, place: Place) -> None:
    assert carrying_out(a_deadline(duty=duty)) == place


def test_every_open_duty_has_a_place() -> None:
    assert all(carrying_out(a_deadline(duty=duty)) for duty in DutyId)


def test_a_department_that_waits_to_be_named_has_its_field() -> None:
    waiting = a_deadline(
        duty=DutyId.COORDINATING_DEPARTMENT_NAMED,
        status=Status.WAITING,
        due_on=None,
        reason=Reason.DEPARTMENT_NOT_NAMED,
    )

    assert acts_of(waiting) == (Place(PlaceKind.FIELD, CaseField.DEPARTMENT, "Udfyld"),)


def test_what_waits_or_is_done_is_not_carried_out() -> None:
    assert carrying_out(a_deadline(status=Status.DONE_ON_TIME)) is None
    assert carrying_out(a_deadline(status=Status.WAITING, due_on=None)) is None


def test_an_overdue_deadline_offers_every_decision() -> None:
    assert [(place.kind, place.key, place.link) for place in acts_of(a_deadline(status=Status.OVERDUE))[1:]] == [
        (PlaceKind.DECISION, f"late_because/{KEY}", "Notér årsagen …"),
        (PlaceKind.DECISION, f"meeting/{KEY}", "Planlæg et møde …"),
        (PlaceKind.DECISION, f"other_date/{KEY}", "Ret fristen …"),
        (PlaceKind.DECISION, f"not_relevant/{KEY}", "Ikke relevant …"),
    ]


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        (DecisionKind.NOT_RELEVANT, "Lad fristen gælde igen"),
        (DecisionKind.OTHER_DATE, "Tilbage til den beregnede frist"),
        (DecisionKind.LATE_BECAUSE, "Fjern årsagen"),
        (DecisionKind.MEETING, "Aflys mødet"),
    ],
)
def test_what_was_decided_can_be_taken_back(kind: DecisionKind, link: str) -> None:
    decided = a_deadline(status=Status.NOT_APPLICABLE, due_on=None, decisions=(a_decision_fact(kind),))

    assert acts_of(decided) == (Place(PlaceKind.WITHDRAWAL, f"{kind}/{KEY}", link),)


def test_a_link_carries_which_deadline_is_meant() -> None:
    named = NamedDeadline(DecisionKind.MEETING, DutyId.FOLLOW_UP, date(2026, 11, 1))

    assert NamedDeadline.of_key(named.key) == named

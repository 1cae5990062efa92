"""Where each thing missing on a case is mended."""

from datetime import date

import pytest

from desktop_app.domain.case import Case, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.gaps import gaps_in
from desktop_app.domain.role import Role, may
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.mending_places import Place, PlaceKind, place_of
from tests.builders import a_case, a_citizen, a_leave, a_plan, a_readiness, a_scan, a_support, an_activity, an_offer

DAY = date(2026, 10, 28)
DECISION = DeadlineDecision(
    id="decision", duty=DutyId.CONTRACT_SIGNED, kind=DecisionKind.NOT_RELEVANT, computed_on=DAY, made_on=DAY
)


def place(kind: GapKind, part: PlanPart | None = None, case: Case | None = None) -> Place | None:
    return place_of(Gap(kind, on=DAY, part=part), case or a_case())


@pytest.mark.parametrize(
    ("kind", "field", "link"),
    [
        (GapKind.NO_TAKEOVER, "takeover_on", "Udfyld"),
        (GapKind.DECIDED_ON_THE_FIRST, "takeover_on", "Udfyld"),
        (GapKind.NO_DEPARTMENT, "coordinating_department", "Udfyld"),
        (GapKind.NO_BIRTH_DATE, "birth_date", "Udfyld"),
        (GapKind.NO_CPR, "cpr", "Udfyld"),
        (GapKind.CPR_NO_DATE, "cpr", "Ret"),
        (GapKind.CPR_REPLACEMENT, "cpr", "Ret"),
        (GapKind.CPR_OTHER_BIRTH_DATE, "cpr", "Ret"),
        (GapKind.NO_CASEWORKER, "responsible_caseworker", "Udfyld"),
        (GapKind.NO_LANGUAGE, "languages", "Udfyld"),
    ],
)
def test_what_is_missing_on_the_person_is_mended_at_its_field(kind: GapKind, field: str, link: str) -> None:
    assert place(kind) == Place(PlaceKind.FIELD, field, link)


@pytest.mark.parametrize("kind", [GapKind.TAKEOVER_BEFORE_ALLOCATION, GapKind.TAKEOVER_NOT_ON_WORKING_DAY])
def test_a_takeover_that_is_odd_is_corrected_with_a_reason(kind: GapKind) -> None:
    assert place(kind) == Place(PlaceKind.CORRECTION, "takeover_on", "Ret datoen …")


@pytest.mark.parametrize(
    "kind",
    [
        GapKind.CONTRACT_BEFORE_TAKEOVER,
        GapKind.ONE_SIGNATURE,
        GapKind.NO_DECLARATION,
        GapKind.NO_CONTRACT,
        GapKind.DRAFT_NOT_SIGNED,
        GapKind.READY_NOT_SIGNED,
    ],
)
def test_signatures_are_mended_at_the_contract(kind: GapKind) -> None:
    assert place(kind) == Place(PlaceKind.CONTRACT, "", "Gå til kontrakten")


def test_a_follow_up_before_the_contract_is_found_among_the_follow_ups() -> None:
    assert place(GapKind.FOLLOW_UP_BEFORE_CONTRACT) == Place(PlaceKind.FOLLOW_UPS, "", "Gå til opfølgningen")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (PlanPart.COORDINATING_DEPARTMENT, Place(PlaceKind.FIELD, "coordinating_department", "Udfyld")),
        (PlanPart.MUNICIPALITY, Place(PlaceKind.FIELD, "responsible_caseworker", "Udfyld")),
        (PlanPart.MAIN_GOAL, Place(PlaceKind.CONTRACT, "", "Gå til kontrakten")),
    ],
)
def test_what_a_signed_contract_lacks_is_mended_where_it_is_written(part: PlanPart, expected: Place) -> None:
    assert place(GapKind.SIGNED_INCOMPLETE, part) == expected


@pytest.mark.parametrize(
    ("group", "applied_in_denmark", "field"),
    [
        (TargetGroup.REFUGEE, False, "allocation_decided_on"),
        (TargetGroup.UNACCOMPANIED_MINOR, False, "allocation_decided_on"),
        (TargetGroup.DISPLACED_UKRAINE, False, "allocation_decided_on"),
        (TargetGroup.QUOTA_REFUGEE, False, "cpr_registered_on"),
        (TargetGroup.IMMIGRANT, True, "cpr_registered_on"),
        (TargetGroup.FAMILY_OF_REFUGEE, False, "cpr_registered_on"),
        (TargetGroup.FAMILY_OF_OTHER, True, "permit_granted_on"),
    ],
)
def test_the_date_a_takeover_is_proposed_from_is_that_of_the_group(
    group: TargetGroup,
    applied_in_denmark: bool,  # noqa: FBT001 - a parameter of the test
    field: str,
) -> None:
    case = a_case(target_group=group, applied_in_denmark=applied_in_denmark)

    assert place(GapKind.NO_CLOCK_FOR_TAKEOVER, case=case) == Place(PlaceKind.FIELD, field, "Udfyld")


@pytest.mark.parametrize("field", ["given_names", "family_name", "address", "city"])
def test_stray_spaces_are_taken_away_where_they_stand(field: str) -> None:
    case = a_case(citizen=a_citizen(**{field: " A  B"}))

    assert place(GapKind.STRAY_SPACES, case=case) == Place(PlaceKind.FIELD, field, "Ret")


def test_stray_spaces_in_the_case_number_stay() -> None:
    assert place(GapKind.STRAY_SPACES, case=a_case(case_number=" 2026-014")) is None


@pytest.mark.parametrize(
    ("kind", "duty"),
    [(GapKind.NO_READINESS, "readiness.assessed"), (GapKind.NO_PROGRAMME_START, "programme.started")],
)
def test_what_a_deadline_waits_for_is_recorded(kind: GapKind, duty: str) -> None:
    assert place(kind) == Place(PlaceKind.EVENT, duty, "Registrér …")


@pytest.mark.parametrize(
    "kind", [GapKind.TALK_WITHOUT_NOTE, GapKind.TALK_WITHOUT_TOPICS, GapKind.INTERPRETER_UNRECORDED]
)
def test_what_a_talk_does_not_tell_is_added_to_it(kind: GapKind) -> None:
    assert place_of(Gap(kind, record="talk"), a_case()) == Place(PlaceKind.FOLLOW_UP, "talk", "Gå til opfølgningen")


def test_why_something_was_late_is_told_about_the_deadline() -> None:
    gap = Gap(GapKind.NO_REASON_FOR_DELAY, on=DAY, duty=DutyId.PROGRAMME_STARTED)

    assert place_of(gap, a_case()) == Place(
        PlaceKind.DECISION, "late_because/programme.started/2026-10-28", "Skriv hvorfor …"
    )


def test_a_decision_that_no_longer_fits_is_taken_away() -> None:
    gap = Gap(GapKind.DECISION_DOES_NOT_FIT, on=DAY, record=DECISION.id, duty=DutyId.CONTRACT_SIGNED)

    assert place_of(gap, a_case(decisions=(DECISION,))) == Place(
        PlaceKind.WITHDRAWAL, "not_relevant/contract.signed/2026-10-28", "Fjern beslutningen"
    )
    assert place_of(gap, a_case()) is None


def test_the_end_of_a_leave_is_filled_in_in_its_own_row() -> None:
    gap = Gap(GapKind.LEAVE_WITHOUT_END, record="leave")

    assert place_of(gap, a_case()) == Place(PlaceKind.FIELD, "parental_leave/leave/last", "Udfyld")


def place_in(case: Case, rulebook: Rulebook) -> Place | None:
    """Return where the one gap of a case is mended."""
    [gap] = gaps_in(case, rulebook, DAY)
    return place_of(gap, case)


def test_a_period_that_ends_before_it_begins_is_mended_in_its_own_row(rulebook: Rulebook) -> None:
    last = date(2026, 1, 1)
    support = a_support(SupportKind.BENEFIT, DAY, last)
    readiness = a_readiness(ReadinessKind.JOB_READY, DAY, last)
    leave = a_leave(None, DAY, last)
    offer = an_offer(ends_on=last)

    for case, key in (
        (a_case(support=(a_support(SupportKind.ORDINARY_JOB, last), support)), f"support/{support.id}/last"),
        (a_case(readiness=(readiness,)), f"readiness/{readiness.id}/last"),
        (a_case(parental_leave=(leave,)), f"parental_leave/{leave.id}/last"),
        (a_case(offers=(an_offer(starts_on=None), offer)), f"offers/{offer.id}/last"),
    ):
        assert place_in(case, rulebook) == Place(PlaceKind.FIELD, key, "Ret")


def test_of_periods_that_overlap_the_later_one_is_gone_to(rulebook: Rulebook) -> None:
    later = a_readiness(ReadinessKind.ACTIVITY_READY, DAY)
    case = a_case(readiness=(a_readiness(ReadinessKind.JOB_READY, date(2026, 1, 1)), later))

    assert place_in(case, rulebook) == Place(PlaceKind.FIELD, f"readiness/{later.id}/first", "Ret")


def test_an_activity_that_ends_before_it_begins_is_mended_at_the_contract(rulebook: Rulebook) -> None:
    plan = a_plan(activities=(an_activity(starts_on=DAY, ends_on=date(2026, 1, 1)),), scans=(a_scan(),))

    assert place_in(a_case(plans=(plan,)), rulebook) == Place(PlaceKind.CONTRACT, "", "Gå til kontrakten")


def test_a_scan_is_attached_to_the_version_that_lacks_it() -> None:
    case = a_case(plans=(a_plan(), a_plan(number=2)))
    gap = Gap(GapKind.NO_SIGNATURE_SCAN, record=case.plans[1].id)

    assert place_of(gap, case) == Place(PlaceKind.SCAN, "2", "Vedhæft scan …")
    assert place(GapKind.NO_SIGNATURE_SCAN) is None


def test_a_delay_that_names_no_deadline_leads_nowhere() -> None:
    assert place(GapKind.NO_REASON_FOR_DELAY) is None


@pytest.mark.parametrize("kind", list(GapKind))
def test_every_gap_leads_somewhere(kind: GapKind) -> None:
    case = a_case(citizen=a_citizen(city=" x"), decisions=(DECISION,))

    record = DECISION.id if kind is GapKind.DECISION_DOES_NOT_FIT else case.plans[0].id
    gap = Gap(kind, on=DAY, part=PlanPart.MAIN_GOAL, record=record, duty=DutyId.CONTRACT_SIGNED)

    assert place_of(gap, case) is not None


@pytest.mark.parametrize("kind", list(PlaceKind), ids=str)
def test_every_place_says_what_one_must_be_let_do_there(kind: PlaceKind) -> None:
    place = Place(kind, "", "")

    assert may(Role.CASEWORKER, place.needs)
    assert may(Role.AUDITOR, place.needs) is (kind in {PlaceKind.CONTRACT, PlaceKind.FOLLOW_UPS})
    assert not may(Role.RECEPTION, place.needs)

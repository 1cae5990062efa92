from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.case import Case, ReadinessKind, SupportKind
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.gaps import Gap, GapKind, gaps_of
from desktop_app.domain.plan import Annulment, NoSignature, Unsigned
from tests.builders import (
    SIGNED,
    a_case,
    a_citizen,
    a_draft,
    a_follow_up,
    a_leave,
    a_plan,
    a_readiness,
    a_support,
    an_activity,
    an_attempt,
    an_offer,
)

BEFORE, DAY, AFTER = date(2026, 9, 30), date(2026, 10, 28), date(2026, 12, 1)
ONE_SIGNATURE = a_plan(signed_by_municipality_on=None, declaration_signed_on=None)
UNWILLING = Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke skrive under")
ANNULLED = Annulment(on=date(2026, 11, 5), reason="Forkert borger")


def kinds(case: Case) -> list[GapKind]:
    return [gap.kind for gap in gaps_of(case)]


def test_a_case_in_order_has_no_gaps() -> None:
    assert gaps_of(a_case()) == []


GAPS = [
    (a_case(takeover_on=None), [GapKind.NO_TAKEOVER]),
    (
        a_case(takeover_on=None, allocation_decided_on=None, permit_granted_on=None),
        [GapKind.NO_TAKEOVER, GapKind.NO_CLOCK_FOR_TAKEOVER],
    ),
    (a_case(citizen=a_citizen(birth_date=None)), [GapKind.NO_BIRTH_DATE]),
    (a_case(citizen=a_citizen(cpr=None)), [GapKind.NO_CPR]),
    (a_case(citizen=a_citizen(cpr="3102900000")), [GapKind.CPR_NO_DATE]),
    (a_case(citizen=a_citizen(cpr="6101900000")), [GapKind.CPR_REPLACEMENT]),
    (a_case(citizen=a_citizen(birth_date=date(1990, 1, 2))), [GapKind.CPR_OTHER_BIRTH_DATE]),
    (a_case(responsible_caseworker=None), [GapKind.NO_CASEWORKER, GapKind.SIGNED_INCOMPLETE]),
    (a_case(citizen=a_citizen(languages=())), [GapKind.NO_LANGUAGE]),
    (a_case(citizen=a_citizen(family_name="Al-Hassan ")), [GapKind.STRAY_SPACES]),
    (a_case(citizen=a_citizen(city="Nakskov  C")), [GapKind.STRAY_SPACES]),
    (a_case(case_number=" 2026-014"), [GapKind.STRAY_SPACES]),
    (a_case(allocation_decided_on=date(2026, 10, 2)), [GapKind.TAKEOVER_BEFORE_ALLOCATION]),
    (
        a_case(takeover_on=date(2026, 8, 15), allocation_decided_on=date(2026, 7, 1)),
        [GapKind.TAKEOVER_NOT_ON_WORKING_DAY],
    ),
    (
        a_case(plans=(a_plan(signed_by_citizen_on=BEFORE, signed_by_municipality_on=BEFORE),)),
        [GapKind.CONTRACT_BEFORE_TAKEOVER],
    ),
    (a_case(plans=(ONE_SIGNATURE,)), [GapKind.ONE_SIGNATURE]),
    (a_case(plans=(replace(ONE_SIGNATURE, unsigned=UNWILLING),)), [GapKind.ONE_SIGNATURE]),
    (a_case(plans=(a_plan(signed_by_citizen_on=None, unsigned=UNWILLING),)), []),
    (a_case(plans=(replace(ONE_SIGNATURE, annulment=ANNULLED),)), []),
    (a_case(plans=(a_plan(annulment=ANNULLED, declaration_signed_on=None),)), []),
    (a_case(plans=(a_plan(declaration_signed_on=None),)), [GapKind.NO_DECLARATION]),
    (a_case(plans=(a_plan(goals=()),)), [GapKind.SIGNED_INCOMPLETE, GapKind.SIGNED_INCOMPLETE]),
    (a_case(follow_ups=(a_follow_up(held_on=BEFORE),)), [GapKind.FOLLOW_UP_BEFORE_CONTRACT]),
    (
        a_case(support=(a_support(SupportKind.BENEFIT, AFTER, BEFORE),)),
        [GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS],
    ),
    (
        a_case(readiness=(a_readiness(ReadinessKind.JOB_READY, AFTER, BEFORE),)),
        [GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS],
    ),
    (a_case(parental_leave=(a_leave(DAY, AFTER, BEFORE),)), [GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS]),
    (a_case(offers=(an_offer(starts_on=AFTER, ends_on=BEFORE),)), [GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS]),
    (
        a_case(plans=(a_plan(activities=(an_activity(starts_on=AFTER, ends_on=BEFORE),)),)),
        [GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS],
    ),
]


@pytest.mark.parametrize(("case", "found"), GAPS, ids=lambda value: "+".join(value) if isinstance(value, list) else "")
def test_one_thing_out_of_order_is_the_one_gap_found(case: Case, found: list[GapKind]) -> None:
    assert kinds(case) == found


def test_every_kind_of_gap_is_found_somewhere() -> None:
    assert {kind for _, found in GAPS for kind in found} == set(GapKind)


@pytest.mark.parametrize(
    "case",
    [
        a_case(citizen=a_citizen(cpr="0101364003", birth_date=date(2036, 1, 1))),
        a_case(citizen=a_citizen(address=None, city=None)),
        a_case(follow_ups=(an_attempt(held_on=BEFORE),)),
        a_case(follow_ups=(a_follow_up(held_on=DAY),)),
        a_case(plans=(a_draft(),)),
        a_case(plans=()),
        a_case(allocation_decided_on=None, takeover_on=date(2026, 10, 3)),
        a_case(allocation_decided_on=date(2026, 10, 1)),
        a_case(takeover_on=DAY),
        a_case(support=(a_support(SupportKind.BENEFIT, DAY, DAY), a_support(SupportKind.BENEFIT, AFTER))),
        a_case(offers=(an_offer(starts_on=DAY, ends_on=DAY), an_offer(starts_on=None, ends_on=None))),
    ],
    ids=[
        "a check digit that fits, and elsewhere one that does not",
        "an address may be unknown",
        "an attempt before the contract is no follow-up",
        "a follow-up on the day of the contract",
        "a draft is not incomplete",
        "no plan yet",
        "a registration may fall on a Saturday",
        "taken over on the day of the allocation",
        "signed on the day of the takeover",
        "periods of one day and open ones",
        "offers of one day and undated ones",
    ],
)
def test_what_is_in_order_is_no_gap(case: Case) -> None:
    assert gaps_of(case) == []


def test_a_gap_says_who_mends_it_of_which_day_and_which_part_it_speaks() -> None:
    case = a_case(responsible_caseworker="AK", plans=(a_plan(activities=()),))

    assert gaps_of(case) == [Gap(GapKind.SIGNED_INCOMPLETE, "AK", DAY, PlanPart.ACTIVITY_WITH_START)]


@pytest.mark.parametrize(
    "signed", [{"signed_by_municipality_on": None}, {"signed_by_citizen_on": None}], ids=["citizen", "municipality"]
)
def test_one_signature_is_a_gap_of_the_day_it_was_given(signed: dict[str, None]) -> None:
    case = a_case(plans=(a_plan(declaration_signed_on=None, **signed),))

    assert gaps_of(case) == [Gap(GapKind.ONE_SIGNATURE, "MJ", DAY)]


def test_gaps_come_the_most_pressing_first() -> None:
    case = a_case(
        takeover_on=None,
        citizen=a_citizen(cpr=None, languages=(), birth_date=None),
        support=(a_support(SupportKind.BENEFIT, AFTER, BEFORE),),
    )

    found = kinds(case)

    assert len(found) == 5
    assert found == sorted(found, key=list(GapKind).index)


def test_only_the_first_signed_version_needs_the_declaration_and_only_the_current_one_to_be_complete() -> None:
    first = a_plan(number=1, goals=())
    second = a_plan(number=2, declaration_signed_on=None)

    assert gaps_of(a_case(plans=(second, first))) == []


def test_a_plan_the_citizen_did_not_sign_lacks_no_signature() -> None:
    unsigned = Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke.")

    assert kinds(a_case(plans=(a_plan(signed_by_citizen_on=None, unsigned=unsigned),))) == []


def test_an_annulled_signature_is_no_half_signed_plan() -> None:
    annulment = Annulment(on=SIGNED, reason="Fejl")

    assert kinds(a_case(plans=(a_plan(signed_by_citizen_on=None, annulment=annulment),))) == []

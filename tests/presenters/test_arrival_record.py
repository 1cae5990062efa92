"""What is recorded of people who arrive, and what is said when it is done."""

from datetime import date

import pytest

from desktop_app.application.record_arrival import Arrival, CaseStart
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.citizen import Citizen
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_form import ArrivalForm, Typed
from desktop_app.presenters.arrival_record import arrival_of, done_text
from tests.builders import a_case
from tests.fakes import a_line_of
from tests.presenters.arrivals import DECIDED, PROPOSED, TODAY, read, read_rima, typed

LINA: Typed = {Field.GIVEN_NAMES: "Lina", Field.BIRTH_DATE: "030519"}


def recorded(rulebook: Rulebook, form: ArrivalForm) -> Arrival:
    people = [read(rulebook, form, place) for place in range(len(form.people))]
    return arrival_of(people, None)


def test_everything_typed_of_a_person_is_recorded(rulebook: Rulebook) -> None:
    form = typed(
        native_name="ريما الحسن",
        address="Eksempelvej 12, 2. tv.",
        postal_code="4900",
        city="Nakskov",
        protected_address="yes",
        phone="12345678",
        email="rima@example.dk",
        coordinating_department="Jobcenter",
    )

    arrival = recorded(rulebook, form)

    [newcomer] = arrival.people
    assert newcomer.citizen == Citizen(
        id="",
        given_names="Rima",
        family_name="Al-Hassan",
        native_name="ريما الحسن",
        cpr="0101900001",
        birth_date=date(1990, 1, 1),
        nationality="SY",
        languages=("ar",),
        interpreter_language="ar",
        address="Eksempelvej 12, 2. tv.",
        postal_code="4900",
        city="Nakskov",
        phone="12345678",
        email="rima@example.dk",
        protected_address=True,
    )
    assert arrival.start == CaseStart(
        target_group=TargetGroup.REFUGEE,
        allocation_decided_on=DECIDED,
        takeover_on=PROPOSED,
        responsible_caseworker="MJ",
        coordinating_department="Jobcenter",
    )
    assert (newcomer.role, newcomer.own_start) == (None, None)
    assert (arrival.household_name, arrival.joins) == (None, None)


def test_what_was_not_typed_is_not_known(rulebook: Rulebook) -> None:
    form = typed(cpr=None, nationality=None, language=None, allocation_decided_on=None, responsible_caseworker="")

    arrival = recorded(rulebook, form)

    [newcomer] = arrival.people
    assert newcomer.citizen == Citizen(id="", given_names="Rima", family_name="Al-Hassan")
    assert arrival.start == CaseStart(target_group=TargetGroup.REFUGEE)


def test_without_an_interpreter_the_language_is_only_spoken(rulebook: Rulebook) -> None:
    [newcomer] = recorded(rulebook, typed(interpreter="no")).people

    assert (newcomer.citizen.languages, newcomer.citizen.interpreter_language) == (("ar",), None)


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        (
            {"target_group": "quota_refugee", "cpr_registered_on": "201126"},
            CaseStart(
                target_group=TargetGroup.QUOTA_REFUGEE,
                cpr_registered_on=date(2026, 11, 20),
                takeover_on=date(2026, 11, 20),
                responsible_caseworker="MJ",
            ),
        ),
        (
            {"target_group": "family_of_other", "applied_in_denmark": "yes", "permit_granted_on": "031126"},
            CaseStart(
                target_group=TargetGroup.FAMILY_OF_OTHER,
                permit_granted_on=date(2026, 11, 3),
                applied_in_denmark=True,
                takeover_on=date(2026, 11, 3),
                responsible_caseworker="MJ",
            ),
        ),
    ],
)
def test_each_group_is_recorded_with_its_own_date(
    rulebook: Rulebook, changes: dict[str, str], start: CaseStart
) -> None:
    assert recorded(rulebook, typed(**changes)).start == start


# The reason ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"takeover_on": "15.12.2026", "takeover_reason": "Bolig fra den 15."},
            "Overtaget den 15.12.2026, hvor loven fører til den 04.01.2027. Bolig fra den 15.",
        ),
        (
            {"takeover_on": "15.12.2026", "takeover_reason": "Bolig klar.", "by_agreement": "yes"},
            ("Overtaget den 15.12.2026, tidligere efter aftale og med borgerens samtykke (§ 4, stk. 2). Bolig klar."),
        ),
        (
            {
                "allocation_decided_on": "01.11.2026",
                "takeover_on": "01.12.2026",
                "takeover_reason": "Oplyst af Udlændingestyrelsen.",
            },
            "Overtaget den 01.12.2026. Oplyst af Udlændingestyrelsen.",
        ),
        ({"takeover_reason": "Ikke længere på siden"}, None),
        ({"allocation_decided_on": "01.11.2026", "takeover_on": "01.12.2026"}, None),
    ],
)
def test_the_note_says_by_itself_what_was_decided_and_why(
    rulebook: Rulebook, changes: dict[str, str], reason: str | None
) -> None:
    start = recorded(rulebook, typed(**changes)).start

    assert start.takeover_reason == reason
    assert start.takeover_by_agreement is ("by_agreement" in changes)


# Several -------------------------------------------------------------------------------------------------------------


def test_several_people_form_a_household_named_for_the_first(rulebook: Rulebook) -> None:
    arrival = recorded(rulebook, typed(LINA))

    assert (arrival.household_name, arrival.coordinating_caseworker) == ("Al-Hassan", "MJ")
    assert [newcomer.role for newcomer in arrival.people] == [HouseholdRole.ADULT, HouseholdRole.CHILD]
    assert [newcomer.citizen.given_names for newcomer in arrival.people] == ["Rima", "Lina"]
    assert [newcomer.own_start for newcomer in arrival.people] == [None, None]


def test_who_differs_has_a_start_of_their_own(rulebook: Rulebook) -> None:
    spouse = {Field.GIVEN_NAMES: "Sami", Field.TARGET_GROUP: "family_of_refugee", Field.REGISTRATION: "201126"}

    _rima, sami = recorded(rulebook, typed(spouse)).people

    assert sami.own_start == CaseStart(
        target_group=TargetGroup.FAMILY_OF_REFUGEE,
        cpr_registered_on=date(2026, 11, 20),
        takeover_on=date(2026, 11, 20),
        responsible_caseworker="MJ",
    )


def test_who_moves_in_with_somebody_founds_no_household_here(rulebook: Rulebook) -> None:
    form = typed(LINA, joins="2026-003", responsible_caseworker="")
    people = [read(rulebook, form, place) for place in (0, 1)]

    arrival = arrival_of(people, a_line_of(a_case(case_number="2026-003")))

    assert (arrival.household_name, arrival.coordinating_caseworker, arrival.joins) == (None, None, "2026-003")
    assert arrival.people[0].role is HouseholdRole.ADULT


# Done ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Sagen er oprettet. Næste skridt: kommunen overtager ansvaret den 4. januar 2027."),
        ({"takeover_on": ""}, "Sagen er oprettet. Næste skridt: kommunen overtager ansvaret den 4. januar 2027."),
        (
            {"takeover_on": "22.11.2026"},
            "Sagen er oprettet. Næste skridt: kontrakt, senest den 22. december 2026.",
        ),
        ({"takeover_on": "22.11.2026", "birth_date": "030519"}, "Sagen er oprettet."),
        ({"allocation_decided_on": ""}, "Sagen er oprettet."),
        ({"target_group": ""}, "Sagen er oprettet."),
    ],
)
def test_what_comes_next_is_said_with_its_day(rulebook: Rulebook, changes: dict[str, str], text: str) -> None:
    assert done_text([read_rima(rulebook, **changes)], rulebook, TODAY) == text


def test_several_cases_are_counted(rulebook: Rulebook) -> None:
    people = [read_rima(rulebook, takeover_on="20.11.2026")] * 2

    assert done_text(people, rulebook, TODAY) == (
        "2 sager er oprettet. Næste skridt: kontrakt, senest den 20. december 2026."
    )

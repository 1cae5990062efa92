"""What is typed of somebody who arrives, read, and what can be computed instead of typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.arrival_fields import FACT_FIELDS, Field
from desktop_app.presenters.arrival_form import ArrivalForm
from desktop_app.presenters.arrival_reading import ArrivalReader, digits_of
from desktop_app.translation import short_date
from tests.builders import a_duty, a_rule_version, facts
from tests.presenters.arrivals import DECIDED, PROPOSED, TODAY, read, read_rima, typed

EMPTY = ArrivalForm()


def test_an_empty_form_asks_for_what_the_commonest_group_needs(rulebook: Rulebook) -> None:
    person = read(rulebook, EMPTY)

    assert list(person.texts) == [
        Field.GIVEN_NAMES,
        Field.FAMILY_NAME,
        Field.NATIVE_NAME,
        Field.CPR,
        Field.BIRTH_DATE,
        Field.NATIONALITY,
        Field.LANGUAGE,
        Field.INTERPRETER,
        Field.TARGET_GROUP,
        Field.ALLOCATION,
        Field.TAKEOVER,
        Field.ADDRESS,
        Field.POSTAL_CODE,
        Field.CITY,
        Field.PROTECTED,
        Field.PHONE,
        Field.EMAIL,
        Field.CASEWORKER,
        Field.DEPARTMENT,
        Field.JOINS,
    ]
    assert (person.group, person.start, person.proposed_on, person.cpr, person.name) == (None, None, None, None, "")


def test_the_caseworker_is_whoever_types_until_somebody_else_is_written(rulebook: Rulebook) -> None:
    proposed, other, nobody = (read_rima(rulebook, responsible_caseworker=text) for text in (None, "LØ", ""))

    assert proposed.texts[Field.CASEWORKER] == "MJ"
    assert Field.CASEWORKER in proposed.computed
    assert other.texts[Field.CASEWORKER] == "LØ"
    assert nobody.texts[Field.CASEWORKER] == ""
    assert Field.CASEWORKER not in nobody.computed


# The number and the birth date ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["0101900001", "010190-0001", " 010190 0001", "010190–0001", "01.01.90.0001"])
def test_a_number_is_read_however_it_is_written(text: str) -> None:
    assert digits_of(text) == "0101900001"


@pytest.mark.parametrize("text", ["", "010190", "01019000011", "010190-000x", "٠١٠١٩٠٠٠٠١"])
def test_anything_but_ten_digits_is_no_number(text: str) -> None:
    assert digits_of(text) is None


def test_the_birth_date_is_taken_from_the_number_while_none_is_typed(rulebook: Rulebook) -> None:
    taken = read_rima(rulebook)
    own = read_rima(rulebook, birth_date="020190")

    assert (taken.texts[Field.BIRTH_DATE], taken.days[Field.BIRTH_DATE]) == ("01.01.1990", date(1990, 1, 1))
    assert Field.BIRTH_DATE in taken.computed
    assert (own.texts[Field.BIRTH_DATE], own.days[Field.BIRTH_DATE]) == ("020190", date(1990, 1, 2))
    assert Field.BIRTH_DATE not in own.computed


def test_a_birth_date_taken_out_is_taken_from_the_number_again(rulebook: Rulebook) -> None:
    assert read_rima(rulebook, birth_date=" ").texts[Field.BIRTH_DATE] == "01.01.1990"


@pytest.mark.parametrize("cpr", ["", "310290-0001", "010136-5001"])
def test_a_number_without_a_day_in_the_past_gives_no_birth_date(rulebook: Rulebook, cpr: str) -> None:
    person = read_rima(rulebook, cpr=cpr)

    assert Field.BIRTH_DATE not in person.days
    assert person.texts[Field.BIRTH_DATE] == ""


def test_a_day_that_cannot_be_read_stays_as_it_was_typed(rulebook: Rulebook) -> None:
    person = read_rima(rulebook, birth_date="31.02.1990")

    assert person.texts[Field.BIRTH_DATE] == "31.02.1990"
    assert Field.BIRTH_DATE not in person.days


# The takeover --------------------------------------------------------------------------------------------------------


def test_the_takeover_is_the_day_proposed_until_another_is_typed(rulebook: Rulebook) -> None:
    proposed = read_rima(rulebook)
    own = read_rima(rulebook, takeover_on="151226")

    assert (proposed.texts[Field.TAKEOVER], proposed.days[Field.TAKEOVER]) == ("04.01.2027", PROPOSED)
    assert Field.TAKEOVER in proposed.computed
    assert (own.texts[Field.TAKEOVER], own.days[Field.TAKEOVER]) == ("151226", date(2026, 12, 15))
    assert own.proposed_on == PROPOSED


def test_a_takeover_taken_out_stays_out(rulebook: Rulebook) -> None:
    person = read_rima(rulebook, takeover_on="")

    assert Field.TAKEOVER not in person.days
    assert person.start is not None
    assert person.start.takeover_on is None


def test_a_takeover_typed_before_the_group_is_read(rulebook: Rulebook) -> None:
    person = read_rima(rulebook, target_group="", takeover_on="151226")

    assert person.days[Field.TAKEOVER] == date(2026, 12, 15)
    assert person.start is None


@pytest.mark.parametrize("group", ["", "nobody"])
def test_nothing_is_proposed_before_the_group_is_chosen(rulebook: Rulebook, group: str) -> None:
    person = read_rima(rulebook, target_group=group)

    assert person.group is None
    assert person.texts[Field.TAKEOVER] == ""


@pytest.mark.parametrize(
    ("group", "changes", "asked", "applies"),
    [
        ("refugee", {}, Field.ALLOCATION, False),
        ("unaccompanied_minor", {}, Field.ALLOCATION, False),
        ("displaced_ukraine", {}, Field.ALLOCATION, False),
        ("quota_refugee", {}, Field.REGISTRATION, False),
        ("immigrant", {}, Field.REGISTRATION, False),
        ("family_of_refugee", {}, Field.REGISTRATION, True),
        ("family_of_refugee", {"applied_in_denmark": "no"}, Field.REGISTRATION, True),
        ("family_of_other", {"applied_in_denmark": "yes"}, Field.PERMIT, True),
    ],
)
def test_each_group_is_asked_for_the_date_its_takeover_counts_from(
    rulebook: Rulebook, group: str, changes: dict[str, str], asked: Field, *, applies: bool
) -> None:
    person = read_rima(rulebook, target_group=group, **changes)

    assert set(person.texts) & FACT_FIELDS == {asked}
    assert (Field.APPLIED_IN_DENMARK in person.texts) is applies


def test_a_date_that_is_not_on_the_page_says_nothing(rulebook: Rulebook) -> None:
    person = read_rima(rulebook, target_group="quota_refugee", cpr_registered_on="201126")

    assert Field.ALLOCATION not in person.days
    assert person.days[Field.TAKEOVER] == date(2026, 11, 20)


def test_a_group_without_a_rule_is_asked_for_no_date_and_proposed_none() -> None:
    group_less = a_duty(
        id=DutyId.TAKEOVER_EXPECTED, versions=(a_rule_version(groups=frozenset({TargetGroup.IMMIGRANT})),)
    )
    person = read_rima(Rulebook([group_less]))

    assert not set(person.texts) & FACT_FIELDS
    assert person.proposed_on is None


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    group=st.sampled_from(TargetGroup),
    decided=st.dates(date(2016, 7, 1), TODAY),
    born=st.none() | st.dates(date(1950, 1, 1), TODAY),
)
def test_what_is_proposed_and_started_is_the_engines(
    rulebook: Rulebook, group: TargetGroup, decided: date, born: date | None
) -> None:
    dates = {field.value: short_date(decided) for field in FACT_FIELDS}
    person = read_rima(
        rulebook, target_group=group.value, cpr=None, birth_date=short_date(born) if born else None, **dates
    )

    by_hand = facts(
        target_group=group,
        birth_date=born,
        takeover_on=None,
        allocation_decided_on=person.days.get(Field.ALLOCATION),
        permit_granted_on=person.days.get(Field.PERMIT),
        cpr_registered_on=person.days.get(Field.REGISTRATION),
    )
    [expected] = [one for one in deadlines_for(by_hand, rulebook, TODAY) if one.duty is DutyId.TAKEOVER_EXPECTED]
    assert person.proposed_on == expected.due_on
    assert person.days.get(Field.TAKEOVER) == expected.due_on


# A reason ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "agreement", "reason"),
    [
        ({}, False, False),
        ({"takeover_on": "04.01.2027"}, False, False),
        ({"takeover_on": "05.01.2027"}, False, True),
        ({"takeover_on": "15.12.2026"}, True, True),
        ({"takeover_on": "16.11.2026"}, True, True),
        ({"takeover_on": ""}, False, False),
        ({"takeover_on": "31.02.2027"}, False, False),
        ({"takeover_on": "15.12.2026", "target_group": ""}, False, False),
        # On the first of a month the law proposes nothing: whoever was asked is worth a note.
        ({"allocation_decided_on": "01.11.2026", "takeover_on": "01.12.2026"}, False, True),
        ({"allocation_decided_on": "01.11.2026", "takeover_on": "30.10.2026"}, True, True),
        ({"allocation_decided_on": "", "takeover_on": "15.12.2026"}, False, False),
        ({"target_group": "quota_refugee", "cpr_registered_on": "201126", "takeover_on": "191126"}, False, True),
        ({"target_group": "quota_refugee", "takeover_on": "191126"}, False, False),
    ],
)
def test_another_day_than_the_one_proposed_is_asked_about(
    rulebook: Rulebook, changes: dict[str, str], *, agreement: bool, reason: bool
) -> None:
    person = read_rima(rulebook, **changes)

    assert (Field.BY_AGREEMENT in person.texts, Field.REASON in person.texts) == (agreement, reason)


def test_a_box_is_ticked_only_where_it_is_on_the_page(rulebook: Rulebook) -> None:
    ticked = read_rima(rulebook, takeover_on="15.12.2026", by_agreement="yes")
    gone = read_rima(rulebook, by_agreement="yes")

    assert (ticked.holds(Field.BY_AGREEMENT), gone.holds(Field.BY_AGREEMENT)) == (True, False)


# Interpreter, household ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "yes"),
        ({"language": "da"}, ""),
        ({"language": ""}, ""),
        ({"interpreter": "no"}, "no"),
        ({"language": "da", "interpreter": "yes"}, "yes"),
    ],
)
def test_who_speaks_another_language_needs_an_interpreter_unless_told_otherwise(
    rulebook: Rulebook, changes: dict[str, str], text: str
) -> None:
    assert read_rima(rulebook, **changes).texts[Field.INTERPRETER] == text


def test_who_is_alone_has_no_role(rulebook: Rulebook) -> None:
    assert Field.ROLE not in read_rima(rulebook).texts
    assert Field.ROLE in read_rima(rulebook, joins="2026-003").texts
    assert Field.ROLE in read(rulebook, typed({})).texts


@pytest.mark.parametrize(
    ("changes", "role"),
    [
        ({}, "adult"),
        ({"cpr": ""}, "adult"),
        ({"birth_date": "04.01.2009"}, "adult"),
        ({"birth_date": "05.01.2009"}, "child"),
        ({"birth_date": "05.01.2009", "role": "other"}, "other"),
        ({"birth_date": "22.11.2008", "target_group": ""}, "adult"),
        ({"birth_date": "23.11.2008", "target_group": ""}, "child"),
    ],
)
def test_who_is_under_eighteen_at_the_takeover_is_a_child_in_the_household(
    rulebook: Rulebook, changes: dict[str, str], role: str
) -> None:
    assert read(rulebook, typed({}, **changes)).texts[Field.ROLE] == role


def test_the_others_are_read_with_what_the_first_one_shares(rulebook: Rulebook) -> None:
    child = read(rulebook, typed({Field.GIVEN_NAMES: "Lina", Field.BIRTH_DATE: "030519"}), 1)

    assert child.name == "Lina Al-Hassan"
    assert (child.group, child.days[Field.ALLOCATION], child.proposed_on) == (TargetGroup.REFUGEE, DECIDED, PROPOSED)
    assert child.start is not None
    assert child.start.is_minor
    assert child.cpr is None
    assert Field.JOINS not in child.texts


def test_somebody_with_other_dates_has_another_proposal(rulebook: Rulebook) -> None:
    spouse = {Field.GIVEN_NAMES: "Sami", Field.TARGET_GROUP: "family_of_refugee", Field.REGISTRATION: "201126"}

    assert read(rulebook, typed(spouse), 1).texts[Field.TAKEOVER] == "20.11.2026"


def test_what_is_read_again_is_read_the_same_however_much_was_read_between(rulebook: Rulebook) -> None:
    reader = ArrivalReader(rulebook, lambda: TODAY, "MJ")
    first = reader.read(typed(), 0)

    for days in range(100):
        reader.read(typed(takeover_on=f"-{days + 1}"), 0)

    assert reader.read(typed(), 0) == first

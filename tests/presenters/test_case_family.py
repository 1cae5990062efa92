"""Familie."""

from datetime import date

import pytest

from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_family import Family, age_on, family_of
from tests.builders import a_case, a_citizen, a_draft, a_household
from tests.fakes import FakeStore
from tests.presenters.opened import TODAY, a_worklist


def the_family(rulebook: Rulebook) -> Family:
    household = a_household()
    mother = a_case(household=household, household_role=HouseholdRole.ADULT, plans=(a_draft(),))
    son = a_case(
        case_number="2026-015",
        citizen=a_citizen(given_names="Yonas", birth_date=date(2016, 11, 23)),
        household=household,
        household_role=HouseholdRole.CHILD,
        takeover_on=None,
        allocation_decided_on=None,
        permit_granted_on=None,
        responsible_caseworker=None,
    )
    unborn = a_case(case_number="2026-016", citizen=a_citizen(given_names="Zara", birth_date=None), household=household)
    stranger = a_case(case_number="2026-017")
    store = FakeStore(son, unborn, mother, stranger)
    return family_of(store.case("2026-014"), a_worklist(store, rulebook), TODAY)


def test_everybody_in_the_household_is_listed_the_eldest_first(rulebook: Rulebook) -> None:
    family = the_family(rulebook)

    assert family.name == "Al-Hassan"
    assert [(one.case_number, one.name, one.age, one.role) for one in family.members] == [
        ("2026-014", "Al-Hassan, Rima", "36 år, født 01.01.1990", "Voksen"),
        ("2026-015", "Al-Hassan, Yonas", "9 år, født 23.11.2016", "Barn"),
        ("2026-016", "Al-Hassan, Zara", "–", "–"),
    ]
    assert [one.is_open for one in family.members] == [True, False, False]


def test_each_has_what_comes_next_for_them(rulebook: Rulebook) -> None:
    mother, son, _ = the_family(rulebook).members

    assert (mother.badge, mother.badge_kind) == ("Overskredet 21 dage", BadgeKind.OVERDUE)
    assert (mother.due_on, mother.caseworker) == (date(2026, 11, 1), "MJ")
    assert (son.badge, son.badge_kind, son.due_on, son.caseworker) == ("", BadgeKind.NEUTRAL, date.max, "–")


def test_who_lives_in_no_household_has_no_family(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    assert family_of(store.case("2026-014"), a_worklist(store, rulebook), TODAY) == Family("", ())


@pytest.mark.parametrize(
    ("born", "years"),
    [(date(1990, 11, 22), 36), (date(1990, 11, 23), 35), (date(1990, 12, 1), 35), (TODAY, 0)],
)
def test_one_is_a_year_older_from_the_birthday_on(born: date, years: int) -> None:
    assert age_on(born, TODAY) == years

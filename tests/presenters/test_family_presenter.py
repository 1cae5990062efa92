"""Adding somebody to a family."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.domain.case import Case
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.family_presenter import MOST_FOUND, FamilyPresenter, Found
from tests.builders import a_case, a_citizen, a_household
from tests.presenters.case_office import CaseOffice, SeenFollower


@dataclass
class SeenFamily:
    """The dialog: what it shows now."""

    asked: list[str] = field(default_factory=list)
    found: Sequence[Found] = ()
    remark: str = ""
    problems: list[str] = field(default_factory=list)
    times_finished: int = 0

    def ask(self, citizen: str) -> None:
        self.asked.append(citizen)

    def show_found(self, found: Sequence[Found], remark: str) -> None:
        self.found, self.remark = found, remark

    def show_problem(self, text: str) -> None:
        self.problems.append(text)

    def finish(self) -> None:
        self.times_finished += 1


def yonas(**changes: object) -> Case:
    return a_case(case_number="2026-015", citizen=a_citizen(given_names="Yonas", birth_date=None), **changes)


def a_dialog(rulebook: Rulebook, *cases: Case) -> tuple[SeenFamily, SeenFollower, CaseOffice, FamilyPresenter]:
    office, view, follower = CaseOffice(rulebook, *cases), SeenFamily(), SeenFollower()
    presenter = FamilyPresenter(view, follower, work=office, find=office.find)
    presenter.ask(office.opened())
    return view, follower, office, presenter


def test_it_asks_for_part_of_a_name_first(rulebook: Rulebook) -> None:
    view, _, _, presenter = a_dialog(rulebook, a_case(), yonas())

    presenter.search("y")

    assert view.asked == ["Rima Al-Hassan"]
    assert (view.found, view.remark) == ((), "Skriv en del af navnet eller sagsnummeret.")


def test_who_is_found_can_be_told_from_others(rulebook: Rulebook) -> None:
    other = a_case(case_number="2026-016", household=a_household(name="Haddad"))
    view, _, _, presenter = a_dialog(rulebook, a_case(), yonas(), other)

    presenter.search("hassan")

    assert view.found == [
        Found("2026-015", "Al-Hassan, Yonas", "2026-015"),
        Found("2026-016", "Al-Hassan, Rima", "2026-016 · født 01.01.1990 · husstanden Haddad"),
    ]
    assert view.remark == ""


def test_who_is_in_the_family_is_not_found(rulebook: Rulebook) -> None:
    household = a_household()
    view, _, _, presenter = a_dialog(rulebook, a_case(household=household), yonas(household=household))

    presenter.search("hassan")

    assert (view.found, view.remark) == ([], "Ingen fundet, som ikke allerede er i familien.")


def test_of_many_only_the_first_are_shown(rulebook: Rulebook) -> None:
    others = [a_case(case_number=f"2026-{number}") for number in range(100, 101 + MOST_FOUND)]
    view, _, _, presenter = a_dialog(rulebook, a_case(), *others)

    presenter.search("hassan")

    assert (len(view.found), view.remark) == (MOST_FOUND, "Der er flere. Skriv mere af navnet.")


def test_somebody_is_added_to_the_family_in_a_role(rulebook: Rulebook) -> None:
    view, follower, office, presenter = a_dialog(rulebook, a_case(), yonas())
    presenter.search("yonas")

    presenter.add("2026-015", "child")

    son, mother = office.case("2026-015"), office.case()
    assert son.household == mother.household
    assert (son.household_role, mother.household_role) == (HouseholdRole.CHILD, None)
    assert (follower.done, view.times_finished) == (["Yonas Al-Hassan er føjet til familien Al-Hassan."], 1)
    assert follower.changes[0].cases == {son.id, mother.id}


def test_who_was_added_can_be_taken_out_again(rulebook: Rulebook) -> None:
    _, follower, office, presenter = a_dialog(rulebook, a_case(), yonas())
    presenter.search("yonas")
    presenter.add("2026-015", "child")
    assert follower.undo is not None

    follower.undo()

    son, mother = office.case("2026-015"), office.case()
    assert (son.household, son.household_role, mother.household) == (None, None, None)
    assert follower.done[-1] == "Yonas Al-Hassan er ude af familien igen."
    assert follower.changes[-1].cases == {son.id, mother.id}


def test_who_lives_elsewhere_by_now_is_not_taken_out(rulebook: Rulebook) -> None:
    _, follower, _, presenter = a_dialog(rulebook, a_case(household=a_household()), yonas())
    presenter.search("yonas")
    presenter.add("2026-015", "child")
    undo = follower.undo
    assert undo is not None
    undo()

    undo()

    assert (len(follower.errors), len(follower.changes)) == (1, 2)


def test_who_has_no_household_moves_in_with_who_has_one(rulebook: Rulebook) -> None:
    _, follower, office, presenter = a_dialog(rulebook, a_case(), yonas(household=a_household()))
    presenter.search("yonas")

    presenter.add("2026-015", "adult")

    son, mother = office.case("2026-015"), office.case()
    assert mother.household == son.household
    assert (mother.household_role, son.household_role) == (HouseholdRole.ADULT, None)
    assert follower.done == ["Rima Al-Hassan er føjet til familien Al-Hassan."]


def test_a_role_need_not_be_chosen(rulebook: Rulebook) -> None:
    _, _, office, presenter = a_dialog(rulebook, a_case(), yonas())
    presenter.search("yonas")

    presenter.add("2026-015", "")

    assert office.case("2026-015").household_role is None


@pytest.mark.parametrize("number", ["", "2026-999"])
def test_somebody_has_to_be_chosen(number: str, rulebook: Rulebook) -> None:
    view, _, _, presenter = a_dialog(rulebook, a_case(), yonas())

    presenter.add(number, "")

    assert view.problems == ["Vælg den, der skal tilføjes"]


def test_nobody_is_taken_out_of_another_family_on_the_way(rulebook: Rulebook) -> None:
    other = yonas(household=a_household(name="Haddad"))
    view, _, _, presenter = a_dialog(rulebook, a_case(household=a_household()), other)
    presenter.search("yonas")

    presenter.add("2026-015", "")

    assert view.problems == ["Borgeren bor i husstanden Haddad. Tag først borgeren ud af den på borgerens egen sag."]
    assert view.times_finished == 0


def test_a_full_disk_is_told(rulebook: Rulebook) -> None:
    view, _, office, presenter = a_dialog(rulebook, a_case(), yonas())
    presenter.search("yonas")
    office.fail(StorageUnavailable(StorageTrouble.DISK_FULL))

    presenter.add("2026-015", "")

    assert len(view.problems) == 1


def test_a_closed_dialog_finds_and_adds_nobody(rulebook: Rulebook) -> None:
    view, _, office, presenter = a_dialog(rulebook, a_case(), yonas())
    presenter.search("yonas")
    presenter.close()
    view.found = ()

    presenter.search("yonas")
    presenter.add("2026-015", "")

    assert (view.found, office.case("2026-015").household) == ((), None)

"""The municipality's own standards of a real store: decided, in force at once everywhere, and taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.plan_freezing import snapshot_of
from desktop_app.composition import Office
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.duties import DutyId
from desktop_app.storage.store import open_store
from tests.builders import SIGNED, a_case, a_follow_up
from tests.storage.builders import PASSWORD, a_local_standard, a_new_store

LOCAL = DutyId.FOLLOW_UP_LOCAL
TODAY = date(2026, 12, 15)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "enplan.store"
    with Office(a_new_store(path).store) as office, office.store.work() as unit:
        unit.cases.add(a_case(follow_ups=(a_follow_up(held_on=date(2026, 12, 10)),)))
        unit.commit()
    return path


@pytest.fixture
def office(path: Path) -> Iterator[Office]:
    with Office(open_store(path, password=PASSWORD)) as office:
        yield office


def local(office: Office) -> Deadline:
    return next(one for one in office.deadlines(TODAY) if one.duty is LOCAL)


def test_a_standard_is_in_force_at_once_for_all_who_hold_the_rules(office: Office) -> None:
    held, plans = office.rulebook, office.plans
    assert local(office).due_on == date(2027, 3, 10)
    standard = a_local_standard()

    preview = office.standards.preview(standard, office.standards.decided(LOCAL), TODAY)
    office.standards.decide(standard, [], None)

    assert [moved.after.due_on for moved in preview.moved] == [date(2027, 2, 10)]
    assert local(office).due_on == date(2027, 2, 10)
    assert held is office.rulebook is plans.law.rulebook
    assert [version.due for version in held.duties[LOCAL].versions][-1] == Span(2, Unit.MONTHS)


def test_a_standard_is_there_after_the_store_was_closed(office: Office, path: Path) -> None:
    office.standards.decide(a_local_standard(), [], None)
    office.close()

    with Office(open_store(path, password=PASSWORD)) as again:
        assert local(again).due_on == date(2027, 2, 10)
        [kept] = again.standards.decided(LOCAL)
        assert kept.reason == "Udvalget har besluttet det"


def test_a_decision_taken_back_leaves_the_rules_of_the_file_and_both_in_the_log(office: Office) -> None:
    decided = office.standards.decide(a_local_standard(), [], None)

    office.standards.take_back(decided)

    assert local(office).due_on == date(2027, 3, 10)
    assert office.standards.decided(LOCAL) == []
    with pytest.raises(ChangedMeanwhile):
        office.standards.take_back(decided)


def test_a_standard_that_took_the_place_of_another_gives_it_back(office: Office) -> None:
    office.standards.decide(a_local_standard(), [], None)
    decided = office.standards.decide(
        a_local_standard(interval=Span(6, Unit.WEEKS)), office.standards.decided(LOCAL), None
    )
    assert local(office).due_on == date(2027, 1, 21)

    office.standards.take_back(decided)

    assert local(office).due_on == date(2027, 2, 10)


def test_what_was_decided_by_somebody_else_is_in_force_once_it_stands_in_the_way(office: Office) -> None:
    assert local(office).due_on == date(2027, 3, 10)
    with office.store.work() as unit:
        unit.local_standards.add(a_local_standard())
        unit.commit()

    with pytest.raises(ChangedMeanwhile):
        office.standards.decide(a_local_standard(valid_from=date(2027, 1, 1)), [], None)

    assert local(office).due_on == date(2027, 2, 10)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Span(2, Unit.MONTHS), "Mindst hver 2. måned."),
        (Span(1, Unit.MONTHS), "Mindst hver måned."),
        (Span(6, Unit.WEEKS), "Mindst hver 6. uge."),
        (Span(1, Unit.WEEKS), "Mindst hver uge."),
    ],
)
def test_a_plan_names_the_standard_of_its_day(office: Office, interval: Span, text: str) -> None:
    with office.store.work() as unit:
        case = unit.cases.by_number("2026-014")
        municipality = unit.municipality()
    office.standards.decide(a_local_standard(valid_from=SIGNED, interval=interval), [], None)

    frozen = snapshot_of(case.plans[0], case, municipality, office.law, TODAY)

    assert frozen.follow_up_standard is not None
    assert frozen.follow_up_standard.startswith(text)


def test_a_plan_from_before_the_standard_names_the_one_of_the_file(office: Office) -> None:
    with office.store.work() as unit:
        case = unit.cases.by_number("2026-014")
        municipality = unit.municipality()
    office.standards.decide(a_local_standard(valid_from=SIGNED + SIGNED.resolution), [], None)

    frozen = snapshot_of(case.plans[0], case, municipality, office.law, TODAY)

    assert frozen.follow_up_standard is not None
    assert frozen.follow_up_standard.startswith("Mindst hver 3. måned.")

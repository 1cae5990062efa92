"""A case of a real store, changed in every way its page changes it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.copy_out import CopyField
from desktop_app.composition import Office
from desktop_app.composition.case_desk import CaseDesk
from desktop_app.domain.case import Case, CorrectedFact, ReadinessKind, SupportKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.recorded_events import Happening
from tests.builders import a_case, a_citizen, a_support, an_offer
from tests.storage.builders import a_new_store

TODAY = date(2026, 11, 22)
NUMBER, OTHER = "2026-014", "2026-015"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    new = a_new_store(tmp_path / "enplan.store")
    with new.store.work() as unit:
        unit.cases.add(a_case(citizen=a_citizen(protected_address=True)))
        unit.cases.add(a_case(case_number=OTHER, citizen=a_citizen(given_names="Yonas")))
        unit.commit()
    with Office(new.store) as office:
        yield office


@pytest.fixture
def desk(office: Office) -> CaseDesk:
    return office.cases


def read(desk: CaseDesk, number: str = NUMBER) -> Case:
    return desk.open(number, TODAY, again=True).case


def acts(office: Office) -> list[str]:
    return [action for (action,) in office.store.connection.rows("SELECT action FROM log ORDER BY seq")]


def test_a_case_is_opened_with_word_in_the_log_and_read_again_without(office: Office, desk: CaseDesk) -> None:
    desk.open(NUMBER, TODAY)
    desk.open(NUMBER, TODAY, again=True)

    assert acts(office).count("opened_case") == 1
    assert office.open_case(NUMBER, TODAY).case == read(desk)


def test_master_data_periods_and_a_protected_address(office: Office, desk: CaseDesk) -> None:
    case = read(desk)
    desk.show_address(NUMBER)

    desk.change(
        case,
        replace(
            case,
            citizen=replace(case.citizen, phone="87654321"),
            support=(a_support(SupportKind.BENEFIT, date(2026, 10, 1)),),
            offers=(an_offer(),),
        ),
        TODAY,
    )

    saved = read(desk)
    assert (saved.citizen.phone, len(saved.support), len(saved.offers)) == ("87654321", 1, 1)
    assert "showed_address" in acts(office)


def test_an_assessment_is_recorded_and_taken_back(desk: CaseDesk) -> None:
    happening = Happening(duty=DutyId.READINESS_ASSESSED, on=TODAY, readiness=ReadinessKind.JOB_READY)

    recorded = desk.record_event(NUMBER, happening, TODAY)
    assert (len(read(desk).events), len(read(desk).readiness)) == (1, 1)

    desk.take_back(recorded)
    assert (read(desk).events, read(desk).readiness) == ((), ())


def test_an_offer_is_recorded_and_taken_back(desk: CaseDesk) -> None:
    recorded = desk.record_offer(NUMBER, an_offer(), TODAY)
    assert len(read(desk).offers) == 1

    desk.take_back(recorded)
    assert read(desk).offers == ()


def test_a_corrected_takeover_keeps_both_dates(desk: CaseDesk) -> None:
    desk.correct(read(desk), CorrectedFact.TAKEOVER, date(2026, 9, 1), "Læst forkert", TODAY)

    saved = read(desk)
    assert saved.takeover_on == date(2026, 9, 1)
    assert [(each.before, each.reason) for each in saved.corrections] == [(date(2026, 10, 1), "Læst forkert")]


def test_two_become_a_family_and_one_leaves_it_again(desk: CaseDesk) -> None:
    desk.join_family(OTHER, NUMBER, HouseholdRole.CHILD)

    mother, son = read(desk), read(desk, OTHER)
    assert mother.household == son.household is not None
    desk.change(son, replace(son, household=None, household_role=None), TODAY)
    assert read(desk, OTHER).household is None


def test_who_joined_a_family_is_taken_out_again(desk: CaseDesk) -> None:
    joined = desk.join_family(OTHER, NUMBER, HouseholdRole.CHILD)

    desk.leave_family(joined)

    assert [read(desk, number).household for number in (NUMBER, OTHER)] == [None, None]


def test_what_was_copied_is_in_the_log_by_its_name_only(office: Office, desk: CaseDesk) -> None:
    source = desk.copy_out(NUMBER, [CopyField.CPR, CopyField.NAMES], TODAY)

    [(body,)] = office.store.connection.rows(
        "SELECT payloads.body FROM log JOIN payloads USING (seq) WHERE action = 'copied'"
    )
    assert source.case.citizen.cpr == "0101900001"
    assert "names cpr" in str(body)
    assert "0101900001" not in str(body)


def test_the_whole_number_is_shown(desk: CaseDesk) -> None:
    assert desk.show_cpr(NUMBER) == "0101900001"

"""What is missing in the team's cases, looked through and mended in the real window by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.application.changes import Changes
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.list_gaps import AT_ONCE, GapsInParts
from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.case import Case, Event, ReadinessKind
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import GapKind
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.presenters.gaps_presenter import GapRow
from desktop_app.storage.store import create_store
from desktop_app.ui import gaps_keeper
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.buttons import Button
from desktop_app.ui.case_view import CONTRACT, FOLLOW_UPS, OVERVIEW
from desktop_app.ui.correction_dialog import CorrectionDialog
from desktop_app.ui.decision_dialog import DecisionDialog
from desktop_app.ui.desk import Desk
from desktop_app.ui.event_dialog import EventDialog
from desktop_app.ui.frame import GAPS, TODAY
from desktop_app.ui.gaps_page import GapsPage
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.case_form_wing import CASE_FORM
from desktop_app.ui.wings.case_wing import CASE
from tests.builders import a_case, a_citizen, a_follow_up, a_plan, a_readiness, a_scan, an_event
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import (
    focused,
    open_at_the_keyboard,
    open_dialog,
    press,
    replace_with,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import PASSWORD, USER, today

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def started() -> tuple[Event, ...]:
    """That the programme was begun in time."""
    return (an_event(DutyId.PROGRAMME_STARTED, date(2026, 10, 5)),)


LATER = a_readiness(ReadinessKind.ACTIVITY_READY, date(2026, 11, 1))
CASES = (
    a_case(case_number="2026-001", events=started(), citizen=a_citizen(cpr=None)),
    a_case(
        case_number="2026-002",
        events=started(),
        plans=(a_plan(scans=(a_scan(),), activities=()),),
        responsible_caseworker="AK",
    ),
    a_case(case_number="2026-003", events=(an_event(DutyId.PROGRAMME_STARTED, date(2026, 11, 5)),)),
    a_case(case_number="2026-004"),
    a_case(
        case_number="2026-005",
        events=started(),
        citizen=a_citizen(interpreter_language=None),
        follow_ups=(a_follow_up(held_on=date(2026, 11, 10)),),
    ),
    a_case(
        case_number="2026-006",
        events=started(),
        readiness=(a_readiness(ReadinessKind.JOB_READY, date(2026, 10, 5)), LATER),
    ),
)


class Team:
    """The unlocked window over a store, at what its cases lack."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        window.unlocking.try_password(USER, PASSWORD)
        assert window.desk is not None
        self.desk: Desk = window.desk

    @property
    def page(self) -> GapsPage:
        return self.desk.gaps_wing.page

    @property
    def table(self) -> "RowsTable[GapRow]":
        [table] = self.page.findChildren(RowsTable)
        return table

    @property
    def office(self) -> Office:
        assert isinstance(self.desk.office, Office)
        return self.desk.office

    def listed(self) -> list[tuple[str, GapKind]]:
        """Return what is listed, by case."""
        listed = self.desk.gaps_wing.keeper.listed
        assert listed is not None
        return sorted((case.case_number, gap.kind) for case in listed.cases.values() for gap in case.gaps)

    def go_to(self, case_number: str) -> str:
        """Go to the row of a case, and return its id."""
        model = self.table.model()
        for row in range(model.rowCount()):
            found = self.table._rows.row_at(row)
            if found is not None and found.case_number == case_number:
                assert self.table.select(found.id)
                self.table.setFocus()
                return found.id
        raise AssertionError(case_number)

    def save(self, case_number: str, edit: Callable[[Case], Case]) -> None:
        """Let a case be saved somewhere else in the program."""
        with self.office.store.work() as unit:
            case = unit.cases.by_number(case_number)
            unit.cases.save(edit(case))
            unit.commit()
        self.desk.show_changes(Changes(cases=frozenset({case.id})))


Opening = Callable[..., Team]


@pytest.fixture
def team_with(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Opening]:  # noqa: ARG001 - theme is put back
    """Open the window over a store with these cases."""
    windows: list[MainWindow] = []

    def opening(*cases: Case, width: int = 1280) -> Team:
        path = tmp_path / "enplan.store"
        municipality = Municipality(id="municipality", code=DEMO_CODE, name="Nordsund Kommune")
        made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
        with Office(made.store) as office, office.store.work() as unit:
            unit.cases.add_many(list(cases))
            unit.commit()
        window = MainWindow(Door(path), today)
        windows.append(window)
        open_at_the_keyboard(window, qtbot, width=width)
        return Team(window)

    yield opening
    for window in windows:
        window.close()


@pytest.fixture
def team(team_with: Opening) -> Team:
    """The whole team's list."""
    team = team_with(*CASES)
    team.desk.gaps_wing.go()
    team.desk.gaps_wing.presenter.reset_filters()
    return team


def go_back() -> None:
    press(Qt.Key.Key_Left, ALT)


def test_the_list_is_one_key_away_and_back_is_where_one_was(team_with: Opening) -> None:
    team = team_with(*CASES)
    assert team.desk.gaps_wing.keeper.is_idle

    press(Qt.Key.Key_M, CONTROL | SHIFT)

    assert (team.desk.page_key, focused()) == (GAPS, team.table)
    go_back()
    assert team.desk.page_key == TODAY


def test_i_dag_has_a_link_to_it_and_the_quick_opening_offers_it(team_with: Opening) -> None:
    team = team_with(*CASES)
    [link] = [each for each in team.desk.worklist_wing.page.findChildren(Button) if each.text() == "Mangler"]

    link.setFocus()
    press(Qt.Key.Key_Return)
    assert team.desk.page_key == GAPS

    go_back()
    press(Qt.Key.Key_K, CONTROL)
    type_text("mangler")
    press(Qt.Key.Key_Return)
    assert team.desk.page_key == GAPS


def test_the_first_time_ones_own_cases_are_listed(team_with: Opening) -> None:
    team = team_with(*CASES)

    press(Qt.Key.Key_M, CONTROL | SHIFT)

    assert "5 mangler · 5 sager" in texts_shown(team.page)
    assert ("2026-002", GapKind.SIGNED_INCOMPLETE) in team.listed()


def test_enter_goes_to_the_field_and_back_to_the_same_row(team: Team) -> None:
    row = team.go_to("2026-001")

    press(Qt.Key.Key_Return)

    assert team.desk.page_key == CASE_FORM
    assert focused().accessibleName() == "CPR-nummer"
    go_back()
    assert (team.desk.page_key, focused(), team.table.selected_id()) == (GAPS, team.table, row)


def test_what_is_mended_in_the_form_is_gone_and_the_row_after_it_is_next(team: Team) -> None:
    team.go_to("2026-001")
    press(Qt.Key.Key_Return)
    type_text("010190-0001")

    press(Qt.Key.Key_S, CONTROL)

    assert (team.desk.page_key, focused()) == (GAPS, team.table)
    assert "2026-001" not in dict(team.listed())
    assert team.table.selected_id()


def test_a_period_that_overlaps_is_gone_to_in_its_own_row(team: Team) -> None:
    team.go_to("2026-006")

    press(Qt.Key.Key_Return)

    assert team.desk.page_key == CASE_FORM
    assert "Fra" in focused().accessibleName()


@pytest.mark.parametrize(("number", "kind"), [("2026-003", DecisionDialog), ("2026-004", EventDialog)])
def test_what_a_dialog_mends_is_mended_without_leaving_the_list(team: Team, number: str, kind: type[QDialog]) -> None:
    team.go_to(number)

    press(Qt.Key.Key_Return)
    dialog = open_dialog(kind)

    assert team.desk.page_key == GAPS
    dialog.reject()
    assert team.desk.page_key == GAPS


def test_a_programme_that_is_recorded_is_no_longer_missing(team: Team) -> None:
    team.go_to("2026-004")
    press(Qt.Key.Key_Return)
    open_dialog(EventDialog)
    while focused().accessibleName() != "Dato":
        press(Qt.Key.Key_Tab)
    replace_with("05.10.2026")

    press(Qt.Key.Key_Return, CONTROL)

    assert team.desk.page_key == GAPS
    assert GapKind.NO_PROGRAMME_START not in {kind for _, kind in team.listed()}


def test_what_stands_in_the_contract_is_mended_on_the_page_of_the_case(team: Team) -> None:
    row = team.go_to("2026-002")

    press(Qt.Key.Key_Return)

    assert (team.desk.page_key, team.desk.case_wing.view.tab) == (CASE, CONTRACT)
    go_back()
    assert (team.desk.page_key, team.table.selected_id()) == (GAPS, row)


def test_what_a_talk_does_not_tell_is_added_to_it(team: Team) -> None:
    team.go_to("2026-005")

    press(Qt.Key.Key_Return)

    assert (team.desk.page_key, team.desk.case_wing.view.tab) == (CASE, FOLLOW_UPS)
    assert "10. november 2026" in texts_shown(open_dialog(CorrectionDialog))


def test_a_decision_that_no_longer_fits_is_shown_before_it_is_taken_away(team_with: Opening) -> None:
    decision = DeadlineDecision(
        id="decision",
        duty=DutyId.READINESS_ASSESSED,
        kind=DecisionKind.NOT_RELEVANT,
        computed_on=date(2026, 12, 30),
        made_on=date(2026, 11, 2),
        made_by="MJ",
        reason="Er i arbejde",
    )
    team = team_with(a_case(case_number="2026-001", events=started(), decisions=(decision,)))
    team.desk.gaps_wing.go()
    assert team.listed() == [("2026-001", GapKind.DECISION_DOES_NOT_FIT)]
    team.go_to("2026-001")

    press(Qt.Key.Key_Return)

    view = team.desk.case_wing.view
    assert (team.desk.page_key, view.tab) == (CASE, OVERVIEW)
    assert "Ikke relevant (MJ, 02.11.2026): Er i arbejde" in texts_shown(view)
    with team.office.store.work() as unit:
        assert unit.cases.by_number("2026-001").decisions
    while not focused().accessibleName().startswith("Fjern beslutningen"):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)

    with team.office.store.work() as unit:
        assert not unit.cases.by_number("2026-001").decisions
    go_back()
    assert team.desk.page_key == GAPS
    assert team.listed() == []


def test_an_act_on_the_form_is_about_the_case_whose_gap_is_mended(team: Team) -> None:
    team.desk.open_case("2026-006")
    team.desk.gaps_wing.go()
    team.go_to("2026-001")

    press(Qt.Key.Key_Return)

    opened = team.desk.case_wing.presenter.opened
    assert opened is not None
    assert opened.case.case_number == "2026-001"
    go_back()
    go_back()
    assert (team.desk.page_key, team.desk.case_wing.view.case_number) == (CASE, "2026-006")


def test_one_kind_is_chosen_by_keyboard(team: Team) -> None:
    [kinds] = team.page.findChildren(ComboBox)
    kinds.setFocus()

    press(Qt.Key.Key_Down)

    assert texts_shown(team.page).count("1 mangel · 1 sag")
    team.desk.gaps_wing.presenter.choose_kind("")
    assert "6 mangler · 6 sager" in texts_shown(team.page)


def test_where_ones_own_cases_lack_nothing_the_whole_teams_are_one_key_away(team_with: Opening) -> None:
    team = team_with(CASES[1], a_case(case_number="2026-009", events=started()))
    team.desk.gaps_wing.go()

    assert "Der mangler ikke noget i dine sager" in texts_shown(team.page)
    press(Qt.Key.Key_Return)

    assert focused() is team.table
    assert "1 mangel · 1 sag" in texts_shown(team.page)


def test_where_nothing_is_missing_that_is_said(team_with: Opening) -> None:
    team = team_with(a_case(events=started()))
    team.desk.gaps_wing.go()
    team.desk.gaps_wing.presenter.reset_filters()

    assert "Intet mangler" in texts_shown(team.page)
    team.page.focus_table()
    assert team.page.isAncestorOf(focused())


def test_a_case_saved_elsewhere_is_read_anew_when_the_list_is_shown_again(team: Team) -> None:
    go_back()
    team.save("2026-001", lambda case: replace(case, citizen=replace(case.citizen, cpr="0101900001")))
    team.save("2026-004", lambda case: replace(case, citizen=replace(case.citizen, languages=())))

    team.desk.gaps_wing.go()

    assert ("2026-004", GapKind.NO_LANGUAGE) in team.listed()
    assert "2026-001" not in dict(team.listed())


def many(count: int) -> list[Case]:
    return [a_case(case_number=f"2026-{number:03}", citizen=a_citizen(cpr=None)) for number in range(count)]


def test_many_cases_are_read_between_the_events_of_the_window(
    team_with: Opening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps_keeper, "STILL_MS", -1)
    team = team_with(*many(3 * AT_ONCE))
    keeper = team.desk.gaps_wing.keeper
    seen: list[str] = []
    keeper.went_on.connect(lambda: seen.append(texts_shown(team.page)))

    team.desk.gaps_wing.go()

    assert "Leder efter mangler …" in texts_shown(team.page)
    team.save("2026-000", lambda case: replace(case, citizen=replace(case.citizen, cpr="0101900001")))
    qtbot.waitUntil(lambda: keeper.listed is not None)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert f"{AT_ONCE} af {3 * AT_ONCE} sager er gennemgået" in seen[0]
    assert f"{2 * AT_ONCE} af {3 * AT_ONCE} sager er gennemgået" in seen[1]
    assert "gennemgået" not in seen[2]
    assert ("2026-000", GapKind.NO_CPR) not in team.listed()
    assert ("2026-001", GapKind.NO_CPR) in team.listed()


def test_a_small_store_that_cannot_be_read_is_tried_again(team_with: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    team = team_with(*many(2))

    def fail(_parts: GapsInParts) -> bool:
        raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    with monkeypatch.context() as broken:
        broken.setattr(GapsInParts, "go_on", fail)
        with pytest.raises(StorageUnavailable):
            team.desk.gaps_wing.go()
    assert team.desk.gaps_wing.keeper.is_idle

    team.desk.gaps_wing.go()
    assert "2026-001" in dict(team.listed())


def test_when_the_store_cannot_be_read_that_is_said_and_the_next_visit_tries_again(
    team_with: Opening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps_keeper, "STILL_MS", -1)
    team = team_with(*many(2))
    keeper = team.desk.gaps_wing.keeper

    def fail(_parts: GapsInParts) -> bool:
        raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    with monkeypatch.context() as broken:
        broken.setattr(GapsInParts, "go_on", fail)
        team.desk.gaps_wing.go()
        qtbot.waitUntil(lambda: keeper.parts is None)
    assert keeper.listed is None

    go_back()
    team.desk.gaps_wing.go()
    qtbot.waitUntil(lambda: keeper.listed is not None)
    assert "2026-001" in dict(team.listed())


def test_locking_reads_no_more(team_with: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps_keeper, "STILL_MS", -1)
    team = team_with(*many(2))
    team.desk.gaps_wing.go()
    keeper = team.desk.gaps_wing.keeper
    assert keeper.parts is not None

    team.window.lock()

    assert keeper.is_idle
    QApplication.processEvents()


@pytest.mark.parametrize("width", [1280, 900])
def test_every_text_has_room_and_every_stop_a_name(team_with: Opening, width: int) -> None:
    team = team_with(*CASES, width=width)
    team.desk.gaps_wing.go()
    QApplication.processEvents()

    assert clipped_texts(team.page) == []
    assert unnamed_widgets(team.page) == []

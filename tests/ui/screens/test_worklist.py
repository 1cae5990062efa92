"""I dag by keyboard: filtered by duty, several tasks chosen, given to somebody else, done, and on the next day."""

import shutil
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.changes import Changes
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.reassign_cases import HeldCase, Reassigned
from desktop_app.application.show_worklist import WorklistInParts
from desktop_app.composition import Office
from desktop_app.domain.duties import DutyId
from desktop_app.domain.recorded_events import Happening
from desktop_app.main import Door
from desktop_app.presenters import reassign_presenter
from desktop_app.ui import chosen_bar
from desktop_app.ui.buttons import Button
from desktop_app.ui.case_overview import PlaceLink
from desktop_app.ui.deadline_pane import DeadlinePane
from desktop_app.ui.decision_dialog import DecisionDialog
from desktop_app.ui.desk import Desk
from desktop_app.ui.event_dialog import EventDialog
from desktop_app.ui.frame import CASES, TODAY
from desktop_app.ui.key_list import KeyCaps
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reassign_dialog import ReassignDialog
from desktop_app.ui.rows_table_model import GroupRow
from desktop_app.ui.theme import Theme
from tests.ui.screens.at_the_keyboard import (
    dialogs_open,
    focused,
    open_at_the_keyboard,
    open_dialog,
    press,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore
from tests.ui.screens.conftest import TODAY as DAY

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Calendar:
    """The day it is, until it is another."""

    def __init__(self) -> None:
        self.day = DAY

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,  # noqa: ARG001 - is put back
    demo_store: DemoStore,
    calendar: Calendar,
    tmp_path: Path,
) -> Iterator[MainWindow]:
    """The window over a copy of the store: what is saved here is seen by no other test."""
    folder = shutil.copytree(demo_store.path.parent, tmp_path / "copy")
    window = MainWindow(Door(folder / demo_store.path.name), calendar)
    open_at_the_keyboard(window, qtbot)
    yield window
    window.close()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    """The desk with the whole team's tasks, the keyboard at the first."""
    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None
    window.desk.worklist_wing.presenter.reset_filters()
    window.desk.worklist_wing.page.go_to_first()
    return window.desk


def office(desk: Desk) -> Office:
    assert isinstance(desk.office, Office)
    return desk.office


def caseworker(desk: Desk, case_number: str) -> str | None:
    with office(desk).store.work() as unit:
        return unit.cases.by_number(case_number).responsible_caseworker


def listed(desk: Desk) -> list[str]:
    """Return the list as it stands: the headings and the ids of the rows."""
    rows = desk.worklist_wing.page._table._rows
    return [(rows.group_at(row) or GroupRow("")).title or rows.id_at(row) for row in range(rows.rowCount())]


def chosen(desk: Desk) -> list[str]:
    return desk.worklist_wing.page._table.chosen_ids()


def cases_of(desk: Desk, row_ids: list[str]) -> list[str]:
    return [line.case_number for line in desk.worklist_wing.presenter.cases_of(row_ids)]


def record(desk: Desk, duty: DutyId, on: date) -> str:
    """Record that the first open task of a duty was done on a day, and return its case."""
    number = next(one.case_number for one in desk.worklist().urgent if one.duty is duty)
    recorded = office(desk).cases.record_event(number, Happening(duty=duty, on=on), DAY)
    desk.show_changes(recorded.changes)
    return number


# Filtered by duty ----------------------------------------------------------------------------------------------------


def test_a_duty_is_chosen_by_keyboard_and_stays_chosen_until_the_filter_is_reset(desk: Desk) -> None:
    page = desk.worklist_wing.page
    everything = listed(desk)
    page._duty.setFocus()

    type_text("kontrakt")
    of_contracts = listed(desk)
    desk.go_to(CASES)
    desk.go_to(TODAY)
    after_coming_back = listed(desk)
    desk.worklist_wing.presenter.reset_filters()

    assert {row.partition("/")[2] for row in of_contracts if "/" in row} == {DutyId.CONTRACT_SIGNED}
    assert after_coming_back == of_contracts
    assert listed(desk) == everything
    assert page._duty.key() == ""


def test_where_no_task_fits_the_filter_is_one_key_from_being_reset(desk: Desk) -> None:
    page = desk.worklist_wing.page
    desk.worklist_wing.presenter.show_duty(DutyId.OFFER_GAP)
    desk.worklist_wing.presenter.press_count("overdue")

    assert "Ingen opgaver passer til filteret" in texts_shown(page)
    page.focus_table()
    press(Qt.Key.Key_Return)

    assert page._duty.key() == ""
    assert len(listed(desk)) > 1


# Several chosen ------------------------------------------------------------------------------------------------------


def test_how_many_are_chosen_is_said_and_heard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(_widget: QWidget, sentence: str) -> None:
        heard.append(sentence)

    monkeypatch.setattr(chosen_bar, "announce", hear)
    bar = desk.worklist_wing.page._bar
    hidden_at_first = bar.isHidden()

    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    shown = texts_shown(bar)
    press(Qt.Key.Key_Down)

    assert heard == ["2 opgaver valgt", "3 opgaver valgt"]
    assert (hidden_at_first, shown, bar.isHidden()) == (True, "3 opgaver valgt", True)


def test_one_lets_go_of_all_but_the_one_one_is_at(desk: Desk) -> None:
    bar = desk.worklist_wing.page._bar
    press(Qt.Key.Key_A, CONTROL)
    at = desk.worklist_wing.page._table.selected_id()

    bar._let_go.click()

    assert chosen(desk) == [at]
    assert desk.worklist_wing.page._table.hasFocus()


def test_what_is_chosen_stays_chosen_when_something_is_saved(desk: Desk) -> None:
    press(Qt.Key.Key_Down, SHIFT)
    before = chosen(desk)
    other = next(one for one in desk.worklist().urgent if f"{one.case_id}/{one.duty}" not in before)
    with office(desk).store.work() as unit:
        case = unit.cases.by_number(other.case_number)
        unit.cases.save(replace(case, coordinating_department="Jobcenter"))
        unit.commit()

    desk.show_changes(Changes(frozenset({other.case_id})))

    assert chosen(desk) == before


def test_a_click_on_a_title_sorts_within_the_groups_and_the_chosen_row_stays_chosen(desk: Desk) -> None:
    table = desk.worklist_wing.page._table
    headings = [row for row in listed(desk) if "/" not in row]
    at = table.selected_id()

    table.sort_by(2)
    sorted_once = listed(desk)
    desk.show_changes(Changes(frozenset({desk.worklist().urgent[-1].case_id})))

    assert [row for row in sorted_once if "/" not in row] == headings
    assert listed(desk) == sorted_once
    assert (table.selected_id(), chosen(desk)) == (at, [at])


# Given to somebody else ----------------------------------------------------------------------------------------------


def test_several_tasks_are_given_to_somebody_else_and_back_by_keyboard(desk: Desk) -> None:
    for _row in range(4):
        press(Qt.Key.Key_Down, SHIFT)
    numbers = cases_of(desk, chosen(desk))
    former = [caseworker(desk, number) for number in numbers]

    press(Qt.Key.Key_F8)
    about = texts_shown(open_dialog(ReassignDialog))
    type_text("sb")
    press(Qt.Key.Key_Return)
    given = [caseworker(desk, number) for number in numbers]
    said = desk.shell.done_bar._text.text()
    back_at_the_window(desk)
    press(Qt.Key.Key_Z, CONTROL)

    assert 1 < len(numbers) < 5, "several rows of one case are one case"
    assert f"Det gælder {len(numbers)} sager om {len(numbers)} borgere." in about
    assert given == ["SB"] * len(numbers)
    assert said == f"{len(numbers)} sager er skiftet til SB."
    assert [caseworker(desk, number) for number in numbers] == former
    assert dialogs_open(ReassignDialog) == []


def test_the_task_in_the_pane_is_given_to_somebody_nobody_knows_yet(desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    [number] = cases_of(desk, chosen(desk))
    pane = desk.worklist_wing.page._pane
    _button(pane, "Skift ansvarlig …").setFocus()

    press(Qt.Key.Key_Return)
    open_dialog(ReassignDialog)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Tab)
    type_text("AK")
    press(Qt.Key.Key_Return)

    assert caseworker(desk, number) == "AK"
    assert "· AK" in texts_shown(pane)


def test_the_keyboard_stays_at_the_act_of_the_pane_after_it(desk: Desk) -> None:
    press(Qt.Key.Key_Return)
    button = _button(desk.worklist_wing.page._pane, "Skift ansvarlig …")
    button.setFocus()
    press(Qt.Key.Key_Return)
    open_dialog(ReassignDialog)
    type_text("sb")
    press(Qt.Key.Key_Return)
    back_at_the_window(desk)

    assert focused() is button


def test_while_very_many_cases_are_saved_the_dialog_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reassign_presenter, "MANY", 0)
    [number] = cases_of(desk, chosen(desk))
    press(Qt.Key.Key_F8)
    dialog = open_dialog(ReassignDialog)
    said: list[str] = []

    def save(held: Collection[HeldCase], caseworker: str) -> Reassigned:
        said.append(dialog._primary.text())
        return reassign(held, caseworker)

    reassign = office(desk).cases.reassign
    monkeypatch.setattr(office(desk).cases, "reassign", save)
    press(Qt.Key.Key_Return)
    refused = dialog._primary.text()
    dialog._caseworker.setFocus()
    type_text("sb")
    press(Qt.Key.Key_Return)

    assert (refused, said) == ("Skift", ["Gemmer …"])
    assert caseworker(desk, number) == "SB"


def test_giving_them_to_nobody_is_refused_and_esc_leaves_them(desk: Desk) -> None:
    [number] = cases_of(desk, chosen(desk))
    former = caseworker(desk, number)
    press(Qt.Key.Key_F8)
    dialog = open_dialog(ReassignDialog)

    press(Qt.Key.Key_Return)
    said = texts_shown(dialog)
    press(Qt.Key.Key_Escape)

    assert "Vælg, hvem der skal være ansvarlig" in said
    assert dialogs_open(ReassignDialog) == []
    assert caseworker(desk, number) == former


def test_elsewhere_the_key_does_nothing_and_the_page_of_shortcuts_has_it(desk: Desk) -> None:
    desk.go_to(CASES)
    QTest.keyClick(focused(), Qt.Key.Key_F8)
    opened = dialogs_open(ReassignDialog)
    press(Qt.Key.Key_F1)

    assert opened == []
    keys = {caps.accessibleName() for caps in desk.findChildren(KeyCaps) if caps.isVisible()}
    assert {"F8", "Ctrl+A", "Shift+Pil ned", "Mellemrum"} <= keys


def back_at_the_window(desk: Desk) -> None:
    """Let the window have the keyboard again, as a desktop does when a dialog closes."""
    desk.window().activateWindow()
    QApplication.processEvents()


def _button(pane: DeadlinePane, words: str) -> QWidget:
    acts = pane._acts
    assert acts is not None
    return next(button for button in acts.findChildren(QWidget) if button.property("text") == words)


# Done today ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days_ago", [0, 2])
def test_what_is_recorded_today_is_folded_under_the_list_and_unfolded_by_keyboard(desk: Desk, days_ago: int) -> None:
    number = record(desk, DutyId.DANISH_BEGUN, DAY - timedelta(days=days_ago))
    folded = listed(desk)

    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    unfolded = listed(desk)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    assert folded[-1] == "Afsluttet i dag"
    assert unfolded[:-1] == folded
    assert cases_of(desk, unfolded[-1:]) == [number]
    assert "Start på danskuddannelse" in texts_shown(desk.worklist_wing.page._pane)
    assert "Gennemført" in texts_shown(desk.worklist_wing.page._pane)


def test_reading_everything_anew_keeps_what_was_done(desk: Desk) -> None:
    record(desk, DutyId.DANISH_BEGUN, DAY - timedelta(days=2))

    press(Qt.Key.Key_F5)

    assert listed(desk)[-1] == "Afsluttet i dag"


# The next day --------------------------------------------------------------------------------------------------------


def heading(desk: Desk) -> str:
    return desk.worklist_wing.page._heading.text()


def test_at_midnight_everything_is_computed_for_the_new_day(desk: Desk, calendar: Calendar) -> None:
    record(desk, DutyId.DANISH_BEGUN, DAY)
    calendar.day = DAY + timedelta(days=1)

    desk._days.look()  # as each minute

    assert heading(desk) == "I dag – mandag den 23. november 2026"
    assert desk.worklist().today == calendar.day
    assert "Afsluttet i dag" not in listed(desk)


def test_a_laptop_that_slept_over_midnight_shows_the_new_day_when_its_window_is_come_back_to(
    qtbot: QtBot, desk: Desk, window: MainWindow, calendar: Calendar
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    calendar.day = DAY + timedelta(days=3)
    before = heading(desk)

    window.activateWindow()

    qtbot.waitUntil(lambda: heading(desk) == "I dag – onsdag den 25. november 2026")
    assert before == "I dag – søndag den 22. november 2026"


def test_while_the_day_is_the_same_nothing_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office(desk), "worklist_in_parts", _unreadable)

    desk._days.look()

    assert heading(desk) == "I dag – søndag den 22. november 2026"


def test_a_store_that_cannot_be_read_at_midnight_is_read_a_minute_later(
    desk: Desk, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendar.day = DAY + timedelta(days=1)
    with monkeypatch.context() as trouble:
        trouble.setattr(office(desk), "worklist_in_parts", _unreadable)
        desk._days.look()
        said, shown = texts_shown(desk), desk.today()

    desk._days.look()

    assert "Det kunne ikke gøres" in said
    assert shown == DAY
    assert heading(desk) == "I dag – mandag den 23. november 2026"


def test_a_desk_that_was_locked_looks_at_no_calendar(
    desk: Desk, window: MainWindow, calendar: Calendar, qtbot: QtBot
) -> None:
    heard: list[date] = []
    desk._days.new_day.connect(heard.append)
    window.lock()
    calendar.day = DAY + timedelta(days=1)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)

    assert heard == []


def _unreadable(*_asked: object) -> WorklistInParts:
    raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)


# Doing something about a task ----------------------------------------------------------------------------------------


def go_to_duty(desk: Desk, duty: DutyId) -> str:
    """Go to the first task of a duty, and return its row."""
    worklist = desk.worklist()
    row = next(f"{one.case_id}/{one.duty}" for one in worklist.urgent if one.duty is duty)
    desk.worklist_wing.page._go_to([row])
    return row


def test_ctrl_enter_marks_a_task_as_done(desk: Desk) -> None:
    row = go_to_duty(desk, DutyId.PROGRAMME_STARTED)

    press(Qt.Key.Key_Return, CONTROL)
    dialog = open_dialog(EventDialog)
    assert isinstance(dialog, EventDialog)
    if not dialog.form.row("cause").isHidden():
        dialog.form.go_to("cause")
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CONTROL)

    assert dialogs_open(EventDialog) == []
    assert desk.page_key == TODAY
    assert row not in {f"{one.case_id}/{one.duty}" for one in desk.worklist().urgent}
    assert "Registreret" in desk.shell.done_bar._text.text()


def test_a_task_whose_duty_has_a_record_of_its_own_leads_there(desk: Desk) -> None:
    go_to_duty(desk, DutyId.CONTRACT_SIGNED)

    press(Qt.Key.Key_Return, CONTROL)

    assert desk.page_key == "case"
    assert desk.case_wing.view.tab == "contract"


def test_a_deadline_is_taken_off_the_list_from_its_pane_and_comes_back_by_undo(qtbot: QtBot, desk: Desk) -> None:
    row = go_to_duty(desk, DutyId.PROGRAMME_STARTED)
    press(Qt.Key.Key_Return)
    links = desk.worklist_wing.page._pane.findChildren(PlaceLink)
    next(link for link in links if link.place.link == "Ikke relevant …").click()
    dialog = open_dialog(DecisionDialog)
    dialog.form.go_to("reason")
    type_text("Borgeren er rejst")
    press(Qt.Key.Key_Return, CONTROL)

    assert row not in {f"{one.case_id}/{one.duty}" for one in desk.worklist().urgent}

    desk.window().activateWindow()
    qtbot.waitUntil(desk.window().isActiveWindow)
    press(Qt.Key.Key_Z, CONTROL)
    assert row in {f"{one.case_id}/{one.duty}" for one in desk.worklist().urgent}


def test_the_button_in_the_pane_marks_the_task_as_done_and_a_meeting_is_planned_by_ctrl_k(desk: Desk) -> None:
    go_to_duty(desk, DutyId.PROGRAMME_STARTED)
    press(Qt.Key.Key_Return)
    buttons = desk.worklist_wing.page._pane.findChildren(Button)
    next(button for button in buttons if button.text() == "Markér gennemført …").click()
    assert isinstance(open_dialog(EventDialog), EventDialog)
    press(Qt.Key.Key_Escape)

    act = {act.title: act for act in desk.acts()}
    for title, expected in (
        ("Planlæg et møde", "Planlæg et møde"),
        ("Ret fristen", "Ret fristen"),
        ("Sæt fristen til ikke relevant", "Sæt fristen til ikke relevant"),
    ):
        act[title].do()
        assert open_dialog(DecisionDialog).windowTitle() == expected
        press(Qt.Key.Key_Escape)
    act["Markér gennemført"].do()
    assert open_dialog(EventDialog)

"""A store with so many cases that the window goes on while they are being read."""

import gc
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import show_worklist
from desktop_app.application.changes import Changes
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.composition import Office
from desktop_app.storage.read_queries import StoreReadModel
from desktop_app.ui import worklist_keeper
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import CASES, HELP, READING, TODAY
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.wings.case_wing import CASE
from tests.ui.screens.conftest import CASES as COUNT
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore
from tests.ui.screens.conftest import TODAY as DAY

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> Desk:
    """Unlock a store whose cases are read six at a time, none of them yet."""
    monkeypatch.setattr(show_worklist, "AT_ONCE", 6)
    monkeypatch.setattr(worklist_keeper, "STILL_MS", -1)
    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None
    assert window.desk.is_reading
    return window.desk


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def texts_shown(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible()]


def has_read(desk: Desk) -> bool:
    return not desk.is_reading


def test_the_frame_is_there_at_once_and_says_that_cases_are_being_read(reading: Desk, qtbot: QtBot) -> None:
    assert reading.page_key == READING
    assert "Henter sager …" in texts_shown(reading)

    said: list[str] = []
    reading._cases.went_on.connect(lambda: said.extend(texts_shown(reading)))
    qtbot.waitUntil(lambda: has_read(reading))

    assert {f"12 af {COUNT}", f"18 af {COUNT}"} <= set(said)
    assert reading.page_key == TODAY
    assert len(reading.worklist().lines) == COUNT
    assert "I dag – søndag den 22. november 2026" in texts_shown(reading)


def test_what_was_read_part_by_part_is_what_is_read_at_once(reading: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: has_read(reading))

    assert isinstance(reading.office, Office)
    assert reading.worklist() == reading.office.worklist_in_parts(DAY).whole()


def test_one_may_look_elsewhere_meanwhile_and_stays_there(reading: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F1)
    assert reading.page_key == HELP

    qtbot.waitUntil(lambda: has_read(reading))

    assert reading.page_key == HELP
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reading.page_key == HELP  # there is no way back to where nothing was to be seen


def test_one_comes_to_the_list_one_went_to_meanwhile(reading: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CONTROL)
    assert reading.page_key == READING

    qtbot.waitUntil(lambda: has_read(reading))

    assert reading.page_key == CASES


def test_who_is_searched_for_meanwhile_is_found_when_they_are_there(
    reading: Desk, qtbot: QtBot, demo_store: DemoStore
) -> None:
    press(Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(reading.quick_open_wing.list._field, demo_store.case_number)
    rows = reading.quick_open_wing.list._list
    assert rows.chosen() is None

    qtbot.waitUntil(lambda: has_read(reading))
    press(Qt.Key.Key_Return)

    assert reading.page_key == CASE
    assert demo_store.family_name in "\n".join(texts_shown(reading))


def test_whoever_needs_the_cases_at_once_waits_for_them(reading: Desk, qtbot: QtBot) -> None:
    lines = reading.worklist().lines

    assert len(lines) == COUNT
    qtbot.waitUntil(lambda: reading.page_key == TODAY)


def test_what_is_saved_meanwhile_is_there_in_the_end(reading: Desk, qtbot: QtBot) -> None:
    assert isinstance(reading.office, Office)
    first = reading.office.store.read.case_ids()[0]
    QApplication.processEvents()
    with reading.office.store.work() as unit:
        [case] = [case for case in unit.cases.all() if case.id == first]
        unit.cases.save(replace(case, responsible_caseworker="QQ"))
        unit.commit()

    reading.show_changes(Changes(frozenset({first})))
    reading._cases.read(DAY, reading._begin)
    reading.show_changes(Changes(frozenset({first})))
    qtbot.waitUntil(lambda: reading._cases.parts is None)

    assert reading.worklist().lines[first].responsible_caseworker == "QQ"
    assert reading.worklist() == reading.office.worklist_in_parts(DAY).whole()


def test_locking_meanwhile_ends_the_reading(reading: Desk, window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_L, CONTROL)

    assert window.desk is None
    assert not reading._cases._between.isActive()
    qtbot.waitUntil(window.unlock_screen.isVisible)


def test_a_store_that_cannot_be_read_on_says_so(reading: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_read: StoreReadModel, _ids: object = None) -> list[object]:
        raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT, "enplan.store")

    monkeypatch.setattr(StoreReadModel, "facts", gone)

    qtbot.waitUntil(lambda: "Det kunne ikke gøres" in texts_shown(reading))

    assert reading.page_key == READING


def test_reading_anew_leaves_the_lists_as_they_are_until_all_is_read(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_worklist, "AT_ONCE", 6)
    monkeypatch.setattr(worklist_keeper, "STILL_MS", -1)
    before = desk.worklist()

    press(Qt.Key.Key_F5)
    still = desk.worklist()
    qtbot.waitUntil(lambda: desk.worklist() is not before)

    assert still is before
    assert desk.page_key == TODAY
    assert desk.worklist() == before
    assert isinstance(desk.worklist().today, date)


def test_the_collector_walks_nothing_that_was_read_until_the_window_is_locked(
    reading: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    frozen_before = gc.get_freeze_count()
    qtbot.waitUntil(lambda: has_read(reading))
    frozen, walked = gc.get_freeze_count(), len(gc.get_objects())

    window.lock()

    assert frozen > frozen_before
    assert walked < frozen
    assert gc.get_freeze_count() == 0


def test_reading_everything_anew_meanwhile_ends_at_the_worklist_too(reading: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F5)

    qtbot.waitUntil(lambda: has_read(reading))

    assert reading.page_key == TODAY
    assert len(reading.find_cases("")) == COUNT

"""Locked, the window asks for the password and shows nothing else."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.main import Door
from desktop_app.storage.store import open_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore, today


def texts_shown(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


def is_locked(window: MainWindow) -> bool:
    return window.desk is None


def type_password(password: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, password)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_keyboard_is_in_the_password_field_from_the_start(qtbot: QtBot, window: MainWindow) -> None:
    type_password(PASSWORD)

    qtbot.waitUntil(lambda: window.desk is not None)


def test_a_wrong_password_is_told_and_nothing_is_opened(qtbot: QtBot, window: MainWindow) -> None:
    type_password("en helt anden sætning")

    qtbot.waitUntil(lambda: "Adgangskoden passer ikke. Prøv igen." in texts_shown(window))
    assert window.desk is None


def test_after_three_wrong_passwords_one_waits(window: MainWindow) -> None:
    for _attempt in range(3):
        window.unlocking.try_password(USER, "forkert forkert")

    assert not window.unlock_screen._unlock.isEnabled()
    assert window.unlock_screen._unlock.text() == "Vent 2 sekunder"


def test_no_name_of_a_citizen_is_in_the_locked_window(window: MainWindow, demo_store: DemoStore) -> None:
    assert not any(demo_store.family_name in text for text in texts_shown(window))
    assert window.windowTitle() == "Én Plan"


def test_a_store_another_program_has_is_told_with_a_way_on(qtbot: QtBot, demo_store: DemoStore) -> None:
    with open_store(demo_store.path, password=PASSWORD):
        window = MainWindow(Door(demo_store.path), today)
        qtbot.addWidget(window)
        window.open()

        window.unlocking.try_password(USER, PASSWORD)

        assert any(text.startswith("Mette Jensen har filen med sagerne åben på") for text in texts_shown(window))
    window.unlock_screen.retry_wanted.emit()
    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None


def test_a_missing_store_is_told_with_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Door(tmp_path / "nowhere.store", is_remembered=True), today)
    qtbot.addWidget(window)

    window.open()

    assert any(
        text.startswith(f"Der er ingen fil med sager i {tmp_path / 'nowhere.store'}") for text in texts_shown(window)
    )


def test_the_password_can_be_shown_and_hidden(window: MainWindow) -> None:
    field = window.unlock_screen._password_field

    field._reveal.click()
    assert field._reveal.text() == "Skjul"
    assert field.line.echoMode().name == "Normal"
    field._reveal.click()

    assert field.line.echoMode().name == "Password"


def test_locking_throws_every_screen_away(qtbot: QtBot, window: MainWindow) -> None:
    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None
    gone = weakref.ref(window.desk)

    window.lock()

    assert is_locked(window)
    assert any(text.startswith("Låst kl. ") for text in texts_shown(window))

    def is_gone() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(is_gone)


def test_a_locked_store_can_be_opened_by_others(desk: Desk, demo_store: DemoStore) -> None:
    desk.lock()

    with open_store(demo_store.path, password=PASSWORD) as store:
        assert store.user.name == USER


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_or_without_a_name(qtbot: QtBot, window: MainWindow, theme: Theme, percent: int) -> None:
    theme.choose_text_scale(percent)
    window.unlocking.try_password(USER, "forkert forkert")
    qtbot.waitUntil(lambda: clipped_texts(window) == [])

    assert unnamed_widgets(window) == []

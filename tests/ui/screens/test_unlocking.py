"""Locked, the window asks for the password and shows nothing else."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.main import Door
from desktop_app.storage.preferences_file import PreferencesFile
from desktop_app.storage.store import open_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from tests.storage.builders import CHEAP, a_new_store
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard
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


def test_several_users_say_who_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    made = a_new_store(tmp_path / "enplan.store")
    with made.store as store:
        store.keys.add_user("Anna Krogh", "AK", "en anden adgangskode", CHEAP)
    window = MainWindow(Door(tmp_path / "enplan.store"), today)
    qtbot.addWidget(window)
    window.open()
    assert window.unlock_screen._user is not None
    assert window.unlock_screen._user.currentText() == "Mette Jensen (MJ)"

    window.unlock_screen._user.choose("Anna Krogh")
    window.unlock_screen._password.setText("en anden adgangskode")
    window.unlock_screen._give_password()
    qtbot.waitUntil(lambda: window.desk is not None)

    assert window.desk is not None
    assert window.desk.office.user.initials == "AK"
    window.close()


def test_of_several_users_the_one_who_was_here_last_is_proposed_and_another_is_chosen_by_letters(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = a_new_store(tmp_path / "enplan.store")
    with made.store as store:
        store.keys.add_user("Anna Krogh", "AK", "en anden adgangskode", CHEAP)
    preferences = PreferencesFile(tmp_path / "preferences.json")
    window = MainWindow(Door(tmp_path / "enplan.store"), today, preferences)
    open_at_the_keyboard(window, qtbot)

    screen = window.unlock_screen
    assert QApplication.focusWidget() is screen._user  # nobody was here before
    assert screen._user is not None
    QTest.keyClicks(screen._user, "anna")
    QTest.keyClick(screen._user, Qt.Key.Key_Tab)
    type_password("en anden adgangskode")
    qtbot.waitUntil(lambda: window.desk is not None)
    window.close()

    again = MainWindow(Door(tmp_path / "enplan.store"), today, PreferencesFile(tmp_path / "preferences.json"))
    open_at_the_keyboard(again, qtbot)
    assert again.unlock_screen._user is not None
    assert again.unlock_screen._user.currentText() == "Anna Krogh (AK)"
    assert QApplication.focusWidget() is again.unlock_screen._password
    again.close()


def test_where_there_is_none_one_can_choose_another_store_or_make_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Door(tmp_path / "nowhere.store", is_remembered=True), today)
    qtbot.addWidget(window)
    window.open()
    refusal = window.unlock_screen._refusal
    assert refusal is not None

    refusal.other_file.click()
    [dialog] = window.findChildren(QFileDialog)
    dialog.reject()
    refusal.new_file.click()

    assert window.ways_in.guide is not None
    assert window.ways_in.guide.isVisible()
    window.ways_in.guide.closed.emit()
    assert window.unlock_screen.isVisible()


def test_a_damaged_store_is_never_made_anew(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "enplan.store").write_bytes(b"")
    window = MainWindow(Door(tmp_path / "enplan.store"), today)
    qtbot.addWidget(window)

    window.open()

    assert window.ways_in.guide is None
    assert window.unlock_screen._refusal is not None
    assert not window.unlock_screen._refusal.new_file.isVisible()


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

    qtbot.waitUntil(is_gone, timeout=30_000)  # collecting takes its time after thousands of other tests


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

"""The way in with the recovery key, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.storage.store import NewStore, create_store, open_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.recovery_screen import RecoveryScreen
from desktop_app.ui.theme import Theme
from tests.storage.builders import CHEAP, PASSWORD
from tests.ui.screens.at_the_keyboard import focused, open_at_the_keyboard, press, texts_shown, type_text
from tests.ui.screens.conftest import today

NEW = "fem helt andre ord"


@pytest.fixture
def made(tmp_path: Path) -> NewStore:
    municipality = Municipality(id="municipality", code="360", name="Lolland Kommune")
    made = create_store(
        tmp_path / "enplan.store",
        user="Mette Jensen",
        initials="MJ",
        password=PASSWORD,
        municipality=municipality,
        cost=CHEAP,
    )
    made.store.close()
    return made


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, made: NewStore) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(made.store.path), today)
    open_at_the_keyboard(window, qtbot)
    yield window
    window.close()


@pytest.fixture
def screen(window: MainWindow) -> RecoveryScreen:
    window.unlock_screen._forgotten.click()
    assert window.ways_in.recovery_screen is not None
    return window.ways_in.recovery_screen


def test_the_way_is_offered_under_the_password(window: MainWindow) -> None:
    press(Qt.Key.Key_Tab)  # to show the letters
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)

    assert window.ways_in.recovery_screen is not None
    assert focused() is window.ways_in.recovery_screen._key


def test_with_the_paper_and_a_new_password_one_is_in(
    qtbot: QtBot, window: MainWindow, screen: RecoveryScreen, made: NewStore
) -> None:
    assert screen.isVisible()
    type_text(made.recovery_key.lower().replace("-", " "))
    press(Qt.Key.Key_Tab)
    type_text(NEW)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text(NEW)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.ways_in.recovery_screen is None
    window.close()
    open_store(made.store.path, password=NEW).close()


def test_in_a_file_that_is_only_read_one_is_in_and_told_that_the_password_stays(
    qtbot: QtBot, window: MainWindow, screen: RecoveryScreen, made: NewStore
) -> None:
    path = made.store.path
    old = path.read_bytes()
    open_store(path, password=PASSWORD).close()
    path.write_bytes(old)
    type_text(made.recovery_key)
    screen._password.line.setText(NEW)
    screen._again.setText(NEW)

    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    assert "Din nye adgangskode blev ikke gemt, fordi filen kun er åben til læsning." in texts_shown(window.desk)
    window.close()
    open_store(path, password=PASSWORD).close()


def test_a_group_that_was_mistyped_is_named(qtbot: QtBot, window: MainWindow, screen: RecoveryScreen) -> None:
    type_text("AAAAA-BBBBB")
    screen._password.line.setText(NEW)
    screen._again.setText(NEW)

    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Gruppe 1 i nødnøglen er ikke, som den står på papiret." in texts_shown(screen))
    assert window.desk is None
    assert screen._open.isEnabled()
    assert screen._key.text() == "AAAAA-BBBBB"


def test_a_weak_password_is_told_before_the_key_is_tried(qtbot: QtBot, screen: RecoveryScreen, made: NewStore) -> None:
    type_text(made.recovery_key)
    screen._password.line.setText("aaaaaaaaaaaa")
    assert "Svag adgangskode" in texts_shown(screen)

    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Adgangskoden er for let at gætte." in texts_shown(screen))
    open_store(made.store.path, password=PASSWORD).close()


def test_one_can_go_back_to_the_password(window: MainWindow, screen: RecoveryScreen) -> None:
    assert screen.isVisible()

    press(Qt.Key.Key_Escape)

    assert window.unlock_screen.isVisible()
    assert window.ways_in.recovery_screen is None
    assert focused() is window.unlock_screen._password


def test_a_store_somebody_else_has_is_told(
    qtbot: QtBot, window: MainWindow, screen: RecoveryScreen, made: NewStore
) -> None:
    type_text(made.recovery_key)
    screen._password.line.setText(NEW)
    screen._again.setText(NEW)
    with open_store(made.store.path, password=PASSWORD):
        press(Qt.Key.Key_Return)

        qtbot.waitUntil(lambda: "Mette Jensen har filen med sagerne åben" in texts_shown(screen))
    assert window.desk is None


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_or_without_a_name(
    qtbot: QtBot, window: MainWindow, screen: RecoveryScreen, theme: Theme, percent: int
) -> None:
    theme.choose_text_scale(percent)
    assert window.ways_in.recovering is not None
    window.ways_in.recovering.recover("", "", "", "")

    qtbot.waitUntil(lambda: clipped_texts(window) == [])
    assert unnamed_widgets(window) == []
    assert screen.isVisible()

"""The window opens where it stood, and never off the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from pytestqt.qtbot import QtBot

from desktop_app.application.preferences import PassingPreferences, Preferences, WindowPlace
from desktop_app.main import Door
from desktop_app.storage.preferences_file import PreferencesFile
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from desktop_app.ui.window_place import fitted
from tests.ui.screens.conftest import DemoStore, today

LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1000)
LEAST = QSize(640, 480)


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        (QRect(100, 80, 1200, 700), QRect(100, 80, 1200, 700)),
        (QRect(2000, 80, 900, 700), QRect(2000, 80, 900, 700)),
        (QRect(-300, -40, 1200, 700), QRect(0, 0, 1200, 700)),
        (QRect(1500, 900, 1200, 700), QRect(1920, 300, 1200, 700)),
        (QRect(100, 100, 5000, 3000), QRect(0, 0, 1920, 1040)),
        (QRect(100, 100, 10, 10), QRect(100, 100, 640, 480)),
        (QRect(9000, 9000, 800, 600), QRect(560, 220, 800, 600)),
    ],
    ids=["as it was", "on the second screen", "over the edge", "between two", "too large", "too small", "screen gone"],
)
def test_all_of_the_window_is_on_a_screen(wanted: QRect, place: QRect) -> None:
    assert fitted(wanted, [LEFT, RIGHT], LEAST) == place


def opened(qtbot: QtBot, store: DemoStore, window_place: WindowPlace | None) -> MainWindow:
    window = MainWindow(Door(store.path), today, PassingPreferences(Preferences(window=window_place)))
    qtbot.addWidget(window)
    window.fit_screen()
    window.open()
    return window


def test_the_window_opens_where_it_was_closed(
    qtbot: QtBot, theme: Theme, demo_store: DemoStore, tmp_path: Path
) -> None:
    theme.choose_text_scale(80)  # so that the least size leaves room on the small screen of a test
    preferences = PreferencesFile(tmp_path / "preferences.json")
    first = MainWindow(Door(demo_store.path), today, preferences)
    qtbot.addWidget(first)
    first.open()
    first.setGeometry(20, 30, 700, 600)
    first.close()

    again = MainWindow(Door(demo_store.path), today, PreferencesFile(tmp_path / "preferences.json"))
    qtbot.addWidget(again)
    again.fit_screen()

    assert again.geometry() == QRect(20, 30, 700, 600)
    assert not again.isMaximized()


def test_a_maximised_window_opens_maximised_and_knows_its_own_size(
    qtbot: QtBot, theme: Theme, demo_store: DemoStore
) -> None:
    theme.choose_text_scale(80)

    window = opened(qtbot, demo_store, WindowPlace(20, 30, 700, 600, is_maximised=True))

    assert window.windowState() & Qt.WindowState.WindowMaximized
    window.close()
    kept = window.choices.current.window
    assert kept is not None
    assert kept.is_maximised


def test_a_window_too_large_for_the_screen_fills_it(qtbot: QtBot, theme: Theme, demo_store: DemoStore) -> None:  # noqa: ARG001 - theme is put back
    window = opened(qtbot, demo_store, None)

    assert window.windowState() & Qt.WindowState.WindowMaximized
    window.close()

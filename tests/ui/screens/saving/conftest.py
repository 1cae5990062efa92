"""The window one saves in, over a copy of a store that was made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.main import Door
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard
from tests.ui.screens.conftest import today
from tests.ui.screens.saving.bench import Bench, make_store


@pytest.fixture(scope="session")
def store_to_save_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("saving") / "store" / "enplan.store"
    make_store(path)
    return path


@pytest.fixture
def bench(
    qtbot: QtBot,
    theme: Theme,  # noqa: ARG001 - put back
    store_to_save_in: Path,
    tmp_path: Path,
    read_at_once: None,  # noqa: ARG001 - patched
) -> Iterator[Bench]:
    shutil.copytree(store_to_save_in.parent, tmp_path / "store")
    window = MainWindow(Door(tmp_path / "store" / store_to_save_in.name), today)
    open_at_the_keyboard(window, qtbot, width=1280)
    QGuiApplication.clipboard().clear()
    yield Bench(window)
    window._may_lose = True
    window.close()

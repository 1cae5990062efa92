"""One application for all tests of the user interface, put back to its first looks after each."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtWidgets import QLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import translation
from desktop_app.ui.layouts import Column
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import ColourChoice, Theme


@pytest.fixture(scope="session")
def qapp_cls() -> type[PlanApplication]:
    return PlanApplication


@pytest.fixture
def theme(qapp: PlanApplication) -> Iterator[Theme]:
    yield qapp.theme
    qapp.theme.choose_text_scale(100)
    if qapp.theme.colour_choice is not ColourChoice.SYSTEM:
        qapp.theme.choose_colours(ColourChoice.SYSTEM)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    translation.set_language(translation.DANISH)
    yield
    translation.set_language(translation.DANISH)


class Show(Protocol):
    """Shows widgets or layouts one under the other in an active window, and returns the window."""

    def __call__(self, *items: QWidget | QLayout, width: int = 600, height: int = 400) -> QWidget: ...


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Show]:  # noqa: ARG001 - the theme is put back afterwards
    windows: list[QWidget] = []

    def show_items(*items: QWidget | QLayout, width: int = 600, height: int = 400) -> QWidget:
        window = QWidget()
        windows.append(window)
        window.setLayout(Column(*items))
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show_items
    for window in windows:
        window.close()

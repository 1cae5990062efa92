"""Fields that share a line, or stand under one another."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.beside import Beside
from desktop_app.ui.layouts import STRETCH, Column
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show


def block(height: int = 20) -> QWidget:
    made = QWidget()
    made.setFixedHeight(height)
    return made


def place(widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(widget.window(), QPoint())
    return corner.x(), corner.y()


def test_parts_share_the_line_and_begin_level(show: Show) -> None:
    low, high = block(), block(60)

    show(Beside(low, high), Column(STRETCH), width=824)

    assert place(low)[1] == place(high)[1] == 0
    assert low.width() == high.width() == 400


def test_shares_say_how_much_each_is_given(show: Show) -> None:
    narrow, wide = block(), block()

    show(Beside(narrow, wide, shares=(1, 3)), Column(STRETCH), width=824)

    assert (narrow.width(), wide.width()) == (200, 600)


@pytest.mark.parametrize(("width", "percent", "stacked"), [(520, 100, False), (519, 100, True), (824, 200, True)])
def test_where_there_is_too_little_room_for_the_text_there_is_one_to_a_line(
    show: Show,
    theme: Theme,
    qtbot: QtBot,
    width: int,
    percent: int,
    stacked: bool,  # noqa: FBT001 - a parameter
) -> None:
    theme.choose_text_scale(percent)
    first, second = block(), block()
    beside = Beside(first, second, down=8)

    show(beside, Column(STRETCH), width=width)

    qtbot.waitUntil(lambda: beside.is_stacked is stacked)
    qtbot.waitUntil(lambda: (place(second)[1] > place(first)[1]) is stacked)


def test_there_is_a_share_for_every_part() -> None:
    with pytest.raises(ValueError, match="zip"):
        Beside(block(), block(), shares=(1,))
